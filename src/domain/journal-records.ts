import type { ContactCard } from './contact-card.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import type { Endorsement } from './endorsements.ts'
import type { EventFields, EventReview } from './events.ts'
import type { FavourDirection, FavourKind } from './favours.ts'
import type { Offering } from './offerings.ts'
import type { Outcome } from './outcomes.ts'
import type { Promiser, PromiseState } from './promises.ts'
import type { Stage } from './stages.ts'

/** A person with all that is kept of them. */
export interface ContactRecord extends ContactCard, PersonRef {
  uid: string
  addedOn: CivilDate
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  letGoOn: CivilDate | null
}

export interface EncounterRecord {
  id: number
  on: CivilDate
  kind: string
  place: string | null
  /** The name of the event it was at. */
  event: string | null
  text: string
  tags: string[]
  people: PersonRef[]
}

export interface FavourRecord {
  id: number
  on: CivilDate
  direction: FavourDirection
  what: string
  kind: FavourKind
  /** 1, 3 or 9. */
  weight: number
  people: PersonRef[]
}

export interface FollowUpRecord {
  id: number
  uid: string
  whose: Promiser
  what: string
  madeOn: CivilDate
  due: CivilDate | null
  doneOn: CivilDate | null
  state: PromiseState
  people: PersonRef[]
}

export interface FactRecord {
  id: number
  on: CivilDate
  what: string
  people: PersonRef[]
}

export interface IntroductionRecord {
  id: number
  /** Until it is made, the day it was offered. */
  on: CivilDate
  /** `null`: me. */
  introducer: PersonRef | null
  a: PersonRef
  /** `null`: me. */
  b: PersonRef | null
  made: boolean
  purpose: string | null
  declinedOn: CivilDate | null
  result: string | null
  resultOn: CivilDate | null
  thankedOn: CivilDate | null
}

export interface TieRecord {
  id: number
  a: PersonRef
  b: PersonRef
  since: string | null
}

export interface EventRecord extends EventFields {
  id: number
  review: EventReview | null
  /** Who was expected or met there. */
  people: PersonRef[]
}

export interface StageRecord {
  id: number
  on: CivilDate
  stage: Stage
  contact: PersonRef
}

/** All that a journal holds, as a user would name it; what has a day in the order of their days. */
export interface JournalRecords {
  /** By name. */
  contacts: ContactRecord[]
  encounters: EncounterRecord[]
  favours: FavourRecord[]
  followUps: FollowUpRecord[]
  facts: FactRecord[]
  introductions: IntroductionRecord[]
  ties: TieRecord[]
  events: EventRecord[]
  outcomes: Outcome[]
  /** What people, and I, can do or look for. */
  offerings: Offering[]
  endorsements: Endorsement[]
  stages: StageRecord[]
}

export const RECORD_KINDS = [
  'contacts',
  'encounters',
  'favours',
  'followUps',
  'facts',
  'introductions',
  'ties',
  'events',
  'outcomes',
  'offerings',
  'endorsements',
  'stages',
] as const satisfies (keyof JournalRecords)[]

/** Part of a journal: some people with what concerns them, or what was since a day. */
export interface RecordFilter {
  /** Who; everybody where it is left out. */
  people?: ReadonlySet<number>
  /** The first day of what is wanted. People and ties are no matter of days. */
  since?: CivilDate
}

/** Those of a journal's records that a filter lets through. Whom else a record names stays in it. */
export function filteredRecords(records: JournalRecords, { people, since }: RecordFilter): JournalRecords {
  const has = (...some: (PersonRef | null)[]) =>
    people === undefined || some.some((person) => person !== null && people.has(person.id))
  const lately = (on: CivilDate | null) => since === undefined || (on !== null && on >= since)
  return {
    contacts: records.contacts.filter((contact) => has(contact)),
    encounters: records.encounters.filter((each) => lately(each.on) && has(...each.people)),
    favours: records.favours.filter((each) => lately(each.on) && has(...each.people)),
    followUps: records.followUps.filter((each) => lately(each.madeOn) && has(...each.people)),
    facts: records.facts.filter((each) => lately(each.on) && has(...each.people)),
    introductions: records.introductions.filter(
      (each) => lately(each.on) && has(each.introducer, each.a, each.b),
    ),
    ties: records.ties.filter(({ a, b }) => has(a, b)),
    events: records.events.filter((each) => lately(each.on) && has(...each.people)),
    outcomes: records.outcomes.filter((each) => lately(each.on) && has(each.via, each.customer)),
    offerings: records.offerings.filter((each) => lately(each.on) && has(each.who)),
    endorsements: records.endorsements.filter((each) => lately(each.on) && has(each.by, each.for)),
    stages: records.stages.filter((each) => lately(each.on) && has(each.contact)),
  }
}
