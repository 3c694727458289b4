import type { Between, ComesAlong, Recorded } from '../domain/duplicates.ts'
import { quote } from './changes.ts'
import type { ContactStore } from './contacts.ts'
import type { Db } from './database.ts'

const PEOPLE = `SELECT id, name, org, place,
    (SELECT date FROM special_date WHERE contact_id = contact.id AND label = 'birthday' LIMIT 1) AS birthday
  FROM contact ORDER BY id`

const COMES_ALONG: Record<keyof ComesAlong, string> = {
  encounters: 'encounter_contact WHERE contact_id = @other',
  favours: 'favour_contact WHERE contact_id = @other',
  promises: 'follow_up_contact WHERE contact_id = @other',
  facts: 'fact_contact WHERE contact_id = @other',
  outcomes: 'outcome WHERE @other IN (via_id, customer_id)',
  introductions:
    'introduction WHERE @other IN (introducer_id, a_id, b_id) AND @kept NOT IN (ifnull(introducer_id, 0), a_id, ifnull(b_id, 0))',
  ties: 'tie WHERE @other IN (a_id, b_id) AND @kept NOT IN (a_id, b_id)',
  endorsements: 'endorsement WHERE @other IN (by_id, for_id) AND @kept NOT IN (by_id, ifnull(for_id, 0))',
  offerings: 'offering WHERE contact_id = @other',
  events: 'event_guest WHERE contact_id = @other',
  stages: 'stage WHERE contact_id = @other',
  pauses: 'pause WHERE contact_id = @other',
}
const BETWEEN: Record<keyof Between, string> = {
  introductions:
    'introduction WHERE @other IN (introducer_id, a_id, b_id) AND @kept IN (introducer_id, a_id, b_id)',
  ties: 'tie WHERE @other IN (a_id, b_id) AND @kept IN (a_id, b_id)',
  endorsements: 'endorsement WHERE @other IN (by_id, for_id) AND @kept IN (by_id, for_id)',
}

/** Tables of pairs, which have the smaller number first. */
const ORDERED = ['tie', 'distinct_pair']

/** Records that may be one person's, and making them one. */
export function duplicateStore(db: Db, contacts: ContactStore) {
  /** Each column of each table that names a contact. */
  function references(): { table: string; column: string }[] {
    return db
      .prepare(
        `SELECT list.name AS "table", link."from" AS "column" FROM pragma_table_list AS list,
          pragma_foreign_key_list(list.name) AS link
          WHERE list.schema = 'main' AND list.type = 'table' AND link."table" = 'contact' ORDER BY 1, 2`,
      )
      .all() as { table: string; column: string }[]
  }

  return {
    people(): Recorded[] {
      const all = new Map<number, Recorded>()
      for (const row of db.prepare(PEOPLE).all())
        all.set(row.id, { ...row, aliases: [], emails: [], phones: [] })
      for (const { contact_id, name } of db.prepare('SELECT contact_id, name FROM alias').all())
        all.get(contact_id)!.aliases.push(name)
      for (const { contact_id, kind, value } of db
        .prepare(`SELECT contact_id, kind, value FROM reach WHERE kind IN ('email', 'phone')`)
        .all())
        all.get(contact_id)![kind === 'email' ? 'emails' : 'phones'].push(value)
      return [...all.values()]
    },

    areDistinct: (a: number, b: number): boolean =>
      db
        .prepare('SELECT 1 FROM distinct_pair WHERE a_id = ? AND b_id = ?')
        .get(Math.min(a, b), Math.max(a, b)) !== undefined,

    /** Keeps that these are two people. */
    tellApart(a: number, b: number): void {
      db.prepare('INSERT INTO distinct_pair (a_id, b_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
        Math.min(a, b),
        Math.max(a, b),
      )
    },

    /** What of `other` would hang on `kept`, and what is between the two, which would be gone. */
    merger(kept: number, other: number): { comesAlong: ComesAlong; between: Between } {
      const counts = <Key extends string>(tables: Record<Key, string>) =>
        Object.fromEntries(
          Object.entries<string>(tables).map(([key, from]) => [
            key,
            db.prepare(`SELECT count(*) FROM ${from}`).pluck().get({ kept, other }),
          ]),
        ) as Record<Key, number>
      return { comesAlong: counts(COMES_ALONG), between: counts(BETWEEN) }
    },

    /**
     * Makes all that hangs on `other` hang on `kept`, and deletes `other`. What both have (the same encounter, tag, tie) stands
     * once; what is between the two (a tie, an introduction) is gone. To be called inside an operation.
     */
    moveAll(kept: number, other: number): void {
      for (const { table, column } of references()) {
        if (!ORDERED.includes(table))
          db.prepare(
            `UPDATE OR IGNORE ${quote(table)} SET ${quote(column)} = ? WHERE ${quote(column)} = ?`,
          ).run(kept, other)
        else if (column === 'a_id')
          db.prepare(
            `UPDATE OR IGNORE ${quote(table)} SET
               a_id = min(@kept, iif(a_id = @other, b_id, a_id)), b_id = max(@kept, iif(a_id = @other, b_id, a_id))
             WHERE @other IN (a_id, b_id)`,
          ).run({ kept, other })
      }
      db.prepare(
        `UPDATE contact SET added_on = first.added_on FROM contact AS first
          WHERE contact.id = ? AND first.id = ? AND first.added_on < contact.added_on`,
      ).run(kept, other)
      contacts.delete(other)
    },
  }
}
