import type { CivilDate } from '../domain/dates.ts'
import type { Traces } from '../domain/forgetting.ts'
import { archiveStore } from './archive.ts'
import { type ArrivalOptions, arrivals } from './arrivals.ts'
import { backUpFor, listBackups } from './backup.ts'
import { briefStore } from './brief.ts'
import { cardStore } from './cards.ts'
import { circleStore } from './circles.ts'
import { closenessStore } from './closeness.ts'
import { contactListStore } from './contact-list.ts'
import { contactStore } from './contacts.ts'
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
import { followUpStore } from './follow-ups.ts'
import { forget } from './forget.ts'
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
  const search = searchStore(db)
  const origins = originStore(db)
  const ties = tieStore(db)
  const events = eventStore(db, search)
  const outcomes = outcomeStore(db, origins, search)
  const cardTables = {
    contacts: contactStore(db, search),
    circles: circleStore(db),
    tags: tagStore(db),
    reach: reachStore(db),
    dates: specialDateStore(db),
  }
  const entryTables = {
    encounters: encounterStore(db, search, events),
    favours: favourStore(db, search),
    passedOn: passedOnStore(db),
    followUps: followUpStore(db, search),
    facts: factStore(db, search),
    offerings: offeringStore(db, search),
    introductions: introductionStore(db, { search, ties, origins }),
  }
  const cards = cardStore(cardTables)
  const sources = sourceStore(db)
  return {
    file,
    exists,
    writable,
    names: nameDirectory(db),
    suggestions: (typed: string, limit: number) => suggestPeople(db, typed, limit),
    find: findStore(db),
    ...cardTables,
    cards,
    sources,
    /** Takes people of a file in. @see arrivals */
    arrivals: (format: string, options: ArrivalOptions) => arrivals(db, { cards, sources }, format, options),
    contactList: contactListStore(db),
    ...entryTables,
    entries: entryStore(entryTables),
    endorsements: endorsementStore(db, search),
    evidence: evidenceStore(db),
    pauses: pauseStore(db),
    relationships: relationshipStore(db),
    occasions: occasionStore(db),
    origins,
    outcomes,
    stages: stageStore(db),
    events,
    eventFigures: eventFigureStore(db, events, outcomes),
    closeness: closenessStore(db),
    paths: pathStore(db),
    ties,
    reports: reportStore(db),
    oneSided: oneSidedStore(db),
    graph: graphStore(db),
    briefs: briefStore(db),
    archive: archiveStore(db),
    records: recordStore(db, cards),
    inbox: inboxStore(db),
    drafts: draftStore(db),
    duplicates: duplicateStore(db, cardTables.contacts),
    settings: settingStore(db),
    operations: operationStore(db, now),
    /** @see forget */
    forget: (contactId: number, traces: Traces) =>
      forget(db, contactId, () => cardTables.contacts.delete(contactId), traces),
    /** The copies beside it, newest first. */
    backups: () => (exists ? listBackups(file) : []),
    /** Copies the whole journal to a new file, by default a dated one beside it. @throws NetError when that fails */
    backUp: (today: CivilDate, to?: string) => backUpFor(db, file, today, to),
    close: () => db.close(),
  }
}
