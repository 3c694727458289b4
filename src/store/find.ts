import type { Hit, SearchTerm } from '../domain/search.ts'
import type { Db } from './database.ts'
import { findPeople } from './find-people.ts'
import { findRecords } from './find-records.ts'

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
