import { type CivilDate, daysBetween } from './dates.ts'
import { ascending } from './order.ts'
import { isPaused, type Pause, pausedDays } from './pauses.ts'

/** What the staleness of a relationship is told from. */
export interface Relationship {
  id: number
  name: string
  addedOn: CivilDate
  /** The contact's own cadence, in days. */
  ownCadence: number | null
  /** The shortest cadence of the contact's circles, in days. */
  circleCadence: number | null
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  /** The usual number of days between encounters, `null` where too few are known. @see rhythmOf */
  rhythm: number | null
  /** The contact's own pauses and those of the whole journal. */
  pauses: readonly Pause[]
}

export type CadenceSource = 'contact' | 'circle' | 'rhythm' | 'default'
export type StalenessState = 'warm' | 'cooling' | 'cold'

export interface Cadence {
  days: number
  from: CadenceSource
}

export interface Staleness {
  /** `null` for a contact never met: then the days are counted from the one it was added on. */
  lastOn: CivilDate | null
  /** Days since then that count: those inside a pause do not. */
  daysSince: number
  cadenceDays: number
  cadenceFrom: CadenceSource
  /** `daysSince` ÷ `cadenceDays`. */
  ratio: number
  state: StalenessState
}

/** A rhythm is learned from at least so many days of encounters … */
const LEAST_FOR_RHYTHM = 4
/** … and at most so many, the last ones: how often two people met ten years ago says little about now. */
export const RHYTHM_ENCOUNTERS = 12

const COLD = 1
const COOLING = 0.8

/**
 * The median number of days between encounters, a whole number of at least 1. Days inside pauses are not taken off here:
 * a shorter rhythm would make a contact colder for having been paused.
 */
export function medianGap(gaps: readonly number[]): number {
  const sorted = new Int32Array(gaps).sort()
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return Math.max(1, Math.round(median))
}

/**
 * What has been usual, learned from the last encounters; what the journal keeps in `rhythm` is the same.
 * @param days day numbers of encounters, newest first, each once; those after the first `RHYTHM_ENCOUNTERS` say nothing
 * @returns days, `null` where there are fewer than four encounters
 */
export function rhythmOf(days: readonly number[]): number | null {
  if (days.length < LEAST_FOR_RHYTHM) return null
  const gaps: number[] = []
  for (let at = 1; at < days.length && at < RHYTHM_ENCOUNTERS; at++) gaps.push(days[at - 1]! - days[at]!)
  return medianGap(gaps)
}

/** How often to meet: what was said of the contact, else of its circles, else what has been usual, else the default (days). */
export function cadenceOf(
  { ownCadence, circleCadence, rhythm }: Pick<Relationship, 'ownCadence' | 'circleCadence' | 'rhythm'>,
  defaultDays: number,
): Cadence {
  if (ownCadence !== null) return { days: ownCadence, from: 'contact' }
  if (circleCadence !== null) return { days: circleCadence, from: 'circle' }
  if (rhythm !== null) return { days: rhythm, from: 'rhythm' }
  return { days: defaultDays, from: 'default' }
}

/** Days after `from`, up to and including `to`, that count; never below zero. */
export const countedDays = (from: CivilDate, to: CivilDate, pauses: readonly Pause[]): number =>
  Math.max(0, daysBetween(from, to) - (pauses.length === 0 ? 0 : pausedDays(from, to, pauses)))

/** How a relationship stands on a day. */
export function stalenessOf(relationship: Relationship, on: CivilDate, defaultDays: number): Staleness {
  const { lastOn, addedOn, pauses } = relationship
  const daysSince = countedDays(lastOn ?? addedOn, on, pauses)
  const cadence = cadenceOf(relationship, defaultDays)
  const ratio = daysSince / cadence.days
  return {
    lastOn,
    daysSince,
    cadenceDays: cadence.days,
    cadenceFrom: cadence.from,
    ratio,
    state: ratio >= COLD ? 'cold' : ratio >= COOLING ? 'cooling' : 'warm',
  }
}

export interface Standing {
  relationship: Relationship
  staleness: Staleness
}

/** Those who may be named on that day, the coldest first; of two equally cold the one met longer ago. */
export const byStaleness = (
  relationships: readonly Relationship[],
  on: CivilDate,
  defaultDays: number,
): Standing[] =>
  relationships
    .filter(({ pauses }) => !isPaused(on, pauses))
    .map((relationship) => ({ relationship, staleness: stalenessOf(relationship, on, defaultDays) }))
    .sort(colderFirst)

const colderFirst = (a: Standing, b: Standing): number =>
  b.staleness.ratio - a.staleness.ratio || longerAgoFirst(a.relationship, b.relationship)

const longerAgoFirst = (a: Relationship, b: Relationship): number =>
  ascending(a.lastOn ?? a.addedOn, b.lastOn ?? b.addedOn) || a.id - b.id
