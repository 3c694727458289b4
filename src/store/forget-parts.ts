/** Records of which a person is a part, or which tell of an encounter with them. */
interface Part {
  table: string
  /** What the table calls the record. */
  key?: string
  /** What the search index calls it. */
  kind?: string
  /** The records of `@contact`. */
  records: string
  /** Who else had a part in `@record`. */
  people: string
}

const ENCOUNTERS = 'SELECT encounter_id FROM encounter_contact WHERE contact_id = @contact'
const AT_THE_ENCOUNTER = (table: string) => `SELECT contact_id FROM encounter_contact
  WHERE encounter_id = (SELECT encounter_id FROM ${table} WHERE id = @record) AND contact_id <> @contact`

/** Favours, promises and facts: linked with people, and told of at an encounter. */
const linked = (table: string, kind: string, link: string, key: string): Part => ({
  table,
  kind,
  records: `SELECT ${key} FROM ${link} WHERE contact_id = @contact
    UNION SELECT id FROM ${table} WHERE encounter_id IN (${ENCOUNTERS})`,
  people: `SELECT contact_id FROM ${link} WHERE ${key} = @record AND contact_id <> @contact
    UNION ${AT_THE_ENCOUNTER(table)}`,
})

const EVENTS = `SELECT event_id FROM event_guest WHERE contact_id = @contact
  UNION SELECT event_id FROM encounter WHERE id IN (${ENCOUNTERS}) AND event_id IS NOT NULL`
const AT_THE_EVENT = `SELECT contact_id FROM event_guest WHERE event_id = @record AND contact_id <> @contact
  UNION SELECT contact_id FROM encounter JOIN encounter_contact ON encounter_id = encounter.id
    WHERE event_id = @record AND contact_id <> @contact`

export const THEIR_PARTS: Part[] = [
  {
    table: 'encounter',
    kind: 'encounter',
    records: ENCOUNTERS,
    people:
      'SELECT contact_id FROM encounter_contact WHERE encounter_id = @record AND contact_id <> @contact',
  },
  linked('favour', 'favour', 'favour_contact', 'favour_id'),
  linked('follow_up', 'follow-up', 'follow_up_contact', 'follow_up_id'),
  linked('fact', 'fact', 'fact_contact', 'fact_id'),
  {
    table: 'favour',
    kind: 'favour',
    records:
      'SELECT favour_id FROM introduction WHERE @contact IN (introducer_id, a_id, b_id) AND favour_id IS NOT NULL',
    people: 'SELECT contact_id FROM favour_contact WHERE favour_id = @record AND contact_id <> @contact',
  },
  {
    table: 'offering',
    kind: 'offering',
    records: `SELECT id FROM offering WHERE encounter_id IN (${ENCOUNTERS})`,
    people: AT_THE_ENCOUNTER('offering'),
  },
  {
    table: 'introduction',
    kind: 'introduction',
    records: `SELECT id FROM introduction WHERE encounter_id IN (${ENCOUNTERS})`,
    people: AT_THE_ENCOUNTER('introduction'),
  },
  {
    table: 'outcome',
    kind: 'outcome',
    records: 'SELECT id FROM outcome WHERE @contact IN (via_id, customer_id)',
    people: `SELECT via_id FROM outcome WHERE id = @record AND via_id <> @contact
      UNION SELECT customer_id FROM outcome WHERE id = @record AND customer_id <> @contact`,
  },
  { table: 'event_review', key: 'event_id', kind: 'event', records: EVENTS, people: AT_THE_EVENT },
]
