import type { Found } from '../names.ts'
import { fold } from '../names.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { closes, isHandle, POSSESSIVE, phraseEnd, readName, readNames } from './name-phrase.ts'
import type { Token } from './tokens.ts'
import { isAsian, isCapital } from './tokens.ts'
import {
  CALENDAR_NAMES,
  ENGLISH_WORD_NAMES,
  GERMAN_WORD_NAMES,
  INTO,
  languageOf,
  MEETING_VERBS,
  NOT_PEOPLE,
  NOT_THERE,
  OPENING_PARTICLES,
  OTHERS,
  ROLES,
  STOP_WORDS,
  TITLES,
  WITH,
  WORK_WORDS,
} from './words.ts'

/** Who is named in what is told, and which tokens do it. */
export interface PeopleNamed {
  namings: Naming[]
  used: ReadonlySet<number>
  /** "bei Ada", "at Grace's": I was at theirs. */
  visited: boolean
}

const NOBODY: PeopleNamed = { namings: [], used: new Set(), visited: false }

/** Finds everybody who was met: lists after "with", names after `@`, and known people anywhere. */
export function peopleIn(reading: NameReading): PeopleNamed {
  if (reading.tokens.length === 0) return NOBODY
  const language = languageOf(reading.tokens.map((token) => token.lower))
  const namings: Naming[] = []
  const used = new Set<number>()
  let visited = false
  for (let at = 0; at < reading.tokens.length; ) {
    const read = peopleAt(reading, at, language)
    const next = Math.max(read.next, at + 1)
    namings.push(...read.namings)
    if (read.next > at) for (let index = at; index < next; index++) used.add(index)
    visited ||= read.namings.length > 0 && /^(?:bei|at)$/.test(reading.tokens[at - 1]?.lower ?? '')
    at = next
  }
  return { namings, used, visited }
}

type Language = ReturnType<typeof languageOf>

function peopleAt(reading: NameReading, at: number, language: Language): { namings: Naming[]; next: number } {
  const { tokens } = reading
  const token = tokens[at]!
  if (reading.taken(at)) return { namings: [], next: at }
  if (WITH.has(token.lower))
    return readNames(reading, at + 1, WORK_WORDS.has(tokens[at - 1]?.lower ?? '') ? 'known' : 'capital')
  if (token.kind === 'mention' || (token.kind === 'at' && isHandle(reading, at)))
    return one(readName(reading, at, 'any'), at)
  if (NOT_THERE.has(token.lower))
    return {
      namings: [],
      next: Math.max(readNames(reading, at + 1, 'known').next, phraseEnd(reading, at + 1)),
    }
  if (TITLES.has(token.lower)) return one(readName(reading, at, 'known'), at)
  if (token.kind === 'word') return one(knownAt(reading, at, language), at)
  return { namings: [], next: at }
}

const one = (read: { naming: Naming; next: number } | undefined, at: number) =>
  read ? { namings: [read.naming], next: read.next } : { namings: [], next: at }

function knownAt(reading: NameReading, at: number, language: Language) {
  const token = reading.tokens[at]!
  if (isAsian(token)) return knownInRun(reading, at)
  if (isCapital(token) || OPENING_PARTICLES.has(token.lower))
    return knownFullName(reading, at) ?? knownByOneWord(reading, at, language)
  return knownInLowerCase(reading, at)
}

function naming(reading: NameReading, from: number, to: number, found: Found) {
  const said = reading.text.slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end)
  return { naming: { said, name: said, found }, next: to }
}

const knownFrom = (reading: NameReading, from: number, to: number): Found =>
  reading.known(reading.text.slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end))

/** The longest known name of several words, or of a word and a picture. */
function knownFullName(reading: NameReading, at: number) {
  const end = phraseEnd(reading, at)
  const withPicture = reading.tokens[end]?.kind === 'emoji' && end > at ? end + 1 : end
  for (let to = withPicture; to > at + 1; to--) {
    const found = knownFrom(reading, at, to)
    if (found.state !== 'none' && (to > end || !STOP_WORDS.has(reading.tokens[at]!.lower) || exact(found)))
      return naming(reading, at, to, found)
  }
  return undefined
}

const exact = (found: Found): boolean => found.state === 'one' && found.how === 'exact'

function knownByOneWord(reading: NameReading, at: number, language: Language) {
  const token = reading.tokens[at]!
  if (!isCapital(token) || STOP_WORDS.has(token.lower) || NOT_PEOPLE.has(token.lower)) return undefined
  const name = nameSaid(reading, at, language)
  const found = reading.known(name)
  if (found.state === 'none' || !isPlausible(reading, at, name, found, language)) return undefined
  return { naming: { said: name, name, found }, next: at + 1 }
}

/** The word without the ending of a possessive: Ada's talk, Adas Büro. */
function nameSaid(reading: NameReading, at: number, language: Language): string {
  const { text } = reading.tokens[at]!
  const possessive = /^(.+)['’]s?$/i.exec(text)
  if (possessive) return possessive[1]!
  const following = reading.tokens[at + 1]
  const genitive = /^(.{3,})s$/.exec(text)
  if (!genitive || language === 'en' || !following || !isCapital(following)) return text
  return reading.known(text).state === 'none' && reading.known(genitive[1]!).state === 'one'
    ? genitive[1]!
    : text
}

/** Whether a single word that is a known name is meant as one here. */
function isPlausible(
  reading: NameReading,
  at: number,
  name: string,
  found: Found,
  language: Language,
): boolean {
  const { tokens } = reading
  const token = tokens[at]!
  const lower = name.toLowerCase()
  const before = tokens[at - 1]
  if (isTheirs(reading, at) || belongsToOtherName(reading, at, name, found, language)) return false
  if (before && MEETING_VERBS.has(before.lower)) return true
  if (before && INTO.has(before.lower)) return false
  if (CALENDAR_NAMES.has(lower)) return false
  if (token.opens && (ENGLISH_WORD_NAMES.has(lower) || GERMAN_WORD_NAMES.has(lower))) return false
  return language === 'en' || !GERMAN_WORD_NAMES.has(lower)
}

/** "Ada's husband", "Ada's team" are others than Ada. */
function isTheirs({ tokens }: NameReading, at: number): boolean {
  const following = tokens[at + 1]
  return (
    POSSESSIVE.test(tokens[at]!.text) &&
    following !== undefined &&
    (ROLES.has(following.lower) || OTHERS.has(following.lower))
  )
}

/** "Grace Cathedral", "Peter Hopper": beside another capital, a part of a name is likely part of something else. */
function belongsToOtherName(
  { tokens, taken }: NameReading,
  at: number,
  name: string,
  found: Found,
  language: Language,
): boolean {
  const beside = (index: number) => {
    const other = tokens[index]
    return other &&
      isCapital(other) &&
      !taken(index) &&
      !STOP_WORDS.has(other.lower) &&
      !NOT_PEOPLE.has(other.lower)
      ? other
      : undefined
  }
  const after = tokens[at + 1]?.glued ? undefined : beside(at + 1)
  const possessive = /['’]s?$/.test(tokens[at]!.text)
  if (after && language !== 'de' && !possessive && !after.opens) return true
  const before = tokens[at]!.opens ? undefined : beside(at - 1)
  if (!before || MEETING_VERBS.has(before.lower) || TITLES.has(before.lower) || /['’]s?$/.test(before.text))
    return false
  const isFirstName = people(found).some((person) => fold(person.name).startsWith(fold(name)))
  return !isFirstName || (!before.opens && language !== 'de')
}

const people = (found: Found) =>
  found.state === 'one' ? [found.person] : found.state === 'several' ? found.people : []

/** In lower case only a full name, or a single one after "met", "called" and the like. */
function knownInLowerCase(reading: NameReading, at: number) {
  const { tokens } = reading
  if (STOP_WORDS.has(tokens[at]!.lower)) return undefined
  for (const length of [3, 2]) {
    const words = tokens.slice(at, at + length)
    if (
      words.length < length ||
      words.some((word, index) => word.kind !== 'word' || reading.taken(at + index))
    )
      continue
    if (words.every((word) => ENGLISH_WORD_NAMES.has(word.lower) || STOP_WORDS.has(word.lower))) continue
    const found = knownFrom(reading, at, at + length)
    if (exact(found)) return naming(reading, at, at + length, found)
  }
  const found =
    MEETING_VERBS.has(tokens[at - 1]?.lower ?? '') && closes(reading, at + 1)
      ? knownFrom(reading, at, at + 1)
      : undefined
  return found && found.state !== 'none' ? naming(reading, at, at + 1, found) : undefined
}

const LONGEST_RUN = 64

/** A known Chinese or Japanese name inside a run of signs. */
function knownInRun(reading: NameReading, at: number) {
  const run = reading.tokens[at]!.text
  for (let from = 0; from < Math.min(run.length, LONGEST_RUN) - 1; from++) {
    for (let length = Math.min(4, run.length - from); length >= 2; length--) {
      const name = run.slice(from, from + length)
      const found = reading.known(name)
      if (exact(found)) return { naming: { said: name, name, found }, next: at + 1 }
    }
  }
  return undefined
}
