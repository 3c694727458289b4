import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { type Closing, type Promiser, type PromiseState, promiseState } from '../domain/promises.ts'
import type { Db } from './database.ts'
import { peopleOf } from './linked-people.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewFollowUp {
  whose: Promiser
  what: string
  madeOn: CivilDate
  due: CivilDate | null
  people: PersonRef[]
  encounterId?: number
}

export interface FollowUp {
  id: number
  whose: Promiser
  what: string
  madeOn: CivilDate
  due: CivilDate | null
  /** When it was closed, `null` while it is open. */
  doneOn: CivilDate | null
  /** Whether it was kept (else let off or broken), `null` while it is open. */
  kept: boolean | null
  state: PromiseState
  people: PersonRef[]
  /** Where it was promised. */
  encounterId: number | null
}

const SELECT = `SELECT follow_up.id, whose, what, made_on AS madeOn, due_on AS due, done_on AS doneOn, kept, broken,
  encounter_id AS encounterId FROM follow_up`

const OWED_TO = `SELECT contact_id FROM follow_up CROSS JOIN follow_up_contact ON follow_up_id = follow_up.id
  CROSS JOIN contact ON contact.id = contact_id
  WHERE done_on IS NULL AND due_on IS NOT NULL AND whose = 'mine' ORDER BY due_on, follow_up.id, folded, contact.id`

export type FollowUpStore = ReturnType<typeof followUpStore>

export function followUpStore(db: Db, search: SearchStore) {
  const people = peopleOf(db, 'follow_up_contact', 'follow_up_id')
  const toFollowUps = (rows: any[]): FollowUp[] =>
    people.with(rows).map((row: any) => {
      const { id, whose, what, madeOn, due, doneOn, encounterId, people } = row
      const kept = row.kept === null ? null : row.kept === 1
      const state = promiseState({ due, doneOn, kept, broken: row.broken === 1 })
      return { id, whose, what, madeOn, due, doneOn, kept, encounterId, people, state }
    })

  return {
    add(followUp: NewFollowUp): number {
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO follow_up (uid, encounter_id, whose, what, made_on, due_on) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(
          newUid(db),
          followUp.encounterId ?? null,
          followUp.whose,
          followUp.what,
          followUp.madeOn,
          followUp.due,
        )
      const id = Number(lastInsertRowid)
      people.link(id, followUp.people)
      search.put('follow-up', id, [followUp.what])
      return id
    },

    byId(id: number): FollowUp | undefined {
      return toFollowUps(db.prepare(`${SELECT} WHERE id = ?`).all(id))[0]
    },

    /** Open ones by due date, those without one last. */
    open(): FollowUp[] {
      const open = db.prepare(`${SELECT} WHERE done_on IS NULL ORDER BY due_on IS NULL, due_on, id`)
      return toFollowUps(open.all())
    },

    /** To whom I promised something for a day that is open, each time; what is due first stands first. */
    owedTo: () => db.prepare(OWED_TO).pluck().all() as number[],

    /** Open ones by due date, then the closed ones, newest first. */
    ofContact(contactId: number): FollowUp[] {
      const theirs =
        db.prepare(`${SELECT} JOIN follow_up_contact ON follow_up_id = follow_up.id WHERE contact_id = ?
          ORDER BY done_on DESC NULLS FIRST, due_on NULLS LAST, follow_up.id`)
      return toFollowUps(theirs.all(contactId))
    },

    close(id: number, on: CivilDate, as: Closing): void {
      const [kept, broken] = [as === 'kept', as === 'broken'].map(Number)
      db.prepare('UPDATE follow_up SET done_on = ?, kept = ?, broken = ? WHERE id = ?').run(
        on,
        kept,
        broken,
        id,
      )
    },
  }
}
