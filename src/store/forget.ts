import { type Traces, withoutTraces } from '../domain/forgetting.ts'
import { fold } from '../domain/names.ts'
import { PERSON } from '../domain/source-keys.ts'
import { columnsOf, loggedTables, quote } from './changes.ts'
import { type Db, immediately } from './database.ts'

/** What is no one's words: keys, days, kinds; and names of others, which are theirs. */
const NO_WORDS =
  /^(uid|.*_on|.*_date|.*_until|date|kind|direction|currency|format|stage|whose|name|folded|tag|word|key)$/

/** What a person had a part in: where it stands, how it is linked with people, and what the search index calls it. */
const PARTS = [
  { table: 'encounter', link: 'encounter_contact', key: 'encounter_id', kind: 'encounter' },
  { table: 'favour', link: 'favour_contact', key: 'favour_id', kind: 'favour' },
  { table: 'follow_up', link: 'follow_up_contact', key: 'follow_up_id', kind: 'follow-up' },
  { table: 'fact', link: 'fact_contact', key: 'fact_id', kind: 'fact' },
]

export interface Forgotten {
  /** Texts that named the person. */
  texts: number
}

/**
 * Erases a person: their record with all that hangs on it, their names in every text, what the search index has of them, and the
 * whole history of changes, which holds what was erased. What they had a part in stays in the totals, without them. The bytes
 * are gone from the file after that. It is no operation: nothing brings it back.
 */
export function forget(db: Db, contactId: number, deleteContact: () => void, traces: Traces): Forgotten {
  db.pragma('secure_delete = ON')
  const texts = immediately(db, () => {
    let count = 0
    for (const { table, link, key, kind } of PARTS) {
      const ids = db
        .prepare(`SELECT ${key} FROM ${link} WHERE contact_id = ?`)
        .pluck()
        .all(contactId) as number[]
      const words = [...traces.everywhere, ...traces.where]
      count += clean(db, table, words, ids)
      for (const id of ids) cleanIndex(db, words, 'kind = ? AND record_id = ?', kind, id)
    }
    forgetSources(db, contactId)
    deleteContact()
    for (const table of loggedTables(db)) count += clean(db, table, traces.everywhere)
    clean(db, 'source_record', traces.everywhere.map(fold))
    cleanIndex(db, traces.everywhere, '1')
    db.prepare('DELETE FROM change').run()
    db.prepare('DELETE FROM operation').run()
    return count
  })
  // What was deleted is still in the index's own pages and in the log beside the file.
  db.exec(`INSERT INTO search (search) VALUES ('rebuild')`)
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
  return { texts }
}

/** That a program brought them along is kept beyond the record, under their name or what that program knows them by. */
function forgetSources(db: Db, contactId: number): void {
  db.prepare(
    `DELETE FROM source_record WHERE (format, source_id) IN (
      SELECT record.format, record.source_id FROM source JOIN source_record AS record ON record.format = source.format
        AND (record.source_id = '${PERSON} ' || source.source_id
          OR record.source_id BETWEEN '${PERSON} ' || source.source_id || ' ' AND '${PERSON} ' || source.source_id || '!')
      WHERE source.contact_id = ?)`,
  ).run(contactId)
}

/** Takes words out of the texts of a table; of all its rows, or of some by their `id`. @returns how many were changed */
function clean(db: Db, table: string, words: string[], ids?: number[]): number {
  if (table === 'search_text') return 0
  const key = columnsOf(db, table)
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => quote(name))
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`)
    .pluck()
    .all(table) as string[]
  const some = ids === undefined ? '' : 'AND id IN (SELECT value FROM json_each(?))'
  const values = ids === undefined ? [] : [JSON.stringify(ids)]
  let count = 0
  for (const column of columns.filter((name) => !NO_WORDS.test(name)).map(quote)) {
    const rows = db
      .prepare(
        `SELECT ${column} AS said, ${key.join(', ')} FROM ${quote(table)} WHERE ${column} <> '' ${some}`,
      )
      .raw()
      .all(...values)
    for (const [said, ...keys] of rows as [string, ...unknown[]][]) {
      const left = withoutTraces(said, words)
      if (left === said) continue
      const where = key.map((name) => `${name} = ?`).join(' AND ')
      db.prepare(`UPDATE ${quote(table)} SET ${column} = ? WHERE ${where}`).run(left, ...keys)
      count++
    }
  }
  return count
}

function cleanIndex(db: Db, words: string[], where: string, ...values: unknown[]): void {
  const folded = words.map(fold)
  for (const row of db.prepare(`SELECT id, folded FROM search_text WHERE ${where}`).all(...values)) {
    const left = withoutTraces(row.folded, folded)
    if (left !== row.folded)
      db.prepare('UPDATE search_text SET folded = ? WHERE id = ?').run(fold(left), row.id)
  }
}
