import { listBehind } from './apposition.ts'
import type { Group } from './brought-together.ts'
import type { EntryIntroduction } from './introductions.ts'
import { knownAt } from './known-names.ts'
import { metAfterHeading, metAfterWords } from './met-after.ts'
import { closes, readNames } from './name-list.ts'
import type { Named, NameReading, Naming } from './name-phrase.ts'
import { isHandle, phraseEnd, readName } from './name-phrase.ts'
import { metBeforeVerb } from './newly-met.ts'
import { introducerAt } from './through.ts'
import type { Token } from './tokens.ts'
import { introductionsTold } from './told-introductions.ts'
import type { Language } from './words.ts'
import { INTRODUCING_VERBS, languageOf, NOT_THERE, OTHERS, TITLES, WITH, WORK_WORDS } from './words.ts'

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
