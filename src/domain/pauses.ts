import { addDays, type CivilDate, dayNumber } from './dates.ts'
import { ascending } from './order.ts'

/** Days that do not count: first and last day, both included; without a last day it goes on until it is ended. */
export interface Pause {
  from: CivilDate
  until: CivilDate | null
}

const latest = (...dates: CivilDate[]): CivilDate => dates.sort().at(-1)!

/**
 * How many of the days after `from`, up to and including `to`, lie in a pause: what to take off `daysBetween(from, to)`.
 * A day in several pauses (the contact's own, the whole journal's) counts once.
 */
export function pausedDays(from: CivilDate, to: CivilDate, pauses: readonly Pause[]): number {
  const last = dayNumber(to)
  let days = 0
  let reached = dayNumber(from)
  for (const pause of pauses.length > 1 ? [...pauses].sort(byBeginning) : pauses) {
    const start = Math.max(dayNumber(pause.from) - 1, reached)
    const end = pause.until === null ? last : Math.min(dayNumber(pause.until), last)
    if (end <= start) continue
    days += end - start
    reached = end
  }
  return days
}

const byBeginning = (a: Pause, b: Pause) => ascending(a.from, b.from)

/** Whether that day lies in one of the pauses. */
export const isPaused = (on: CivilDate, pauses: readonly Pause[]): boolean =>
  pauses.some((pause) => pause.from <= on && (pause.until === null || on <= pause.until))

/**
 * The last day of the rest that a day lies in, pauses that follow on one another taken together.
 * @returns `null` when it has no known end, `undefined` when the day is in no pause
 */
export function pausedUntil(on: CivilDate, pauses: readonly Pause[]): CivilDate | null | undefined {
  if (!isPaused(on, pauses)) return undefined
  let last = on
  for (;;) {
    const covering = pauses.filter((pause) => isPaused(last, [pause]) || isPaused(addDays(last, 1), [pause]))
    if (covering.some((pause) => pause.until === null)) return null
    const reached = latest(last, ...covering.map((pause) => pause.until!))
    if (reached === last) return last
    last = reached
  }
}
