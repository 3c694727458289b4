import { NetError, type Problem } from '../domain/errors.ts'
import { columnsOf, loggedTables, quote } from './changes.ts'
import type { Db } from './database.ts'

type Value = string | number | null
export type ArchiveRow = Record<string, Value>

/** Everything in a journal but its history, row by row. */
export interface Archive {
  /** Of the journal's tables: how many migrations had run. */
  version: number
  rows: Iterable<{ table: string; row: ArchiveRow; line: number | null }>
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
     * @throws NetError when the archive is of a newer version, or does not fit: with the row that does not
     * @returns how many rows there were
     */
    load({ version, rows }: Archive): number {
      if (version > this.version()) throw new NetError({ kind: 'journal', why: 'newer', file: 'archive' })
      db.pragma('defer_foreign_keys = ON')
      const known = new Map(
        loggedTables(db).map((table) => [table, new Set(columnsOf(db, table).map(({ name }) => name))]),
      )
      let count = 0
      for (const { table, row, line } of rows) {
        const columns = known.get(table)
        if (!columns) throw unfit({ why: 'unknown-table', table, line })
        const names = Object.keys(row)
        const column = names.find((name) => !columns.has(name))
        if (column !== undefined) throw unfit({ why: 'unknown-column', table, column, line })
        insert(table, names, row, line)
        count++
      }
      refuseLooseEnds()
      return count
    },
  }

  function insert(table: string, names: string[], row: ArchiveRow, line: number | null): void {
    try {
      db.prepare(
        `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...names.map((name) => row[name]))
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (!code?.startsWith('SQLITE_CONSTRAINT')) throw error
      throw unfit({ ...brokenRule(message, names), table, row: keyOf(table, row), line })
    }
  }

  /** A row that refers to none would only show when the transaction ends, and then without its name. */
  function refuseLooseEnds(): void {
    const loose = db.prepare('SELECT "table", fkid FROM pragma_foreign_key_check LIMIT 1').get()
    if (!loose) return
    const links = db
      .prepare(
        'SELECT "table" AS parent, "from" AS own, "to" AS theirs FROM pragma_foreign_key_list(?) WHERE id = ?',
      )
      .all(loose.table, loose.fkid) as { parent: string; own: string; theirs: string | null }[]
    const parent = links[0]!.parent
    const key = columnsOf(db, parent).filter(({ pk }) => pk > 0)
    const same = links.map(({ own, theirs }, at) => `p.${quote(theirs ?? key[at]!.name)} = c.${quote(own)}`)
    const said = links.map(({ own }) => `c.${quote(own)} IS NOT NULL`)
    const row = db
      .prepare(
        `SELECT c.* FROM ${quote(loose.table)} AS c WHERE ${said.join(' AND ')}
          AND NOT EXISTS (SELECT 1 FROM ${quote(parent)} AS p WHERE ${same.join(' AND ')}) LIMIT 1`,
      )
      .get() as ArchiveRow
    throw unfit({
      why: 'refers-to-nothing',
      table: loose.table,
      row: keyOf(loose.table, row),
      column: links.map(({ own }) => own).join(', '),
      to: parent,
      line: null,
    })
  }

  /** What tells a row from the others of its table: "id 3". */
  function keyOf(table: string, row: ArchiveRow): string {
    return columnsOf(db, table)
      .filter(({ pk }) => pk > 0)
      .map(({ name }) => `${name} ${row[name]}`)
      .join(', ')
  }
}

/** What SQLite says of a row that it does not take: "UNIQUE constraint failed: alias.contact_id, alias.folded". */
function brokenRule(
  message: string,
  columns: string[],
): { why: 'missing' | 'twice' | 'wrong-kind' | 'out-of-bounds'; column: string } {
  const about = message.replace(/^.*?(?:constraint failed:| column )/, '')
  const column = columns.filter((name) => new RegExp(`\\b${name}\\b`).test(about)).join(', ')
  if (message.startsWith('NOT NULL')) return { why: 'missing', column: column || about.replace(/^.*\./, '') }
  if (message.startsWith('UNIQUE')) return { why: 'twice', column }
  return { why: message.startsWith('cannot store') ? 'wrong-kind' : 'out-of-bounds', column }
}

const unfit = (facts: Omit<Extract<Problem, { kind: 'archive' }>, 'kind'>) =>
  new NetError({ kind: 'archive', ...facts })
