import type { Circle, CircleSize } from '../domain/contacts.ts'
import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

const SELECT = 'SELECT id, name, cadence_days AS cadenceDays FROM circle'

/** SQL for the shortest cadence of a contact's circles, for use beside the table `contact`. */
export const CIRCLE_CADENCE = `(SELECT min(circle.cadence_days) FROM circle_member JOIN circle ON circle.id = circle_id
  WHERE circle_member.contact_id = contact.id)`

export type CircleStore = ReturnType<typeof circleStore>

export function circleStore(db: Db) {
  return {
    byName: (name: string) => db.prepare(`${SELECT} WHERE folded = ?`).get(fold(name)) as Circle | undefined,

    /** By name. */
    all: () => db.prepare(`${SELECT} ORDER BY folded`).all() as Circle[],

    sizes: () =>
      db
        .prepare(`SELECT id, name, cadence_days AS cadenceDays,
          (SELECT count(*) FROM circle_member WHERE circle_id = circle.id) AS people FROM circle ORDER BY folded`)
        .all() as CircleSize[],

    add(name: string, cadenceDays: number | null): Circle {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO circle (uid, name, folded, cadence_days) VALUES (?, ?, ?, ?)')
        .run(newUid(db), name, fold(name), cadenceDays)
      return { id: Number(lastInsertRowid), name, cadenceDays }
    },

    update({ id, name, cadenceDays }: Circle): void {
      db.prepare('UPDATE circle SET name = ?, folded = ?, cadence_days = ? WHERE id = ?').run(
        name,
        fold(name),
        cadenceDays,
        id,
      )
    },

    /** Its people stay. */
    remove: (id: number) => void db.prepare('DELETE FROM circle WHERE id = ?').run(id),

    /** @returns whether the person is new in it */
    put: (id: number, contactId: number): boolean =>
      db
        .prepare('INSERT INTO circle_member (circle_id, contact_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(id, contactId).changes > 0,

    /** @returns whether the person was in it */
    drop: (id: number, contactId: number): boolean =>
      db.prepare('DELETE FROM circle_member WHERE circle_id = ? AND contact_id = ?').run(id, contactId)
        .changes > 0,

    /** By name. */
    ofContact: (contactId: number) =>
      db
        .prepare(
          `${SELECT} JOIN circle_member ON circle_id = circle.id WHERE contact_id = ? ORDER BY circle.folded`,
        )
        .all(contactId) as Circle[],
  }
}
