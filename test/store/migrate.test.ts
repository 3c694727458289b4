import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NetError } from '../../src/domain/errors.ts'
import { connect } from '../../src/store/database.ts'
import { openJournalToRead } from '../../src/store/journal.ts'
import { listMigrations } from '../../src/store/migrate.ts'
import { expectSound, folder, MIGRATIONS, NOW, openJournalAt } from './journals.ts'

/** Steps that may come one day: a new column that must be filled, a table rebuilt under its children, a new table. */
const LATER = [
  `-- People may say how they want to be addressed.
ALTER TABLE contact ADD COLUMN pronouns TEXT NOT NULL DEFAULT 'unknown';
UPDATE contact SET place = 'Berlin' WHERE place = 'berlin';`,
  `-- Aliases get a language; the table is made anew.
CREATE TABLE alias_new (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  name TEXT NOT NULL, folded TEXT NOT NULL, language TEXT, UNIQUE (contact_id, folded)
) STRICT;
INSERT INTO alias_new (id, uid, contact_id, name, folded) SELECT id, uid, contact_id, name, folded FROM alias;
DROP TABLE alias;
ALTER TABLE alias_new RENAME TO alias;
CREATE INDEX alias_by_name ON alias (folded);
ALTER TABLE contact DROP COLUMN let_go_on;`,
  `-- Places are a table.
CREATE TABLE place (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;`,
]

/** A folder with the first migrations and as many of the later ones. */
function migrationsUpTo(later: number, extra: string[] = []): string {
  const path = join(folder(), 'migrations')
  mkdirSync(path)
  const shipped = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'))
  for (const name of shipped) copyFileSync(join(MIGRATIONS, name), join(path, name))
  for (const [at, sql] of [...LATER.slice(0, later), ...extra].entries())
    writeFileSync(join(path, `${String(shipped.length + at + 1).padStart(4, '0')}_later.sql`), sql)
  return path
}

const shippedVersion = listMigrations(MIGRATIONS).length

/** A journal as an older program left it, with something in each of the tables that change. */
function oldJournal() {
  const file = join(folder(), 'journal.db')
  const { journal } = openJournalAt(file)
  journal.operations.record('add', () => {
    const { id } = journal.contacts.add({ name: 'Ada Lovelace', place: 'berlin' }, '2026-01-05')
    journal.contacts.addAlias(id, 'Countess')
  })
  journal.operations.record('letgo', () => journal.contacts.letGo(1, '2026-02-01'))
  journal.operations.record('add', () =>
    journal.contacts.add({ name: 'Grace', place: 'berlin' }, '2026-03-05'),
  )
  journal.operations.record('edit', () =>
    journal.contacts.update(2, { ...journal.contacts.byId(2)!, name: 'Grace Hopper' }),
  )
  journal.close()
  return file
}

const backupsOf = (file: string) =>
  readdirSync(join(file, '..')).filter((name) => name.includes('before-update'))

describe('a journal of an older version', () => {
  test('is brought up to date by the next use, with a backup beside it that only its owner can read', () => {
    const file = oldJournal()
    process.umask(0)
    const { journal, db } = openJournalAt(file, migrationsUpTo(3))
    process.umask(0o022)
    expect(db.pragma('user_version')).toBe(shippedVersion + 3)
    expect(db.prepare('SELECT name, pronouns, place FROM contact').all()).toEqual([
      { name: 'Ada Lovelace', pronouns: 'unknown', place: 'Berlin' },
      { name: 'Grace Hopper', pronouns: 'unknown', place: 'Berlin' },
    ])
    expect(db.prepare('SELECT name, language FROM alias').all()).toEqual([
      { name: 'Countess', language: null },
    ])
    expectSound(db)
    journal.close()
    expect(backupsOf(file)).toEqual([`journal.before-update-from-${shippedVersion}.db`])
    const backup = join(file, '..', backupsOf(file)[0]!)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    const before = connect(backup)
    expect(before.pragma('user_version')).toBe(shippedVersion)
    expect(before.prepare('SELECT count(*) FROM contact WHERE let_go_on IS NOT NULL').pluck().get()).toBe(1)
    before.close()
  })

  test('goes step by step as well, each with its backup', () => {
    const file = oldJournal()
    for (const later of [1, 2, 3]) openJournalAt(file, migrationsUpTo(later)).journal.close()
    expect(backupsOf(file)).toHaveLength(3)
  })

  test('logs changes of new tables and columns from then on', () => {
    const file = oldJournal()
    const { journal, db } = openJournalAt(file, migrationsUpTo(3))
    journal.operations.record('place', () => {
      db.prepare("INSERT INTO place (uid, name) VALUES ('u', 'Betahaus')").run()
      db.prepare("UPDATE contact SET pronouns = 'she' WHERE id = 1").run()
    })
    journal.operations.undo()
    expect(db.prepare('SELECT count(*) FROM place').pluck().get()).toBe(0)
    expect(db.prepare('SELECT pronouns FROM contact WHERE id = 1').pluck().get()).toBe('unknown')
    journal.operations.redo()
    expect(db.prepare('SELECT name FROM place').pluck().get()).toBe('Betahaus')
    journal.close()
  })

  test('can still take back what was done before, keeping what the update changed', () => {
    const file = oldJournal()
    const { journal, db } = openJournalAt(file, migrationsUpTo(1))
    journal.operations.undo()
    expect(db.prepare('SELECT name, place FROM contact WHERE id = 2').get()).toEqual({
      name: 'Grace',
      place: 'Berlin',
    })
    journal.operations.undo()
    journal.operations.redo()
    expect(db.prepare('SELECT name, pronouns FROM contact WHERE id = 2').get()).toEqual({
      name: 'Grace',
      pronouns: 'unknown',
    })
    journal.close()
  })

  test('refuses to take back what it has no place for any more, and stays as it is', () => {
    const file = oldJournal()
    const { journal, db } = openJournalAt(file, migrationsUpTo(2))
    journal.operations.undo()
    journal.operations.undo()
    expect(() => journal.operations.undo()).toThrow(
      expect.objectContaining({ problem: { kind: 'out-of-date' } }),
    )
    expect(journal.operations.list(9).filter(({ undone }) => undone)).toHaveLength(2)
    expect(db.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada Lovelace'])
    journal.close()
  })

  test('is updated once when several programs come at the same time', async () => {
    const file = oldJournal()
    const migrations = migrationsUpTo(3)
    const first = openJournalAt(file, migrations)
    const second = openJournalAt(file, migrations)
    expect(second.db.pragma('user_version')).toBe(shippedVersion + 3)
    first.journal.close()
    second.journal.close()
    expect(backupsOf(file)).toHaveLength(1)
  })
})

describe('a step that fails', () => {
  const broken = (sql: string) => migrationsUpTo(1, [sql])

  test.each([
    ['in its SQL', "-- breaks half way\nUPDATE contact SET name = 'x';\nINSERT INTO nowhere VALUES (1);"],
    [
      'by a rule of a table',
      "-- breaks a check\nUPDATE contact SET place = NULL;\nUPDATE contact SET name = '';",
    ],
    [
      'by leaving a record without the one it belongs to',
      '-- breaks a link\nDELETE FROM contact WHERE id = 1;',
    ],
  ])(
    '%s takes all steps of that update back, and the journal goes on with the program it came from',
    (_, sql) => {
      const file = oldJournal()
      expect(() => openJournalAt(file, broken(sql))).toThrow()
      const { journal, db } = openJournalAt(file)
      expect(db.pragma('user_version')).toBe(shippedVersion)
      expect(db.prepare('SELECT name, place FROM contact').all()).toEqual([
        { name: 'Ada Lovelace', place: 'berlin' },
        { name: 'Grace Hopper', place: 'berlin' },
      ])
      expect(journal.contacts.aliases(1)).toEqual(['Countess'])
      journal.operations.record('add', () => journal.contacts.add({ name: 'Lin' }, '2026-11-03'))
      journal.operations.undo()
      journal.operations.undo()
      expect(journal.contacts.byId(2)?.name).toBe('Grace')
      expectSound(db)
      journal.close()
    },
  )
})

describe('the numbers of the migrations', () => {
  const folderWith = (...names: string[]) => {
    const path = folder()
    for (const name of names) writeFileSync(join(path, name), '-- nothing')
    return path
  }

  test('a gap is refused, and so is a number given twice', () => {
    expect(() => listMigrations(folderWith('0001_a.sql', '0003_c.sql'))).toThrow(
      '0003_c.sql should be number 2',
    )
    expect(() => listMigrations(folderWith('0001_a.sql', '0001_b.sql'))).toThrow(
      '0001_b.sql should be number 2',
    )
    expect(() => listMigrations(folderWith('0002_b.sql'))).toThrow('should be number 1')
  })

  test('files that are no migrations are passed over', () => {
    expect(
      listMigrations(folderWith('0001_a.sql', 'README.md', '0002_b.sql.orig')).map(({ version }) => version),
    ).toEqual([1])
  })

  test('those of the program begin with a line that says why', () => {
    for (const { file } of listMigrations(MIGRATIONS))
      expect(readFileSync(file, 'utf8')).toMatch(/^-- \S.{20,}/)
  })
})

describe('a journal that is not for this program', () => {
  const refusal = (why: string) =>
    expect.objectContaining({ problem: expect.objectContaining({ kind: 'journal', why }) })

  test('one of a newer version is refused, for reading and writing, and not touched', () => {
    const file = oldJournal()
    openJournalAt(file, migrationsUpTo(2)).journal.close()
    const bytes = readFileSync(file)
    expect(() => openJournalAt(file)).toThrow(NetError)
    expect(() => openJournalToRead({ file, migrations: MIGRATIONS, now: () => NOW })).toThrow(
      refusal('newer'),
    )
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('the same while the version is still in the write-ahead log', () => {
    const file = oldJournal()
    const held = openJournalAt(file, migrationsUpTo(2))
    expect(() => openJournalAt(file)).toThrow(refusal('newer'))
    held.journal.close()
  })

  test("another program's database is refused and not touched", () => {
    for (const setUp of [
      'CREATE TABLE t (a)',
      'PRAGMA application_id = 7',
      'PRAGMA user_version = 3; CREATE TABLE t (a)',
    ]) {
      const file = join(folder(), 'other.db')
      const other = connect(file)
      other.exec(setUp)
      other.close()
      const bytes = readFileSync(file)
      expect(() => openJournalAt(file)).toThrow(refusal('not-ours'))
      expect(readFileSync(file).equals(bytes)).toBe(true)
      expect(readdirSync(join(file, '..'))).toEqual(['other.db'])
    }
  })
})
