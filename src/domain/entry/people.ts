import type { Found } from '../names.ts'
import { fold } from '../names.ts'
import { listBehind } from './apposition.ts'
import type { EntryIntroduction } from './introductions.ts'
import { closes, readNames } from './name-list.ts'
import type { Named, NameReading, Naming } from './name-phrase.ts'
import { isHandle, isOrdinary, knownEnd, POSSESSIVE, phraseEnd, readName } from './name-phrase.ts'
import { metAfterHeading, metAfterWords, metBeforeVerb } from './newly-met.ts'
import { isPlausible, isTheirs } from './plausible.ts'
import { introducerAt } from './through.ts'
import type { Token } from './tokens.ts'
import { isAsian, isCapital } from './tokens.ts'
import { type Group, introductionsTold } from './told-introductions.ts'
import type { Language } from './words.ts'
import {
  CALENDAR_NAMES,
  ENGLISH_WORD_NAMES,
  GERMAN_WORD_NAMES,
  INTO,
  INTRODUCING_VERBS,
  isRole,
  languageOf,
  MEETING_VERBS,
  NOT_PEOPLE,
  NOT_THERE,
  OPENING_PARTICLES,
  OTHERS,
  SMALL_WORD_NAMES,
  STOP_WORDS,
  TITLES,
  WITH,
  WORK_WORDS,
} from './words.ts'

/** Who is named in what is told, and which tokens do it. */
export interface PeopleNamed {
  /** Those who were met. */
  namings: Naming[]
  introductions: EntryIntroduction<Naming>[]
  used: ReadonlySet<number>
  /** "bei Ada", "at Grace's": I was at theirs. */
  visited: boolean
}

const NOBODY: PeopleNamed = { namings: [], introductions: [], used: new Set(), visited: false }

/**
 * Finds everybody who was met, lists after "with", names after `@`, and known people anywhere, and who introduced whom.
 * @param beside who is named elsewhere
 */
export function peopleIn(reading: NameReading, beside: Naming[]): PeopleNamed {
  if (reading.tokens.length === 0) return NOBODY
  const language = languageOf(reading.tokens.map((token) => token.lower))
  const groups: Group[] = beside.length > 0 ? [{ namings: beside, at: -1, next: -1 }] : []
  const used = new Set<number>()
  const beforeVerbs = new Map(metBeforeVerb(reading).map((names) => [names.at, names]))
  let listEnd = Number.POSITIVE_INFINITY
  let visited = false
  for (let at = 0; at < reading.tokens.length; ) {
    const through = introducerAt(reading, at, groups.at(-1)?.next ?? -1)
    const behind = through ? undefined : listBehind(reading, at, listEnd)
    const read = through ?? behind ?? beforeVerbs.get(at) ?? peopleAt(reading, at, language)
    const next = Math.max(read.next, at + 1)
    if (read.namings.length > 0) {
      groups.push({ namings: read.namings, at, next, means: through !== undefined })
      if (behind || opensList(reading, at)) listEnd = next
      visited ||= /^(?:bei|at)$/.test(reading.tokens[at - 1]?.lower ?? '')
    }
    if (read.next > at) for (let index = at; index < next; index++) used.add(index)
    at = next
  }
  const { introductions, notMet } = introductionsTold(reading, groups)
  const namings = groups.flatMap((group) => (group.at < 0 || notMet.has(group) ? [] : group.namings))
  return { namings, introductions, used, visited }
}

/** After "with" and "met" new people are named as well. */
const opensList = ({ tokens }: NameReading, at: number): boolean =>
  WITH.has(tokens[at]!.lower) || isMet(tokens, at)

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
  const headed = metAfterHeading(reading, at) ?? metAfterWords(reading, at)
  if (headed && headed.namings.length > 0) return headed
  if (isMet(tokens, at)) {
    const met = readNames(reading, at, 'capital')
    const following = tokens[met.next]?.lower ?? ''
    if (met.namings.length > 0 && closes(reading, met.next) && !OTHERS.has(following)) return met
  }
  if (TITLES.has(token.lower)) return one(readName(reading, at, 'known'), at)
  if (token.kind === 'word') return one(knownAt(reading, at, language), at)
  return { namings: [], next: at }
}

/** After "met", "ran into" and the like. */
const isMet = (tokens: Token[], at: number): boolean =>
  INTRODUCING_VERBS.has(tokens[at - 1]?.lower ?? '') ||
  (tokens[at - 1]?.lower === 'into' && /^(?:ran|run|bumped)$/.test(tokens[at - 2]?.lower ?? ''))

const one = (read: Named | undefined, at: number) =>
  read ? { namings: [read.naming], next: read.next } : { namings: [], next: at }

function knownAt(reading: NameReading, at: number, language: Language) {
  const token = reading.tokens[at]!
  if (isAsian(token)) return knownInRun(reading, at)
  if (isCapital(token) || OPENING_PARTICLES.has(token.lower))
    return knownFullName(reading, at) ?? knownByOneWord(reading, at, language)
  return knownInLowerCase(reading, at)
}

const naming = (said: string, next: number, found: Found): Named => ({
  naming: { said, name: said, found },
  next,
})

const textOf = ({ text, tokens }: NameReading, from: number, to: number): string =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end)

/** The longest known name of several words, or of a word and a picture. */
function knownFullName(reading: NameReading, at: number) {
  const end = phraseEnd(reading, at)
  for (let to = knownEnd(reading, at, end); to > at + 1; to--) {
    if (isTheirs(reading, to - 1)) return undefined
    const said = textOf(reading, at, to).replace(POSSESSIVE, '')
    const found = reading.known(said)
    if (found.state !== 'none' && (to > end || !STOP_WORDS.has(reading.tokens[at]!.lower) || exact(found)))
      return naming(said, to, found)
  }
  return undefined
}

const exact = (found: Found): boolean => found.state === 'one' && found.how === 'exact'

function knownByOneWord(reading: NameReading, at: number, language: Language) {
  const token = reading.tokens[at]!
  if (!isCapital(token) || isOrdinary(token)) return undefined
  const name = nameSaid(reading, at, language)
  const found = reading.known(name)
  if (found.state === 'none' || !isPlausible(reading, at, { name, found, language })) return undefined
  return naming(name, at + 1, found)
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

/** In lower case a full name, a first name that is no word as well, or any single one after "met", "called" and the like. */
function knownInLowerCase(reading: NameReading, at: number): Named | undefined {
  const { tokens } = reading
  if (STOP_WORDS.has(tokens[at]!.lower)) return undefined
  for (const length of [3, 2]) {
    if (!isLowerCaseName(reading, at, length)) continue
    const said = textOf(reading, at, at + length)
    const found = reading.known(said)
    if (exact(found)) return naming(said, at + length, found)
  }
  const met = MEETING_VERBS.has(tokens[at - 1]?.lower ?? '') && closes(reading, at + 1)
  if (!met && !mayBeFirstName(reading, at)) return undefined
  const { text } = tokens[at]!
  const found = reading.known(text)
  return found.state !== 'none' && (met || isFirstName(text, found)) ? naming(text, at + 1, found) : undefined
}

const SHORTEST_FIRST_NAME = 3

/** Whether a word in lower case can hardly be anything but a name; where the names end, "max" is no maximum. */
function mayBeFirstName(reading: NameReading, at: number): boolean {
  const { tokens } = reading
  const { text, lower } = tokens[at]!
  if (SMALL_WORD_NAMES.has(lower) && !closes(reading, at + 1)) return false
  return (
    text.length >= SHORTEST_FIRST_NAME &&
    !INTO.has(tokens[at - 1]?.lower ?? '') &&
    !isRole(lower) &&
    ![NOT_PEOPLE, ENGLISH_WORD_NAMES, GERMAN_WORD_NAMES, CALENDAR_NAMES].some((words) => words.has(lower))
  )
}

/** Whether it is an alias, or the first name of all who could be meant. */
function isFirstName(text: string, found: Found): boolean {
  if (exact(found)) return true
  const people = found.state === 'one' ? [found.person] : found.state === 'several' ? found.people : []
  return people.every(({ name }) => fold(name).split(' ')[0] === fold(text))
}

/** Words that stand together, not all of which are ordinary ones. */
function isLowerCaseName({ tokens, taken }: NameReading, at: number, length: number): boolean {
  const words = tokens.slice(at, at + length)
  const together =
    words.length === length && words.every(({ kind }, index) => kind === 'word' && !taken(at + index))
  return together && words.some(({ lower }) => !ENGLISH_WORD_NAMES.has(lower) && !STOP_WORDS.has(lower))
}

const LONGEST_RUN = 64

/** A known Chinese or Japanese name inside a run of signs. */
function knownInRun(reading: NameReading, at: number) {
  const run = reading.tokens[at]!.text
  for (let from = 0; from < Math.min(run.length, LONGEST_RUN) - 1; from++) {
    for (let length = Math.min(4, run.length - from); length >= 2; length--) {
      const name = run.slice(from, from + length)
      const found = reading.known(name)
      if (exact(found)) return naming(name, at + 1, found)
    }
  }
  return undefined
}
