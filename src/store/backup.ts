import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CivilDate } from '../domain/dates.ts'
import type { BackupFile } from '../domain/diagnosis.ts'
import { NetError } from '../domain/errors.ts'
import type { Db } from './database.ts'
import { APPLICATION_ID, readHeader } from './header.ts'
import { asJournalTrouble } from './trouble.ts'

/**
 * Writes a complete copy of a journal to a file that is not there yet, readable by its owner alone from the first byte on.
 * @throws an error with the code EEXIST when the file is there; what SQLite throws
 */
export function backUp(db: Db, copy: string): void {
  closeSync(openSync(copy, 'wx', 0o600))
  try {
    chmodSync(copy, 0o600)
    db.prepare('VACUUM INTO ?').run(copy)
    const descriptor = openSync(copy, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
}

/**
 * Copies a journal for its user: to `to`, or beside it under the day's date.
 * @throws NetError when there is a file already, or it can't be written
 */
export function backUpFor(
  db: Db,
  file: string,
  today: CivilDate,
  to?: string,
): Pick<BackupFile, 'file' | 'size'> {
  const target = to ?? file
  try {
    if (to !== undefined) backUp(db, to)
    const copy = to ?? backUpBeside(db, file, `backup-${today}`)
    return { file: copy, size: statSync(copy).size }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new NetError({ kind: 'already-there', what: 'file', name: target })
    throw asJournalTrouble(error, () => target, 'backup')
  }
}

/**
 * The same, beside the journal.
 * @param label goes into the name: `journal.db` → `journal.<label>.db`
 * @returns the copy's path
 */
export function backUpBeside(db: Db, file: string, label: string): string {
  return claimBeside(file, label, (copy) => backUp(db, copy))
}

/** Finds a name beside the journal that nothing has yet; `make` throws EEXIST where somebody else was quicker. */
export function claimBeside(file: string, label: string, make: (copy: string) => void): string {
  const stem = `${stemOf(file)}.${label}`
  for (let count = 1; ; count++) {
    const copy = `${stem}${count === 1 ? '' : `-${count}`}.db`
    try {
      make(copy)
      return copy
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Beside the file itself, not beside a link to it. */
const stemOf = (file: string): string => {
  const real = statSync(file, { throwIfNoEntry: false }) ? realpathSync(file) : file
  return join(dirname(real), basename(real).replace(/\.db$/, ''))
}

/** The backups beside a journal, newest first. */
export const listBackups = (file: string): BackupFile[] => listBeside(file, isNamedAsBackup(file))

/** The same, and whatever else beside it is a journal by its header, however it is called. */
export function listCopies(file: string): BackupFile[] {
  const isBackup = isNamedAsBackup(file)
  const itself = realpathSync(file)
  return listBeside(
    file,
    (name, path) => isBackup(name) || (isJournal(path) && realpathSync(path) !== itself),
  )
}

const isNamedAsBackup = (file: string) => {
  const beginning = `${basename(stemOf(file))}.`
  return (name: string): boolean =>
    name.startsWith(beginning) && /\.(backup|before-|damaged)[^/]*\.db$/.test(name)
}

/** What can't be looked at is none. */
function isJournal(path: string): boolean {
  try {
    return readHeader(path)?.applicationId === APPLICATION_ID
  } catch {
    return false
  }
}

function listBeside(file: string, isWanted: (name: string, path: string) => boolean): BackupFile[] {
  const folder = dirname(stemOf(file))
  return readdirSync(folder)
    .filter((name) => isWanted(name, join(folder, name)))
    .map((name) => {
      const path = join(folder, name)
      const { size, mtime } = statSync(path)
      return { file: path, size, madeAt: mtime.toISOString() }
    })
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt) || b.file.localeCompare(a.file))
}
