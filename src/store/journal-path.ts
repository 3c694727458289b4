import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { badInput } from '../domain/errors.ts'

/**
 * The journal's path as SQLite is to see it: absolute, so that ":memory:" is a file like any other, and without white space
 * at its ends, which better-sqlite3 takes off on its own and so would open another file than the one looked at here.
 */
export const journalPath = (path: string): string => resolve(path.trim())

/**
 * Where a platform keeps the data of programs, for this one: `$XDG_DATA_HOME/net`, else `~/.local/share/net`;
 * `~/Library/Application Support/net`; `%LOCALAPPDATA%\net\Data`. XDG paths that are not absolute count as not set
 * (XDG Base Directory Specification).
 * @throws NetError when nothing says where home is
 */
export function dataFolder(environment: Record<string, string | undefined>, platform: string): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA || join(home(), 'AppData', 'Local'), 'net', 'Data')
  if (platform === 'darwin') return join(home(), 'Library', 'Application Support', 'net')
  const given = environment.XDG_DATA_HOME ?? ''
  return join(isAbsolute(given) ? given : join(home(), '.local', 'share'), 'net')
}

/** HOME may be unset or empty, and a user without an entry in the system's list has no other: asking then throws. */
function home(): string {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const folder = ask()
      if (isAbsolute(folder)) return folder
    } catch {}
  }
  throw badInput('HOME', undefined, 'is not set', 'Say where the journal is with --db or NET_DB.')
}

/** Not `recursive`: Node never comes back where a folder can't be made below one that is there, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, 0o700)
  } catch (error) {
    // Another program may have made it just now.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Makes an empty file that its owner alone can read, and the folders on the way to it. */
export function makeFile(file: string): void {
  makeFolder(dirname(file))
  closeSync(openSync(file, 'a', 0o600))
  // A umask may have taken the owner's own bits.
  chmodSync(file, 0o600)
}
