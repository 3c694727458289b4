import type { Found } from '../names.ts'
import { fold } from '../names.ts'
import { closes } from './name-list.ts'
import type { Named, NameReading } from './name-phrase.ts'
import { isOrdinary, knownEnd, POSSESSIVE, phraseEnd } from './name-phrase.ts'
import { isPlausible, isTheirs } from './plausible.ts'
import { isAsian, isCapital } from './tokens.ts'
import type { Language } from './words.ts'
import {
  CALENDAR_NAMES,
  ENGLISH_WORD_NAMES,
  GERMAN_WORD_NAMES,
  INTO,
  isRole,
  MEETING_VERBS,
  NOT_PEOPLE,
  OPENING_PARTICLES,
  SMALL_WORD_NAMES,
  STOP_WORDS,
} from './words.ts'

/** Somebody known whose name begins at a token, wherever that stands. */
export function knownAt(reading: NameReading, at: number, language: Language): Named | undefined {
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
