import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate, dateOf, dayNumber, type PartialDate } from './dates.ts'
import { isPaused } from './pauses.ts'
import type { Span } from './periods.ts'
import {
  cadenceOf,
  countedDays,
  type Relationship,
  RHYTHM_ENCOUNTERS,
  rhythmOf,
  stalenessOf,
} from './staleness.ts'

/** One person's encounters around a period. */
export interface Meetings extends Omit<Relationship, 'lastOn' | 'rhythm' | 'addedOn'> {
  /** When I met them, as far as that was said. */
  metOn: PartialDate | null
  /**
   * Day numbers, newest first, each once: all in the period, and before it at least `RHYTHM_ENCOUNTERS` where there are so many; one
   * will do where a cadence was given.
   */
  days: readonly number[]
  /** How many of them, the first ones, lie in the period. */
  within: number
}

export interface FirstMet extends PersonRef {
  on: CivilDate
}

export interface MetAgain extends PersonRef {
  on: CivilDate
  /** The encounter before that. */
  lastOn: CivilDate
}

export interface GoneCold extends PersonRef {
  lastOn: CivilDate
}

/** The meetings of those met in a shorter period, as seen from there. */
export function meetingsWithin(meetings: readonly Meetings[], { from, to }: Span): Meetings[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return meetings.flatMap((each) => {
    let later = 0
    while (later < each.days.length && each.days[later]! > last) later++
    let end = later
    while (end < each.days.length && each.days[end]! >= first) end++
    return end === later ? [] : [{ ...each, days: each.days.slice(later), within: end - later }]
  })
}

/**
 * Tells whether somebody's first encounter ever lies in the period; of nobody of whom it was said that I had met them before.
 * @param from the first day of the period
 */
export const isNew =
  (from: CivilDate) =>
  ({ days, within, metOn }: Meetings): boolean =>
    days.length === within && !liesBefore(metOn, from)

/** Those who are new in a period, and since when. */
export const firstMet = (meetings: readonly Meetings[], from: CivilDate): FirstMet[] =>
  meetings.filter(isNew(from)).map(({ id, name, days }) => ({ id, name, on: dateOf(days.at(-1)!) }))

/** Of a year, or of a month, all of it has to lie before; of a day without a year nothing is known. */
const liesBefore = (date: PartialDate | null, day: CivilDate): boolean =>
  date !== null && !date.startsWith('-') && date < day.slice(0, date.length)

/** Tells whether somebody was met again in the period after twice their cadence had gone by; of nobody who is new. */
export const isRekindled =
  (defaultDays: number) =>
  (meetings: Meetings): boolean =>
    reunion(meetings, defaultDays) >= 0

/** Those who were met again, when, and when it was before. */
export const rekindled = (meetings: readonly Meetings[], defaultDays: number): MetAgain[] =>
  meetings.flatMap((each) => {
    const at = reunion(each, defaultDays)
    if (at < 0) return []
    const { id, name, days } = each
    return [{ id, name, on: dateOf(days[at]!), lastOn: dateOf(days[at + 1]!) }]
  })

const LONG_APART = 2

/**
 * The last encounter in the period that came after a long time apart; the cadence is the one known until then.
 * @returns its place among the days, -1 where there is none
 */
function reunion(meetings: Meetings, defaultDays: number): number {
  const { days, within, ownCadence, circleCadence, pauses } = meetings
  if (days.length === within) return -1
  for (let at = 0; at < within; at++) {
    const apart = days[at]! - days[at + 1]!
    if (apart < LONG_APART) continue
    const rhythm = ownCadence ?? circleCadence ?? rhythmOf(days.slice(at + 1, at + 1 + RHYTHM_ENCOUNTERS))
    const long = LONG_APART * cadenceOf({ ownCadence, circleCadence, rhythm }, defaultDays).days
    if (apart < long) continue
    if (pauses.length === 0) return at
    if (countedDays(dateOf(days[at + 1]!), dateOf(days[at]!), pauses) >= long) return at
  }
  return -1
}

/**
 * Those who became cold in the period and still are, the coldest first. Who is paused today is left out.
 * @param relationships as they stand today; those of whom it can't be need not be among them
 */
export function goneCold(
  relationships: readonly Relationship[],
  period: Span,
  today: CivilDate,
  defaultDays: number,
): GoneCold[] {
  const end = period.to < today ? period.to : today
  const dayBefore = addDays(period.from, -1)
  const turnedCold = (relationship: Relationship): boolean => {
    const { lastOn, pauses } = relationship
    if (lastOn === null || isPaused(today, pauses)) return false
    const { days } = cadenceOf(relationship, defaultDays)
    return countedDays(lastOn, end, pauses) >= days && countedDays(lastOn, dayBefore, pauses) < days
  }
  return relationships
    .filter(turnedCold)
    .map((each) => ({ each, ratio: stalenessOf(each, today, defaultDays).ratio }))
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ each }) => ({ id: each.id, name: each.name, lastOn: each.lastOn! }))
}
