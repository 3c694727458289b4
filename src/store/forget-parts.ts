import { HUNG_ON_THEM } from './deleted.ts'

/** Records of which a person is a part, or which tell of an encounter with them. */
interface Part {
  table: string
  /** What the table calls the record. */
  key?: string
  /** What the search index calls it. */
  kind?: string
  /** The records of `@contact`, given how to find those they are linked with. */
  records: (theirs: Links) => string
  /** Who else had a part in `@record`. */
  people: string
}

/** SQL for the `key` of the rows of a table that link a record with a person. */
export type Links = (table: string, key: string) => string

export const linksOfContact: Links = (table, key) => `SELECT ${key} FROM ${table} WHERE contact_id = @contact`

/** Of somebody deleted the history alone knows them: `@was` their number, `@uid`; `@contact` is to be nobody's. */
export const linksOfDeleted: Links = (table, key) =>
  `SELECT json_extract(coalesce(after, before), '$.${key}') FROM change WHERE table_name = '${table}' AND ${HUNG_ON_THEM}`

const encounters = (theirs: Links): string => theirs('encounter_contact', 'encounter_id')
const AT_THE_ENCOUNTER = (table: string) => `SELECT contact_id FROM encounter_contact
  WHERE encounter_id = (SELECT encounter_id FROM ${table} WHERE id = @record) AND contact_id <> @contact`

/** Favours, promises and facts: linked with people, and told of at an encounter. */
const linked = (table: string, kind: string, link: string, key: string): Part => ({
  table,
  kind,
  records: (theirs) => `${theirs(link, key)}
    UNION SELECT id FROM ${table} WHERE encounter_id IN (${encounters(theirs)})`,
  people: `SELECT contact_id FROM ${link} WHERE ${key} = @record AND contact_id <> @contact
    UNION ${AT_THE_ENCOUNTER(table)}`,
})

const events = (theirs: Links): string => `${theirs('event_guest', 'event_id')}
  UNION SELECT event_id FROM encounter WHERE id IN (${encounters(theirs)}) AND event_id IS NOT NULL`
const AT_THE_EVENT = `SELECT contact_id FROM event_guest WHERE event_id = @record AND contact_id <> @contact
  UNION SELECT contact_id FROM encounter JOIN encounter_contact ON encounter_id = encounter.id
    WHERE event_id = @record AND contact_id <> @contact`

export const THEIR_PARTS: Part[] = [
  {
    table: 'encounter',
    kind: 'encounter',
    records: encounters,
    people:
      'SELECT contact_id FROM encounter_contact WHERE encounter_id = @record AND contact_id <> @contact',
  },
  linked('favour', 'favour', 'favour_contact', 'favour_id'),
  linked('follow_up', 'follow-up', 'follow_up_contact', 'follow_up_id'),
  linked('fact', 'fact', 'fact_contact', 'fact_id'),
  {
    table: 'favour',
    kind: 'favour',
    records: () =>
      'SELECT favour_id FROM introduction WHERE @contact IN (introducer_id, a_id, b_id) AND favour_id IS NOT NULL',
    people: 'SELECT contact_id FROM favour_contact WHERE favour_id = @record AND contact_id <> @contact',
  },
  {
    table: 'offering',
    kind: 'offering',
    records: (theirs) => `SELECT id FROM offering WHERE encounter_id IN (${encounters(theirs)})`,
    people: AT_THE_ENCOUNTER('offering'),
  },
  {
    table: 'introduction',
    kind: 'introduction',
    records: (theirs) => `SELECT id FROM introduction WHERE encounter_id IN (${encounters(theirs)})`,
    people: AT_THE_ENCOUNTER('introduction'),
  },
  {
    table: 'outcome',
    kind: 'outcome',
    records: () => 'SELECT id FROM outcome WHERE @contact IN (via_id, customer_id)',
    people: `SELECT via_id FROM outcome WHERE id = @record AND via_id <> @contact
      UNION SELECT customer_id FROM outcome WHERE id = @record AND customer_id <> @contact`,
  },
  { table: 'event_review', key: 'event_id', kind: 'event', records: events, people: AT_THE_EVENT },
]
