import { rmSync, statSync } from 'node:fs'
import { backUpBeside } from './backup.ts'
import { connect, type Db, useWriteAheadLog } from './database.ts'
import { readJournalHeader } from './header.ts'
import { makeFile } from './journal-path.ts'
import { type Migration, migrate } from './migrate.ts'
import { copyInMemory } from './snapshot.ts'
import { isOutOfReach } from './trouble.ts'

/** An open journal file. */
export interface Opened {
  db: Db
  /** Whether what is written goes to the file, as every write should. */
  writable: boolean
  /** Whether there is a journal, be it one that can only be read. */
  exists: boolean
}

/** Opens a journal for writing, makes it where there is none, and brings it up to date. */
export function openToWrite(file: string, migrations: Migration[]): Opened {
  if (!readJournalHeader(file, migrations.length)) makeFile(file)
  const db = prepared(connect(file), (db) => {
    bringUpToDate(db, file, migrations)
    useWriteAheadLog(db)
  })
  return { db, writable: true, exists: true }
}

/**
 * Opens a journal for reading, which writes nothing: where there is none an empty one in memory is read instead, where
 * nothing can be written a copy in memory. Only a journal of an older version is brought up to date first.
 */
export function openToRead(file: string, migrations: Migration[]): Opened {
  const header = readJournalHeader(file, migrations.length)
  const isEmpty = header?.size === 0 && !statSync(`${file}-wal`, { throwIfNoEntry: false })?.size
  if (!header || isEmpty) return inMemory(connect(':memory:'), file, migrations, false)
  try {
    const db = prepared(connect(file), (db) => bringUpToDate(db, file, migrations))
    return { db, writable: db.pragma('journal_mode') === 'wal', exists: true }
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    return inMemory(copyInMemory(file), file, migrations, true)
  }
}

function bringUpToDate(db: Db, file: string, migrations: Migration[]): void {
  migrate(db, file, migrations, (version) => {
    const copy = backUpBeside(db, file, `before-update-from-${version}`)
    return () => rmSync(copy, { force: true })
  })
}

const inMemory = (db: Db, file: string, migrations: Migration[], exists: boolean): Opened => ({
  db: prepared(db, () => migrate(db, file, migrations, () => () => {})),
  writable: false,
  exists,
})

function prepared(db: Db, work: (db: Db) => void): Db {
  try {
    work(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
