import type { Found, KnownPerson } from '../names.ts'
import { fold } from '../names.ts'
import { readKind } from './kind.ts'
import type { NameReading } from './name-phrase.ts'
import { isOrdinary, POSSESSIVE } from './name-phrase.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import type { Language } from './words.ts'
import {
  CALENDAR_NAMES,
  CITIES,
  ENGLISH_WORD_NAMES,
  GERMAN_WORD_NAMES,
  INTO,
  isRole,
  MEETING_VERBS,
  OTHERS,
  TITLES,
  words,
} from './words.ts'

/** A single word that is, or may be, somebody's name; `name` is without the ending of a possessive. */
export interface SingleName {
  name: string
  found: Found
  language: Language
}

/**
 * Whether a single word that is a known name is meant as one here. Names that are words too (Will, Grace, Sommer) count
 * only where nothing but a name would be written so.
 */
export function isPlausible(reading: NameReading, at: number, single: SingleName): boolean {
  const token = reading.tokens[at]!
  const before = reading.tokens[at - 1]
  const lower = single.name.toLowerCase()
  if (
    isTheirs(reading, at, single.name !== token.text) ||
    isOfTheirs(reading, at) ||
    belongsToOtherName(reading, at, single)
  )
    return false
  if (before && MEETING_VERBS.has(before.lower)) return true
  if (before && INTO.has(before.lower)) return false
  if (CALENDAR_NAMES.has(lower)) return false
  if (isBeforeMeans(reading, at)) return true
  if (
    token.opens &&
    before?.kind !== 'emoji' &&
    (ENGLISH_WORD_NAMES.has(lower) || GERMAN_WORD_NAMES.has(lower))
  )
    return false
  return single.language === 'en' || !GERMAN_WORD_NAMES.has(lower)
}

/** "Grace (via Ada)" is nothing but a name. */
const isBeforeMeans = ({ tokens }: NameReading, at: number): boolean =>
  tokens[at + 1]?.text === '(' && BRACKETED_MEANS.has(tokens[at + 2]?.lower ?? '')
const BRACKETED_MEANS = words('via through durch über ueber intro introduced')

/** "Ada's husband", "Ada's team", "Adas Frau Meike" are others than Ada; `genitive` when the word is known to have such an ending. */
export function isTheirs({ tokens }: NameReading, at: number, genitive = false): boolean {
  const owned = genitive || POSSESSIVE.test(tokens[at]!.text) ? tokens[at + 1]?.lower : undefined
  return owned !== undefined && (isRole(owned) || OTHERS.has(owned) || owned === 'frau')
}

/** "Freund von Jan", "a colleague of Ada" are others than Jan and Ada. */
function isOfTheirs({ tokens }: NameReading, at: number): boolean {
  return /^(?:von|of)$/.test(tokens[at - 1]?.lower ?? '') && isRole(tokens[at - 2]?.lower ?? '')
}

/** "Grace Cathedral", "Peter Hopper": beside another capital, a part of a name is likely part of something else. */
function belongsToOtherName(
  reading: NameReading,
  at: number,
  { name, found, language }: SingleName,
): boolean {
  const token = reading.tokens[at]!
  const after = capitalAt(reading, at + 1)
  const isPossessive = name !== token.text
  // In German a noun may follow a name at any time: "Ada Unterlagen geschickt".
  if (after && !after.glued && !after.opens && !isPossessive && language !== 'de') return true
  const before = token.opens ? undefined : capitalAt(reading, at - 1)
  if (!before || MEETING_VERBS.has(before.lower) || TITLES.has(before.lower) || POSSESSIVE.test(before.text))
    return false
  // "Telefonat Lena", "in Lissabon Grace besucht"
  if (readKind(before.lower) || (CITIES.has(before.lower) && INTO.has(reading.tokens[at - 2]?.lower ?? '')))
    return false
  const isFirstName = peopleOf(found).some((person) => fold(person.name).startsWith(fold(name)))
  return !isFirstName || (!before.opens && language !== 'de')
}

/** The word at a place, when it is written as a name and is no ordinary word. */
function capitalAt({ tokens, taken }: NameReading, at: number): Token | undefined {
  const token = tokens[at]
  return token && isCapital(token) && !taken(at) && !isOrdinary(token) ? token : undefined
}

const peopleOf = (found: Found): KnownPerson[] =>
  found.state === 'one' ? [found.person] : found.state === 'several' ? found.people : []
