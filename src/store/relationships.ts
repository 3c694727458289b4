import { type CivilDate, dayNumber } from '../domain/dates.ts'
import { isPaused, type Pause } from '../domain/pauses.ts'
import type { Span } from '../domain/periods.ts'
import type { Meetings } from '../domain/relationship-changes.ts'
import { type Relationship, rhythmOf } from '../domain/staleness.ts'
import { CIRCLE_CADENCE } from './circles.ts'
import type { Db } from './database.ts'
import { meetingsIn } from './meetings.ts'
import { lastDays } from './rhythm.ts'

export interface RelationshipFilter {
  circleId?: number
  /** Folded. */
  tag?: string
  /** Only these contacts. */
  ids?: number[]
  /** Contacts never met as well. */
  neverMet?: boolean
}

const IN_SIGHT = `FROM contact LEFT JOIN rhythm ON rhythm.contact_id = contact.id
  WHERE (let_go_on IS NULL OR let_go_on > @on) AND (snoozed_until IS NULL OR snoozed_until <= @on)`
const RELATIONSHIPS = `SELECT contact.id, name, added_on, cadence_days, ${CIRCLE_CADENCE}, last_on, days ${IN_SIGHT}`
const MET = 'AND last_on IS NOT NULL'
const MET_OR_KNOWN = 'AND (last_on IS NOT NULL OR added_on <= @on)'
const IN_CIRCLE = 'AND contact.id IN (SELECT contact_id FROM circle_member WHERE circle_id = @circleId)'
const WITH_TAG = 'AND contact.id IN (SELECT contact_id FROM contact_tag WHERE folded = @tag)'
const AMONG = 'AND contact.id IN (SELECT value FROM json_each(@ids))'

/** Of whom the days since the last encounter are not all that counts: some were in a pause, or what is planned is not yet due. */
const UNSURE = `(@rested OR coalesce(last_on > @on, 0)
  OR contact.id IN (SELECT contact_id FROM pause WHERE contact_id IS NOT NULL AND from_on <= @on))`
const UNSURE_COUNT = `SELECT (SELECT count(*) FROM rhythm WHERE last_on > @on)
  + (SELECT count(DISTINCT contact_id) FROM pause WHERE from_on <= @on)`
const CADENCE = `coalesce(cadence_days, ${CIRCLE_CADENCE}, days, @defaultDays)`
const daysTo = (day: string) => `(julianday(${day}) - julianday(coalesce(last_on, added_on)))`
/** As the rules have it, but that a rest is not taken off: who rested comes first, to be looked at closer. */
const COLDEST_FIRST = `ORDER BY ${UNSURE} DESC, ${daysTo('@on')} / ${CADENCE} DESC, coalesce(last_on, added_on), contact.id
  LIMIT @limit`
const TURNED_COLD = `AND (${UNSURE}
  OR (${daysTo('@to')} >= ${CADENCE} AND ${daysTo('@from')} - 1 < ${CADENCE}))`

const PAUSES = 'SELECT contact_id, from_on, until_on FROM pause WHERE from_on <= ?'
const LET_GO = 'SELECT id FROM contact WHERE let_go_on <= ?'
const CIRCLES = `SELECT contact_id, circle.name FROM json_each(@ids) CROSS JOIN circle_member ON contact_id = value
  JOIN circle ON circle.id = circle_id ORDER BY circle.folded`

/** What staleness is told from; everything as it stood on a day, so that looking back is possible. */
export function relationshipStore(db: Db) {
  function pauses(on: CivilDate) {
    const everybody: Pause[] = []
    const own = new Map<number, Pause[]>()
    for (const row of db.prepare(PAUSES).all(on)) {
      const pause = { from: row.from_on, until: row.until_on }
      if (row.contact_id === null) everybody.push(pause)
      else own.set(row.contact_id, [...(own.get(row.contact_id) ?? []), pause])
    }
    return { everybody, of: (id: number) => (own.has(id) ? [...everybody, ...own.get(id)!] : everybody) }
  }

  /** What is kept of somebody is of all their encounters; planned ones do not count before their day. */
  function asOf(on: CivilDate, row: RelationshipRow): Pick<Relationship, 'lastOn' | 'rhythm'> {
    const [id, , , , , lastOn, rhythm] = row
    if (lastOn === null || lastOn <= on) return { lastOn, rhythm }
    const days = lastDays(db, id, on)
    return { lastOn: days[0] ?? null, rhythm: rhythmOf(days.map(dayNumber)) }
  }

  /** Everybody in sight on that day who passes the filter, and those of them of whom `more` in SQL holds. */
  function select(on: CivilDate, filter: RelationshipFilter, more = '', values = {}): Relationship[] {
    const paused = pauses(on)
    const rows = db
      .prepare(`${RELATIONSHIPS} ${conditionsOf(filter)} ${more}`)
      .raw()
      .all({ ...valuesOf(filter), ...values, on, rested: Number(paused.everybody.length > 0) })
    return (rows as RelationshipRow[]).flatMap((row) => {
      const [id, name, addedOn, ownCadence, circleCadence] = row
      const last = asOf(on, row)
      if (last.lastOn === null && !(filter.neverMet && addedOn <= on)) return []
      return [{ id, name, addedOn, ownCadence, circleCadence, ...last, pauses: paused.of(id) }]
    })
  }

  return {
    /** Pauses of the whole journal that had begun by a day. */
    journalPauses: (on: CivilDate): Pause[] => pauses(on).everybody,

    /** Tells who rests on a day, paused or let go: nobody is to be reminded of them. */
    resting(on: CivilDate): (id: number) => boolean {
      const paused = pauses(on)
      const letGo = new Set(db.prepare(LET_GO).pluck().all(on) as number[])
      return (id) => letGo.has(id) || isPaused(on, paused.of(id))
    },

    /** Everybody not let go and not snoozed on that day, in no order; paused ones among them. */
    list: (on: CivilDate, filter: RelationshipFilter = {}): Relationship[] => select(on, filter),

    /**
     * Enough of them to tell the coldest; the rest of them need not be read.
     * @param most how many of the coldest are wanted
     * @param defaultDays the cadence of those of whom nothing is known
     * @returns them, some more, and for who asks how many others there are, none of whom rests
     */
    coldest(
      on: CivilDate,
      most: number,
      defaultDays: number,
      filter: RelationshipFilter = {},
    ): { relationships: Relationship[]; others: () => number } {
      const unsure = db.prepare(UNSURE_COUNT).pluck().get({ on }) as number
      const limit = pauses(on).everybody.length > 0 ? -1 : most + unsure
      const others = () => {
        const count = db.prepare(`SELECT count(*) ${IN_SIGHT} ${conditionsOf(filter)}`).pluck()
        return limit < 0 ? 0 : Math.max(0, (count.get({ ...valuesOf(filter), on }) as number) - limit)
      }
      return { relationships: select(on, filter, COLDEST_FIRST, { limit, defaultDays }), others }
    },

    /** Those of whom it may be that they became cold in a period. */
    turnedCold: (on: CivilDate, { from, to }: Span, defaultDays: number): Relationship[] =>
      select(on, {}, TURNED_COLD, { from, to, defaultDays }),

    /** Everybody met in a period, by name, with when it was. */
    meetings: (span: Span): Meetings[] => meetingsIn(db, span, pauses(span.to).of),

    /** Whether there is any contact, and any encounter. */
    beginnings(): { contacts: boolean; encounters: boolean } {
      const any = (table: string) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined
      return { contacts: any('contact'), encounters: any('encounter_contact') }
    },

    /** The names of each contact's circles. */
    circlesOf(ids: number[]): Map<number, string[]> {
      const circles = new Map<number, string[]>(ids.map((id) => [id, []]))
      for (const { contact_id, name } of db.prepare(CIRCLES).all({ ids: JSON.stringify(ids) }))
        circles.get(contact_id)!.push(name)
      return circles
    },
  }
}

const conditionsOf = ({ circleId, tag, ids, neverMet }: RelationshipFilter): string =>
  [
    neverMet ? MET_OR_KNOWN : MET,
    circleId !== undefined && IN_CIRCLE,
    tag !== undefined && WITH_TAG,
    ids !== undefined && AMONG,
  ]
    .filter(Boolean)
    .join(' ')

const valuesOf = ({ circleId, tag, ids }: RelationshipFilter) => ({ circleId, tag, ids: JSON.stringify(ids) })

type RelationshipRow = [
  id: number,
  name: string,
  addedOn: CivilDate,
  own: number | null,
  circle: number | null,
  lastOn: CivilDate | null,
  rhythm: number | null,
]
