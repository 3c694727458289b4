import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate, dayNumber, type PartialDate } from './dates.ts'
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
  /** Before the period, newest first: at least `RHYTHM_ENCOUNTERS` where there are so many. */
  daysBefore: CivilDate[]
  /** In the period, newest first. */
  daysWithin: CivilDate[]
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
export const meetingsWithin = (meetings: readonly Meetings[], { from, to }: Span): Meetings[] =>
  meetings.flatMap((each) => {
    const days = [...each.daysWithin, ...each.daysBefore].filter((day) => day <= to)
    const daysWithin = days.filter((day) => day >= from)
    return daysWithin.length === 0 ? [] : [{ ...each, daysWithin, daysBefore: days.slice(daysWithin.length) }]
  })

/**
 * Those whose first encounter ever lies in the period; nobody of whom it was said that I had met them before.
 * @param from the first day of the period
 */
export const firstMet = (meetings: readonly Meetings[], from: CivilDate): FirstMet[] =>
  meetings
    .filter(({ daysBefore, metOn }) => daysBefore.length === 0 && !liesBefore(metOn, from))
    .map(({ id, name, daysWithin }) => ({ id, name, on: daysWithin.at(-1)! }))

/** Of a year, or of a month, all of it has to lie before; of a day without a year nothing is known. */
const liesBefore = (date: PartialDate | null, day: CivilDate): boolean =>
  date !== null && !date.startsWith('-') && date < day.slice(0, date.length)

/** Those met again in the period after twice their cadence had gone by; new ones are not among them. */
export const rekindled = (meetings: readonly Meetings[], defaultDays: number): MetAgain[] =>
  meetings.flatMap((each) => {
    const again = each.daysBefore.length > 0 && reunion(each, defaultDays)
    return again ? [{ id: each.id, name: each.name, ...again }] : []
  })

const LONG_APART = 2

/** The last encounter that came after a long time apart; the cadence is the one known until then. */
function reunion(meetings: Meetings, defaultDays: number): Omit<MetAgain, keyof PersonRef> | undefined {
  const { daysWithin, daysBefore, ownCadence, circleCadence, pauses } = meetings
  const days = [...daysWithin, ...daysBefore]
  const numbers = days.map(dayNumber)
  const given = ownCadence ?? circleCadence
  for (let at = 0; at < daysWithin.length; at++) {
    if (!mayBeLong(numbers, at, given, defaultDays)) continue
    const [on, lastOn] = [days[at]!, days[at + 1]!]
    const rhythm = rhythmOf(days.slice(at + 1, at + 1 + RHYTHM_ENCOUNTERS))
    const cadence = cadenceOf({ ownCadence, circleCadence, rhythm }, defaultDays)
    if (countedDays(lastOn, on, pauses) >= LONG_APART * cadence.days) return { on, lastOn }
  }
  return undefined
}

/** Whether the gap after a day is long by the shortest cadence that there may be; most are not, and need no closer look. */
function mayBeLong(days: readonly number[], at: number, given: number | null, defaultDays: number): boolean {
  const most = (days[at]! - days[at + 1]!) / LONG_APART
  if (given !== null) return given <= most
  if (defaultDays <= most) return true
  const end = Math.min(at + RHYTHM_ENCOUNTERS, days.length - 1)
  for (let next = at + 1; next < end; next++) if (days[next]! - days[next + 1]! <= most) return true
  return false
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
