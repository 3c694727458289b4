import { isClosing } from './introduction-words.ts'
import { readKind } from './kind.ts'
import { closes, knownBeforeName, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { isOrdinary, phraseEnd } from './name-phrase.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import {
  AFFILIATIONS,
  DETERMINERS,
  isRole,
  ME,
  OPENING_ADVERBS,
  PREPOSITIONS,
  TITLES,
  words,
} from './words.ts'

/** What was met stands before these: "Ralf Zimmermann kennengelernt". */
const MET_BEFORE = new Set(['kennengelernt', 'getroffen', 'wiedergetroffen', 'angerufen'])
/** Who is named right before these did it: "Ruth Baum called". */
const CALLING = words('called rang phoned rief')
/** "Neue Kontakte: Ralf Zimmermann, Anja Vogel" */
const MET_HEADINGS = words(
  'kennengelernt getroffen met kontakt kontakte contact contacts people with mit who wer dabei teilnehmer participants attendees',
)
/** "met two people at the meetup: Rosa Lind and Igor Petrov" */
const MET = words('met traf kennengelernt getroffen')
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

/** "Called Ruth Baum" */
const REACHED = words('called phoned rang texted emailed messaged')
/** What comes by itself: "Anruf von Peter Schmitt", "mail from Lucy Hale". */
const COMING = new Set(['call', 'mail', 'chat', 'visit'])

/**
 * Who stands after "call from", "called", "stellte mir" and "introduced me to". A new name needs two words or a title, as before a
 * verb; but to be introduced to Jonas is to meet somebody.
 */
export function metAfterWords(reading: NameReading, at: number): NamesMet | undefined {
  const { tokens } = reading
  const [first, second] = [1, 2].map((back) => tokens[at - back]?.lower ?? '') as [string, string]
  const introduced = first === 'to' && isIntroduced(tokens, at - 2)
  const presented = ME.has(first) && (second === 'stellte' || second === 'stellt')
  const came = (first === 'from' || first === 'von') && COMING.has(readKind(second) ?? '')
  if (!introduced && !presented && !came && !REACHED.has(first) && first !== 'introduced') return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  // "introduced Jonas Berg to me", but not "introduced Machine Learning to the team"
  if (first === 'introduced' && !isToSomebody(reading, next)) return undefined
  const sure = namings.filter((naming) => isSure(naming) || (introduced && !isFirm(naming)))
  return closes(reading, next) || presented ? { namings: sure, at, next } : undefined
}

const isToSomebody = (reading: NameReading, at: number): boolean =>
  reading.tokens[at]?.lower === 'to' &&
  (ME.has(reading.tokens[at + 1]?.lower ?? '') || readNames(reading, at + 1, 'known').namings.length > 0)

/** "introduced", "introduced myself", "introduced Tim and me" */
const isIntroduced = (tokens: Token[], at: number): boolean => {
  const { lower } = tokens[at] ?? { lower: '' }
  const before = () => tokens.slice(Math.max(0, at - 4), at)
  return (
    lower === 'introduced' ||
    lower === 'myself' ||
    (ME.has(lower) && before().some((token) => token.lower === 'introduced'))
  )
}

/** "introduced me to Jonas" is about a person, but for the few firms that everybody knows. */
const isFirm = ({ name }: Naming): boolean => AFFILIATIONS.has(name.toLowerCase())

/** Who stands after "Kennengelernt:" and the like; among what they are ("Patentanwältin") only names count. */
export function metAfterHeading(reading: NameReading, at: number): NamesMet | undefined {
  const { tokens } = reading
  if (tokens[at - 1]?.text !== ':') return undefined
  const isHeading = MET_HEADINGS.has(tokens[at - 2]?.lower ?? '')
  if (!isHeading && !tokens.slice(Math.max(0, at - FARTHEST), at).some(({ lower }) => MET.has(lower)))
    return undefined
  const { namings, next } = readNames(reading, at, 'capital')
  return { namings: namings.filter(isSure), at, next }
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
