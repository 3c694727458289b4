import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { type JournalTrouble, NetError } from '../domain/errors.ts'

const BY_CODE: [RegExp, JournalTrouble][] = [
  [/^SQLITE_NOTADB/, 'not-a-database'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'locked'],
  [/^(SQLITE_READONLY|EROFS)/, 'read-only'],
  [
    /^(SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|ENOTDIR|ENOENT|EEXIST|ELOOP|ENAMETOOLONG)/,
    'unreadable',
  ],
  [/^EISDIR/, 'is-directory'],
  [/^(SQLITE_IOERR|EIO|EFBIG)/, 'io'],
  [/^ERR_DLOPEN_FAILED/, 'native-module'],
]

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether it is the place that can't be written to, while the file may well be read. */
export const isOutOfReach = (error: unknown): boolean =>
  /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(codeOf(error))

/**
 * Turns what SQLite or the file system throws about the journal file into a `NetError`; anything else comes back as it is.
 * @param file asked for only where it is needed
 * @param role what the file is, where it is not the journal
 */
export function asJournalTrouble(error: unknown, file: () => string, role?: 'backup'): unknown {
  if (!(error instanceof Error) || error instanceof NetError) return error
  const why = BY_CODE.find(([pattern]) => pattern.test(codeOf(error)))?.[1]
  if (!why) return error
  const place = file()
  const cause = why === 'unreadable' && mayOnlyRead(place) ? 'read-only' : why
  return new NetError({ kind: 'journal', why: cause, file: place, detail: error.message, role })
}

/** The same for an error that only concerns the journal when it comes from SQLite. */
export const asSqliteTrouble = (error: unknown, file: () => string): unknown =>
  codeOf(error).startsWith('SQLITE_') ? asJournalTrouble(error, file) : error

/** Does some work on a journal's file. @throws NetError with the trouble the file has */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asJournalTrouble(error, () => file)
  }
}

/** SQLite says "unable to open" as well where it may read the file, but not make its side files. */
function mayOnlyRead(file: string): boolean {
  const may = (path: string, what: number) => {
    try {
      accessSync(path, what)
      return true
    } catch {
      return false
    }
  }
  return may(file, constants.R_OK) && !(may(file, constants.W_OK) && may(dirname(file), constants.W_OK))
}
