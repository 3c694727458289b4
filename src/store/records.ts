import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { JournalRecords } from '../domain/journal-records.ts'
import { promiseState } from '../domain/promises.ts'
import type { CardStore } from './cards.ts'
import type { Db } from './database.ts'
import { type LinkTable, withPeople } from './linked-people.ts'

const NAMES = 'SELECT id, name FROM contact'
const CONTACTS = `SELECT id, uid, added_on AS addedOn, let_go_on AS letGoOn, snoozed_until AS snoozedUntil,
    (SELECT json_group_array(json_object('from', from_on, 'until', until_on, 'why', why) ORDER BY from_on, pause.id)
      FROM pause WHERE contact_id = contact.id) AS pauses,
    (SELECT json_group_array(json_object('format', format, 'readOn', read_on) ORDER BY source.id)
      FROM source WHERE contact_id = contact.id) AS sources,
    (SELECT max(on_date) FROM encounter_contact WHERE contact_id = contact.id AND on_date <= ?) AS lastOn
  FROM contact ORDER BY folded, id`
const ENCOUNTERS = `SELECT encounter.id, encounter.on_date AS "on", kind, encounter.place, text, event.name AS event,
    (SELECT json_group_array(tag ORDER BY folded) FROM encounter_tag WHERE encounter_id = encounter.id) AS tags
  FROM encounter LEFT JOIN event ON event.id = event_id ORDER BY encounter.on_date, encounter.id`
const FAVOURS =
  'SELECT id, on_date AS "on", direction, what, kind, weight FROM favour ORDER BY on_date, favour.id'
const FOLLOW_UPS = `SELECT id, uid, whose, what, made_on AS madeOn, due_on AS due, done_on AS doneOn, kept, broken
  FROM follow_up ORDER BY made_on, follow_up.id`
const FACTS = 'SELECT id, on_date AS "on", what FROM fact ORDER BY on_date, fact.id'
const INTRODUCTIONS = `SELECT id, on_date AS "on", introducer_id AS introducer, a_id AS a, b_id AS b, made, purpose,
    declined_on AS declinedOn, result, result_on AS resultOn, thanked_on AS thankedOn
  FROM introduction ORDER BY on_date, introduction.id`
const TIES = 'SELECT id, a_id AS a, b_id AS b, since_on AS since FROM tie ORDER BY a_id, b_id'
const EVENTS = `SELECT event.id, name, event.on_date AS "on", series, format, place, cost, currency, minutes,
    event_review.on_date AS reviewedOn, contacts, insight, fun, note,
    (SELECT json_group_array(contact.id ORDER BY folded, contact.id) FROM contact WHERE id IN (
      SELECT contact_id FROM event_guest WHERE event_id = event.id
      UNION SELECT contact_id FROM encounter JOIN encounter_contact ON encounter_id = encounter.id
        WHERE encounter.event_id = event.id)) AS people
  FROM event LEFT JOIN event_review ON event_review.event_id = event.id ORDER BY event.on_date, event.id`
const OUTCOMES = `SELECT outcome.id, title, outcome.on_date AS "on", value, outcome.currency,
    from_network AS fromNetwork, via_id AS via, customer_id AS customer, event_id AS eventId, event.name AS eventName, note
  FROM outcome LEFT JOIN event ON event.id = event_id ORDER BY outcome.on_date, outcome.id`
const OFFERINGS = `SELECT id, kind, what, contact_id AS who, on_date AS "on", closed_on AS closedOn
  FROM offering ORDER BY on_date, offering.id`
const ENDORSEMENTS = `SELECT id, by_id AS by, for_id AS "for", topic, story, on_date AS "on"
  FROM endorsement ORDER BY on_date, endorsement.id`
const STAGES =
  'SELECT id, on_date AS "on", stage, contact_id AS contact FROM stage ORDER BY on_date, stage.id'

/** So many rows are put together with their people at once. */
const PAGE = 500

/** Everything, for those who take it elsewhere. */
export function recordStore(db: Db, cards: CardStore) {
  /** Rows as they are read, a page at a time; walked through anew, they are read anew. */
  const pages = (sql: string, ...values: unknown[]): Iterable<any[]> => ({
    *[Symbol.iterator]() {
      let page: any[] = []
      // A statement of its own, since the same may be walked through twice at once.
      for (const row of db.connection.prepare(sql).iterate(...values)) {
        page.push(row)
        if (page.length < PAGE) continue
        yield page
        page = []
      }
      if (page.length > 0) yield page
    },
  })
  const each = <T>(source: Iterable<any[]>, toRecords: (page: any[]) => T[]): Iterable<T> => ({
    *[Symbol.iterator]() {
      for (const page of source) yield* toRecords(page)
    },
  })
  const linked = <T>(sql: string, table: LinkTable, key: string, toRecord: (row: any) => T): Iterable<T> =>
    each(pages(sql), (page) => withPeople(db, table, key, page).map(toRecord))

  /** People by their number. */
  function directory(): (id: number | null) => any {
    const byId = new Map<number, PersonRef>(
      db
        .prepare(NAMES)
        .all()
        .map(({ id, name }) => [id, { id, name }]),
    )
    return (id) => (id === null ? null : byId.get(id)!)
  }

  return {
    /** @param today encounters after it are planned, and nobody was met there yet */
    all(today: CivilDate): JournalRecords {
      let known: ReturnType<typeof directory> | undefined
      const who = (id: number | null) => {
        known ??= directory()
        return known(id)
      }
      const rows = <T>(sql: string, toRecord: (row: any) => T): Iterable<T> =>
        each(pages(sql), (page) => page.map(toRecord))
      return {
        contacts: each(pages(CONTACTS, today), (page) =>
          page.map(({ pauses, sources, ...row }) => ({
            ...row,
            ...cards.byId(row.id)!,
            pauses: JSON.parse(pauses),
            sources: JSON.parse(sources),
          })),
        ),
        encounters: linked(ENCOUNTERS, 'encounter_contact', 'encounter_id', (row) => ({
          ...row,
          tags: JSON.parse(row.tags),
        })),
        favours: linked(FAVOURS, 'favour_contact', 'favour_id', (row) => row),
        followUps: linked(FOLLOW_UPS, 'follow_up_contact', 'follow_up_id', ({ kept, broken, ...row }) => ({
          ...row,
          state: promiseState({ ...row, kept: kept === 1, broken: broken === 1 }),
        })),
        facts: linked(FACTS, 'fact_contact', 'fact_id', (row) => row),
        introductions: rows(INTRODUCTIONS, ({ introducer, a, b, made, ...row }) => ({
          ...row,
          introducer: who(introducer),
          a: who(a),
          b: who(b),
          made: made === 1,
        })),
        ties: rows(TIES, ({ a, b, ...row }) => ({ ...row, a: who(a), b: who(b) })),
        events: rows(EVENTS, ({ reviewedOn, contacts, insight, fun, note, people, ...row }) => ({
          ...row,
          review:
            reviewedOn === null
              ? null
              : { on: reviewedOn, contacts: contacts === 1, insight: insight === 1, fun: fun === 1, note },
          people: (JSON.parse(people) as number[]).map(who),
        })),
        outcomes: rows(OUTCOMES, ({ fromNetwork, via, customer, eventId, eventName, ...row }) => ({
          ...row,
          fromNetwork: fromNetwork === 1,
          via: who(via),
          customer: who(customer),
          event: eventId === null ? null : { id: eventId, name: eventName },
        })),
        offerings: rows(OFFERINGS, ({ who: id, ...row }) => ({ ...row, who: who(id) })),
        endorsements: rows(ENDORSEMENTS, ({ by, for: id, ...row }) => ({
          ...row,
          by: who(by),
          for: who(id),
        })),
        stages: rows(STAGES, ({ contact, ...row }) => ({ ...row, contact: who(contact) })),
      }
    },
  }
}
