import type { CivilDate } from '../domain/dates.ts'
import type { OriginLink } from '../domain/origins.ts'
import { isOnChain, type Outcome, outcomeChain, type TracedOutcome } from '../domain/outcomes.ts'
import type { FirstOutcome } from '../domain/patience.ts'
import type { Span } from '../domain/periods.ts'
import type { Db } from './database.ts'
import { FIRST_MET } from './first-met.ts'
import type { OriginStore } from './origins.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface OutcomeFields {
  title: string
  on: CivilDate
  /** Minor units of `currency`; both or neither. */
  value: number | null
  currency: string | null
  fromNetwork: boolean
  viaId: number | null
  customerId: number | null
  eventId: number | null
  note: string
}

export type OutcomeFigure = Pick<Outcome, 'on' | 'value' | 'currency' | 'fromNetwork'>

const SELECT = `SELECT outcome.id, title, outcome.on_date, value, outcome.currency, from_network, outcome.note,
    via_id, via.name AS via_name, customer_id, customer.name AS customer_name, event_id, event.name AS event_name
  FROM outcome LEFT JOIN contact AS via ON via.id = via_id LEFT JOIN contact AS customer ON customer.id = customer_id
  LEFT JOIN event ON event.id = event_id`
const NEWEST_FIRST = 'ORDER BY outcome.on_date DESC, outcome.id DESC'
const INSERT = `INSERT INTO outcome (uid, title, on_date, value, currency, from_network, via_id, customer_id, event_id, note)
  VALUES (@uid, @title, @on, @value, @currency, @fromNetwork, @viaId, @customerId, @eventId, @note)`
const UPDATE = `UPDATE outcome SET title = @title, on_date = @on, value = @value, currency = @currency,
  from_network = @fromNetwork, via_id = @viaId, customer_id = @customerId, event_id = @eventId, note = @note WHERE id = @id`
/** A person, whom they introduced to me, and whom those introduced: who may stand in front of them on a chain of three. */
const LED_TO = `WITH RECURSIVE led (id, links) AS (
    SELECT CAST(@id AS INTEGER), 1
    UNION SELECT a_id, links + 1 FROM led CROSS JOIN introduction ON introducer_id = led.id AND b_id IS NULL AND made = 1
      WHERE links < 3)
  SELECT id FROM outcome WHERE via_id IN (SELECT id FROM led) UNION SELECT id FROM outcome WHERE customer_id IN (SELECT id FROM led)`
const FIRSTS = `SELECT contact.id, min(outcome.on_date) AS "on", ${FIRST_MET} AS metOn
  FROM outcome CROSS JOIN contact ON contact.id = coalesce(via_id, customer_id)
  WHERE from_network = 1 GROUP BY contact.id HAVING min(outcome.on_date) BETWEEN @from AND @to ORDER BY 2, contact.id`
const FIGURES = `SELECT on_date, value, currency, from_network FROM outcome WHERE on_date BETWEEN ? AND ?`
const EVER: Span = { from: '0000-01-01', to: '9999-12-31' }

export type OutcomeStore = ReturnType<typeof outcomeStore>

/** What came of it, and how. */
export function outcomeStore(db: Db, origins: OriginStore, search: SearchStore) {
  /** Several outcomes may have come through one person; their origins are looked up once. */
  function traced(rows: any[]): TracedOutcome[] {
    const known = new Map<number, OriginLink[]>()
    const originsOf = (person: number): OriginLink[] => {
      const chain = known.get(person) ?? origins.chain(person, 2)
      known.set(person, chain)
      return chain
    }
    return rows.map(toOutcome).map((outcome) => ({ ...outcome, chain: outcomeChain(outcome, originsOf) }))
  }

  const parameters = (fields: OutcomeFields) => ({ ...fields, fromNetwork: fields.fromNetwork ? 1 : 0 })
  const index = (id: number, { title, note }: OutcomeFields) => search.put('outcome', id, [title, note])

  return {
    add(fields: OutcomeFields): number {
      const { lastInsertRowid } = db.prepare(INSERT).run({ ...parameters(fields), uid: newUid(db) })
      const id = Number(lastInsertRowid)
      index(id, fields)
      return id
    },

    update(id: number, fields: OutcomeFields): void {
      db.prepare(UPDATE).run({ ...parameters(fields), id })
      index(id, fields)
    },

    remove(id: number): void {
      db.prepare('DELETE FROM outcome WHERE id = ?').run(id)
    },

    byId(id: number): TracedOutcome | undefined {
      return traced(db.prepare(`${SELECT} WHERE outcome.id = ?`).all(id))[0]
    },

    /** Those of a time, or all, each with the chain it came by; the newest first. */
    withChains({ from, to }: Span = EVER): TracedOutcome[] {
      return traced(
        db.prepare(`${SELECT} WHERE outcome.on_date BETWEEN ? AND ? ${NEWEST_FIRST}`).all(from, to),
      )
    },

    /** What shares are counted from. */
    figures: ({ from, to }: Span): OutcomeFigure[] =>
      db
        .prepare(FIGURES)
        .all(from, to)
        .map((row) => ({
          on: row.on_date,
          value: row.value,
          currency: row.currency,
          fromNetwork: row.from_network === 1,
        })),

    /** Those with this person on their chain, and those that were for them; the newest first. */
    ofContact(contactId: number): TracedOutcome[] {
      const rows = db
        .prepare(`${SELECT} WHERE outcome.id IN (${LED_TO}) ${NEWEST_FIRST}`)
        .all({ id: contactId })
      return traced(rows).filter(
        (outcome) => isOnChain(outcome, 'contact', contactId) || outcome.customer?.id === contactId,
      )
    },

    /** Who brought a first outcome in some time, or ever, and when I met them. */
    firsts: ({ from, to }: Span = EVER) => db.prepare(FIRSTS).all({ from, to }) as FirstOutcome[],
  }
}

const named = (id: number | null, name: string) => (id === null ? null : { id, name })

const toOutcome = (row: any): Outcome => ({
  id: row.id,
  title: row.title,
  on: row.on_date,
  value: row.value,
  currency: row.currency,
  fromNetwork: row.from_network === 1,
  via: named(row.via_id, row.via_name),
  customer: named(row.customer_id, row.customer_name),
  event: named(row.event_id, row.event_name),
  note: row.note,
})
