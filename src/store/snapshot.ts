import { readFileSync, statSync } from 'node:fs'
import { connect, type Db } from './database.ts'

/**
 * A copy of a SQLite file in memory, for looking at one that must not or can't be touched: nothing is written beside it
 * either. Throws what SQLite or the file system throws.
 */
export function copyInMemory(file: string): Db {
  const bytes = contentOf(file)
  // A file in write-ahead mode (both version bytes 2) can't live in memory.
  if (bytes.length >= 20) bytes.fill(1, 18, 20)
  return connect(bytes)
}

function contentOf(file: string): Buffer {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (!log?.size) return readFileSync(file)
  // What was committed last is still in the write-ahead log: SQLite has to put the two together.
  const db = connect(file, { readOnly: true })
  try {
    return db.connection.serialize()
  } finally {
    db.close()
  }
}
