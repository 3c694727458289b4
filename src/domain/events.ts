import type { CivilDate } from './dates.ts'
import { badInput } from './errors.ts'
import { readLine } from './labels.ts'
import type { Money } from './money.ts'
import { fold } from './names.ts'

/** What is known of an event: one occasion, a name and a day. Those of one series, or else of one name, are visits to the same thing. */
export interface EventFields {
  name: string
  on: CivilDate | null
  series: string | null
  /** What kind of event: breakfast, meetup, conference. */
  format: string | null
  place: string | null
  /** Minor units of `currency`; both `null` where it is not known. */
  cost: number | null
  currency: string | null
  /** How long it took. */
  minutes: number | null
}

export interface NetworkingEvent extends EventFields {
  id: number
}

/** The three questions after an event: did I make contacts that matter, did I learn something, did I enjoy it? */
export interface Answers {
  contacts: boolean
  insight: boolean
  fun: boolean
}

export const QUESTIONS: readonly (keyof Answers)[] = ['contacts', 'insight', 'fun']

export interface EventReview extends Answers {
  on: CivilDate
  note: string
}

/** What came of an event: contacts by their ids, and the outcomes on whose way it lies. */
export interface Brought {
  met: number[]
  /** Those whom I had never met before. */
  newToMe: number[]
  /** Who was introduced to me by somebody I met there first, and by those in turn. */
  secondHand: number[]
  thirdHand: number[]
  outcomes: { value: number | null; currency: string | null }[]
}

/** An event with its review and what it brought. */
export interface EventAccount extends NetworkingEvent {
  /** How many are or were expected. */
  expected: number
  review: EventReview | null
  brought: Brought
}

/** One line of the list of events; the same in figures. */
export interface EventRow extends NetworkingEvent {
  expected: number
  people: number
  newToMe: number
  review: EventReview | null
  secondHand: number
  thirdHand: number
  outcomes: Money[]
}

export const toRow = ({ brought, ...event }: EventAccount): EventRow => ({
  ...event,
  people: brought.met.length,
  newToMe: brought.newToMe.length,
  secondHand: brought.secondHand.length,
  thirdHand: brought.thirdHand.length,
  outcomes: amountsOf(brought.outcomes),
})

/** Sums by currency, in the order of their codes: different currencies are never added up. */
export function amountsOf(parts: { value: number | null; currency: string | null }[]): Money[] {
  const sums = new Map<string, number>()
  for (const { value, currency } of parts)
    if (value !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + value)
  return [...sums.keys()].sort().map((currency) => ({ currency, value: sums.get(currency)! }))
}

/** What an event is a visit to: its series, else what is called so. */
export const visitedOf = ({ series, name }: Pick<EventFields, 'series' | 'name'>): string =>
  fold(series ?? name)

export const hasYes = (answers: Answers): boolean => QUESTIONS.some((question) => answers[question])

/** How many reviewed visits without a yes make it a question. */
const PATIENCE = 3

/**
 * Whether another visit is worth it: `again` when one of the last three reviewed visits had a yes, `question` when three had none;
 * `null` while there is too little to say.
 * @param visits the oldest first
 */
export function worthOf(visits: { review: Answers | null }[]): 'again' | 'question' | null {
  const last = visits.flatMap(({ review }) => review ?? []).slice(-PATIENCE)
  if (last.some(hasYes)) return 'again'
  return last.length === PATIENCE ? 'question' : null
}

/**
 * An event's name.
 * @throws NetError when it is empty or would be taken for a number
 */
export function readEventName(what: string, text: string): string {
  const name = readLine(what, text)
  if (/^#?\d+$/.test(name))
    throw badInput(what, name, 'would be taken for the number of an event', 'Add a word, e.g. "Forum 21".')
  return name
}

const MOST_HOURS = 1000

/** Hours as people write them: 2, 1.5, 1,5, 1:30. @returns minutes @throws NetError when they are none */
export function readHours(what: string, text: string): number {
  const [, hours, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(text.trim()) ?? []
  const count = hours ? Number(hours) + Number(minutes) / 60 : Number(text.trim().replace(',', '.'))
  if (!hours && !/^\d{1,4}([.,]\d{1,4})?$/.test(text.trim()))
    throw badInput(what, text, 'is no number of hours', 'Write it as 2, 1.5 or 1:30.')
  if (count > MOST_HOURS)
    throw badInput(what, text, 'is more than an event can last', 'Give hours, e.g. 2.5.')
  return Math.round(count * 60)
}
