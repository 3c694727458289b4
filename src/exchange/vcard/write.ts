import { BIRTHDAY, type ContactCard } from '../../domain/contact-card.ts'
import type { Reach, SpecialDate } from '../../domain/contacts.ts'
import { linesOf } from '../lines.ts'
import { type ContentLine, contentLinesOf, paramOf } from './content-line.ts'
import { hasReach, type Kept, keptOf } from './kept.ts'
import { SAYS_NOTHING } from './read.ts'
import { escaped, folded, paramText, type VCardVersion } from './text.ts'

export interface PersonToWrite {
  uid: string
  card: ContactCard
  /** The properties of the cards this person came from: what is not kept in a journal comes back as it was. */
  originals: readonly (readonly ContentLine[])[]
}

/**
 * A person as a vCard (3.0: RFC 2426, 4.0: RFC 6350), with CRLF and folded lines. What is the journal's is written anew, but
 * lines that still say the same stay as they came.
 */
export function vcardOf({ uid, card, originals }: PersonToWrite, version: VCardVersion): string {
  const kept = keptOf(card, originals, version)
  const own = ownLines(uid, card, version, kept)
  const lines = ['BEGIN:VCARD', `VERSION:${version}`, ...own, ...kept.lines, 'END:VCARD']
  return lines.map((line) => `${line}\r\n`).join('')
}

/** Of the properties of a card those to be kept for writing it again. */
export const keptLines = (properties: readonly ContentLine[]): ContentLine[] =>
  properties.filter(({ name }) => name !== '')

/**
 * A card's lines with something taken out of what they say; lines of which nothing is taken stay as they came.
 * @param lines of a card, one letter a byte
 * @param clean gives back what is left of a text
 */
export function cleanedLines(lines: string, clean: (text: string) => string): string {
  const cleaned = [...contentLinesOf(linesOf([Buffer.from(lines, 'latin1')]))].flatMap((line) => {
    // What is encoded is a photo or a key.
    if (paramOf(line, 'ENCODING').some((encoding) => /^(?:b|base64)$/i.test(encoding))) return line.raw
    const head = [
      line.name,
      ...line.params.filter(({ name }) => !/^(?:ENCODING|CHARSET)$/.test(name)).map(paramText),
    ].join(';')
    const [left, headLeft] = [clean(line.value), clean(head)]
    if (line.name === '') return clean(line.value) === line.value ? line.raw : []
    if (left === line.value && headLeft === head) return line.raw
    return [asBytes(`${line.group ? `${line.group}.` : ''}${headLeft}:${left.replace(/\r?\n/g, '\\n')}`)]
  })
  return cleaned.join('\n')
}

const asBytes = (text: string) => Buffer.from(text).toString('latin1')

function ownLines(uid: string, card: ContactCard, version: VCardVersion, kept: Kept): string[] {
  const groups = groupsBeside(kept.groups)
  const unless = (name: string, lines: string[]) => (kept.names.has(name) ? [] : lines)
  const listed = (name: string, values: readonly string[]) =>
    unless(name, values.length > 0 ? [`${name}:${values.map(escaped).join(',')}`] : [])
  const place = card.place === kept.place ? null : card.place
  return [
    text('UID', uid),
    ...unless('FN', [text('FN', card.name)]),
    ...unless('N', [`N:${nameParts(card.name)}`]),
    ...listed('NICKNAME', card.aliases),
    ...unless('ORG', optional('ORG', card.org)),
    ...(kept.names.has('ROLE') ? [] : unless('TITLE', optional('TITLE', card.role))),
    ...card.reach.filter((each) => !hasReach(kept.reach, each)).flatMap((each) => reachLines(each, groups)),
    ...(place === null ? [] : [`ADR:;;;${escaped(place)};;;`]),
    ...card.dates
      .filter(({ label }) => !kept.dates.has(label))
      .flatMap((each) => dateLines(each, version, groups)),
    ...listed('CATEGORIES', card.tags),
    ...unless('NOTE', optional('NOTE', card.note || null)),
    ...card.circles.map((circle) => text('X-NET-CIRCLE', circle)),
    ...(card.cadenceDays === null ? [] : [`X-NET-CADENCE:${card.cadenceDays}`]),
    ...optional('X-NET-METON', card.metOn),
    ...optional('X-NET-METAT', card.metAt),
  ].flatMap(folded)
}

const text = (name: string, value: string): string => `${name}:${escaped(value)}`
const optional = (name: string, value: string | null): string[] => (value === null ? [] : [text(name, value)])

/** Small words that belong to the family's name. */
const PARTICLES =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|af|av|al|el|bin|ibn)$/i

const PREFIX = /^(?:dr|prof|dipl\.-ing|mag|ing|mr|mrs|ms|herr|frau|sir)\.?$/i
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq|ll\.?m)\.?$/i

/** The family's name is the last word, with the small words before it; a name of one word is a given one. */
function nameParts(name: string): string {
  const all = name.split(' ')
  const begin = all.findIndex((word, at) => !PREFIX.test(word) || at === all.length - 1)
  const ending = all.findLastIndex((word, at) => !SUFFIX.test(word.replace(/,$/, '')) || at <= begin) + 1
  const words = all.slice(begin, ending)
  let from = words.length - 1
  while (from > 1 && PARTICLES.test(words[from - 1]!)) from--
  const [given, family] =
    from === 0 ? [words[0]!, ''] : [words.slice(0, from).join(' '), words.slice(from).join(' ')]
  return [family.replace(/,$/, ''), given, '', all.slice(0, begin).join(' '), all.slice(ending).join(' ')]
    .map(escaped)
    .join(';')
}

const PROPERTY: Record<Reach['kind'], string> = {
  email: 'EMAIL',
  phone: 'TEL',
  url: 'URL',
  address: 'ADR',
  handle: 'X-SOCIALPROFILE',
}

/** Names for groups that the card does not use yet. */
function groupsBeside(used: ReadonlySet<string>): () => string {
  let count = 0
  return () => {
    do count++
    while (used.has(`item${count}`))
    return `item${count}`
  }
}

/** A label that is a word is a type, any other one stands in a line of its own, as Apple writes it. */
function reachLines({ kind, label, value }: Reach, newGroup: () => string): string[] {
  // A URL is no text: only what would begin an escape is escaped.
  const plain = kind === 'url' ? value.replaceAll('\\', '\\\\') : escaped(value)
  const written = kind === 'address' ? `;;${plain};;;;` : plain
  const isType = label !== null && /^[a-z][a-z0-9-]*$/.test(label) && !SAYS_NOTHING.has(label)
  if (label === null || isType) return [`${PROPERTY[kind]}${isType ? `;TYPE=${label}` : ''}:${written}`]
  const group = newGroup()
  return [`${group}.${PROPERTY[kind]}:${written}`, `${group}.X-ABLabel:${escaped(label)}`]
}

function dateLines({ label, date }: SpecialDate, version: VCardVersion, newGroup: () => string): string[] {
  const named =
    label === BIRTHDAY
      ? 'BDAY'
      : label === 'anniversary'
        ? version === '4.0'
          ? 'ANNIVERSARY'
          : 'X-ANNIVERSARY'
        : null
  const withoutYear = date.startsWith('--')
  // 4.0 writes days without dashes (RFC 6350 §4.3.1), but for a month of a year.
  const value =
    version === '3.0'
      ? date.replace(/^--/, '1604-')
      : withoutYear
        ? `--${date.slice(2).replace('-', '')}`
        : date.length === 10
          ? date.replaceAll('-', '')
          : date
  const params =
    withoutYear && version === '3.0'
      ? ';X-APPLE-OMIT-YEAR=1604'
      : date.length < 10 && version === '3.0'
        ? ';VALUE=text'
        : ''
  if (named) return [`${named}${params}:${value}`]
  const group = newGroup()
  return [`${group}.X-ABDATE${params}:${value}`, `${group}.X-ABLabel:${escaped(label)}`]
}
