import { type CivilDate, dayNumberAt, LETTERS_OF_A_DAY, type PartialDate } from '../domain/dates.ts'
import { isPaused, type Pause } from '../domain/pauses.ts'
import type { Span } from '../domain/periods.ts'
import type { Meetings } from '../domain/relationship-changes.ts'
import { type Relationship, RHYTHM_ENCOUNTERS } from '../domain/staleness.ts'
import type { Db } from './database.ts'

export interface RelationshipFilter {
  circleId?: number
  /** Folded. */
  tag?: string
  /** Contacts never met as well. */
  neverMet?: boolean
}

/** A day may have several encounters; leaving out the same ones in SQL takes half as long again as all of this. */
const DATES_READ = RHYTHM_ENCOUNTERS + 4

/**
 * A few steps in an index for each contact: the last encounters come as one text of ten letters a day, since a row for
 * each of them costs more than all else together. Cadences that were given make a rhythm unnecessary.
 */
const RELATIONSHIPS = `SELECT id, name, added_on, own, circle, CASE WHEN coalesce(own, circle) IS NULL
    THEN (SELECT group_concat(on_date, '') FROM (SELECT on_date FROM encounter_contact
      WHERE contact_id = id AND on_date <= @on ORDER BY on_date DESC LIMIT ${DATES_READ}))
    ELSE (SELECT max(on_date) FROM encounter_contact WHERE contact_id = id AND on_date <= @on) END
  FROM (SELECT id, name, added_on, cadence_days AS own,
      (SELECT min(circle.cadence_days) FROM circle_member JOIN circle ON circle.id = circle_id
        WHERE contact_id = contact.id) AS circle
    FROM contact
    WHERE (let_go_on IS NULL OR let_go_on > @on) AND (snoozed_until IS NULL OR snoozed_until <= @on) /* filters */)`
const IN_CIRCLE = 'AND id IN (SELECT contact_id FROM circle_member WHERE circle_id = @circleId)'
const WITH_TAG = 'AND id IN (SELECT contact_id FROM contact_tag WHERE folded = @tag)'

/** By way of the encounters' dates, since the links between encounters and people are in order of people first. */
const MEETINGS = `SELECT contact.id, name, met_on, cadence_days,
    (SELECT min(circle.cadence_days) FROM circle_member JOIN circle ON circle.id = circle_id
      WHERE contact_id = contact.id),
    (SELECT group_concat(on_date, '') FROM (SELECT DISTINCT on_date FROM encounter_contact
      WHERE contact_id = contact.id AND on_date < @from ORDER BY on_date DESC LIMIT ${RHYTHM_ENCOUNTERS})),
    (SELECT group_concat(on_date, '') FROM (SELECT DISTINCT on_date FROM encounter_contact
      WHERE contact_id = contact.id AND on_date BETWEEN @from AND @to ORDER BY on_date DESC))
  FROM (SELECT DISTINCT contact_id FROM encounter CROSS JOIN encounter_contact ON encounter_id = encounter.id
    WHERE encounter.on_date BETWEEN @from AND @to)
  JOIN contact ON contact.id = contact_id ORDER BY folded, contact.id`

const LAST_DAYS = `SELECT group_concat(on_date, '') FROM (SELECT DISTINCT on_date FROM encounter_contact
  WHERE contact_id = ? AND on_date <= ? ORDER BY on_date DESC LIMIT ${RHYTHM_ENCOUNTERS})`
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

  /** The gaps between the last encounters; of somebody met several times a day there were too few days among those read. */
  function gaps(id: number, packed: string | null, on: CivilDate): number[] {
    const gaps = gapsIn(packed)
    const cutOff = packed !== null && packed.length === DATES_READ * LETTERS_OF_A_DAY
    return cutOff && gaps.length < RHYTHM_ENCOUNTERS - 1
      ? gapsIn(db.prepare(LAST_DAYS).pluck().get(id, on) as string)
      : gaps
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
    list(on: CivilDate, { circleId, tag, neverMet }: RelationshipFilter = {}): Relationship[] {
      const paused = pauses(on)
      const filters = [circleId !== undefined && IN_CIRCLE, tag !== undefined && WITH_TAG].filter(Boolean)
      const sql = RELATIONSHIPS.replace('/* filters */', filters.join(' '))
      const rows = db.prepare(sql).raw().all({ on, circleId, tag }) as RelationshipRow[]
      return rows
        .filter(([, , addedOn, , , days]) => days !== null || (neverMet && addedOn <= on))
        .map((row) => toRelationship(row, gaps(row[0], row[5], on), paused.of(row[0])))
    },

    /** Everybody met in a period, by name, with when it was. */
    meetings({ from, to }: Span): Meetings[] {
      const paused = pauses(to)
      const rows = db.prepare(MEETINGS).raw().all({ from, to }) as MeetingsRow[]
      return rows.map(([id, name, metOn, ownCadence, circleCadence, before, within]) => ({
        id,
        name,
        metOn,
        ownCadence,
        circleCadence,
        daysBefore: unpacked(before),
        daysWithin: unpacked(within),
        pauses: paused.of(id),
      }))
    },

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

type RelationshipRow = [
  id: number,
  name: string,
  addedOn: CivilDate,
  own: number | null,
  circle: number | null,
  days: string | null,
]

type MeetingsRow = [
  id: number,
  name: string,
  metOn: PartialDate | null,
  own: number | null,
  circle: number | null,
  before: string | null,
  within: string,
]

const toRelationship = (row: RelationshipRow, gaps: number[], pauses: Pause[]): Relationship => {
  const [id, name, addedOn, ownCadence, circleCadence, packed] = row
  return {
    id,
    name,
    addedOn,
    ownCadence,
    circleCadence,
    lastOn: packed?.slice(0, LETTERS_OF_A_DAY) ?? null,
    gaps,
    pauses,
  }
}

function unpacked(text: string | null): CivilDate[] {
  const dates: CivilDate[] = []
  for (let at = 0; text !== null && at < text.length; at += LETTERS_OF_A_DAY)
    dates.push(text.slice(at, at + LETTERS_OF_A_DAY))
  return dates
}

/** The same as gapsBetween of the days among the dates, in one go: ten thousand contacts have a dozen dates each. */
function gapsIn(text: string | null): number[] {
  const gaps: number[] = []
  if (text === null) return gaps
  let later = dayNumberAt(text, 0)
  for (let at = LETTERS_OF_A_DAY; at < text.length; at += LETTERS_OF_A_DAY) {
    const day = dayNumberAt(text, at)
    if (day === later) continue
    gaps.push(later - day)
    if (gaps.length === RHYTHM_ENCOUNTERS - 1) return gaps
    later = day
  }
  return gaps
}
