import type { AppContext } from '../../context.ts'
import {
  filteredRecords,
  type JournalRecords,
  RECORD_KINDS,
  type RecordFilter,
} from '../../domain/journal-records.ts'
import { concernsSomebodyAwake } from '../../domain/promises.ts'
import { remindersAhead } from '../../domain/reminders.ts'
import { byStaleness } from '../../domain/staleness.ts'
import { archivePieces } from '../../exchange/archive.ts'
import { type FriendsEntry, friendsPieces } from '../../exchange/friends-write.ts'
import { linesOf } from '../../exchange/lines.ts'
import { contentLinesOf } from '../../exchange/vcard/content-line.ts'
import { type VCardVersion, vcardOf } from '../../exchange/vcard/write.ts'
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
  let count = 0
  function* counted<T>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) {
      count++
      yield row
    }
  }
  function* tables() {
    for (const { table, rows } of archive.rows()) yield { table, rows: counted(rows) }
  }
  return { pieces: archivePieces(archive.version(), context.today(), tables()), count: () => count }
}

/** @param ids whose cards; in this order */
export function vcardsOf(context: AppContext, ids: readonly number[], version: VCardVersion): Export {
  const journal = context.reading()
  function* pieces() {
    for (const id of ids) {
      const { uid } = journal.contacts.byId(id)!
      const [source] = journal.sources.ofContact(id).filter(({ format }) => format === 'vcard')
      const original = source ? [...contentLinesOf(linesOf([Buffer.from(source.original, 'latin1')]))] : []
      yield vcardOf({ uid: source?.sourceId ?? uid, card: journal.cards.byId(id)!, original }, version)
    }
  }
  return { pieces: pieces(), count: () => ids.length }
}

const recordsOf = (
  context: AppContext,
  filter: RecordFilter,
  kinds: readonly (keyof JournalRecords)[],
): JournalRecords => filteredRecords(context.reading().records.of(kinds, context.today()), filter)

/** Tables as CSV, each a file; each is read when it is written. */
export function csvOf(
  context: AppContext,
  filter: RecordFilter,
  tables: readonly ExportedTable[],
): { files: { name: string; pieces: Iterable<string> }[]; count: () => number } {
  let count = 0
  function* piecesOf(table: ExportedTable): Generator<string> {
    const { kind, csv } = EXPORTED_TABLES[table]
    const records = recordsOf(context, filter, [kind])
    count += records[kind].length
    yield csv(records)
  }
  const files = tables.map((table) => ({ name: `${table}.csv`, pieces: piecesOf(table) }))
  return { files, count: () => count }
}

export function markdownOf(context: AppContext, filter: RecordFilter): Export {
  const records = recordsOf(context, filter, RECORD_KINDS)
  return { pieces: markdownJournal(records, context.today()), count: () => records.contacts.length }
}

/** What was met for goes in as words where nothing else was written, so that it is not lost. */
export function friendsOf(context: AppContext, filter: RecordFilter): Export {
  const { contacts, encounters, facts } = recordsOf(context, filter, ['contacts', 'encounters', 'facts'])
  const names = (people: { name: string }[]) => people.map(({ name }) => name)
  const activities: FriendsEntry[] = encounters.map(({ text, kind, people, ...encounter }) => ({
    ...encounter,
    text: text || kind,
    people: names(people),
  }))
  const notes: FriendsEntry[] = facts.map(({ on, what, people }) => ({
    on,
    text: what,
    people: names(people),
    place: null,
    tags: [],
  }))
  return { pieces: friendsPieces({ activities, notes, friends: contacts }), count: () => contacts.length }
}

/** Birthdays and other days to remember, what was promised for a day, and when to get in touch: not of people who rest. */
export async function calendarOf(context: AppContext, filter: RecordFilter): Promise<Export> {
  const { calendarText } = await import('../../exchange/ics-write.ts')
  const journal = context.reading()
  const today = context.today()
  const { cadence } = context.settings()
  const { contacts, followUps } = recordsOf(context, filter, ['contacts', 'followUps'])
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
      .filter(({ date }) => date.startsWith('--') || date <= today),
    promises: followUps.filter(
      ({ state, people }) => state === 'open' && concernsSomebodyAwake(people, resting),
    ),
    reminders: remindersAhead(standings, pausesAhead, today, cadence).map((reminder) => ({
      ...reminder,
      uid: uids.get(reminder.person.id)!,
    })),
  })
  return { pieces: [calendarText({ name: 'net', on: today, days })], count: () => days.length }
}
