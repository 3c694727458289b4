import type { PersonRef } from '../domain/contacts.ts'
import type { PartialDate } from '../domain/dates.ts'
import { grouped } from '../domain/grouping.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

/** Somebody whom a contact knows. */
export interface Acquainted extends PersonRef {
  sinceOn: PartialDate | null
}

/** Two contacts know each other. */
export interface Tie {
  people: [PersonRef, PersonRef]
  sinceOn: PartialDate | null
  /** The introduction that it came from. */
  introduction: number | null
}

const ACQUAINTED = `SELECT contact.id, contact.name, since_on AS sinceOn
  FROM (SELECT b_id AS other, since_on FROM tie WHERE a_id = @id UNION ALL SELECT a_id, since_on FROM tie WHERE b_id = @id)
  JOIN contact ON contact.id = other ORDER BY folded, contact.id`
const ADD = `INSERT INTO tie (uid, a_id, b_id, since_on, introduction_id) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (a_id, b_id) DO NOTHING`
const TIES = `SELECT tie.id, since_on, introduction_id, a_id, a.name AS a_name, b_id, b.name AS b_name
  FROM tie JOIN contact AS a ON a.id = a_id JOIN contact AS b ON b.id = b_id`
const OF_CONTACT = `${TIES} WHERE tie.id IN (SELECT id FROM tie WHERE a_id = @id UNION SELECT id FROM tie WHERE b_id = @id)
  ORDER BY iif(a_id = @id, b.folded, a.folded), tie.id`
/** CROSS JOIN: from the people asked for to their ties, never the other way. */
const NEIGHBOURS = `SELECT value AS person, b_id AS other FROM json_each(@ids) CROSS JOIN tie ON a_id = value
  UNION ALL SELECT value, a_id FROM json_each(@ids) CROSS JOIN tie ON b_id = value`

export type TieStore = ReturnType<typeof tieStore>

/** Who knows whom. A tie has no direction: either of the two may be named first. */
export function tieStore(db: Db) {
  const inOrder = (one: number, other: number) => [Math.min(one, other), Math.max(one, other)]

  return {
    /** @returns whether it was new; a known one stays as it is */
    add(
      one: number,
      other: number,
      sinceOn: PartialDate | null,
      introduction: number | null = null,
    ): boolean {
      const { changes } = db.prepare(ADD).run(newUid(db), ...inOrder(one, other), sinceOn, introduction)
      return changes > 0
    },

    between(one: number, other: number): Tie | undefined {
      const row = db.prepare(`${TIES} WHERE a_id = ? AND b_id = ?`).get(...inOrder(one, other))
      return row && toTie(row)
    },

    /** Since when they know each other, where that was not known. */
    date(one: number, other: number, sinceOn: PartialDate): void {
      db.prepare('UPDATE tie SET since_on = ? WHERE a_id = ? AND b_id = ?').run(
        sinceOn,
        ...inOrder(one, other),
      )
    },

    remove(one: number, other: number): void {
      db.prepare('DELETE FROM tie WHERE a_id = ? AND b_id = ?').run(...inOrder(one, other))
    },

    /** Whom a contact knows, by name. */
    of: (contactId: number) => db.prepare(ACQUAINTED).all({ id: contactId }) as Acquainted[],

    /** All ties by name, or those of one contact, who stands first in them. @param limit how many at most */
    list: (contactId?: number, limit = -1): Tie[] =>
      contactId === undefined
        ? db.prepare(`${TIES} ORDER BY a.folded, b.folded, tie.id LIMIT ?`).all(limit).map(toTie)
        : db
            .prepare(`${OF_CONTACT} LIMIT @limit`)
            .all({ id: contactId, limit })
            .map((row) => (row.a_id === contactId ? toTie(row) : turned(toTie(row)))),

    /** Whom each of these people knows; those who know nobody have no entry. */
    neighbours(ids: number[]): Map<number, number[]> {
      const ties = db
        .prepare(NEIGHBOURS)
        .raw()
        .all({ ids: JSON.stringify(ids) })
      return grouped(ties as [person: number, other: number][])
    },
  }
}

const toTie = (row: any): Tie => ({
  people: [
    { id: row.a_id, name: row.a_name },
    { id: row.b_id, name: row.b_name },
  ],
  sinceOn: row.since_on,
  introduction: row.introduction_id,
})

const turned = ({ people: [one, other], ...tie }: Tie): Tie => ({ ...tie, people: [other, one] })
