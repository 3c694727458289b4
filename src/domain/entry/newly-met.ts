import { readKind } from './kind.ts'
import { closes, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { isOrdinary, phraseEnd } from './name-phrase.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import {
  AFFILIATIONS,
  DETERMINERS,
  isRole,
  NOT_PEOPLE,
  OPENING_ADVERBS,
  PLACE_WORDS,
  PREPOSITIONS,
  TITLES,
} from './words.ts'

/** What was met stands before these: "Ralf Zimmermann kennengelernt". */
const MET_BEFORE = new Set(['kennengelernt', 'getroffen', 'wiedergetroffen'])
/** "Neue Kontakte: Ralf Zimmermann, Anja Vogel" */
const MET_HEADINGS = new Set(['kennengelernt', 'getroffen', 'met', 'kontakte', 'contacts', 'people'])
/** "wir haben uns im Café Sonne getroffen": what stands before the verb then is a place, or a day. */
const EACH_OTHER = new Set(['uns', 'sich', 'wir'])
const FARTHEST = 12

/** Names read together, and the tokens they take. */
export interface NamesMet {
  namings: Naming[]
  at: number
  next: number
}

/**
 * Who stands before a German verb of meeting. German writes every noun large, so a new name needs two words or a title here:
 * "Steuerberater getroffen" names nobody.
 */
export function metBeforeVerb(reading: NameReading): NamesMet[] {
  const { tokens } = reading
  const found: NamesMet[] = []
  for (let verb = 1; verb < tokens.length; verb++) {
    if (!isVerb(tokens, verb)) continue
    const clause = clauseStart(tokens, verb)
    if (tokens.slice(clause, verb).some(({ lower }) => EACH_OTHER.has(lower))) continue
    for (let at = clause; at < verb; ) {
      const names = namesFrom(reading, at, verb)
      if (names) found.push(names)
      at = names?.next ?? nextStart(reading, at)
    }
  }
  return found
}

const isVerb = (tokens: Token[], at: number): boolean =>
  MET_BEFORE.has(tokens[at]!.lower) || (tokens[at]!.lower === 'gelernt' && tokens[at - 1]!.lower === 'kennen')

function clauseStart(tokens: Token[], verb: number): number {
  let at = verb
  while (at > 0 && verb - at < FARTHEST && tokens[at - 1]!.kind !== 'break') at--
  return at
}

/** What comes by itself: "Anruf von Peter Schmitt", "mail from Lucy Hale". */
const COMING = new Set(['call', 'mail', 'chat', 'visit'])

/** Who stands after "call from" and "introduced me to"; as before a verb, a new name needs two words or a title. */
export function metAfterWords(reading: NameReading, at: number): NamesMet | undefined {
  const [third, second, first] = [3, 2, 1].map((back) => reading.tokens[at - back]?.lower ?? '')
  const came = /^(?:from|von)$/.test(first!) && COMING.has(readKind(second!) ?? '')
  const introduced = first === 'to' && /^(?:me|us)$/.test(second!) && third === 'introduced'
  if (!came && !introduced) return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  return closes(reading, next) ? { namings: namings.filter(isSure), at, next } : undefined
}

/** Who stands after "Kennengelernt:" and the like; among what they are ("Patentanwältin") only names count. */
export function metAfterHeading(reading: NameReading, at: number): NamesMet | undefined {
  const { tokens } = reading
  if (tokens[at - 1]?.text !== ':' || !MET_HEADINGS.has(tokens[at - 2]?.lower ?? '')) return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  return { namings: namings.filter(isSure), at, next }
}

function namesFrom(reading: NameReading, at: number, verb: number): NamesMet | undefined {
  const { tokens } = reading
  const token = tokens[at]!
  if (reading.taken(at) || !isCapital(token) || belongsBefore(tokens, at) || isAdverb(token)) return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  return next <= verb && namings.length > 0 && namings.every(isSure) ? { namings, at, next } : undefined
}

/** "Spontan Max getroffen": with a capital only because the sentence begins. */
const isAdverb = ({ opens, lower }: Token): boolean =>
  opens && (OPENING_ADVERBS.has(lower) || /(?:lich|weise)$/.test(lower))

/** "auf der Messe", "den Vorstand": a noun that belongs to the word before it, unless it is a title. */
function belongsBefore(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  return PREPOSITIONS.has(before) || (DETERMINERS.has(before) && !TITLES.has(tokens[at]!.lower))
}

/** Somebody known, a name after a title, or a new one of several words. */
function isSure({ said, name, found }: Naming): boolean {
  if (found.state !== 'none' || said !== name) return true
  const words = name.toLowerCase().split(/\s+/)
  return (
    words.length > 1 &&
    !words.some(
      (word) => PLACE_WORDS.has(word) || AFFILIATIONS.has(word) || isRole(word) || NOT_PEOPLE.has(word),
    )
  )
}

/** Past a noun that stands before a name ("Messe Peter Schmitt"), or past the whole of what may be one name. */
function nextStart(reading: NameReading, at: number): number {
  const token = reading.tokens[at]!
  return isOrdinary(token) || isAdverb(token) || isRole(token.lower) || readKind(token.lower)
    ? at + 1
    : Math.max(phraseEnd(reading, at), at + 1)
}
