import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate } from './dates.ts'

export interface DatedText {
  what: string
  on: CivilDate
}

/** What I know of somebody that I may ask about. Each list newest first. */
export interface Askable {
  /** People I introduced them to, without having heard what came of it. */
  introducedTo: (PersonRef & { on: CivilDate })[]
  facts: DatedText[]
  needs: DatedText[]
  /** What they promised me and is still open. */
  theirs: DatedText[]
  /** What I promised and kept; `on` is the day I kept it. */
  kept: DatedText[]
}

/** Something to ask next time, and where it comes from. */
export type Question =
  | { kind: 'introduction'; person: PersonRef; on: CivilDate }
  | { kind: 'fact' | 'need' | 'theirs' | 'kept'; what: string; on: CivilDate }

/** Older is no news: nobody is asked about what they planned years ago. */
const NEWS_DAYS = 365
/** Whether what I did was of use is asked the next time, not years later. */
const FRESH_DAYS = 120

/**
 * What to ask somebody next time, by plain rules: of each kind the newest one first, then a second of each, and nothing is asked twice.
 * Only what is on record is asked about.
 */
export function questionsFor(known: Askable, today: CivilDate, most: number): Question[] {
  const since = (days: number) => (each: { on: CivilDate }) =>
    each.on <= today && each.on >= addDays(today, -days)
  const texts = (kind: 'fact' | 'need' | 'theirs' | 'kept', some: DatedText[]): Question[] =>
    distinct(some).map(({ what, on }) => ({ kind, what, on }))
  const kinds: Question[][] = [
    known.introducedTo
      .filter(since(NEWS_DAYS))
      .filter(({ id }, at, all) => all.findIndex((each) => each.id === id) === at)
      .map(({ id, name, on }) => ({ kind: 'introduction', person: { id, name }, on })),
    texts('fact', known.facts.filter(since(NEWS_DAYS))),
    texts('need', known.needs),
    texts('kept', known.kept.filter(since(FRESH_DAYS))),
    texts('theirs', known.theirs),
  ]
  const longest = Math.max(...kinds.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, round) => kinds.flatMap((some) => some[round] ?? []))
  return inTurn.flat().slice(0, most)
}

/** Each text once, as it was noted last. */
export function distinct<Text extends { what: string }>(texts: readonly Text[]): Text[] {
  const seen = new Set<string>()
  return texts.filter(({ what }) => {
    const key = what.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}
