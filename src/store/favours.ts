import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { FavourDirection, FavourKind } from '../domain/favours.ts'
import type { LinkedFavour } from '../domain/passing-on.ts'
import type { Db } from './database.ts'
import { peopleOf } from './linked-people.ts'
import { passedOnStore } from './passed-on.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewFavour {
  direction: FavourDirection
  what: string
  kind: FavourKind
  /** 1, 3 or 9. */
  weight: number
  on: CivilDate
  people: PersonRef[]
  encounterId?: number
}

export interface Favour {
  id: number
  direction: FavourDirection
  what: string
  kind: FavourKind
  weight: number
  on: CivilDate
  people: PersonRef[]
  /** Of what I gave: what I had got and passed on with it. Of what I got: as what I passed it on. */
  passedOn: LinkedFavour[]
}

const SELECT = 'SELECT favour.id, direction, what, kind, weight, on_date AS "on" FROM favour'

export type FavourStore = ReturnType<typeof favourStore>

export function favourStore(db: Db, search: SearchStore) {
  const people = peopleOf(db, 'favour_contact', 'favour_id')
  const passedOn = passedOnStore(db)

  function toFavours(rows: any[]): Favour[] {
    const linked = passedOn.of(rows.map(({ id }) => id))
    return people.with(rows).map((row) => Object.assign(row, { passedOn: linked.get(row.id)! }))
  }

  return {
    add(favour: NewFavour): number {
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO favour (uid, encounter_id, direction, what, kind, weight, on_date) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          newUid(db),
          favour.encounterId ?? null,
          favour.direction,
          favour.what,
          favour.kind,
          favour.weight,
          favour.on,
        )
      const id = Number(lastInsertRowid)
      people.link(id, favour.people)
      search.put('favour', id, [favour.what])
      return id
    },

    byId(id: number): Favour | undefined {
      return toFavours(db.prepare(`${SELECT} WHERE id = ?`).all(id))[0]
    },

    /** Newest first. */
    ofContact(contactId: number): Favour[] {
      const theirs = db.prepare(
        `${SELECT} JOIN favour_contact ON favour_id = favour.id WHERE contact_id = ? ORDER BY on_date DESC, favour.id DESC`,
      )
      return toFavours(theirs.all(contactId))
    },
  }
}
