import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Brought, EventAccount, NetworkingEvent } from '../domain/events.ts'
import { isOnChain, type TracedOutcome } from '../domain/outcomes.ts'
import type { Db } from './database.ts'
import type { EventStore } from './events.ts'
import type { OutcomeStore } from './outcomes.ts'

const FIRST_EVENT = `(SELECT first.event_id FROM encounter_contact AS earliest
  CROSS JOIN encounter AS first ON first.id = earliest.encounter_id
  WHERE earliest.contact_id = link.contact_id ORDER BY earliest.on_date, earliest.encounter_id LIMIT 1)`
const MET = `SELECT DISTINCT encounter.event_id AS event, link.contact_id AS contact,
    encounter.event_id IS ${FIRST_EVENT} AS isNew
  FROM json_each(@ids) CROSS JOIN encounter ON encounter.event_id = value
  CROSS JOIN encounter_contact AS link ON link.encounter_id = encounter.id
  WHERE encounter.on_date <= @today`
/** By whom people came to me: the first introduction counts. */
const INTRODUCED = `SELECT a_id AS contact, introducer_id AS introducer FROM introduction
  WHERE b_id IS NULL AND introducer_id IS NOT NULL AND made = 1 ORDER BY on_date, id`
const EXPECTED = `SELECT event_id AS event, count(*) AS count FROM json_each(?) CROSS JOIN event_guest ON event_id = value
  GROUP BY event_id`
const NAMED = 'SELECT id, name FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, id'

/** What came of events, on that evening and beyond it. */
export function eventFigureStore(db: Db, events: EventStore, outcomes: OutcomeStore) {
  /** Adds who came through those met first at each event, once removed and twice. */
  function addHands(brought: Map<number, Brought>): void {
    const newAt = new Map(
      [...brought].flatMap(([event, { newToMe }]) => newToMe.map((contact) => [contact, event] as const)),
    )
    const introducerOf = new Map<number, number>()
    for (const { contact, introducer } of db.prepare(INTRODUCED).all())
      if (!introducerOf.has(contact)) introducerOf.set(contact, introducer)
    for (const [contact, introducer] of introducerOf) {
      const event = newAt.get(introducer)
      if (event !== undefined && newAt.get(contact) !== event) brought.get(event)!.secondHand.push(contact)
      const before = introducerOf.get(introducer)
      const further = before === undefined || before === contact ? undefined : newAt.get(before)
      if (further === undefined || further === event) continue
      if (newAt.get(contact) !== further && newAt.get(introducer) !== further)
        brought.get(further)!.thirdHand.push(contact)
    }
  }

  return {
    /**
     * Events with their reviews and what they brought, as far as it has been.
     * @param some in their order
     */
    of(some: NetworkingEvent[], today: CivilDate): EventAccount[] {
      const ids = some.map(({ id }) => id)
      const brought = new Map<number, Brought>(
        ids.map((id) => [id, { met: [], newToMe: [], secondHand: [], thirdHand: [], outcomes: [] }]),
      )
      for (const { event, contact, isNew } of db.prepare(MET).all({ ids: JSON.stringify(ids), today })) {
        brought.get(event)!.met.push(contact)
        if (isNew) brought.get(event)!.newToMe.push(contact)
      }
      addHands(brought)
      for (const outcome of outcomes.withChains())
        for (const { kind, id } of outcome.chain)
          if (kind === 'event') brought.get(id)?.outcomes.push(outcome)
      const counts = db.prepare(EXPECTED).all(JSON.stringify(ids))
      const expected = new Map<number, number>(counts.map(({ event, count }) => [event, count]))
      const reviews = events.reviews(ids)
      return some.map((event) => ({
        ...event,
        expected: expected.get(event.id) ?? 0,
        review: reviews.get(event.id) ?? null,
        brought: brought.get(event.id)!,
      }))
    },

    /** These contacts, by name. */
    named: (ids: number[]) => db.prepare(NAMED).all(JSON.stringify(ids)) as PersonRef[],

    /** Outcomes that came by way of an event, the newest first. */
    outcomesOf: (id: number): TracedOutcome[] =>
      outcomes.withChains().filter((outcome) => isOnChain(outcome, 'event', id)),
  }
}
