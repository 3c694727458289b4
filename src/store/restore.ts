import { chmodSync, constants, copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { NetError } from '../domain/errors.ts'
import { backUp, backUpBeside, claimBeside } from './backup.ts'
import { connect, type Db, useWriteAheadLog } from './database.ts'
import { APPLICATION_ID, readHeader, readJournalHeader } from './header.ts'
import { makeFile } from './journal-path.ts'
import { listMigrations } from './migrate.ts'
import { copyInMemory } from './snapshot.ts'
import { asJournalTrouble, guarded } from './trouble.ts'

export interface Restored {
  file: string
  from: string
  /** Where the journal that was there is now, `null` when there was none. */
  before: string | null
}

const MAX_WAIT_MS = 5000
const ALL_PAGES = 0x7fffffff

/**
 * Puts a backup in the journal's place. The backup is looked through first, and what was there is kept beside it.
 * @throws NetError with the trouble either file has; nothing was changed then
 */
export async function restoreJournal(from: string, file: string, migrationFolder: string): Promise<Restored> {
  const newest = listMigrations(migrationFolder).length
  const source = readBackup(from, newest)
  try {
    const present = presentJournal(file, newest)
    if (present === 'healthy') return { file, from, before: await replaceContent(source, file) }
    if (present === 'unusable') return { file, from, before: guarded(file, () => replaceFile(source, file)) }
    guarded(file, () => {
      makeFile(file)
      install(source, file)
    })
    return { file, from, before: null }
  } finally {
    source.close()
  }
}

function readBackup(from: string, newest: number): Db {
  try {
    return checkedCopy(from, newest)
  } catch (error) {
    const trouble = asJournalTrouble(error, () => from, 'backup')
    if (trouble instanceof NetError && trouble.problem.kind === 'journal')
      throw new NetError({ ...trouble.problem, role: 'backup' })
    throw trouble
  }
}

/** The backup, whole and sound, in memory. */
function checkedCopy(from: string, newest: number): Db {
  const header = readJournalHeader(from, newest)
  if (!header) throw new NetError({ kind: 'not-found', what: 'backup', wanted: from, suggestions: [] })
  const db = copyInMemory(from)
  try {
    if (db.pragma('application_id') !== APPLICATION_ID)
      throw new NetError({
        kind: 'journal',
        why: header.size === 0 ? 'not-a-database' : 'not-ours',
        file: from,
      })
    const broken = db.connection.pragma('foreign_key_check') as unknown[]
    if (db.pragma('integrity_check') !== 'ok' || broken.length > 0)
      throw new NetError({ kind: 'journal', why: 'damaged', file: from })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function presentJournal(file: string, newest: number): 'none' | 'healthy' | 'unusable' {
  return guarded(file, () => {
    try {
      const header = readJournalHeader(file, newest)
      if (!header?.size) return 'none'
      const db = connect(file)
      try {
        return db.pragma('integrity_check') === 'ok' ? 'healthy' : 'unusable'
      } finally {
        db.close()
      }
    } catch (error) {
      const trouble = asJournalTrouble(error, () => file)
      if (trouble instanceof NetError && isUnusable(trouble)) return 'unusable'
      throw error
    }
  })
}

const isUnusable = ({ problem }: NetError): boolean =>
  problem.kind === 'journal' && (problem.why === 'damaged' || problem.why === 'not-a-database')

/**
 * Overwrites the content in one transaction of SQLite's own backup, so that another `net` at work sees either the old
 * journal or the new one; swapping the files would leave it writing into one that is gone. What was there is kept while
 * nobody else can write, so that what is written meanwhile is either kept or follows.
 */
async function replaceContent(source: Db, file: string): Promise<string> {
  const present = guarded(file, () => connect(file))
  const until = Date.now() + MAX_WAIT_MS
  const inTime = () => {
    if (Date.now() > until) throw new NetError({ kind: 'journal', why: 'locked', file })
  }
  let before: string | undefined
  const progress = () => {
    inTime()
    before ??= backUpBeside(present, file, 'before-restore')
    return ALL_PAGES
  }
  try {
    useWriteAheadLog(present)
    // Of a file that somebody else writes to nothing is copied, and 0 pages are reported.
    while ((await source.connection.backup(file, { progress })).totalPages === 0) {
      inTime()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return before!
  } catch (error) {
    if (before !== undefined) rmSync(before, { force: true })
    throw asJournalTrouble(error, () => file)
  } finally {
    present.close()
  }
}

/** Where SQLite can do nothing with the present file it is set aside, with what belongs to it, and a new one takes its name. */
function replaceFile(source: Db, file: string): string {
  const real = realpathSync(file)
  const aside = claimBeside(real, 'damaged', (copy) => copyFileSync(real, copy, constants.COPYFILE_EXCL))
  chmodSync(aside, 0o600)
  for (const suffix of ['-wal', '-shm', '-journal'])
    if (existsSync(real + suffix)) renameSync(real + suffix, aside + suffix)
  install(source, real)
  return aside
}

/** In one step: there is always a whole file of that name. */
function install(source: Db, file: string): void {
  const real = realpathSync(file)
  renameSync(
    claimBeside(real, 'restoring', (copy) => backUp(source, copy)),
    real,
  )
}

/** Whether there is something that a restore would replace. */
export const holdsSomething = (file: string): boolean => {
  try {
    return (readHeader(file)?.size ?? 0) > 0
  } catch {
    return true
  }
}
