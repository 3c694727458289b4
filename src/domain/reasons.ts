import { type Birthday, birthdaySoon } from './birthdays.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate, PartialDate } from './dates.ts'
import type { OpenStep } from './introductions.ts'
import { ascending } from './order.ts'
import type { Promiser } from './promises.ts'

/** Why to get in touch with somebody now. */
export type Reason =
  | ({ kind: 'promise' } & OpenPromise)
  | ({ kind: 'introduction' } & OpenIntroduction)
  | ({ kind: 'birthday' } & Birthday)
  | ({ kind: 'need' } & HelpedNeed)
  /** What they cared about last. */
  | { kind: 'fact'; what: string; on: CivilDate }

export interface OpenPromise {
  whose: Promiser
  what: string
  due: CivilDate | null
}

/** An introduction that they have a part in and that waits for something. */
export interface OpenIntroduction {
  step: OpenStep
  /** Whether they are the one who introduces; else they are introduced. */
  introduces: boolean
  /** Who else is in it. */
  others: PersonRef[]
}

/** What they look for, and who could help: `null` for me. */
export interface HelpedNeed {
  what: string
  helper: PersonRef | null
}

/** What is known of a person that may be a reason. */
export interface Occasions {
  introduction?: OpenIntroduction
  need?: HelpedNeed
  promises: OpenPromise[]
  born: PartialDate | null
  lastFact: { what: string; on: CivilDate } | null
}

/**
 * An open promise (mine first, the one due first), else an introduction that waits, else a birthday that is near, else
 * what they look for and somebody could help with, else what they cared about last, else `null`.
 */
export function reasonFor(occasions: Occasions, today: CivilDate): Reason | null {
  const { promises, introduction, born, need, lastFact } = occasions
  const [promise] = [...promises].sort(moreUrgentFirst)
  if (promise) return { kind: 'promise', ...promise }
  if (introduction) return { kind: 'introduction', ...introduction }
  const birthday = born === null ? undefined : birthdaySoon(born, today)
  if (birthday) return { kind: 'birthday', ...birthday }
  if (need) return { kind: 'need', ...need }
  return lastFact && { kind: 'fact', ...lastFact }
}

const NO_DUE_DATE = '9999-12-31'

function moreUrgentFirst(a: OpenPromise, b: OpenPromise): number {
  if (a.whose !== b.whose) return a.whose === 'mine' ? -1 : 1
  return ascending(a.due ?? NO_DUE_DATE, b.due ?? NO_DUE_DATE)
}
