import { BIRTHDAY, type ContactCard } from '../../domain/contact-card.ts'
import type { Reach, SpecialDate } from '../../domain/contacts.ts'
import { linesOf } from '../lines.ts'
import { type ContentLine, contentLinesOf, type Param, paramOf } from './content-line.ts'
import { contactOf, SAYS_NOTHING } from './read.ts'

export type VCardVersion = '3.0' | '4.0'

export interface PersonToWrite {
  uid: string
  card: ContactCard
  /** The properties of the card this person came from: what is not kept in a journal comes back as it was. */
  original: readonly ContentLine[]
}

/**
 * A person as a vCard (3.0: RFC 2426, 4.0: RFC 6350), with CRLF and folded lines. What is the journal's is written anew, but
 * lines that still say the same stay as they came.
 */
export function vcardOf({ uid, card, original }: PersonToWrite, version: VCardVersion): string {
  const kept = original.filter((line) => staysAsItCame(line, card, original))
  const own = ownLines(uid, card, version, kept)
  const lines = ['BEGIN:VCARD', `VERSION:${version}`, ...own, ...kept.flatMap(rawLines), 'END:VCARD']
  return lines.map((line) => `${line}\r\n`).join('')
}

/** Written by `ownLines`; the rest is not ours to change. */
const OURS =
  /^(BEGIN|END|VERSION|UID|FN|N|NICKNAME|ORG|TITLE|ROLE|NOTE|EMAIL|TEL|URL|ADR|X-SOCIALPROFILE|SOCIALPROFILE|IMPP|BDAY|X-?ANNIVERSARY|ANNIVERSARY|X-ABDATE|CATEGORIES|X-NET-[A-Z]+|REV|PRODID)$/

/** Of the properties of a card those to be kept for writing it again. */
export const keptLines = (properties: readonly ContentLine[]): ContentLine[] =>
  properties.filter(({ name }) => name !== '')

/** Whether a line of the card a person came from may stay: it is not ours, or says what the journal still says. */
function staysAsItCame(line: ContentLine, card: ContactCard, original: readonly ContentLine[]): boolean {
  if (line.name === 'X-ABLABEL') {
    const labelled = original.find((each) => each !== line && each.group === line.group)
    return labelled === undefined || staysAsItCame(labelled, card, original)
  }
  if (!OURS.test(line.name)) return line.name !== ''
  const told = contactOf({ line: 1, finished: true, properties: [NAMED, line] })
  if (typeof told === 'string') return false
  const sameReach = told.reach.some((reach) => has(card.reach, reach))
  return told.reach.length > 0 && sameReach && !isUnwritable(line)
}

/** A name, so that a single property makes a card. */
const NAMED: ContentLine = { group: null, name: 'FN', params: [], value: 'x', raw: [], line: 1, cut: false }

/** What only 2.1 knows has no place in a newer card. */
const isUnwritable = ({ raw }: ContentLine): boolean =>
  /^[^:]*;\s*(?:ENCODING=)?(?:QUOTED-PRINTABLE|BASE64|8BIT)\b/i.test(raw[0] ?? '')

const has = (all: readonly Reach[], wanted: Reach): boolean =>
  all.some(({ kind, value }) => kind === wanted.kind && value === wanted.value)

const rawLines = (line: ContentLine): string[] =>
  isUnwritable(line)
    ? folded(`${line.group ? `${line.group}.` : ''}${line.name}:${escaped(line.value)}`)
    : line.raw.map((bytes) => Buffer.from(bytes, 'latin1').toString())

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
const paramText = ({ name, values }: Param) =>
  `${name}=${values.map((value) => (/[:;,]/.test(value) ? `"${value}"` : value)).join(',')}`

function ownLines(uid: string, card: ContactCard, version: VCardVersion, kept: ContentLine[]): string[] {
  const keptReach = kept.flatMap((line) => {
    const told = contactOf({ line: 1, finished: true, properties: [NAMED, line] })
    return typeof told === 'string' ? [] : told.reach
  })
  const groups = groupsBeside(kept)
  const reach = card.reach.filter((each) => !has(keptReach, each))
  const place = card.place !== null && !placeTold(card.place, kept) ? card.place : null
  return [
    text('UID', uid),
    text('FN', card.name),
    `N:${nameParts(card.name)}`,
    ...(card.aliases.length > 0 ? [`NICKNAME:${card.aliases.map(escaped).join(',')}`] : []),
    ...optional('ORG', card.org),
    ...optional('TITLE', card.role),
    ...reach.flatMap((each) => reachLines(each, groups)),
    ...(place === null ? [] : [`ADR:;;;${escaped(place)};;;`]),
    ...card.dates.flatMap((each) => dateLines(each, version, groups)),
    ...(card.tags.length > 0 ? [`CATEGORIES:${card.tags.map(escaped).join(',')}`] : []),
    ...optional('NOTE', card.note || null),
    ...card.circles.map((circle) => text('X-NET-CIRCLE', circle)),
    ...(card.cadenceDays === null ? [] : [`X-NET-CADENCE:${card.cadenceDays}`]),
    ...optional('X-NET-METON', card.metOn),
    ...optional('X-NET-METAT', card.metAt),
  ].flatMap(folded)
}

function placeTold(place: string, kept: ContentLine[]): boolean {
  const told = contactOf({ line: 1, finished: true, properties: [NAMED, ...kept] })
  return typeof told !== 'string' && told.place === place
}

const escaped = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
const text = (name: string, value: string): string => `${name}:${escaped(value)}`
const optional = (name: string, value: string | null): string[] => (value === null ? [] : [text(name, value)])

/** Small words that belong to the family's name. */
const PARTICLES =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|af|av|al|el|bin|ibn)$/i

/** The family's name is the last word, with the small words before it; a name of one word is a given one. */
function nameParts(name: string): string {
  const words = name.split(' ')
  let from = words.length - 1
  while (from > 1 && PARTICLES.test(words[from - 1]!)) from--
  const [given, family] =
    from === 0 ? [name, ''] : [words.slice(0, from).join(' '), words.slice(from).join(' ')]
  return `${escaped(family)};${escaped(given)};;;`
}

const PROPERTY: Record<Reach['kind'], string> = {
  email: 'EMAIL',
  phone: 'TEL',
  url: 'URL',
  address: 'ADR',
  handle: 'X-SOCIALPROFILE',
}

/** Names for groups that the card does not use yet. */
function groupsBeside(kept: ContentLine[]): () => string {
  const used = new Set(kept.map(({ group }) => group?.toLowerCase()))
  let count = 0
  return () => {
    do count++
    while (used.has(`item${count}`))
    return `item${count}`
  }
}

/** A label that is a word is a type, any other one stands in a line of its own, as Apple writes it. */
function reachLines({ kind, label, value }: Reach, newGroup: () => string): string[] {
  const written = kind === 'address' ? `;;${escaped(value)};;;;` : escaped(value)
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
  const value =
    withoutYear && version === '4.0' ? `--${date.slice(2).replace('-', '')}` : date.replace(/^--/, '1604-')
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

const LONGEST = 75

/** Divides a line after 75 octets at most, never within a letter (RFC 6350 §3.2). */
function folded(line: string): string[] {
  const lines: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > LONGEST) {
      lines.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...lines, part]
}
