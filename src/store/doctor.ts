import { accessSync, constants, statSync } from 'node:fs'
import { platform } from 'node:os'
import { dirname } from 'node:path'
import type { Examination } from '../domain/diagnosis.ts'
import { NetError } from '../domain/errors.ts'
import { listBackups } from './backup.ts'
import type { Db } from './database.ts'
import { APPLICATION_ID, readJournalHeader } from './header.ts'
import { listMigrations } from './migrate.ts'
import { copyInMemory } from './snapshot.ts'
import { asJournalTrouble } from './trouble.ts'

/** Looks the journal through. Nothing is written, not even beside it: what has to be tried is tried on a copy in memory. */
export function examineJournal(file: string, migrationFolder: string): Examination {
  const newestVersion = listMigrations(migrationFolder).length
  const outside = lookAt(file)
  const inside = outside.exists ? lookInto(file, newestVersion) : {}
  return { ...UNKNOWN, file, newestVersion, ...outside, ...inside }
}

const UNKNOWN = {
  trouble: null,
  version: null,
  damage: [],
  brokenLinks: 0,
  searchIsSound: null,
  contacts: null,
  encounters: null,
}

const HAS_MODES = platform() !== 'win32'

function lookAt(file: string) {
  const stat = statOf(file)
  const folder = statOf(dirname(file))
  return {
    exists: stat !== undefined,
    size: stat?.size ?? null,
    mode: stat && HAS_MODES ? stat.mode & 0o777 : null,
    folderMode: folder && HAS_MODES ? folder.mode & 0o777 : null,
    writable: may(stat ? file : dirname(file)) && may(dirname(file)),
    logSize: statOf(`${file}-wal`)?.size ?? 0,
    backups: attempt(() => listBackups(file)) ?? [],
  }
}

function lookInto(file: string, newest: number): Partial<Examination> {
  let db: Db | undefined
  try {
    const header = readJournalHeader(file, newest)
    if (header?.size === 0) return { version: 0 }
    db = copyInMemory(file)
    return examineContent(db)
  } catch (error) {
    const trouble = asJournalTrouble(error, () => file)
    if (trouble instanceof NetError && trouble.problem.kind === 'journal')
      return { trouble: trouble.problem.why, damage: trouble.problem.detail ? [trouble.problem.detail] : [] }
    throw error
  } finally {
    db?.close()
  }
}

function examineContent(db: Db): Partial<Examination> {
  if (db.pragma('application_id') !== APPLICATION_ID) return { trouble: 'not-ours' }
  const damage = (db.connection.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const count = (table: string) =>
    attempt(() => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number)
  return {
    trouble: damage.length > 0 ? 'damaged' : null,
    version: db.pragma('user_version') as number,
    damage,
    brokenLinks: attempt(() => (db.connection.pragma('foreign_key_check') as unknown[]).length) ?? 0,
    searchIsSound: searchIsSound(db),
    contacts: count('contact') ?? null,
    encounters: count('encounter') ?? null,
  }
}

/** With rank 1 FTS5 compares its index with the text it was made from. In an older journal there is no index of parts yet. */
function searchIsSound(db: Db): boolean {
  const isSound = (index: string) =>
    attempt(() => db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()) !==
    undefined
  const hasParts = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'search_part'`).get() !== undefined
  return isSound('search') && (!hasParts || isSound('search_part'))
}

const statOf = (path: string) => attempt(() => statSync(path, { throwIfNoEntry: false }))

const may = (path: string): boolean =>
  attempt(() => {
    accessSync(path, constants.W_OK)
    return true
  }) ?? false

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
