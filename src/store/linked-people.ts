import type { PersonRef } from '../domain/contacts.ts'
import type { Db } from './database.ts'

type Linking = 'favour_contact' | 'follow_up_contact' | 'fact_contact'
export type LinkTable = Linking | 'encounter_contact'

/** Gives records their people, by name: looked up for all of them at once, since a list may have thousands. */
export function withPeople<Row extends { id: number }>(
  db: Db,
  table: LinkTable,
  key: string,
  records: Row[],
): (Row & { people: PersonRef[] })[] {
  const people = new Map<number, PersonRef[]>(records.map(({ id }) => [id, []]))
  const links = db
    .prepare(`SELECT ${key} AS record, contact.id, contact.name
    FROM json_each(?) CROSS JOIN ${table} ON ${key} = value CROSS JOIN contact ON contact.id = contact_id
    ORDER BY folded, contact.id`)
    .raw()
    .all(JSON.stringify([...people.keys()])) as [record: number, id: number, name: string][]
  for (const [record, id, name] of links) people.get(record)!.push({ id, name })
  return records.map((row) => Object.assign(row, { people: people.get(row.id)! }))
}

/** The people of records, through a table that links these with contacts. */
export function peopleOf(db: Db, table: Linking, key: string) {
  return {
    link(record: number, people: PersonRef[]): void {
      const insert = db.prepare(`INSERT INTO ${table} (contact_id, ${key}) VALUES (?, ?)`)
      for (const person of people) insert.run(person.id, record)
    },

    /** Gives records their people, by name. */
    with: <Row extends { id: number }>(records: Row[]) => withPeople(db, table, key, records),
  }
}
