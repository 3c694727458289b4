import type { JournalTrouble } from './errors.ts'

/** A copy of the journal that lies beside it. */
export interface BackupFile {
  file: string
  /** Bytes. */
  size: number
  /** When it was made, ISO 8601 in UTC. */
  madeAt: string
}

/** What was found in and beside the journal file; what SQLite finds wrong is in its words. */
export interface Examination {
  file: string
  exists: boolean
  /** Bytes; `null` when there is no file. */
  size: number | null
  /** Why the file can't be used at all. */
  trouble: JournalTrouble | null
  /** The journal's version and the newest this program knows. */
  version: number | null
  newestVersion: number
  /** What SQLite finds wrong, in its words; empty when all is well. */
  damage: string[]
  /** Records that point to one that is not there. */
  brokenLinks: number
  /** Whether what `net find` reads fits the records. */
  searchIsSound: boolean | null
  /** Permission bits of the file and its folder, `null` where there are none. */
  mode: number | null
  folderMode: number | null
  writable: boolean
  /** Bytes that wait in the write-ahead log. */
  logSize: number
  contacts: number | null
  encounters: number | null
  backups: BackupFile[]
}

export interface Finding {
  /** What was looked at. */
  check: 'file' | 'version' | 'content' | 'search' | 'permissions' | 'writing' | 'backups' | 'command'
  state: 'good' | 'advice' | 'wrong'
}

/**
 * What is to be said of a journal.
 * @param otherNet another program of the name `net` that is found first
 */
export function judge(it: Examination, otherNet: string | null): Finding[] {
  const finding = (
    check: Finding['check'],
    good: boolean,
    otherwise: 'advice' | 'wrong' = 'wrong',
  ): Finding => ({
    check,
    state: good ? 'good' : otherwise,
  })
  const onUnix = it.mode !== null && it.folderMode !== null
  const isPrivate = ((it.mode ?? 0) & 0o077) === 0 || ((it.folderMode ?? 0) & 0o077) === 0
  const isWhole = it.damage.length === 0 && it.brokenLinks === 0
  return [
    finding('file', it.trouble === null),
    ...(it.version ? [finding('version', it.version === it.newestVersion, 'advice')] : []),
    ...(it.version || it.trouble === 'damaged' ? [finding('content', isWhole)] : []),
    ...(it.version ? [finding('search', it.searchIsSound === true)] : []),
    ...(it.exists && onUnix ? [finding('permissions', isPrivate)] : []),
    ...(it.exists && it.trouble !== 'is-directory' ? [finding('writing', it.writable)] : []),
    ...(it.exists ? [finding('backups', it.backups.length > 0, 'advice')] : []),
    finding('command', otherNet === null, 'advice'),
  ]
}
