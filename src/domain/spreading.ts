import { addDays, type CivilDate, daysBetween } from './dates.ts'
import { ascending } from './order.ts'
import { isPaused, type Pause, pausedUntil } from './pauses.ts'
import type { Span } from './periods.ts'
import { byStaleness, type Relationship, type Standing } from './staleness.ts'

/** A shorter rest of the whole journal leaves nothing to catch up with. */
const LEAST_DAYS = 14
const A_WEEK = 7
const PER_WEEK = 5
/** Nothing is held back for longer, however much there is: then more comes up each week. */
const MOST_WEEKS = 8

/** What comes up already, and what does later. */
export interface Spread<Item> {
  now: Item[]
  later: Item[]
}

/**
 * The last rest of the whole journal, if it was a long one and is over for no longer than it takes to catch up. Pauses that
 * overlap or follow on one another are one rest.
 * @param pauses those of the whole journal
 */
export function restBehind(pauses: readonly Pause[], today: CivilDate): Span | undefined {
  if (isPaused(today, pauses)) return undefined
  const earliest = addDays(today, -MOST_WEEKS * A_WEEK)
  return restsOf(pauses)
    .filter(({ from, to }) => to >= earliest && to < today && daysBetween(from, to) + 1 >= LEAST_DAYS)
    .at(-1)
}

/** The days that pauses cover, as stretches that don't touch, in order; one without an end is left out. */
export function restsOf(pauses: readonly Pause[]): Span[] {
  const rests: Span[] = []
  for (const { from } of [...pauses].sort((a, b) => ascending(a.from, b.from))) {
    const to = pausedUntil(from, pauses)
    if (to && !rests.some((rest) => rest.from <= from && from <= rest.to)) rests.push({ from, to })
  }
  return rests
}

/**
 * Spreads what waits over the weeks after a rest: some at once, and some more with each week.
 * @param items the one to come up first stands first; what they are ranked by must not change from day to day
 */
export function spreadAfter<Item>(rest: Span, items: readonly Item[], today: CivilDate): Spread<Item> {
  const weeks = Math.floor(daysBetween(addDays(rest.to, 1), today) / A_WEEK)
  const perWeek = Math.max(PER_WEEK, Math.ceil(items.length / MOST_WEEKS))
  const count = (weeks + 1) * perWeek
  return { now: items.slice(0, count), later: items.slice(count) }
}

/**
 * Spreads those who were cold already when a rest was over. Whoever has been met since, or has become cold since, comes up
 * as ever.
 * @param standings as of today, in any order
 */
export function spreadPeople(
  rest: Span | undefined,
  standings: readonly Standing[],
  today: CivilDate,
  defaultDays: number,
): Spread<Standing> {
  if (!rest) return { now: [...standings], later: [] }
  const firstDay = addDays(rest.to, 1)
  const waiting = byStaleness(standings.flatMap(whoWasKnown(firstDay)), firstDay, defaultDays)
    .filter(({ staleness }) => staleness.state === 'cold')
    .map(({ relationship }) => relationship.id)
  const later = new Set(spreadAfter(rest, waiting, today).later)
  const isLater = ({ relationship }: Standing) => later.has(relationship.id)
  return { now: standings.filter((each) => !isLater(each)), later: standings.filter(isLater) }
}

/** Nobody can have been cold before they were met. */
const whoWasKnown =
  (on: CivilDate) =>
  ({ relationship }: Standing): Relationship[] =>
    (relationship.lastOn ?? relationship.addedOn) < on ? [relationship] : []

/** Spreads what fell due in a rest; all else comes up as ever. @param promises the one due first stands first */
export function spreadPromises<Item extends { due: CivilDate | null }>(
  rest: Span | undefined,
  promises: readonly Item[],
  today: CivilDate,
): Spread<Item> {
  if (!rest) return { now: [...promises], later: [] }
  const waiting = promises.filter(({ due }) => fellDueIn(rest, due))
  const later = new Set(spreadAfter(rest, waiting, today).later)
  return { now: promises.filter((each) => !later.has(each)), later: [...later] }
}

/** Whether something fell due in a rest. */
export const fellDueIn = (rest: Span | undefined, due: CivilDate | null): boolean =>
  rest !== undefined && due !== null && rest.from <= due && due <= rest.to
