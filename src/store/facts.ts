import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Db } from './database.ts'
import { peopleOf } from './linked-people.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewFact {
  what: string
  on: CivilDate
  people: PersonRef[]
  encounterId?: number
}

export interface Fact {
  id: number
  what: string
  on: CivilDate
}

export type FactStore = ReturnType<typeof factStore>

export function factStore(db: Db, search: SearchStore) {
  const people = peopleOf(db, 'fact_contact', 'fact_id')

  return {
    add(fact: NewFact): number {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO fact (uid, encounter_id, what, on_date) VALUES (?, ?, ?, ?)')
        .run(newUid(db), fact.encounterId ?? null, fact.what, fact.on)
      const id = Number(lastInsertRowid)
      people.link(id, fact.people)
      search.put('fact', id, [fact.what])
      return id
    },

    /** Newest first. */
    ofContact(contactId: number): Fact[] {
      return db
        .prepare(`SELECT fact.id, what, on_date AS "on" FROM fact JOIN fact_contact ON fact_id = fact.id
          WHERE contact_id = ? ORDER BY on_date DESC, fact.id DESC`)
        .all(contactId) as Fact[]
    },
  }
}
