import type { CivilDate } from '../domain/dates.ts'
import type { Endorsement } from '../domain/endorsements.ts'
import type { Span } from '../domain/periods.ts'
import type { Db } from './database.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewEndorsement {
  byId: number
  /** `null`: for me. */
  forId: number | null
  topic: string | null
  story: string | null
  on: CivilDate
}

const INSERT = 'INSERT INTO endorsement (uid, by_id, for_id, topic, story, on_date) VALUES (?, ?, ?, ?, ?, ?)'
const SELECT = `SELECT endorsement.id, topic, story, on_date AS "on",
    by_id AS byId, giver.name AS byName, for_id AS forId, receiver.name AS forName
  FROM endorsement JOIN contact AS giver ON giver.id = by_id LEFT JOIN contact AS receiver ON receiver.id = for_id`
const NEWEST_FIRST = 'ORDER BY on_date DESC, endorsement.id DESC'

/** Who speaks for whom; all lists newest first. */
export function endorsementStore(db: Db, search: SearchStore) {
  const list = (where: string, ...values: unknown[]): Endorsement[] =>
    db
      .prepare(`${SELECT} ${where} ${NEWEST_FIRST}`)
      .all(...values)
      .map(toEndorsement)

  return {
    add({ byId, forId, topic, story, on }: NewEndorsement): number {
      const { lastInsertRowid } = db.prepare(INSERT).run(newUid(db), byId, forId, topic, story, on)
      const id = Number(lastInsertRowid)
      search.put('endorsement', id, [topic, story])
      return id
    },

    /** The same said by the same of the same on the same day. */
    same: ({ byId, forId, topic, story, on }: NewEndorsement): Endorsement | undefined =>
      list(
        'WHERE by_id = ? AND for_id IS ? AND topic IS ? COLLATE NOCASE AND story IS ? AND on_date = ?',
        ...[byId, forId, topic, story, on],
      )[0],

    byId: (id: number): Endorsement | undefined => list('WHERE endorsement.id = ?', id)[0],

    remove(id: number): void {
      db.prepare('DELETE FROM endorsement WHERE id = ?').run(id)
    },

    all: () => list(''),

    /** What a person said of others and of me, and what others said of them. */
    ofContact: (id: number) => list('WHERE by_id = ? OR for_id = ?', id, id),

    forMe: () => list('WHERE for_id IS NULL'),

    within: ({ from, to }: Span) => list('WHERE on_date BETWEEN ? AND ?', from, to),
  }
}

const toEndorsement = ({ byId, byName, forId, forName, ...row }: any): Endorsement => ({
  id: row.id,
  by: { id: byId, name: byName },
  for: forId === null ? null : { id: forId, name: forName },
  topic: row.topic,
  story: row.story,
  on: row.on,
})
