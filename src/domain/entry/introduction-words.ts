import { closes, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { readName } from './name-phrase.ts'
import { words } from './words.ts'

/** Who, by what a favour says, was introduced to whom. */
export interface IntroductionNamed {
  /** Named as those the other party was introduced to, or as who did it; empty when nobody is named. */
  people: Naming[]
  /** The other party. */
  introduces: Naming[]
}

/** "intro to Lin", "introduced Ada to Lin", "Kontakt zu Lin" */
const LEADING = words(
  'intro intros introduction introductions introduced introduce introducing connected connect vorstellung kontakt verbindung touch',
)
const TOWARDS = words('to with zu zum zur an mit bei')
const BESIDE = words('for für from von between zwischen')
/** "hat mir Lin vorgestellt", "mit Lin vernetzt"; "bekannt gemacht" is known by its two words. */
const CLOSING = words('vorgestellt vernetzt verbunden zusammengebracht')
/** Right after these a name is a person's even when it is not known. */
const TO_SOMEBODY = words('mir mich ihm ihn ihr uns ihnen')

const FARTHEST = 10

/** Reads the introduction out of what a favour says; `undefined` when it is none. */
export function introductionNamed(reading: NameReading): IntroductionNamed | undefined {
  const { tokens } = reading
  for (let at = 0; at < tokens.length; at++) {
    const found = LEADING.has(tokens[at]!.lower)
      ? afterLeading(reading, at)
      : isClosing(reading, at)
        ? beforeClosing(reading, at)
        : undefined
    if (found && found.introduces.length > 0) return found
  }
  return undefined
}

function afterLeading(reading: NameReading, at: number): IntroductionNamed {
  const people = namesBefore(reading, at)
  for (let next = at + 1; next <= at + FARTHEST && reading.tokens[next]; ) {
    const { lower, kind } = reading.tokens[next]!
    if (kind === 'break') break
    if (TOWARDS.has(lower)) return { people, introduces: parties(reading, next + 1) }
    const named = readNames(reading, BESIDE.has(lower) ? next + 1 : next, 'capital')
    people.push(...named.namings)
    next = Math.max(named.next, next + 1)
  }
  // "introduced Ada and Lin", "intro between Ada and Lin"
  return { people: people.slice(0, 1), introduces: people.slice(1) }
}

/** "Ada introduced me …", "Ada hat mir …": or "put Ada in touch …". */
function namesBefore(reading: NameReading, at: number): Naming[] {
  for (let from = Math.max(0, at - FARTHEST); from < at; from++) {
    const { namings, next } = readNames(reading, from, 'known')
    const verb = /^(?:has|hat|haben|made|did|gab|in)$/.test(reading.tokens[next]?.lower ?? '')
    if (namings.length > 0 && (next === at || verb)) return namings
  }
  return []
}

/** New people only when the name ends cleanly: "intro to Kubernetes basics" names nobody. */
function parties(reading: NameReading, at: number): Naming[] {
  const { namings, next } = readNames(reading, at, 'capital')
  const allKnown = namings.every(({ found }) => found.state !== 'none')
  return allKnown || closes(reading, next) || isClosing(reading, next) || isClosing(reading, next + 1)
    ? namings
    : []
}

/** "vorgestellt", "vernetzt", "bekannt gemacht" */
export function isClosing({ tokens }: NameReading, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return (
    CLOSING.has(lower) ||
    (lower === 'gemacht' && tokens[at - 1]?.lower === 'bekannt') ||
    lower === 'hergestellt'
  )
}

/** The names that stand before the verb: after "mit" the other party, else the last of them. */
function beforeClosing(reading: NameReading, at: number): IntroductionNamed {
  const { tokens } = reading
  const people: Naming[] = []
  for (let next = Math.max(0, at - FARTHEST); next < at; ) {
    const { lower } = tokens[next]!
    if (lower === 'mit') return { people, introduces: readNames(reading, next + 1, 'capital').namings }
    const named = readName(
      reading,
      next,
      TO_SOMEBODY.has(tokens[next - 1]?.lower ?? '') ? 'capital' : 'known',
    )
    if (named) people.push(named.naming)
    next = named?.next ?? next + 1
  }
  return { people: people.slice(0, -1), introduces: people.slice(-1) }
}
