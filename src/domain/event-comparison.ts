import type { CivilDate } from './dates.ts'
import { amountsOf, type EventAccount, hasYes, visitedOf, worthOf } from './events.ts'
import { grouped } from './grouping.ts'
import type { Money } from './money.ts'
import { fold } from './names.ts'
import { ascending } from './order.ts'

export type CompareBy = 'series' | 'format'

/** What several visits came to. */
export interface Comparison {
  /** The series, name or format; `null`: events whose format is not known. */
  name: string | null
  visits: number
  lastOn: CivilDate | null
  reviewed: number
  /** In how many reviews each answer was a yes, and in how many any was. */
  yes: { contacts: number; insight: number; fun: number; any: number }
  /** Different people met, those new to me, and who came through these. */
  people: number
  newToMe: number
  secondHand: number
  thirdHand: number
  outcomes: Money[]
  costs: Money[]
  minutes: number | null
  /** Of the visits whose cost, or time, is known; nothing where nobody was new there. */
  perNewContact: { costs: Money[]; minutes: number | null }
  /** @see worthOf */
  worth: 'again' | 'question' | null
}

/** Whether I was there, as far as the journal tells: what was only planned or announced is no visit. */
export const wasVisited = ({ on, review, brought, cost, minutes }: EventAccount, today: CivilDate): boolean =>
  (on === null || on <= today) &&
  (review !== null || brought.met.length > 0 || cost !== null || minutes !== null)

/** Events compared by what they are visits to, or by format; what was visited most comes first. */
export function compareEvents(
  events: readonly EventAccount[],
  by: CompareBy,
  today: CivilDate,
): Comparison[] {
  const key = (event: EventAccount) => (by === 'series' ? visitedOf(event) : fold(event.format ?? ''))
  const visited = events.filter((each) => wasVisited(each, today))
  return [...grouped(visited.map((event) => [key(event), event])).values()]
    .map((visits) => compared(oldestFirst(visits), by))
    .sort((a, b) => b.visits - a.visits || ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1))
}

export const oldestFirst = <E extends Pick<EventAccount, 'id' | 'on'>>(events: readonly E[]): E[] =>
  [...events].sort((a, b) => ascending(a.on ?? '', b.on ?? '') || a.id - b.id)

function compared(visits: EventAccount[], by: CompareBy): Comparison {
  const last = visits.at(-1)!
  const reviews = visits.flatMap(({ review }) => review ?? [])
  const all = (which: 'met' | 'newToMe' | 'secondHand' | 'thirdHand') =>
    new Set(visits.flatMap(({ brought }) => brought[which]))
  const first = all('newToMe')
  // Somebody who came through one visit may have been met first at another: the shorter way counts.
  const second = without(all('secondHand'), first)
  const third = without(without(all('thirdHand'), first), second)
  const timed = visits.filter(({ minutes }) => minutes !== null)
  return {
    name: by === 'format' ? last.format : (last.series ?? last.name),
    visits: visits.length,
    lastOn: last.on,
    reviewed: reviews.length,
    yes: {
      contacts: reviews.filter(({ contacts }) => contacts).length,
      insight: reviews.filter(({ insight }) => insight).length,
      fun: reviews.filter(({ fun }) => fun).length,
      any: reviews.filter(hasYes).length,
    },
    people: all('met').size,
    newToMe: first.size,
    secondHand: second.size,
    thirdHand: third.size,
    outcomes: amountsOf(visits.flatMap(({ brought }) => brought.outcomes)),
    costs: costsOf(visits),
    minutes: timed.length === 0 ? null : minutesOf(timed),
    perNewContact: perNewContact(visits, timed),
    worth: worthOf(visits),
  }
}

const without = (ids: Set<number>, others: Set<number>): Set<number> =>
  new Set([...ids].filter((id) => !others.has(id)))

const costsOf = (visits: EventAccount[]): Money[] =>
  amountsOf(visits.map(({ cost, currency }) => ({ value: cost, currency })))

const minutesOf = (visits: EventAccount[]): number =>
  visits.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)

const newAt = (visits: EventAccount[]): number =>
  visits.reduce((sum, { brought }) => sum + brought.newToMe.length, 0)

function perNewContact(visits: EventAccount[], timed: EventAccount[]): Comparison['perNewContact'] {
  const costs = costsOf(visits).flatMap(({ currency, value }) => {
    const people = newAt(visits.filter((visit) => visit.currency === currency))
    return people === 0 ? [] : [{ currency, value: Math.round(value / people) }]
  })
  const people = newAt(timed)
  return { costs, minutes: people === 0 ? null : Math.round(minutesOf(timed) / people) }
}
