import { NetError } from '../domain/errors.ts'
import type { Db } from './database.ts'

/**
 * Tables of the journal whose changes are not logged: the log itself, what is on its way from an inbox, what is reckoned from
 * others by their triggers, and SQLite's and the search index's own.
 */
const UNLOGGED = ['operation', 'change', 'recording', 'inbox_line', 'rhythm']

interface Column {
  name: string
  pk: number
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The tables that hold what the user wrote. */
export function loggedTables(db: Db): string[] {
  return db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'`,
    )
    .all()
    .map((row) => row.name as string)
    .filter((name) => !UNLOGGED.includes(name))
    .sort()
}

export const columnsOf = (db: Db, table: string): Column[] =>
  db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[]

export function dropChangeTriggers(db: Db): void {
  for (const { name } of db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log~_%' ESCAPE '~'`)
    .all())
    db.exec(`DROP TRIGGER ${quote(name)}`)
}

/**
 * Makes the triggers that write each change of each table into `change`, under the operation in `recording`.
 * To be called whenever a migration has run, so that a new table or column is logged from the start.
 */
export function makeChangeTriggers(db: Db): void {
  dropChangeTriggers(db)
  for (const table of loggedTables(db)) {
    const columns = columnsOf(db, table).map((column) => column.name)
    const json = (row: 'NEW' | 'OLD') =>
      `json_object(${columns.map((name) => `'${name}', ${row}.${quote(name)}`).join(', ')})`
    const uid = (row: 'NEW' | 'OLD') => (columns.includes('uid') ? `${row}.uid` : 'NULL')
    const trigger = (event: 'INSERT' | 'UPDATE' | 'DELETE', uidOf: string, before: string, after: string) =>
      db.exec(`CREATE TRIGGER ${quote(`log_${table}_${event.toLowerCase()}`)} AFTER ${event} ON ${quote(table)} BEGIN
        INSERT INTO change (operation_id, table_name, uid, before, after)
        SELECT operation_id, '${table}', ${uidOf}, ${before}, ${after} FROM recording;
      END`)
    trigger('INSERT', uid('NEW'), 'NULL', json('NEW'))
    trigger('UPDATE', uid('NEW'), json('OLD'), json('NEW'))
    trigger('DELETE', uid('OLD'), json('OLD'), 'NULL')
  }
}

type Row = Record<string, string | number | null>

interface Change {
  id: number
  table: string
  before: Row | null
  after: Row | null
}

/** An import may have changed a hundred thousand rows: they are not all held at once. */
const PAGE = 1000
const FORTH = `SELECT id, table_name AS "table", before, after FROM change
  WHERE operation_id = @operation AND id > @from ORDER BY id LIMIT ${PAGE}`
const BACK = `SELECT id, table_name AS "table", before, after FROM change
  WHERE operation_id = @operation AND id < @from ORDER BY id DESC LIMIT ${PAGE}`

/**
 * Takes an operation back (`undo`) or does it again (`redo`), change by change. To be called inside a transaction in
 * which nothing is being recorded.
 * @throws NetError when the journal has no place any more for what was changed
 */
export function replay(db: Db, operation: number, way: 'undo' | 'redo'): void {
  db.pragma('defer_foreign_keys = ON')
  const put = rowWriter(db)
  let from = way === 'undo' ? Number.MAX_SAFE_INTEGER : 0
  for (;;) {
    const page = db
      .prepare(way === 'undo' ? BACK : FORTH)
      .all({ operation, from })
      .map(toChange)
    for (const { table, before, after } of page) {
      if (way === 'undo') put(table, after, before)
      else put(table, before, after)
    }
    if (page.length < PAGE) return
    from = page.at(-1)!.id
  }
}

const toChange = (row: any): Change => ({
  ...row,
  before: JSON.parse(row.before),
  after: JSON.parse(row.after),
})

/**
 * Makes rows be as they are wanted, starting from what they are; `null` stands for "not there". Rows may have been logged
 * before a migration: a column that came later keeps what it has or takes its default, of a change only the columns that
 * differ are written, so that what a migration rewrote stays, and a column that is gone does not matter if it was empty.
 */
function rowWriter(db: Db) {
  const known = new Map<string, Column[]>()
  const columns = (table: string): Column[] => {
    const found = known.get(table) ?? columnsOf(db, table)
    if (found.length === 0) throw new NetError({ kind: 'out-of-date' })
    known.set(table, found)
    return found
  }
  const present = (table: string, names: string[]): string[] => {
    const there = new Set(columns(table).map(({ name }) => name))
    if (names.some((name) => !there.has(name))) throw new NetError({ kind: 'out-of-date' })
    return names
  }
  const keyOf = (table: string): string[] =>
    columns(table)
      .filter(({ pk }) => pk > 0)
      .map(({ name }) => name)
  const assigned = (names: string[], by: string) => names.map((name) => `${quote(name)} = ?`).join(by)

  const insert = (table: string, row: Row) => {
    const there = new Set(columns(table).map(({ name }) => name))
    const names = present(
      table,
      Object.keys(row).filter((name) => row[name] !== null || there.has(name)),
    )
    const places = names.map(() => '?').join(', ')
    db.prepare(`INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${places})`).run(
      ...names.map((name) => row[name]),
    )
  }
  const update = (table: string, from: Row, to: Row) => {
    const names = present(
      table,
      Object.keys(to).filter((name) => to[name] !== from[name]),
    )
    if (names.length === 0) return
    const key = keyOf(table)
    db.prepare(`UPDATE ${quote(table)} SET ${assigned(names, ', ')} WHERE ${assigned(key, ' AND ')}`).run(
      ...names.map((name) => to[name]),
      ...key.map((name) => from[name]),
    )
  }
  const remove = (table: string, row: Row) => {
    const key = keyOf(table)
    db.prepare(`DELETE FROM ${quote(table)} WHERE ${assigned(key, ' AND ')}`).run(
      ...key.map((name) => row[name]),
    )
  }

  return (table: string, from: Row | null, to: Row | null): void => {
    if (from && to) update(table, from, to)
    else if (to) insert(table, to)
    else if (from) remove(table, from)
  }
}
