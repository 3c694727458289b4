import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loggedTables } from '../../src/store/changes.ts'
import { newJournal } from './journals.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'archive.md'), 'utf8')

/** The tables that the page tells of, each with its columns. */
const told = Object.fromEntries(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [
      section.slice(0, section.indexOf('\n')),
      [...section.matchAll(/^\| `(\w+)` \| \S/gm)].map(([, column]) => column!).sort(),
    ]),
)

test('docs/archive.md tells of each table and each column of an archive, and of no other', () => {
  const { db, journal } = newJournal()
  const columns = (table: string) =>
    (db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]).sort()
  const tables = loggedTables(db)
  expect(told).toEqual(Object.fromEntries(tables.map((table) => [table, columns(table)])))
  expect(page).toContain(`"version": ${journal.archive.version()}`)
})
