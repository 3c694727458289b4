import { NetError } from '../domain/errors.ts'
import { columnsOf, loggedTables, quote } from './changes.ts'
import type { Db } from './database.ts'

type Value = string | number | null
export type ArchiveRow = Record<string, Value>

/** Everything in a journal but its history, table by table. */
export interface Archive {
  /** Of the journal's tables: how many migrations had run. */
  version: number
  tables: Record<string, ArchiveRow[]>
}

export function archiveStore(db: Db) {
  return {
    version: () => db.pragma('user_version') as number,

    /** Table by table, each in the order of its key; row by row, since there may be very many. */
    *rows(): Generator<{ table: string; rows: Iterable<ArchiveRow> }> {
      for (const table of loggedTables(db)) {
        const key = columnsOf(db, table)
          .filter(({ pk }) => pk > 0)
          .sort((a, b) => a.pk - b.pk)
          .map(({ name }) => quote(name))
        const order = key.length > 0 ? `ORDER BY ${key.join(', ')}` : ''
        yield {
          table,
          rows: db.connection
            .prepare(`SELECT * FROM ${quote(table)} ${order}`)
            .iterate() as Iterable<ArchiveRow>,
        }
      }
    },

    isEmpty: (): boolean =>
      loggedTables(db).every(
        (table) => db.prepare(`SELECT 1 FROM ${quote(table)} LIMIT 1`).get() === undefined,
      ),

    /**
     * Puts an archive's rows into a journal that has none. What a table or a column of the archive is called must be known; columns
     * that came later take their defaults. To be called inside an operation.
     * @throws NetError when the archive is of a newer version, or does not fit
     * @returns how many rows there were
     */
    load({ version, tables }: Archive): number {
      if (version > this.version()) throw new NetError({ kind: 'journal', why: 'newer', file: 'archive' })
      db.pragma('defer_foreign_keys = ON')
      const known = loggedTables(db)
      let count = 0
      for (const [table, rows] of Object.entries(tables)) {
        if (!known.includes(table)) throw new NetError({ kind: 'out-of-date' })
        const columns = columnsOf(db, table).map(({ name }) => name)
        for (const row of rows) {
          const names = Object.keys(row)
          if (names.some((name) => !columns.includes(name))) throw new NetError({ kind: 'out-of-date' })
          db.prepare(
            `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
          ).run(...names.map((name) => row[name]))
          count++
        }
      }
      return count
    },
  }
}
