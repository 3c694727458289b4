import { type JournalTrouble, NetError } from '../domain/errors.ts'

const BY_CODE: [RegExp, JournalTrouble][] = [
  [/^SQLITE_NOTADB/, 'not-a-database'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'locked'],
  [/^(SQLITE_READONLY|EROFS)/, 'read-only'],
  [/^(SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|ENOTDIR|ENOENT|ELOOP|ENAMETOOLONG)/, 'unreadable'],
  [/^EISDIR/, 'is-directory'],
  [/^(SQLITE_IOERR|EIO|EFBIG)/, 'io'],
  [/^ERR_DLOPEN_FAILED/, 'native-module'],
]

/**
 * Turns what SQLite or the file system throws about the journal file into a `NetError`; anything else comes back as it is.
 */
export function asJournalTrouble(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof NetError) return error
  const code = 'code' in error ? String(error.code) : ''
  const why = BY_CODE.find(([pattern]) => pattern.test(code))?.[1]
  return why ? new NetError({ kind: 'journal', why, file, detail: error.message }) : error
}
