import type Database from 'better-sqlite3'
import { driver } from './driver.ts'

/** A SQLite connection whose statements are prepared once each. */
export interface Db {
  prepare(sql: string): Database.Statement<unknown[], any>
  /** Runs statements that return nothing, e.g. a migration. */
  exec(sql: string): void
  pragma(text: string): unknown
  readonly inTransaction: boolean
  readonly connection: Database.Database
  close(): void
}

const MAX_WAIT_MS = 5000

/**
 * Opens a connection as every use of a journal wants it: what is committed is on disk, foreign keys hold, another
 * program's write is waited for. Throws better-sqlite3's SqliteError.
 * @param file a path, `:memory:`, or the bytes of a database to be read in memory
 */
export function connect(file: string | Buffer, { readOnly = false } = {}): Db {
  const { Database, nativeBinding } = driver()
  const connection = new Database(file, {
    timeout: readOnly ? 250 : MAX_WAIT_MS,
    nativeBinding,
    readonly: readOnly,
    fileMustExist: readOnly,
  })
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  // A row that REPLACE pushes out goes through the delete triggers as well, so that undo knows of it.
  connection.pragma('recursive_triggers = ON')
  const prepared = new Map<string, Database.Statement<unknown[], any>>()
  return {
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = connection.prepare<unknown[], any>(sql)
      prepared.set(sql, statement)
      return statement
    },
    exec: (sql) => void connection.exec(sql),
    pragma: (text) => connection.pragma(text, { simple: true }),
    get inTransaction() {
      return connection.inTransaction
    },
    connection,
    close: () => void connection.close(),
  }
}

/**
 * Readers and one writer side by side. The mode stays with the file; the switch itself needs the file for itself and does
 * not wait, so when several programs make a journal at the same moment it is tried again.
 */
export function useWriteAheadLog(db: Db): void {
  const until = Date.now() + MAX_WAIT_MS
  while (db.pragma('journal_mode') !== 'wal') {
    try {
      db.pragma('journal_mode = WAL')
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
      if (!busy || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** Runs `work` in one transaction that takes the write lock at once; any throw rolls all of it back. */
export function immediately<T>(db: Db, work: () => T): T {
  return db.connection.transaction(work).immediate()
}
