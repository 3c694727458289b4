import { readKind } from './kind.ts'
import { closes, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import type { NamesMet } from './newly-met.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { AFFILIATIONS, ME, words } from './words.ts'

/** "Neue Kontakte: Ralf Zimmermann, Anja Vogel" */
const MET_HEADINGS = words(
  'kennengelernt getroffen met kontakt kontakte contact contacts people with mit who wer dabei teilnehmer participants attendees',
)
/** "met two people at the meetup: Rosa Lind and Igor Petrov" */
const MET = words('met traf kennengelernt getroffen')
const FARTHEST = 12

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
