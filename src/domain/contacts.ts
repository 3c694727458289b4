import type { CivilDate, PartialDate } from './dates.ts'

/** A person of the network, as their record says. */
export interface Contact {
  id: number
  uid: string
  name: string
  org: string | null
  role: string | null
  place: string | null
  /** The contact's own cadence, in days. */
  cadenceDays: number | null
  metOn: PartialDate | null
  metAt: string | null
  note: string
  addedOn: CivilDate
  letGoOn: CivilDate | null
  snoozedUntil: CivilDate | null
  /** Whether the contact may be named where the report speaks of one-sidedness. */
  oneSidedHints: boolean
}

/** What can be said of a contact when it is added or edited. */
export type ContactFields = Pick<
  Contact,
  'name' | 'org' | 'role' | 'place' | 'cadenceDays' | 'metOn' | 'metAt' | 'note'
>

export const REACH_KINDS = ['email', 'phone', 'url', 'address', 'handle'] as const
export type ReachKind = (typeof REACH_KINDS)[number]

/** A way to reach a person. */
export interface Reach {
  kind: ReachKind
  label: string | null
  value: string
}

/** A day to remember: a birthday, an anniversary. */
export interface SpecialDate {
  label: string
  date: PartialDate
}

export interface Circle {
  id: number
  name: string
  cadenceDays: number | null
}

/** A contact as a list shows it. */
export interface ListedContact {
  id: number
  name: string
  org: string | null
  place: string | null
  circles: string[]
  tags: string[]
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  letGoOn: CivilDate | null
}

/** A circle with the number of its people. */
export interface CircleSize extends Circle {
  people: number
}

/** Someone as other records refer to them. */
export interface PersonRef {
  id: number
  name: string
}
