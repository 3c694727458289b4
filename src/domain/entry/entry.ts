import type { CivilDate } from '../dates.ts'
import type { FavourDirection } from '../favours.ts'
import type { KnownPerson } from '../names.ts'
import type { OfferingKind } from '../offerings.ts'
import type { Promiser } from '../promises.ts'
import type { EntryIntroduction } from './introductions.ts'

/** How people met. What the first words of a sentence do not tell is a `meeting`. */
export const ENCOUNTER_KINDS = [
  'coffee',
  'meal',
  'drink',
  'call',
  'video',
  'mail',
  'chat',
  'visit',
  'walk',
  'event',
  'meeting',
] as const
export type EncounterKind = (typeof ENCOUNTER_KINDS)[number]

/** A person as a sentence names them. One person is one `Mention` object, however often the entry names them. */
export type Mention =
  | { state: 'known'; said: string; person: KnownPerson }
  /** Not in the journal; `near` are known people whose names are so close that it may be a slip. */
  | { state: 'new'; said: string; name: string; near: KnownPerson[] }
  /** Several known people fit; most recently met first. */
  | { state: 'ambiguous'; said: string; candidates: KnownPerson[] }

/**
 * What one encounter tells, as understood from a sentence, from flags or from both. Nothing here is stored yet.
 * The people are mentions first, and contacts (`Entry<PersonRef>`) once it is settled who they are.
 */
export interface Entry<Person = Mention> {
  on: CivilDate
  kind: EncounterKind
  place: string | null
  event: string | null
  /** The sentence as typed, less nothing: what was understood stays in it too. */
  text: string
  tags: string[]
  /** Those who were met. People only named in a section (an introduction's other party) are not among them. */
  people: Person[]
  favours: EntryFavour<Person>[]
  /** Told in passing, outside of favours: "met Jonas via Ada". */
  introductions: EntryIntroduction<Person>[]
  followUps: EntryFollowUp<Person>[]
  learned: EntryFact<Person>[]
  offerings: EntryOffering<Person>[]
  guesses: Guess[]
}

export interface EntryFavour<Person = Mention> {
  direction: FavourDirection
  what: string
  /** 1, 3 or 9. */
  weight: number
  /** Whom it was for, or who did it. */
  people: Person[]
  /** "intro to Lin": the party that was introduced to each of `people`; "introduced me to Lin": to me. */
  introduces: Person[]
  /** Whose favour to me is passed on with it: "the logo job (from Ada)". */
  from: Person[]
}

export interface EntryFollowUp<Person = Mention> {
  /** `mine`: I promised; `theirs`: they did. */
  whose: Promiser
  what: string
  due: CivilDate | null
  people: Person[]
}

export interface EntryFact<Person = Mention> {
  what: string
  people: Person[]
}

/** What each of `people` can do, or looks for. */
export interface EntryOffering<Person = Mention> {
  kind: OfferingKind
  what: string
  people: Person[]
}

/** What was assumed, as facts; a view puts them into words. */
export type Guess =
  /** Several could be meant; this one was met before with the others of the entry. `others`: who else it could be. */
  | { kind: 'met-together'; said: string; chosen: KnownPerson; others: KnownPerson[] }
  /** A part of a name, or a spelling, that only one person fits. */
  | { kind: 'name-part'; said: string; chosen: KnownPerson }
  /** A date that could be read in another way (a bare weekday, 11/12). */
  | { kind: 'date'; said: string; on: CivilDate }
  /** A time that tells no day ("neulich"), so that today was taken. */
  | { kind: 'no-day'; said: string; on: CivilDate }
  /** Words that sound as if nobody was met ("cancelled"); they count as met all the same. */
  | { kind: 'called-off'; said: string }
  | { kind: 'due'; said: string; on: CivilDate }
