import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

/** Three parties, one of whom may be me: `introducerId` null says that I introduced, `bId` null that I was introduced. */
export interface NewIntroduction {
  introducerId: number | null
  aId: number
  bId: number | null
  on: CivilDate
  encounterId?: number
  favourId?: number
}

export interface Tie {
  id: number
  name: string
  sinceOn: CivilDate | null
}

const TIES = `SELECT contact.id, contact.name, since_on AS sinceOn
  FROM (SELECT b_id AS other, since_on FROM tie WHERE a_id = @id UNION ALL SELECT a_id, since_on FROM tie WHERE b_id = @id)
  JOIN contact ON contact.id = other ORDER BY folded`

export type IntroductionStore = ReturnType<typeof introductionStore>

/** Introductions, and the ties that follow from them. */
export function introductionStore(db: Db) {
  function tie(one: number, other: number, on: CivilDate | null, introduction: number | null): void {
    db.prepare(
      `INSERT INTO tie (uid, a_id, b_id, since_on, introduction_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT (a_id, b_id) DO NOTHING`,
    ).run(newUid(db), Math.min(one, other), Math.max(one, other), on, introduction)
  }

  return {
    /** Those introduced know each other from then on, and the introducer knows both. */
    add(introduction: NewIntroduction): number {
      const { introducerId, aId, bId, on } = introduction
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO introduction (uid, encounter_id, favour_id, introducer_id, a_id, b_id, on_date) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          newUid(db),
          introduction.encounterId ?? null,
          introduction.favourId ?? null,
          introducerId,
          aId,
          bId,
          on,
        )
      const id = Number(lastInsertRowid)
      if (bId !== null) tie(aId, bId, on, id)
      if (introducerId !== null) tie(introducerId, aId, null, null)
      if (introducerId !== null && bId !== null) tie(introducerId, bId, null, null)
      return id
    },

    ties: (contactId: number) => db.prepare(TIES).all({ id: contactId }) as Tie[],

    /** Who introduced this person to me, the first time. */
    introducedBy(contactId: number): PersonRef | null {
      const row = db
        .prepare(`SELECT contact.id, contact.name FROM introduction JOIN contact ON contact.id = introducer_id
          WHERE a_id = ? AND b_id IS NULL AND made = 1 ORDER BY on_date, introduction.id LIMIT 1`)
        .get(contactId)
      return row ?? null
    },
  }
}
