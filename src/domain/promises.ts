import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate } from './dates.ts'

/** Whose promise it is: mine, or theirs to me. */
export type Promiser = 'mine' | 'theirs'

/** How promises due in a period went. Those let off are no promises any more and not among them. */
export interface PromisesKept {
  due: number
  kept: number
  /** Kept by the day they were due. */
  onTime: number
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
