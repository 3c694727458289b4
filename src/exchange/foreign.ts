import type { Reach, SpecialDate } from '../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../domain/dates.ts'
import type { EncounterKind } from '../domain/entry/entry.ts'

/** A person as another program's file tells of them: what a `ContactCard` can hold of it. */
export interface ForeignContact {
  /** What the other program knows them by, the same in each export; `null` when it says nothing. */
  sourceId: string | null
  name: string
  org: string | null
  role: string | null
  place: string | null
  note: string
  /** When and where the acquaintance began, as far as the other program knows. */
  metOn: PartialDate | null
  metAt: string | null
  /** How often to be in touch. */
  cadenceDays: number | null
  aliases: string[]
  circles: string[]
  tags: string[]
  reach: Reach[]
  dates: SpecialDate[]
  /** Where in the file they stand, counted from 1. */
  line: number
}

/** Something that happened on a day, with those it names. */
export interface ForeignMeeting {
  /** As of a contact. */
  sourceId: string | null
  on: CivilDate
  /** `null` where only the words may tell. */
  kind: EncounterKind | null
  text: string
  /** By the sourceId of the contacts of the same file, where these have one, else by name; or by where they stand (`personOnLine`). */
  people: string[]
  place: string | null
  tags: string[]
  line: number
}

/** A contact of the same file by its line, since of a name there may be two. */
export const personOnLine = (line: number): string => `line ${line}`

/** Something noted of people, or to be done for them: `on` the day it was written, where that is told. */
export interface ForeignNote {
  sourceId: string | null
  on: CivilDate | null
  text: string
  /** As of a meeting. */
  people: string[]
}

/** `person` was introduced by `by`, both as the people of a meeting. */
export interface ForeignIntroduction {
  person: string
  by: string
}

/** All that a file tells. */
export interface ForeignJournal {
  contacts: ForeignContact[]
  meetings: ForeignMeeting[]
  notes: ForeignNote[]
  tasks: ForeignTask[]
  favours: ForeignFavour[]
  introductions: ForeignIntroduction[]
  ties: ForeignTie[]
  /** Who died or was put away there, as the people of a meeting. */
  letGo: string[]
  unread: Unread[]
  /** What a journal has no place for. */
  leftOut: LeftOut[]
}

/** Two know each other, both as the people of a meeting. */
export interface ForeignTie {
  a: string
  b: string
}

export interface ForeignTask extends ForeignNote {
  due: CivilDate | null
}

export interface ForeignFavour extends ForeignNote {
  direction: 'gave' | 'got'
}

/** How many of what was not taken; `count` is `null` where nobody looked. */
export interface LeftOut {
  what: string
  count: number | null
}

export const foreignJournal = (): ForeignJournal => ({
  contacts: [],
  meetings: [],
  notes: [],
  tasks: [],
  favours: [],
  introductions: [],
  ties: [],
  letGo: [],
  unread: [],
  leftOut: [],
})

/** What could not be read, or was passed over: where and why, for the user. */
export interface Unread {
  line: number
  reason: UnreadReason
}

export type UnreadReason =
  | 'no-name'
  | 'a-group'
  | 'unfinished'
  | 'too-long'
  | 'not-a-line'
  | 'not-a-row'
  | 'not-a-calendar'
  | 'not-a-meeting'

/** A person of whom nothing but the name is known. */
export const foreignContact = (name: string, line: number): ForeignContact => ({
  sourceId: null,
  name,
  org: null,
  role: null,
  place: null,
  note: '',
  metOn: null,
  metAt: null,
  cadenceDays: null,
  aliases: [],
  circles: [],
  tags: [],
  reach: [],
  dates: [],
  line,
})
