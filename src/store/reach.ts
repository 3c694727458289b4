import type { Reach } from '../domain/contacts.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

export type ReachStore = ReturnType<typeof reachStore>

const same = (a: Reach, b: Reach) => a.kind === b.kind && a.label === b.label && a.value === b.value

/** Ways to reach people. */
export function reachStore(db: Db) {
  const rows = (contactId: number) =>
    db
      .prepare('SELECT id, kind, label, value FROM reach WHERE contact_id = ? ORDER BY id')
      .all(contactId) as (Reach & { id: number })[]

  return {
    /** In the order they were added. */
    ofContact: (contactId: number): Reach[] =>
      rows(contactId).map(({ kind, label, value }) => ({ kind, label, value })),

    add(contactId: number, { kind, label, value }: Reach): void {
      db.prepare('INSERT INTO reach (uid, contact_id, kind, label, value) VALUES (?, ?, ?, ?, ?)').run(
        newUid(db),
        contactId,
        kind,
        label,
        value,
      )
    },

    /** Makes these the ways to reach the person; those that stay keep their identity. */
    set(contactId: number, wanted: Reach[]): void {
      const left = [...wanted]
      for (const row of rows(contactId)) {
        const at = left.findIndex((each) => same(each, row))
        if (at < 0) db.prepare('DELETE FROM reach WHERE id = ?').run(row.id)
        else left.splice(at, 1)
      }
      for (const each of left) this.add(contactId, each)
    },
  }
}
