import { isClosing } from './introduction-words.ts'
import { readKind } from './kind.ts'
import { closes, knownBeforeName, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { isOrdinary, phraseEnd } from './name-phrase.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import { AFFILIATIONS, DETERMINERS, isRole, ME, OPENING_ADVERBS, PREPOSITIONS, TITLES } from './words.ts'

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
    const introduces = isClosing(reading, verb)
    if (!introduces && !isVerb(tokens, verb)) continue
    const clause = clauseStart(tokens, verb)
    const isOf = (some: { has(word: string): boolean }) =>
      tokens.slice(clause, verb).some(({ lower }) => some.has(lower))
    // "hat uns Jonas Berg vorgestellt" names one, "hat das Projekt vorgestellt" does not.
    if (introduces ? !isOf(ME) : isOf(EACH_OTHER)) continue
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

/** Who stands after "call from", "stellte mir" and "introduced me to"; but after the last, a new name needs two words or a title, as before a verb. */
export function metAfterWords(reading: NameReading, at: number): NamesMet | undefined {
  const [third, second, first] = [3, 2, 1].map((back) => reading.tokens[at - back]?.lower ?? '')
  const came = /^(?:from|von)$/.test(first!) && COMING.has(readKind(second!) ?? '')
  const introduced = first === 'to' && [second, third].includes('introduced')
  const presented = ME.has(first!) && /^stellte?$/.test(second!)
  if (!came && !introduced && !presented) return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  const sure = namings.filter((naming) => isSure(naming) || (introduced && !isFirm(naming)))
  return closes(reading, next) || presented ? { namings: sure, at, next } : undefined
}

/** "introduced me to Jonas" is about a person, but for the few firms that everybody knows. */
const isFirm = ({ name }: Naming): boolean => AFFILIATIONS.has(name.toLowerCase())

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
  const { namings, next } = knownBeforeName(reading, at) ?? readNames(reading, at, 'capital')
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

/** Past a noun that stands before a name ("Messe Peter Schmitt"), or past the whole of what may be one name. */
function nextStart(reading: NameReading, at: number): number {
  const token = reading.tokens[at]!
  return isOrdinary(token) || isAdverb(token) || isRole(token.lower) || readKind(token.lower)
    ? at + 1
    : (knownBeforeName(reading, at)?.next ?? Math.max(phraseEnd(reading, at), at + 1))
}
