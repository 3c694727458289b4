import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { NetError } from '../domain/errors.ts'
import { backUpBeside } from './backup.ts'
import { cardStore } from './cards.ts'
import { circleStore } from './circles.ts'
import { contactListStore } from './contact-list.ts'
import { contactStore } from './contacts.ts'
import { connect, type Db, useWriteAheadLog } from './database.ts'
import { nameDirectory } from './directory.ts'
import { encounterStore } from './encounters.ts'
import { factStore } from './facts.ts'
import { favourStore } from './favours.ts'
import { followUpStore } from './follow-ups.ts'
import { introductionStore } from './introductions.ts'
import { listMigrations, migrate } from './migrate.ts'
import { operationStore } from './operations.ts'
import { pauseStore } from './pauses.ts'
import { reachStore } from './reach.ts'
import { searchStore } from './search.ts'
import { settingStore } from './settings.ts'
import { specialDateStore } from './special-dates.ts'
import { tagStore } from './tags.ts'
import { asJournalTrouble } from './trouble.ts'

export interface JournalOptions {
  file: string
  /** The folder with the numbered SQL files. */
  migrations: string
  /** The local date and time with offset, for the history. */
  now: () => string
}

export type Journal = ReturnType<typeof journalOn>

/**
 * Opens the journal for writing; makes it, readable by its owner alone, where there is none.
 * @throws NetError with the trouble the file has
 */
export function openJournal(options: JournalOptions): Journal {
  const { file } = options
  return guarded(file, () => {
    if (existsSync(file) && statSync(file).isDirectory())
      throw new NetError({ kind: 'journal', why: 'is-directory', file })
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      closeSync(openSync(file, 'a', 0o600))
      chmodSync(file, 0o600)
    }
    return journalOn(connected(file, options), options)
  })
}

/**
 * Opens the journal for a command that only reads: where there is none yet it reads an empty one, and no file is made.
 */
export function openJournalToRead(options: JournalOptions): Journal {
  if (existsSync(options.file)) return openJournal(options)
  return guarded(options.file, () => journalOn(connected(':memory:', options), options))
}

function connected(file: string, options: JournalOptions): Db {
  const db = connect(file)
  try {
    if (file !== ':memory:') useWriteAheadLog(db)
    migrate(db, file, listMigrations(options.migrations), (version) =>
      backUpBeside(db, file, `before-update-from-${version}`),
    )
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asJournalTrouble(error, file)
  }
}

function journalOn(db: Db, { file, now }: JournalOptions) {
  const search = searchStore(db)
  const cardTables = {
    contacts: contactStore(db, search),
    circles: circleStore(db),
    tags: tagStore(db),
    reach: reachStore(db),
    dates: specialDateStore(db),
  }
  return {
    file,
    names: nameDirectory(db),
    search,
    ...cardTables,
    cards: cardStore(cardTables),
    people: contactListStore(db),
    pauses: pauseStore(db),
    encounters: encounterStore(db, search),
    favours: favourStore(db, search),
    followUps: followUpStore(db, search),
    facts: factStore(db, search),
    introductions: introductionStore(db),
    settings: settingStore(db),
    operations: operationStore(db, now),
    close: () => db.close(),
  }
}
