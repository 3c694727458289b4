import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Brought, EventAccount, NetworkingEvent } from '../domain/events.ts'
import type { TracedOutcome } from '../domain/outcomes.ts'
import type { Db } from './database.ts'
import { eventReach } from './event-reach.ts'
import type { EventStore } from './events.ts'
import { knownBefore } from './first-met.ts'
import type { OutcomeStore } from './outcomes.ts'

/**
 * From indexes alone, since the encounters themselves lie far apart in a large journal; people as one JSON array for each
 * event, since some thousand rows take longer to hand over than to find.
 */
const MET = `SELECT event, json_group_array(DISTINCT contact) AS met,
    json_group_array(contact) FILTER (WHERE encounter = first AND NOT ${knownBefore('contact', 'day')}) AS newToMe
  FROM (SELECT encounter.event_id AS event, link.contact_id AS contact, link.encounter_id AS encounter,
      link.on_date AS day,
      (SELECT encounter_id FROM encounter_contact AS earliest WHERE earliest.contact_id = link.contact_id
        ORDER BY earliest.on_date, earliest.encounter_id LIMIT 1) AS first
    FROM json_each(@ids) CROSS JOIN encounter ON encounter.event_id = value
    CROSS JOIN encounter_contact AS link ON link.encounter_id = encounter.id
    WHERE link.on_date <= @today)
  GROUP BY event`
const EXPECTED = `SELECT event_id AS event, count(*) AS count FROM json_each(?) CROSS JOIN event_guest ON event_id = value
  GROUP BY event_id`
const NAMED = 'SELECT id, name FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, id'

/** What came of events, on that evening and beyond it. */
export function eventFigureStore(db: Db, events: EventStore, outcomes: OutcomeStore) {
  const reach = eventReach(db)

  /** Adds whom I met at each event, and who of them was new to me: the first encounter ever was there. */
  function addMet(brought: Map<number, Brought>, today: CivilDate): void {
    const ids = JSON.stringify([...brought.keys()])
    for (const { event, met, newToMe } of db.prepare(MET).all({ ids, today }))
      Object.assign(brought.get(event)!, { met: JSON.parse(met), newToMe: JSON.parse(newToMe) })
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
      addMet(brought, today)
      const introducerOf = reach.introducers()
      reach.addHands(brought, introducerOf)
      for (const outcome of reach.outcomes(introducerOf)) brought.get(outcome.event)?.outcomes.push(outcome)
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
      reach
        .outcomes(reach.introducers())
        .filter(({ event }) => event === id)
        .map((outcome) => outcomes.byId(outcome.id)!),
  }
}
