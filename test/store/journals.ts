import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dayNumber } from '../../src/domain/dates.ts'
import { rhythmOf } from '../../src/domain/staleness.ts'
import type { Db } from '../../src/store/database.ts'
import { type Journal, journalOn } from '../../src/store/journal.ts'
import { listMigrations } from '../../src/store/migrate.ts'
import { openToWrite } from '../../src/store/open.ts'

export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')
export const NOW = '2026-11-03T12:00:00+01:00'

/** A folder of its own, gone when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'net-store-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export interface OpenJournal {
  file: string
  db: Db
  journal: Journal
}

/** A journal in a real file, with the connection it stands on. Whoever opens it closes it. */
export function openJournalAt(file: string, migrations = MIGRATIONS): OpenJournal {
  const opened = openToWrite(file, listMigrations(migrations))
  // Nothing here is about a machine that loses its power, and the disk is what takes longest.
  opened.db.pragma('synchronous = OFF')
  return { file, db: opened.db, journal: journalOn(opened, { file, migrations, now: () => NOW }) }
}

export function newJournal(): OpenJournal {
  const open = openJournalAt(join(folder(), 'journal.db'))
  onTestFinished(() => open.journal.close())
  return open
}

const LOG = ['operation', 'change', 'recording']

/** Everything in the journal but the log of changes: every row of every table, and what a search finds. */
export function dump(db: Db): Record<string, unknown[]> {
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const rows = tables
    .filter((name) => !LOG.includes(name))
    .map((name): [string, unknown[]] => [
      name,
      db
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ])
  const words = db.prepare('SELECT folded FROM search_text').pluck().all() as string[]
  const found = [...new Set(words.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []))]
    .sort()
    .map((word) => [
      word,
      db.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid').pluck().all(`"${word}"`),
    ])
  return { ...Object.fromEntries(rows), 'what a search finds': found }
}

/** Throws where the search index does not fit the text it was made from, a rhythm not its encounters, or a record points nowhere. */
export function expectSound(db: Db): void {
  for (const index of ['search', 'search_part'])
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()
  const kept = db.prepare('SELECT contact_id, last_on, days FROM rhythm ORDER BY contact_id').raw().all()
  if (JSON.stringify(kept) !== JSON.stringify(rhythmsReckoned(db)))
    throw new Error(`rhythm: ${JSON.stringify(kept)}`)
  const broken = db.connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`broken links: ${JSON.stringify(broken)}`)
  const damage = db.pragma('integrity_check')
  if (damage !== 'ok') throw new Error(String(damage))
}

/** The rhythm of everybody met, by the rules. */
function rhythmsReckoned(db: Db): [id: number, lastOn: string, days: number | null][] {
  const met = db
    .prepare('SELECT DISTINCT contact_id FROM encounter_contact ORDER BY contact_id')
    .pluck()
    .all()
  return (met as number[]).map((id) => {
    const days = db
      .prepare('SELECT DISTINCT on_date FROM encounter_contact WHERE contact_id = ? ORDER BY on_date DESC')
      .pluck()
      .all(id) as string[]
    return [id, days[0]!, rhythmOf(days.map(dayNumber))]
  })
}
