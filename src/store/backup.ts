import { chmodSync, existsSync } from 'node:fs'
import type { Db } from './database.ts'

/**
 * Writes a complete copy of the journal beside it, readable by its owner alone.
 * @param label goes into the name: `journal.db` → `journal.<label>.db`
 * @returns the copy's path
 */
export function backUpBeside(db: Db, file: string, label: string): string {
  const stem = `${file.replace(/\.db$/, '')}.${label}`
  let copy = `${stem}.db`
  for (let count = 2; existsSync(copy); count++) copy = `${stem}-${count}.db`
  db.prepare('VACUUM INTO ?').run(copy)
  chmodSync(copy, 0o600)
  return copy
}
