import type { CivilDate } from '../domain/dates.ts'
import { archiveStore } from './archive.ts'
import { type ArrivalOptions, arrivals } from './arrivals.ts'
import { backUpFor, listCopies } from './backup.ts'
import { briefStore } from './brief.ts'
import { cardStore } from './cards.ts'
import { circleStore } from './circles.ts'
import { closenessStore } from './closeness.ts'
import { contactListStore } from './contact-list.ts'
import { contactStore } from './contacts.ts'
import { deletedPerson } from './deleted.ts'
import { nameDirectory, suggestPeople } from './directory.ts'
import { draftStore } from './drafts.ts'
import { duplicateStore } from './duplicates.ts'
import { encounterStore } from './encounters.ts'
import { endorsementStore } from './endorsements.ts'
import { entryStore } from './entries.ts'
import { eventFigureStore } from './event-figures.ts'
import { eventStore } from './events.ts'
import { evidenceStore } from './evidence.ts'
import { factStore } from './facts.ts'
import { favourStore } from './favours.ts'
import { findStore } from './find.ts'
import { onFirstUse } from './first-use.ts'
import { followUpStore } from './follow-ups.ts'
import { type ForgetTask, forget } from './forget.ts'
import { graphStore } from './graph.ts'
import { inboxStore } from './inbox.ts'
import { introductionStore } from './introductions.ts'
import { listMigrations } from './migrate.ts'
import { occasionStore } from './occasions.ts'
import { offeringStore } from './offerings.ts'
import { oneSidedStore } from './one-sided.ts'
import { type Opened, openToRead, openToWrite } from './open.ts'
import { operationStore } from './operations.ts'
import { originStore } from './origins.ts'
import { outcomeStore } from './outcomes.ts'
import { passedOnStore } from './passed-on.ts'
import { pathStore } from './paths.ts'
import { pauseStore } from './pauses.ts'
import { reachStore } from './reach.ts'
import { recordStore } from './records.ts'
import { relationshipStore } from './relationships.ts'
import { reportStore } from './report.ts'
import { searchStore } from './search.ts'
import { settingStore } from './settings.ts'
import { sourceStore } from './sources.ts'
import { specialDateStore } from './special-dates.ts'
import { stageStore } from './stages.ts'
import { tagStore } from './tags.ts'
import { tieStore } from './ties.ts'
import { guarded } from './trouble.ts'

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
  const migrations = listMigrations(options.migrations)
  return guarded(options.file, () => journalOn(openToWrite(options.file, migrations), options))
}

/**
 * Opens the journal for a command that only reads: where there is none yet it reads an empty one, and no file is made.
 * What is written to one that is not `writable` is lost.
 * @throws NetError with the trouble the file has
 */
export function openJournalToRead(options: JournalOptions): Journal {
  const migrations = listMigrations(options.migrations)
  return guarded(options.file, () => journalOn(openToRead(options.file, migrations), options))
}

export function journalOn({ db, writable, exists }: Opened, { file, now }: JournalOptions) {
  const base = onFirstUse({
    search: () => searchStore(db),
    origins: () => originStore(db),
    ties: () => tieStore(db),
    circles: () => circleStore(db),
    tags: () => tagStore(db),
    reach: () => reachStore(db),
    dates: () => specialDateStore(db),
    passedOn: () => passedOnStore(db),
  })
  const tables = onFirstUse(
    {
      contacts: () => contactStore(db, base.search),
      events: () => eventStore(db, base.search),
      outcomes: () => outcomeStore(db, base.origins, base.search),
      favours: () => favourStore(db, base.search),
      followUps: () => followUpStore(db, base.search),
      facts: () => factStore(db, base.search),
      offerings: () => offeringStore(db, base.search),
      introductions: () => introductionStore(db, base),
    },
    base,
  )
  const records = onFirstUse(
    {
      cards: () => cardStore(tables),
      encounters: () => encounterStore(db, base.search, tables.events),
      sources: () => sourceStore(db),
    },
    tables,
  )
  const journal = onFirstUse(
    {
      names: () => nameDirectory(db),
      find: () => findStore(db),
      contactList: () => contactListStore(db),
      entries: () => entryStore(records),
      endorsements: () => endorsementStore(db, base.search),
      evidence: () => evidenceStore(db),
      pauses: () => pauseStore(db),
      relationships: () => relationshipStore(db),
      occasions: () => occasionStore(db),
      stages: () => stageStore(db),
      eventFigures: () => eventFigureStore(db, tables.events, tables.outcomes),
      closeness: () => closenessStore(db),
      paths: () => pathStore(db),
      reports: () => reportStore(db),
      oneSided: () => oneSidedStore(db),
      graph: () => graphStore(db),
      briefs: () => briefStore(db),
      archive: () => archiveStore(db),
      records: () => recordStore(db, records.cards),
      inbox: () => inboxStore(db),
      drafts: () => draftStore(db),
      duplicates: () => duplicateStore(db, tables.contacts),
      settings: () => settingStore(db),
      operations: () => operationStore(db, now),
    },
    records,
  )
  return Object.assign(journal, {
    file,
    exists,
    writable,
    suggestions: (typed: string, limit: number) => suggestPeople(db, typed, limit),
    /** Takes people of a file in. @see arrivals */
    arrivals: (format: string, options: ArrivalOptions) => arrivals(db, records, format, options),
    /** @see forget */
    forget: (task: ForgetTask) => forget(db, task, (id) => tables.contacts.delete(id)),
    /** @see deletedPerson */
    deletedPerson: (folded: string) => deletedPerson(db, folded),
    /** @see listCopies */
    copies: () => (exists ? listCopies(file) : []),
    /** Copies the whole journal to a new file, by default a dated one beside it. @throws NetError when that fails */
    backUp: (today: CivilDate, to?: string) => backUpFor(db, file, today, to),
    /** What others write from now on is not seen: what is read in several steps fits together. */
    holdStill: () => db.exec('BEGIN'),
    close: () => db.close(),
  })
}
