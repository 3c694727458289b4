import type { CivilDate, PartialDate } from './dates.ts'
import { daysBetween } from './dates.ts'
import { visitedOf } from './events.ts'
import { fold, isNearMiss } from './names.ts'
import { descending } from './order.ts'
import { readPartialDate } from './read-date.ts'

/** An event as far as finding it needs it. */
export interface EventRef {
  id: number
  name: string
  on: CivilDate | null
  series: string | null
}

export type FoundEvents =
  /** Visits to the same thing, the newest first; one of them is meant. */
  | { state: 'same'; events: EventRef[] }
  /** Parts of names that fit different things. */
  | { state: 'different'; events: EventRef[] }
  | { state: 'none'; near: string[] }

/**
 * Finds events by number (`12`, `#12`), name, name and time ("Breakfast 2026-10", "Breakfast 3 Nov"), series, or words of a name.
 * @param dayFirst how 3/11 is read
 */
export function findEvents(wanted: string, all: readonly EventRef[], dayFirst = true): FoundEvents {
  const number = /^#?(\d+)$/.exec(wanted.trim())?.[1]
  const numbered = number === undefined ? undefined : all.find(({ id }) => id === Number(number))
  if (numbered) return { state: 'same', events: [numbered] }
  const events = newestFirst(all)
  const called = byName(fold(wanted), events)
  if (called.length > 0) return sameOrNot(called)
  const dated = byNameAndDate(wanted, events, dayFirst)
  if (dated.length > 0) return sameOrNot(dated)
  const parts = byWords(fold(wanted), events)
  return parts.length > 0 ? sameOrNot(parts) : { state: 'none', near: nearest(fold(wanted), events) }
}

/** Of visits to one thing the one that is likely meant: the last that has been, or the next to come. */
export function likeliest(
  events: readonly EventRef[],
  which: 'been' | 'coming',
  today: CivilDate,
): EventRef | undefined {
  const newest = newestFirst(events)
  const been = newest.filter(({ on }) => on === null || on <= today)
  const coming = newest.filter(({ on }) => on !== null && on >= today)
  return which === 'been' ? (been[0] ?? coming.at(-1)) : coming.at(-1)
}

const FARTHEST_DAYS = 3

/**
 * The event that something on a day belongs to: one of a few days may have begun earlier. One whose day is not known will do.
 * @param named the events of one name
 */
export function joinable<E extends Pick<EventRef, 'id' | 'on'>>(
  named: readonly E[],
  on: CivilDate,
): E | undefined {
  const gap = (event: E) => (event.on === null ? Infinity : Math.abs(daysBetween(event.on, on)))
  const near = named.filter((event) => gap(event) <= FARTHEST_DAYS)
  return near.sort((a, b) => gap(a) - gap(b) || a.id - b.id)[0] ?? named.find((event) => event.on === null)
}

const newestFirst = (events: readonly EventRef[]): EventRef[] =>
  [...events].sort((a, b) => descending(a.on ?? '', b.on ?? '') || b.id - a.id)

const sameOrNot = (events: EventRef[]): FoundEvents => ({
  state: new Set(events.map(visitedOf)).size === 1 ? 'same' : 'different',
  events,
})

/** Names go before series. */
function byName(folded: string, events: EventRef[]): EventRef[] {
  if (folded === '') return []
  const named = events.filter(({ name }) => fold(name) === folded)
  return named.length > 0 ? named : events.filter(({ series }) => series !== null && fold(series) === folded)
}

/** "3 Nov" and "Oct 2026" are of two words, "3. Nov 2026" of three. */
const MOST_WORDS_OF_A_DATE = 3

function byNameAndDate(wanted: string, events: EventRef[], dayFirst: boolean): EventRef[] {
  const words = wanted.trim().split(/\s+/)
  for (let count = 1; count <= Math.min(MOST_WORDS_OF_A_DATE, words.length - 1); count++) {
    const date = readPartialDate(
      words
        .slice(-count)
        .join(' ')
        .replace(/^\((.*)\)$/, '$1'),
      dayFirst,
    )
    if (date === undefined) continue
    const name = fold(words.slice(0, -count).join(' '))
    const called = byName(name, events)
    const found = (called.length > 0 ? called : byWords(name, events)).filter(({ on }) => isWithin(on, date))
    if (found.length > 0) return found
  }
  return []
}

const isWithin = (on: CivilDate | null, date: PartialDate): boolean =>
  on !== null && (date.startsWith('--') ? on.slice(5) === date.slice(2) : on.startsWith(date))

const wordsOf = (folded: string): string[] => folded.split(/[\s,.;:()/–-]+/).filter(Boolean)

/** Each word has to begin one of the name's, however they are joined: a shell completes to `pycon-berlin`. */
function byWords(folded: string, events: EventRef[]): EventRef[] {
  const words = wordsOf(folded)
  if (words.length === 0) return []
  return events.filter(({ name, series }) => {
    const there = wordsOf(fold(`${name} ${series ?? ''}`))
    return words.every((word) => there.some((each) => each.startsWith(word)))
  })
}

const nearest = (folded: string, events: EventRef[]): string[] => [
  ...new Set(
    events
      .filter(({ name }) => [fold(name), ...fold(name).split(' ')].some((each) => isNearMiss(each, folded)))
      .map(({ name }) => name),
  ),
]
