import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate } from './dates.ts'

/** Whose promise it is: mine, or theirs to me. */
export type Promiser = 'mine' | 'theirs'

/** How a promise may be closed: it was kept, nobody minds any more, or it did not come about. */
export type Closing = 'kept' | 'let-off' | 'broken'

/** Where a promise stands. `late`: kept, after the day it was due. */
export type PromiseState = 'open' | 'late' | Closing

/** What is known of how a promise went. `kept` is `null` while it is open. */
interface Course {
  due: CivilDate | null
  doneOn: CivilDate | null
  kept: boolean | null
  broken: boolean
}

/** Where a promise stands; one without a day to be due on is never late. */
export function promiseState({ due, doneOn, kept, broken }: Course): PromiseState {
  if (doneOn === null) return 'open'
  if (!kept) return broken ? 'broken' : 'let-off'
  return due !== null && doneOn > due ? 'late' : 'kept'
}

/** How promises due in a period went: `due` are all of them but those let off, which are promises no more. */
export interface PromisesKept {
  due: number
  /** On time or late. */
  kept: number
  /** Kept by the day they were due. */
  onTime: number
  late: number
  broken: number
  /** Neither kept nor closed yet. */
  open: number
  letOff: number
}

/** How many promises stand so. */
export type PromiseCounts = Record<PromiseState, number>

export function promiseCounts(promises: readonly { state: PromiseState }[]): PromiseCounts {
  const counts: PromiseCounts = { open: 0, kept: 0, late: 0, broken: 0, 'let-off': 0 }
  for (const { state } of promises) counts[state]++
  return counts
}

const SOON_DAYS = 7

/** Where an open promise stands: overdue, due within a week (today included), or neither. */
export function urgency(due: CivilDate | null, today: CivilDate): 'overdue' | 'soon' | null {
  if (due === null) return null
  if (due < today) return 'overdue'
  return due <= addDays(today, SOON_DAYS) ? 'soon' : null
}

/** Whether a promise may be called to mind: not when all those it is with are paused or let go. */
export const concernsSomebodyAwake = (
  people: readonly PersonRef[],
  resting: (id: number) => boolean,
): boolean => people.length === 0 || people.some(({ id }) => !resting(id))
