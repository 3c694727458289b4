import type { SpecialDate } from '../domain/contacts.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

export type SpecialDateStore = ReturnType<typeof specialDateStore>

/** Days to remember: birthdays, anniversaries. */
export function specialDateStore(db: Db) {
  const rows = (contactId: number) =>
    db
      .prepare('SELECT id, label, date FROM special_date WHERE contact_id = ? ORDER BY id')
      .all(contactId) as (SpecialDate & { id: number })[]

  return {
    ofContact: (contactId: number): SpecialDate[] =>
      rows(contactId).map(({ label, date }) => ({ label, date })),

    add: (contactId: number, { label, date }: SpecialDate): void =>
      void db
        .prepare('INSERT INTO special_date (uid, contact_id, label, date) VALUES (?, ?, ?, ?)')
        .run(newUid(db), contactId, label, date),

    /** Makes these the days to remember; those that stay keep their identity. */
    set(contactId: number, wanted: SpecialDate[]): void {
      const left = [...wanted]
      for (const row of rows(contactId)) {
        const at = left.findIndex((each) => each.label === row.label && each.date === row.date)
        if (at < 0) db.prepare('DELETE FROM special_date WHERE id = ?').run(row.id)
        else left.splice(at, 1)
      }
      for (const each of left) this.add(contactId, each)
    },
  }
}
