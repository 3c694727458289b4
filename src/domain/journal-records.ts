import type { ContactCard } from './contact-card.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import type { Endorsement } from './endorsements.ts'
import type { EventFields, EventReview } from './events.ts'
import type { FavourDirection, FavourKind } from './favours.ts'
import type { Offering } from './offerings.ts'
import type { Outcome } from './outcomes.ts'
import type { Pause } from './pauses.ts'
import type { Promiser, PromiseState } from './promises.ts'
import type { Stage } from './stages.ts'

/** A person with all that is kept of them. */
export interface ContactRecord extends ContactCard, PersonRef {
  uid: string
  addedOn: CivilDate
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  letGoOn: CivilDate | null
  snoozedUntil: CivilDate | null
  /** Their own. */
  pauses: (Pause & { why: string | null })[]
  /** The programs that told of them, and when what they told was last read. */
  sources: { format: string; readOn: CivilDate }[]
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

/**
 * All that a journal holds, as a user would name it; what has a day in the order of their days. There may be very many: each kind
 * is read while it is walked through, and anew each time.
 */
export interface JournalRecords {
  /** By name. */
  contacts: Iterable<ContactRecord>
  encounters: Iterable<EncounterRecord>
  favours: Iterable<FavourRecord>
  followUps: Iterable<FollowUpRecord>
  facts: Iterable<FactRecord>
  introductions: Iterable<IntroductionRecord>
  ties: Iterable<TieRecord>
  events: Iterable<EventRecord>
  outcomes: Iterable<Outcome>
  /** What people, and I, can do or look for. */
  offerings: Iterable<Offering>
  endorsements: Iterable<Endorsement>
  stages: Iterable<StageRecord>
}

export type RecordKind = keyof JournalRecords
export type RecordOf<Kind extends RecordKind> = JournalRecords[Kind] extends Iterable<infer R> ? R : never

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
    contacts: where(records.contacts, (contact) => has(contact)),
    encounters: where(records.encounters, (each) => lately(each.on) && has(...each.people)),
    favours: where(records.favours, (each) => lately(each.on) && has(...each.people)),
    followUps: where(records.followUps, (each) => lately(each.madeOn) && has(...each.people)),
    facts: where(records.facts, (each) => lately(each.on) && has(...each.people)),
    introductions: where(
      records.introductions,
      (each) => lately(each.on) && has(each.introducer, each.a, each.b),
    ),
    ties: where(records.ties, ({ a, b }) => has(a, b)),
    events: where(records.events, (each) => lately(each.on) && has(...each.people)),
    outcomes: where(records.outcomes, (each) => lately(each.on) && has(each.via, each.customer)),
    offerings: where(records.offerings, (each) => lately(each.on) && has(each.who)),
    endorsements: where(records.endorsements, (each) => lately(each.on) && has(each.by, each.for)),
    stages: where(records.stages, (each) => lately(each.on) && has(each.contact)),
  }
}

const where = <T>(all: Iterable<T>, passes: (each: T) => boolean): Iterable<T> => ({
  *[Symbol.iterator]() {
    for (const each of all) if (passes(each)) yield each
  },
})
