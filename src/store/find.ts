import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { SearchTerm } from '../domain/excerpt.ts'
import type { Db } from './database.ts'
import { findPeople } from './find-people.ts'
import { findRecords } from './find-records.ts'
import type { SearchKind } from './search.ts'

/** A record in which what was looked for occurs. */
export interface Hit {
  kind: SearchKind
  id: number
  /** The day of it; of a person the day we last met, `null` where we did not. */
  on: CivilDate | null
  /** What was written. */
  text: string
  people: PersonRef[]
}

export type FindStore = ReturnType<typeof findStore>

export function findStore(db: Db) {
  return {
    /**
     * What the terms are found in, best first: people, then of each kind what fits best.
     * @param phone the query's digits where it may be a phone number, else empty
     * @param limit of each kind
     */
    hits: (terms: SearchTerm[], phone: string, limit: number): Hit[] =>
      terms.length === 0 ? [] : [...findPeople(db, terms, phone, limit), ...findRecords(db, terms, limit)],
  }
}
