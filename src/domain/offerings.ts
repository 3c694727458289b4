import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'

/** What somebody can do, or looks for. */
export type OfferingKind = 'offer' | 'need'

export interface Offering {
  id: number
  kind: OfferingKind
  what: string
  /** Whose it is; `null` for mine. */
  who: PersonRef | null
  on: CivilDate
  /** No longer offered, or found; `null` while it stands. */
  closedOn: CivilDate | null
}
