import type { Db } from './database.ts'

/** Tables of the journal whose changes are not logged: the log itself, and SQLite's and the search index's own. */
const UNLOGGED = ['operation', 'change', 'recording']

interface Column {
  name: string
  pk: number
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

function loggedTables(db: Db): string[] {
  return db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'`,
    )
    .all()
    .map((row) => row.name as string)
    .filter((name) => !UNLOGGED.includes(name))
}

const columnsOf = (db: Db, table: string): Column[] =>
  db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[]

/**
 * (Re)makes the triggers that write each change of each table into `change`, under the operation in `recording`.
 * To be called whenever a migration has run, so that a new table or column is logged from the start.
 */
export function makeChangeTriggers(db: Db): void {
  for (const { name } of db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log~_%' ESCAPE '~'`)
    .all())
    db.exec(`DROP TRIGGER ${quote(name)}`)
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

/** Makes a table's row be as `wanted` says, starting from `present`; `null` stands for "not there". */
function put(db: Db, table: string, present: Row | null, wanted: Row | null): void {
  const columns = columnsOf(db, table)
  const key = columns.filter((column) => column.pk > 0).map((column) => column.name)
  const where = key.map((name) => `${quote(name)} = ?`).join(' AND ')
  const keyOf = (row: Row) => key.map((name) => row[name])
  const names = columns.map((column) => column.name)
  if (present && wanted) {
    const assign = names.map((name) => `${quote(name)} = ?`).join(', ')
    db.prepare(`UPDATE ${quote(table)} SET ${assign} WHERE ${where}`).run(
      ...names.map((name) => wanted[name] ?? null),
      ...keyOf(present),
    )
  } else if (wanted) {
    db.prepare(
      `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ).run(...names.map((name) => wanted[name] ?? null))
  } else if (present) {
    db.prepare(`DELETE FROM ${quote(table)} WHERE ${where}`).run(...keyOf(present))
  }
}

/**
 * Takes an operation back (`undo`) or does it again (`redo`), change by change. To be called inside a transaction in
 * which nothing is being recorded.
 */
export function replay(db: Db, operation: number, way: 'undo' | 'redo'): void {
  db.pragma('defer_foreign_keys = ON')
  const order = way === 'undo' ? 'DESC' : 'ASC'
  const changes = db
    .prepare(`SELECT table_name, before, after FROM change WHERE operation_id = ? ORDER BY id ${order}`)
    .all(operation) as { table_name: string; before: string | null; after: string | null }[]
  for (const change of changes) {
    const before = change.before === null ? null : (JSON.parse(change.before) as Row)
    const after = change.after === null ? null : (JSON.parse(change.after) as Row)
    if (way === 'undo') put(db, change.table_name, after, before)
    else put(db, change.table_name, before, after)
  }
}
