import type { CivilDate } from '../domain/dates.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

/** A meeting of a calendar that may become an encounter. */
export interface Draft {
  id: number
  on: CivilDate
  title: string
  place: string | null
  /** What the calendar says of it beside the title. */
  description: string
  people: { name: string | null; email: string | null }[]
  state: 'open' | 'taken' | 'dropped'
}

const SELECT = 'SELECT id, on_date AS "on", title, place, description, people, state FROM draft'

const INSERT = `INSERT INTO draft (uid, source_id, on_date, title, place, description, people)
  VALUES (@uid, @sourceId, @on, @title, @place, @description, @people) ON CONFLICT (source_id) DO NOTHING`
const UPDATE = `UPDATE draft SET on_date = @on, title = @title, place = @place, description = @description, people = @people
  WHERE source_id = @sourceId AND state = 'open'
    AND (on_date, title, ifnull(place, ''), description, people) <> (@on, @title, ifnull(@place, ''), @description, @people)`

export function draftStore(db: Db) {
  const toDraft = (row: any): Draft => ({ ...row, people: JSON.parse(row.people) })
  return {
    /** What waits is brought up to date; what was taken or dropped stays as it is. */
    put(
      sourceId: string,
      { on, title, place, description, people }: Omit<Draft, 'id' | 'state'>,
    ): 'new' | 'updated' | 'unchanged' {
      const values = {
        uid: newUid(db),
        sourceId,
        on,
        title,
        place,
        description,
        people: JSON.stringify(people),
      }
      if (db.prepare(INSERT).run(values).changes > 0) return 'new'
      return db.prepare(UPDATE).run(values).changes > 0 ? 'updated' : 'unchanged'
    },

    /** Oldest first. */
    open: (): Draft[] => db.prepare(`${SELECT} WHERE state = 'open' ORDER BY on_date, id`).all().map(toDraft),

    byId(id: number): Draft | undefined {
      const row = db.prepare(`${SELECT} WHERE id = ?`).get(id)
      return row && toDraft(row)
    },

    settle: (id: number, state: Draft['state']): void => {
      db.prepare('UPDATE draft SET state = ? WHERE id = ?').run(state, id)
    },

    /** Who has one of these addresses (in small letters), by it. */
    byAddress(addresses: string[]): Map<string, { id: number; name: string }> {
      const rows = db
        .prepare(
          `SELECT lower(value) AS address, contact.id, contact.name FROM reach JOIN contact ON contact.id = contact_id
            WHERE kind = 'email' AND lower(value) IN (SELECT value FROM json_each(?)) ORDER BY contact.id DESC`,
        )
        .all(JSON.stringify(addresses))
      return new Map(rows.map(({ address, id, name }) => [address, { id, name }]))
    },
  }
}
