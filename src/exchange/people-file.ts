import type { ArchiveFile } from './archive.ts'
import {
  type ForeignContact,
  type ForeignJournal,
  foreignJournal,
  type Unread,
  type UnreadReason,
} from './foreign.ts'
import { linesOf } from './lines.ts'
import { charsetOf, inUtf8, textOfFile } from './text-file.ts'
import { cardsIn } from './vcard/cards.ts'
import { contactOf } from './vcard/read.ts'
import { keptLines } from './vcard/write.ts'

const PEOPLE_FORMATS = ['vcard', 'linkedin', 'google', 'outlook', 'friends', 'monica'] as const
export type PeopleFormat = (typeof PEOPLE_FORMATS)[number]
export const FILE_FORMATS = [...PEOPLE_FORMATS, 'ics', 'archive'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** One record of a file: a person, or what could not be read. */
export type PeopleRecord = { contact: ForeignContact; original: string } | { unread: Unread }

/** A calendar, not read yet: what of it is of interest depends on the day and on whose it is. */
export interface CalendarFile {
  format: 'ics'
  text: string
}

export interface PeopleFile {
  format: PeopleFormat
  records: Iterable<PeopleRecord>
  /** How many there are; `null` where they are read as they are asked for. */
  count: number | null
  /** What else it tells; empty of a vCard or a table. */
  more: Omit<ForeignJournal, 'contacts' | 'unread'>
}

/** A file that no people can be read from, and why. */
export interface NoPeople {
  format: 'none'
  why: 'unknown' | 'too-large' | 'broken-json' | 'broken-zip' | 'no-connections'
}

const none = (why: NoPeople['why']): NoPeople => ({ format: 'none', why })

/** So much of a file is looked at to tell what it is. */
const BEGINNING = 64 * 1024
/** Larger tables and calendars are not what people export; vCards and archives are read piece by piece, and have no limit. */
const LARGEST_TEXT = 128 * 1024 * 1024

/**
 * What a file holds, whose format is told by what stands in it. vCards and archives are read as they are asked for, the others at once.
 * @param chunks the file's bytes; read once
 */
export async function peopleIn(
  chunks: Iterable<Buffer>,
  wanted?: FileFormat,
): Promise<PeopleFile | ArchiveFile | CalendarFile | NoPeople> {
  const { beginning, all } = lookedAt(chunks)
  const start = textOfFile(beginning)
  if (wanted === 'vcard' || (wanted === undefined && isVCard(start))) {
    const cards = vcards(inUtf8(all(), charsetOf(beginning)))
    const first = cards.next()
    // An address book that nobody is in is one, too.
    if (first.done && start.trim() !== '') return none('unknown')
    return { format: 'vcard', records: withFirst(first, cards), count: null, more: foreignJournal() }
  }
  if (wanted === undefined || wanted === 'archive') {
    const { archiveIn, isArchive } = await import('./archive.ts')
    if (isArchive(start)) return archiveIn(linesOf(all()))
  }
  const bytes = whole(all())
  if (bytes === undefined) return none('too-large')
  if (isZip(bytes)) return fromZip(bytes, wanted)
  return textFile(textOfFile(bytes), wanted)
}

const isVCard = (start: string) => /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD/im.test(start)
const isZip = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'

/** All that LinkedIn keeps of a member comes as an archive of tables. */
async function fromZip(bytes: Buffer, wanted: FileFormat | undefined): Promise<PeopleFile | NoPeople> {
  if (wanted !== undefined && wanted !== 'linkedin') return none('unknown')
  const { fileInZip, namesInZip } = await import('./zip.ts')
  const names = namesInZip(bytes)
  if (names.length === 0) return none('broken-zip')
  const table = fileInZip(bytes, 'Connections.csv', LARGEST_TEXT)
  if (table === 'too-large') return none('too-large')
  if (table === undefined) return none('no-connections')
  const file = await textFile(textOfFile(table), 'linkedin')
  if (file.format !== 'linkedin') return none('no-connections')
  const { otherTables } = await import('./csv/linkedin.ts')
  return { ...file, more: { ...file.more, leftOut: otherTables(names) } }
}

function lookedAt(chunks: Iterable<Buffer>): { beginning: Buffer; all: () => Iterable<Buffer> } {
  const source = chunks[Symbol.iterator]()
  const first: Buffer[] = []
  for (let length = 0; length < BEGINNING; ) {
    const { value, done } = source.next()
    if (done) break
    first.push(value)
    length += value.length
  }
  return {
    beginning: Buffer.concat(first).subarray(0, BEGINNING),
    *all() {
      yield* first
      for (let next = source.next(); !next.done; next = source.next()) yield next.value
    },
  }
}

function whole(chunks: Iterable<Buffer>): Buffer | undefined {
  const parts: Buffer[] = []
  let length = 0
  for (const chunk of chunks) {
    length += chunk.length
    if (length > LARGEST_TEXT) return undefined
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function* withFirst(
  first: IteratorResult<PeopleRecord, void>,
  others: Iterable<PeopleRecord>,
): Generator<PeopleRecord> {
  if (first.done) return
  yield first.value
  yield* others
}

function* vcards(chunks: Iterable<Buffer>): Generator<PeopleRecord, void> {
  for (const card of cardsIn(linesOf(chunks))) {
    const contact = contactOf(card)
    if (typeof contact === 'string') yield unread(card.line, contact)
    else
      yield {
        contact,
        original: keptLines(card.properties)
          .flatMap(({ raw }) => raw)
          .join('\n'),
      }
  }
}

const unread = (line: number, reason: UnreadReason): PeopleRecord => ({ unread: { line, reason } })

async function textFile(
  text: string,
  wanted: FileFormat | undefined,
): Promise<PeopleFile | ArchiveFile | CalendarFile | NoPeople> {
  const asked = (format: FileFormat) => wanted === undefined || wanted === format
  if (asked('ics') && /^[ \t]*BEGIN:VCALENDAR/im.test(text.slice(0, BEGINNING)))
    return { format: 'ics', text }
  if (/^\s*\{/.test(text) && (asked('archive') || asked('monica'))) return jsonFile(text, asked)
  if (asked('friends')) {
    const friends = (await import('./friends.ts')).readFriends(text)
    if (friends) return fileOf('friends', friends)
  }
  if (asked('linkedin')) {
    const connections = (await import('./csv/linkedin.ts')).readConnections(text)
    if (connections) return fileOf('linkedin', connections)
  }
  if (asked('google') || asked('outlook')) {
    const book = (await import('./csv/address-book.ts')).readAddressBook(text)
    if (book && asked(book.format)) return fileOf(book.format, book)
  }
  return none('unknown')
}

async function jsonFile(
  text: string,
  asked: (format: FileFormat) => boolean,
): Promise<PeopleFile | ArchiveFile | NoPeople> {
  const archive = asked('archive') ? (await import('./archive.ts')).readArchive(text) : undefined
  if (archive) return archive
  const account = asked('monica') ? (await import('./monica/account.ts')).readMonica(text) : undefined
  return account ? fileOf('monica', account) : none(isJson(text) ? 'unknown' : 'broken-json')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function fileOf(
  format: PeopleFormat,
  read: Pick<ForeignJournal, 'contacts' | 'unread'> & Partial<ForeignJournal>,
): PeopleFile {
  const records: PeopleRecord[] = [
    ...read.contacts.map((contact) => ({ contact, original: '' })),
    ...read.unread.map((each) => ({ unread: each })),
  ]
  return { format, records, count: records.length, more: { ...foreignJournal(), ...read } }
}
