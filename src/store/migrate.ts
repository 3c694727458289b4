import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NetError } from '../domain/errors.ts'
import { dropChangeTriggers, makeChangeTriggers } from './changes.ts'
import { type Db, immediately } from './database.ts'
import { APPLICATION_ID } from './header.ts'

export interface Migration {
  version: number
  file: string
}

/** The migrations in a folder, oldest first. Throws when their numbers have a gap. */
export function listMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name, index) => {
      const version = Number(name.slice(0, 4))
      if (version !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`)
      return { version, file: join(folder, name) }
    })
}

const versionOf = (db: Db) => db.pragma('user_version') as number
const isOurs = (db: Db) => db.pragma('application_id') === APPLICATION_ID

/**
 * Brings a journal to the newest version: all steps, with the record that they ran, in one transaction.
 * @param before called with the old version before the first step on a journal that holds something; what it gives back is
 *   called when somebody else turns out to have done the work in the meantime
 * @throws NetError when the file is no journal, or one of a newer version
 */
export function migrate(
  db: Db,
  file: string,
  migrations: Migration[],
  before: (version: number) => () => void,
): void {
  const newest = migrations.length
  if (versionOf(db) === newest && isOurs(db)) return
  const version = refuseForeign(db, file, newest)
  if (version === newest) return
  const needless = version > 0 ? before(version) : undefined
  // Rebuilding a table drops its rows' children when foreign keys are on, and the switch does nothing inside a transaction.
  db.pragma('foreign_keys = OFF')
  immediately(db, () => {
    const present = versionOf(db)
    if (present !== version) needless?.()
    if (present >= newest) return
    // A column that a trigger speaks of can't be dropped.
    dropChangeTriggers(db)
    for (const step of migrations.slice(present)) {
      db.exec(readFileSync(step.file, 'utf8'))
      db.pragma(`user_version = ${step.version}`)
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
    makeChangeTriggers(db)
    const broken = db.connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new NetError({
        kind: 'journal',
        why: 'damaged',
        file,
        detail: 'a record points to one that is not there',
      })
  })
  db.pragma('foreign_keys = ON')
}

/** @returns the journal's version, 0 for an empty file */
function refuseForeign(db: Db, file: string, newest: number): number {
  // As of one moment: somebody else may be making the journal just now.
  const look = db.connection.transaction(() => ({
    version: versionOf(db),
    ours: isOurs(db),
    empty: db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined,
  }))
  const { version, ours, empty } = look()
  if (!ours && !(empty && version === 0)) throw new NetError({ kind: 'journal', why: 'not-ours', file })
  if (version > newest) throw new NetError({ kind: 'journal', why: 'newer', file })
  return version
}
