import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'

export type TagStore = ReturnType<typeof tagStore>

/** The tags of contacts. */
export function tagStore(db: Db) {
  return {
    /** Each once, by name. */
    all: () =>
      db
        .prepare('SELECT min(tag) FROM contact_tag GROUP BY folded ORDER BY folded')
        .pluck()
        .all() as string[],

    ofContact: (contactId: number) =>
      db
        .prepare('SELECT tag FROM contact_tag WHERE contact_id = ? ORDER BY folded')
        .pluck()
        .all(contactId) as string[],

    /** @returns whether it is new on this person */
    add: (contactId: number, tag: string): boolean =>
      db
        .prepare('INSERT INTO contact_tag (contact_id, folded, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(contactId, fold(tag), tag).changes > 0,

    /** @returns whether it was there */
    remove: (contactId: number, tag: string): boolean =>
      db.prepare('DELETE FROM contact_tag WHERE contact_id = ? AND folded = ?').run(contactId, fold(tag))
        .changes > 0,
  }
}
