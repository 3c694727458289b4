import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

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
  const connection = new Database(file, {
    timeout: readOnly ? 250 : MAX_WAIT_MS,
    nativeBinding: nativeBinding(),
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
      if (
        Date.now() > until ||
        !(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      )
        throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** better-sqlite3 looks for its binary in a dozen places; naming the usual one saves that. */
function nativeBinding(): string | undefined {
  const home = dirname(createRequire(import.meta.filename).resolve('better-sqlite3/package.json'))
  const usual = join(home, 'build', 'Release', 'better_sqlite3.node')
  return existsSync(usual) ? usual : undefined
}

/** Runs `work` in one transaction that takes the write lock at once; any throw rolls all of it back. */
export function immediately<T>(db: Db, work: () => T): T {
  return db.connection.transaction(work).immediate()
}
