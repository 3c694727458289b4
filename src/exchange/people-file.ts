import {
  type ForeignContact,
  type ForeignJournal,
  foreignJournal,
  type Unread,
  type UnreadReason,
} from './foreign.ts'
import { linesOf } from './lines.ts'
import { textOfFile } from './text-file.ts'
import { cardsIn } from './vcard/cards.ts'
import { contactOf } from './vcard/read.ts'
import { keptLines } from './vcard/write.ts'

export const PEOPLE_FORMATS = ['vcard', 'linkedin', 'google', 'outlook', 'friends', 'monica'] as const
export type PeopleFormat = (typeof PEOPLE_FORMATS)[number]

/** One record of a file: a person, or what could not be read. */
export type PeopleRecord = { contact: ForeignContact; original: string } | { unread: Unread }

/** A whole journal. */
export interface ArchiveFile {
  format: 'archive'
  version: number
  tables: Record<string, Record<string, string | number | null>[]>
}

/** A calendar, not read yet: what of it is of interest depends on the day and on whose it is. */
export interface CalendarFile {
  format: 'ics'
  text: string
}

export interface PeopleFile {
  format: PeopleFormat
  records: Iterable<PeopleRecord>
  /** What else it tells; empty of a vCard or a table. */
  more: Omit<ForeignJournal, 'contacts' | 'unread'>
}

/** So much of a file is looked at to tell what it is. */
const BEGINNING = 64 * 1024
/** Larger tables are not what people export of their contacts; vCards are read piece by piece, and have no limit. */
export const LARGEST_TEXT = 256 * 1024 * 1024

/**
 * The people of a file, whose format is told by what stands in it. vCards are read as they are asked for, the others at once.
 * @param chunks the file's bytes; read once
 * @returns `undefined` when it is none of the formats
 */
export async function peopleIn(
  chunks: Iterable<Buffer>,
  wanted?: PeopleFormat,
): Promise<PeopleFile | ArchiveFile | CalendarFile | 'too-large' | undefined> {
  const { beginning, all } = lookedAt(chunks)
  if (wanted === 'vcard' || (wanted === undefined && isVCard(beginning)))
    return { format: 'vcard', records: vcards(all()), more: foreignJournal() }
  const bytes = whole(all())
  if (bytes === undefined) return 'too-large'
  const table = beginning.subarray(0, 2).toString() === 'PK' ? await connectionsIn(bytes) : bytes
  return table && textFile(textOfFile(table), wanted)
}

/** All that LinkedIn keeps of a member comes as an archive of tables. */
async function connectionsIn(archive: Buffer): Promise<Buffer | undefined> {
  const { fileInZip } = await import('./zip.ts')
  return fileInZip(archive, 'Connections.csv', LARGEST_TEXT)
}

const isVCard = (beginning: Buffer) =>
  /^\s*BEGIN\s*:\s*VCARD/im.test(beginning.toString('latin1').replaceAll('\0', ''))

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

function* vcards(chunks: Iterable<Buffer>): Generator<PeopleRecord> {
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
  wanted: PeopleFormat | undefined,
): Promise<PeopleFile | ArchiveFile | CalendarFile | undefined> {
  const asked = (format: PeopleFormat) => wanted === undefined || wanted === format
  if (wanted === undefined && /^\s*BEGIN:VCALENDAR/i.test(text)) return { format: 'ics', text }
  if (wanted === undefined && text.startsWith('{')) {
    const archive = (await import('./archive.ts')).readArchive(text)
    if (archive) return { format: 'archive', ...archive }
  }
  if (asked('monica') && /^\s*\{/.test(text)) {
    const account = (await import('./monica.ts')).readMonica(text)
    if (account) return fileOf('monica', account)
  }
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
  return undefined
}

const fileOf = (
  format: PeopleFormat,
  read: Pick<ForeignJournal, 'contacts' | 'unread'> & Partial<ForeignJournal>,
): PeopleFile => ({
  format,
  records: [
    ...read.contacts.map((contact) => ({ contact, original: '' })),
    ...read.unread.map((each) => ({ unread: each })),
  ],
  more: { ...foreignJournal(), ...read },
})
