import { isClosing } from './introduction-words.ts'
import { readKind } from './kind.ts'
import { knownBeforeName, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { isOrdinary, phraseEnd } from './name-phrase.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import { DETERMINERS, isRole, ME, OPENING_ADVERBS, PREPOSITIONS, TITLES, words } from './words.ts'

/** What was met stands before these: "Ralf Zimmermann kennengelernt". */
const MET_BEFORE = new Set(['kennengelernt', 'getroffen', 'wiedergetroffen', 'angerufen'])
/** Who is named right before these did it: "Ruth Baum called". */
const CALLING = words('called rang phoned rief')
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
    if (!introduces && !isVerb(tokens, verb) && !isCalling(tokens, verb)) continue
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

/** "Launch called off" is no call. */
const isCalling = (tokens: Token[], at: number): boolean =>
  CALLING.has(tokens[at]!.lower) && tokens[at + 1]?.lower !== 'off'

function clauseStart(tokens: Token[], verb: number): number {
  let at = verb
  while (at > 0 && verb - at < FARTHEST && tokens[at - 1]!.kind !== 'break') at--
  return at
}

function namesFrom(reading: NameReading, at: number, verb: number): NamesMet | undefined {
  const { tokens } = reading
  const token = tokens[at]!
  if (reading.taken(at) || !isCapital(token) || belongsBefore(tokens, at) || isAdverb(token)) return undefined
  const { namings, next } = knownBeforeName(reading, at) ?? readNames(reading, at, 'capital')
  // "Ruth Baum called": what stands further before may be anything.
  if (next < verb && isCalling(reading.tokens, verb)) return undefined
  if (namings.some(({ said, found }) => found.state === 'none' && endsInKnown(reading, said)))
    return undefined
  return next <= verb && namings.length > 0 && namings.every(isSure) ? { namings, at, next } : undefined
}

/** "Nach drei Jahren Ada getroffen": a noun, and somebody's first name. */
function endsInKnown({ known }: NameReading, said: string): boolean {
  const last = said.slice(said.lastIndexOf(' ') + 1)
  const found = last === said ? undefined : known(last)
  return found?.state === 'one' && found.person.name.toLowerCase().startsWith(last.toLowerCase())
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
  const end = phraseEnd(reading, at)
  const said = end > at ? reading.text.slice(token.start, reading.tokens[end - 1]!.end) : ''
  return endsInKnown(reading, said) ||
    isOrdinary(token) ||
    isAdverb(token) ||
    isRole(token.lower) ||
    readKind(token.lower)
    ? at + 1
    : (knownBeforeName(reading, at)?.next ?? Math.max(end, at + 1))
}
