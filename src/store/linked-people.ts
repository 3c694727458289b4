import type { PersonRef } from '../domain/contacts.ts'
import type { Db } from './database.ts'

/** The people of a record, through a table that links it with contacts. */
export function peopleOf(
  db: Db,
  table: 'favour_contact' | 'follow_up_contact' | 'fact_contact',
  key: string,
) {
  return {
    link(record: number, people: PersonRef[]): void {
      const insert = db.prepare(`INSERT INTO ${table} (contact_id, ${key}) VALUES (?, ?)`)
      for (const person of people) insert.run(person.id, record)
    },

    /** By name. */
    of(record: number): PersonRef[] {
      return db
        .prepare(
          `SELECT contact.id, contact.name FROM ${table} JOIN contact ON contact.id = contact_id WHERE ${key} = ? ORDER BY folded, contact.id`,
        )
        .all(record) as PersonRef[]
    },
  }
}
