import type { Reach, SpecialDate } from '../domain/contacts.ts'

/** A person as another program's file tells of them: what a `ContactCard` can hold of it. */
export interface ForeignContact {
  /** What the other program knows them by, the same in each export; `null` when it says nothing. */
  sourceId: string | null
  name: string
  org: string | null
  role: string | null
  place: string | null
  note: string
  aliases: string[]
  circles: string[]
  tags: string[]
  reach: Reach[]
  dates: SpecialDate[]
  /** Where in the file they stand, counted from 1. */
  line: number
}

/** What could not be read, or was passed over: where and why, for the user. */
export interface Unread {
  line: number
  reason: UnreadReason
}

export type UnreadReason = 'no-name' | 'a-group' | 'unfinished' | 'too-long' | 'not-a-line'
