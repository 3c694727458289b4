import type { AppContext } from '../../context.ts'
import { BIRTHDAY } from '../../domain/contact-card.ts'
import {
  type ContactRecord,
  filteredRecords,
  type JournalRecords,
  type RecordFilter,
} from '../../domain/journal-records.ts'
import { concernsSomebodyAwake } from '../../domain/promises.ts'
import { remindersAhead } from '../../domain/reminders.ts'
import { byStaleness } from '../../domain/staleness.ts'
import { archivePieces } from '../../exchange/archive.ts'
import { type FriendsEntry, friendsPieces } from '../../exchange/friends-write.ts'
import { linesOf } from '../../exchange/lines.ts'
import { contentLinesOf } from '../../exchange/vcard/content-line.ts'
import type { VCardVersion } from '../../exchange/vcard/text.ts'
import { vcardOf } from '../../exchange/vcard/write.ts'
import type { ArchiveRow } from '../../store/archive.ts'
import { calendarDays } from '../../ui/views/export/calendar.ts'
import { markdownJournal } from '../../ui/views/export/markdown.ts'
import { EXPORTED_TABLES, type ExportedTable } from '../../ui/views/export/tables.ts'

/** A journal, or a part of it, in some format. */
export interface Export {
  pieces: Iterable<string>
  /** Records, people, or days of a calendar; known when all is written. */
  count: () => number
}

export function archiveOf(context: AppContext): Export {
  const { archive } = context.reading()
  const { count, counted } = counting<ArchiveRow>()
  function* tables() {
    for (const { table, rows } of archive.rows()) yield { table, rows: counted(rows) }
  }
  return { pieces: archivePieces(archive.version(), context.today(), tables()), count }
}

/** @param ids whose cards; in this order */
export function vcardsOf(context: AppContext, ids: readonly number[], version: VCardVersion): Export {
  const journal = context.reading()
  function* pieces() {
    for (const id of ids) {
      const { uid } = journal.contacts.byId(id)!
      const sources = journal.sources.ofContact(id).filter(({ format }) => format === 'vcard')
      const originals = sources.map(({ original }) => [
        ...contentLinesOf(linesOf([Buffer.from(original, 'latin1')])),
      ])
      yield vcardOf({ uid: sources[0]?.sourceId ?? uid, card: journal.cards.byId(id)!, originals }, version)
    }
  }
  return { pieces: pieces(), count: () => ids.length }
}

const recordsOf = (context: AppContext, filter: RecordFilter): JournalRecords =>
  filteredRecords(context.reading().records.all(context.today()), filter)

/** Counts what is walked through. */
function counting<T>(): { count: () => number; counted: (rows: Iterable<T>) => Generator<T> } {
  let count = 0
  return {
    count: () => count,
    *counted(rows) {
      for (const row of rows) {
        count++
        yield row
      }
    },
  }
}

/** Tables as CSV, each a file; each is read when it is written. */
export function csvOf(
  context: AppContext,
  filter: RecordFilter,
  tables: readonly ExportedTable[],
): { files: { name: string; pieces: Iterable<string> }[]; count: () => number } {
  let count = 0
  const records = recordsOf(context, filter)
  const files = tables.map((table) => ({
    name: `${table}.csv`,
    pieces: EXPORTED_TABLES[table].csv(records, () => count++),
  }))
  return { files, count: () => count }
}

export function markdownOf(context: AppContext, filter: RecordFilter): Export {
  const { count, counted } = counting<ContactRecord>()
  const records = recordsOf(context, filter)
  const contacts = counted(records.contacts)
  return { pieces: markdownJournal({ ...records, contacts }, context.today()), count }
}

/** What was met for goes in as words where nothing else was written, so that it is not lost. */
export function friendsOf(context: AppContext, filter: RecordFilter): Export {
  const { count, counted } = counting<ContactRecord>()
  const { contacts, encounters, facts } = recordsOf(context, filter)
  const names = (people: { name: string }[]) => people.map(({ name }) => name)
  function* activities(): Generator<FriendsEntry> {
    for (const { text, kind, people, ...encounter } of encounters)
      yield { ...encounter, text: text || kind, people: names(people) }
  }
  function* notes(): Generator<FriendsEntry> {
    for (const { on, what, people } of facts)
      yield { on, text: what, people: names(people), place: null, tags: [] }
  }
  return {
    pieces: friendsPieces({ activities: activities(), notes: notes(), friends: counted(contacts) }),
    count,
  }
}

/** Birthdays and other days to remember, what was promised for a day, and when to get in touch: not of people who rest. */
export async function calendarOf(context: AppContext, filter: RecordFilter): Promise<Export> {
  const { calendarText } = await import('../../exchange/ics-write.ts')
  const journal = context.reading()
  const today = context.today()
  const { cadence } = context.settings()
  const records = recordsOf(context, filter)
  const contacts = [...records.contacts]
  const resting = journal.relationships.resting(today)
  const uids = new Map(contacts.map(({ id, uid }) => [id, uid]))
  const ahead = journal.pauses.ahead(today)
  const pausesAhead = (id: number) => ahead.filter(({ contactId }) => contactId === null || contactId === id)
  const standings = byStaleness(
    journal.relationships.list(today).filter(({ id }) => uids.has(id)),
    today,
    cadence,
  )
  const days = calendarDays({
    dates: contacts
      .filter(({ id }) => !resting(id))
      .flatMap(({ uid, name, dates }) => dates.map((each) => ({ uid, name, ...each })))
      // Nobody was born yet on a birthday to come; a wedding may well be.
      .filter(({ label, date }) => label !== BIRTHDAY || date.startsWith('--') || date <= today),
    promises: [...records.followUps].filter(
      ({ state, people }) => state === 'open' && concernsSomebodyAwake(people, resting),
    ),
    reminders: remindersAhead(standings, pausesAhead, today, cadence).map((reminder) => ({
      ...reminder,
      uid: uids.get(reminder.person.id)!,
    })),
  })
  return { pieces: [calendarText({ name: 'net', on: today, days })], count: () => days.length }
}
