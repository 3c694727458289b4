import { NetError } from '../errors.ts'
import type { Found } from '../names.ts'
import { isLarge } from './letters.ts'
import { isNoName, isThing } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { isAsian, isCapital } from './tokens.ts'
import {
  AFFILIATIONS,
  CITIES,
  DETERMINERS,
  isRole,
  NOT_PEOPLE,
  OBJECT_VERBS,
  OPENING_PARTICLES,
  PARTICLES,
  PLACE_WORDS,
  STOP_WORDS,
  TITLES,
} from './words.ts'

/** A person as named at a place of a text, before it is settled who that is. */
export interface Naming {
  said: string
  /** The name a new contact would get: without title. */
  name: string
  found: Found
}

/** What reading names needs to know of the text around. */
export interface NameReading {
  text: string
  tokens: Token[]
  /** Finds a known person; without near misses, which are looked for only when somebody turns out to be new. */
  known(said: string): Found
  /** Whether a token belongs to a date. */
  taken(index: number): boolean
}

/** How far a name may be one not known: not at all, when written as names are, or however it is written. */
export type Trust = 'known' | 'capital' | 'any'

export interface Named {
  naming: Naming
  /** The first token after it. */
  next: number
}

const LONGEST_NAME = 6
const NOBODY: Found = { state: 'none', near: [] }

/** Reads the name that begins at a token. */
export function readName(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const token = reading.tokens[at]
  if (!token || reading.taken(at)) return undefined
  if (token.kind === 'id') return readId(reading, at)
  if (token.kind === 'mention')
    return named(reading, at, at + 1, cleanName(token.text.slice(2, -1)), token.text)
  if (token.kind === 'at') return isHandle(reading, at) ? readName(reading, at + 1, 'any') : undefined
  if (token.kind === 'emoji') return readPicture(reading, at, trust)
  if (token.kind === 'sign') return readQuoted(reading, at, trust)
  if (token.kind !== 'word') return undefined
  if (isAsian(token)) return readAsian(reading, at, trust)
  return readWords(reading, at, trust)
}

/** `@` before a name: not inside a word, and not "@ Betahaus" and "@Berlin", which are places. */
export function isHandle({ tokens, known }: NameReading, at: number): boolean {
  const name = tokens[at + 1]
  if (name && CITIES.has(name.lower) && known(name.text).state === 'none') return false
  const before = tokens[at - 1]
  const loose =
    !tokens[at]!.glued ||
    !before ||
    before.kind === 'sign' ||
    before.kind === 'comma' ||
    before.kind === 'break'
  return loose && tokens[at + 1]?.glued === true
}

function named(
  reading: NameReading,
  from: number,
  to: number,
  name: string,
  said = slice(reading, from, to),
  found = reading.known(name),
): Named {
  return { naming: { said, name, found }, next: to }
}

/** Quoted names are taken as they are, but for what no terminal shows. */
export const cleanName = (name: string): string =>
  name.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim()

const slice = ({ text, tokens }: NameReading, from: number, to: number): string =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end)

function readId(reading: NameReading, at: number): Named {
  const said = reading.tokens[at]!.text
  const found = reading.known(said)
  if (found.state !== 'one')
    throw new NetError({ kind: 'not-found', what: 'contact', wanted: said, suggestions: [] })
  return named(reading, at, at + 1, said, said, found)
}

function readPicture(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const read = named(reading, at, at + 1, reading.tokens[at]!.text)
  return trust === 'any' || read.naming.found.state !== 'none' ? read : undefined
}

const LONGEST_QUOTE = 8

/** "Mary Ann Evans", in quotation marks of any sort. */
function readQuoted(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const { tokens } = reading
  if (!/["“„«]/.test(tokens[at]!.text) || tokens[at + 1]?.kind !== 'word') return undefined
  const length = tokens.slice(at + 1, at + LONGEST_QUOTE).findIndex(({ text }) => /^["”“»]$/.test(text))
  if (length < 1) return undefined
  const [from, to] = [at + 1, at + 1 + length]
  const found = reading.known(slice(reading, from, to))
  if (found.state === 'none' && (trust === 'known' || !isCapital(tokens[from]!))) return undefined
  return named(reading, at, to + 1, slice(reading, from, to), slice(reading, at, to + 1), found)
}

/** Chinese and Japanese write no spaces: the longest known name that begins here, else the whole run. */
function readAsian(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const run = reading.tokens[at]!.text
  for (let length = Math.min(run.length, LONGEST_NAME); length > 0; length--) {
    const name = run.slice(0, length)
    const found = reading.known(name)
    if (found.state !== 'none') return named(reading, at, at + 1, name, name, found)
  }
  return trust === 'known' ? undefined : named(reading, at, at + 1, run, run, NOBODY)
}

function readWords(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const start = afterTitles(reading.tokens, at)
  const end = phraseEnd(reading, start)
  // "mit Frau und Kindern": a title without a name is none.
  if (end === start) return start > at ? undefined : readLowerCase(reading, at, trust)
  return knownPhrase(reading, at, start, end) ?? newPhrase(reading, at, start, end, trust)
}

function afterTitles(tokens: Token[], at: number): number {
  let next = at
  while (next < at + 3 && tokens[next] && TITLES.has(tokens[next]!.lower)) next++
  return next
}

/** Where the capitalised words and particles that may be one name end; `at` itself when there are none. */
export function phraseEnd(reading: NameReading, at: number): number {
  const { tokens } = reading
  let end = at
  for (let next = at; next < at + LONGEST_NAME && tokens[next]; next++) {
    if (next > at && opensAffiliation(tokens, next)) break
    if (reading.taken(next) || (next > at && (!follows(tokens, next) || TITLES.has(tokens[next]!.lower))))
      break
    if (isNameWord(tokens[next]!, next === at)) end = next + 1
    else if (!(next === at ? OPENING_PARTICLES : PARTICLES).has(tokens[next]!.lower)) break
  }
  const verb = tokens[end]
  return end - at > 1 && verb && OBJECT_VERBS.has(verb.lower) ? end - 1 : end
}

/** "von BASF", "von der Agentur", "von HubSpot": whom somebody is with, and no part of the name as "von Hahn" is. */
function opensAffiliation(tokens: Token[], at: number): boolean {
  if (tokens[at]!.lower !== 'von') return false
  const whose = tokens[at + (/^(?:der|dem|den)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1)]
  return whose?.kind === 'word' && (AFFILIATIONS.has(whose.lower) || isAcronym(whose.text))
}

/** "BASF", "N26", "eBay", "HubSpot"; of a line in large letters only the short ones. */
const isAcronym = (word: string): boolean =>
  word.length <= 5 && word === word.toUpperCase() ? word.length > 1 : isCamel(word)

const isCamel = (word: string): boolean => {
  const later = [...word].slice(1)
  return word !== word.toUpperCase() && !/^ma?c/i.test(word) && later.some(isLarge) && !word.includes('-')
}

/** Names are words with spaces between; an initial's dot does not part them. */
const follows = (tokens: Token[], at: number): boolean =>
  !tokens[at]!.glued || /\.$/.test(tokens[at - 1]!.text)

/** "An" and "So" are names as well, but only where a name begins; "d'Arc" only where it goes on. */
const isNameWord = (token: Token, first: boolean): boolean =>
  first
    ? isCapital(token) && !isAsian(token)
    : (isCapital(token) && !isAsian(token) && !isOrdinary(token)) || isElided(token)

const isElided = (token: Token): boolean => {
  const elided = /^(?:d|l|dell|dall)['’](.)/.exec(token.text)
  return elided !== null && isLarge(elided[1]!)
}

/** Words that begin no new name and end any; with a capital, Will and May are names all the same. */
export const isOrdinary = (token: Token): boolean =>
  (STOP_WORDS.has(token.lower) && !/^(?:Will|May)$/.test(token.text)) || NOT_PEOPLE.has(token.lower)

/** How far a known name may go: one word beyond what new names are made of, as in "Robin 🚀" and "Karl Freitag". */
export function knownEnd({ tokens, taken }: NameReading, at: number, end: number): number {
  const beyond = tokens[end]
  const goesOn =
    beyond &&
    end > at &&
    !taken(end) &&
    (beyond.kind === 'emoji' || (isCapital(beyond) && follows(tokens, end)))
  return goesOn ? end + 1 : end
}

function knownPhrase(reading: NameReading, at: number, start: number, end: number): Named | undefined {
  for (const from of new Set([at, start])) {
    for (let to = knownEnd(reading, from, end); to > from; to--) {
      const found = reading.known(slice(reading, from, to))
      if (found.state === 'none') continue
      if (to >= end || partEnds(reading, found, from, to))
        return named(reading, at, to, slice(reading, start, to), slice(reading, at, to), found)
    }
  }
  return undefined
}

/** Whether the name may end before the phrase does: a full name may, and "Ada von Siemens" is Ada, of Siemens. */
function partEnds({ tokens }: NameReading, found: Found, from: number, to: number): boolean {
  const full = to - from > 1 && found.state === 'one' && found.how === 'exact'
  return full || tokens[to]!.lower === 'von'
}

export const POSSESSIVE = /['’]s$/i

function newPhrase(
  reading: NameReading,
  at: number,
  start: number,
  end: number,
  trust: Trust,
): Named | undefined {
  const { tokens } = reading
  const [first, last] = [tokens[start]!, tokens[end - 1]!]
  if (trust === 'known' || POSSESSIVE.test(last.text)) return undefined
  const word = tokens.slice(start, end).find(isCapital)!
  if (
    trust !== 'any' &&
    (isOrdinary(first) ||
      isOrdinary(word) ||
      DETERMINERS.has(first.lower) ||
      PLACE_WORDS.has(first.lower) ||
      isRole(word.lower) ||
      (end - at === 1 && isThing(word.lower)) ||
      isNoName(reading, start, end))
  )
    return undefined
  return named(reading, at, end, slice(reading, start, end), slice(reading, at, end), NOBODY)
}

/** "with ada and grace hopper": in lower case only people who are known, or who are named with `@`. */
function readLowerCase(reading: NameReading, at: number, trust: Trust): Named | undefined {
  const { tokens } = reading
  // "bier mit mark + will": a word that nothing follows is no verb.
  const isLast = tokens[at + 1]?.kind !== 'word'
  if (STOP_WORDS.has(tokens[at]!.lower) && trust !== 'any' && !isLast) return undefined
  let longest = at + 1
  while (
    longest < at + 4 &&
    tokens[longest]?.kind === 'word' &&
    !reading.taken(longest) &&
    !STOP_WORDS.has(tokens[longest]!.lower)
  )
    longest++
  for (let to = longest; to > at; to--) {
    const found = reading.known(slice(reading, at, to))
    if (found.state !== 'none') return named(reading, at, to, slice(reading, at, to), undefined, found)
  }
  return trust === 'any' ? named(reading, at, at + 1, tokens[at]!.text, undefined, NOBODY) : undefined
}
