import { type Birthday, birthdaySoon } from './birthdays.ts'
import type { CivilDate, PartialDate } from './dates.ts'
import type { Promiser } from './promises.ts'

/** Why to get in touch with somebody now. */
export type Reason =
  | ({ kind: 'promise' } & OpenPromise)
  | ({ kind: 'birthday' } & Birthday)
  /** What they cared about last. */
  | { kind: 'fact'; what: string; on: CivilDate }

export interface OpenPromise {
  whose: Promiser
  what: string
  due: CivilDate | null
}

/** What is known of a person that may be a reason. */
export interface Occasions {
  promises: OpenPromise[]
  born: PartialDate | null
  lastFact: { what: string; on: CivilDate } | null
}

/** An open promise (mine first, the one due first), else a birthday that is near, else what they cared about last, else `null`. */
export function reasonFor({ promises, born, lastFact }: Occasions, today: CivilDate): Reason | null {
  const [promise] = [...promises].sort(moreUrgentFirst)
  if (promise) return { kind: 'promise', ...promise }
  const birthday = born === null ? undefined : birthdaySoon(born, today)
  if (birthday) return { kind: 'birthday', ...birthday }
  return lastFact && { kind: 'fact', ...lastFact }
}

const NO_DUE_DATE = '9999-12-31'

function moreUrgentFirst(a: OpenPromise, b: OpenPromise): number {
  if (a.whose !== b.whose) return a.whose === 'mine' ? -1 : 1
  const [dueOfA, dueOfB] = [a.due ?? NO_DUE_DATE, b.due ?? NO_DUE_DATE]
  return dueOfA < dueOfB ? -1 : dueOfA > dueOfB ? 1 : 0
}
