import type { Brought } from '../domain/events.ts'
import { CHAIN_LINKS } from '../domain/outcomes.ts'
import type { Db } from './database.ts'
import { knownBefore } from './first-met.ts'

/** By whom people came to me: the first introduction counts. */
const INTRODUCED = `SELECT json_group_array(json_array(a_id, introducer_id)) FROM (SELECT a_id, introducer_id FROM introduction
  WHERE b_id IS NULL AND introducer_id IS NOT NULL AND made = 1 ORDER BY on_date DESC, id DESC)`
const OUTCOMES = `SELECT id, value, currency, event_id AS event, coalesce(via_id, customer_id) AS person
  FROM outcome WHERE from_network = 1 ORDER BY on_date DESC, id DESC`
/** Where I first met each of some people, as far as that was an event. */
const FIRST_EVENTS = `SELECT value AS contact, (SELECT iif(${knownBefore('value', 'encounter_contact.on_date')}, NULL, event_id)
    FROM encounter_contact
    CROSS JOIN encounter ON encounter.id = encounter_id
    WHERE contact_id = value ORDER BY encounter_contact.on_date, encounter_id LIMIT 1) AS event
  FROM json_each(?)`

interface OutcomeRow {
  id: number
  value: number | null
  currency: string | null
  event: number | null
  person: number | null
}

/** How far events reach beyond the day itself. Looked up for all of them at once: one by one it is felt from some hundred on. */
export function eventReach(db: Db) {
  /** The earliest comes last and holds. */
  const introducers = (): Map<number, number> => new Map(JSON.parse(db.prepare(INTRODUCED).pluck().get()))

  return {
    introducers,

    /** Adds who came through those met first at each event, once removed and twice. */
    addHands(brought: Map<number, Brought>, introducerOf: Map<number, number>): void {
      const newAt = new Map(
        [...brought].flatMap(([event, { newToMe }]) => newToMe.map((contact) => [contact, event] as const)),
      )
      for (const [contact, introducer] of introducerOf) {
        const event = newAt.get(introducer)
        if (event !== undefined && newAt.get(contact) !== event) brought.get(event)!.secondHand.push(contact)
        const before = introducerOf.get(introducer)
        const further = before === undefined || before === contact ? undefined : newAt.get(before)
        if (further === undefined || further === event) continue
        if (newAt.get(contact) !== further && newAt.get(introducer) !== further)
          brought.get(further)!.thirdHand.push(contact)
      }
    },

    /** Outcomes on whose chain an event is, with that event; the newest first. The chains are those of `outcomeChain`. */
    outcomes(introducerOf: Map<number, number>): (OutcomeRow & { event: number })[] {
      const rows = (db.prepare(OUTCOMES).all() as OutcomeRow[]).map((row) => ({
        ...row,
        from: row.event === null && row.person !== null ? beginningOf(row.person, introducerOf) : undefined,
      }))
      const people = new Set(rows.flatMap(({ from }) => from ?? []))
      const firstEvents = new Map<number, number | null>(
        db
          .prepare(FIRST_EVENTS)
          .all(JSON.stringify([...people]))
          .map(({ contact, event }) => [contact, event]),
      )
      return rows.flatMap(({ from, ...row }) => {
        const event = row.event ?? (from === undefined ? null : firstEvents.get(from))
        return event === null || event === undefined ? [] : [{ ...row, event }]
      })
    },
  }
}

/** The first of those who led to a person, `undefined` where the event would be beyond the end of the chain. */
function beginningOf(person: number, introducerOf: Map<number, number>): number | undefined {
  const seen = new Set([person])
  let at = person
  for (let links = 1; links < CHAIN_LINKS; links++) {
    const introducer = introducerOf.get(at)
    if (introducer === undefined || seen.has(introducer)) return at
    seen.add(introducer)
    at = introducer
  }
  return undefined
}
