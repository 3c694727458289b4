import { type CivilDate, daysBetween } from './dates.ts'

/** The first outcome that came through a person, and when we first met. */
export interface FirstOutcome {
  /** The person. */
  id: number
  /** `null` where no first meeting is on record. */
  metOn: CivilDate | null
  on: CivilDate
}

/** How long it took, in whole days; half of all lie between the quartiles. */
export interface Patience {
  /** Of how many people both days are known. */
  measured: number
  medianDays: number | null
  /** The first and the third quartile. */
  quartileDays: { lower: number; upper: number } | null
}

/** The time from first meetings to first outcomes. Where the first meeting on record comes after the outcome, it is not known. */
export function patienceOf(firsts: readonly FirstOutcome[]): Patience {
  const days = firsts
    .flatMap(({ metOn, on }) => (metOn === null || metOn > on ? [] : [daysBetween(metOn, on)]))
    .sort((a, b) => a - b)
  if (days.length === 0) return { measured: 0, medianDays: null, quartileDays: null }
  return {
    measured: days.length,
    medianDays: quantile(days, 0.5),
    quartileDays: { lower: quantile(days, 0.25), upper: quantile(days, 0.75) },
  }
}

/** Between two values in proportion (Hyndman and Fan's seventh definition), rounded to a whole one. @param sorted at least one */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]!
  const above = sorted[Math.ceil(place)]!
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}
