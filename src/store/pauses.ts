import type { PersonRef } from '../domain/contacts.ts'
import { addDays, type CivilDate } from '../domain/dates.ts'
import type { Pause } from '../domain/pauses.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

/** A pause as it stands in the journal. */
export interface KnownPause extends Pause {
  id: number
  /** `null`: the whole journal's. */
  contactId: number | null
  why: string | null
}

const SELECT = 'SELECT id, contact_id AS contactId, from_on AS "from", until_on AS until, why FROM pause'
/** One subject's pauses: a contact's own, or those of the whole journal. */
const OF = `${SELECT} WHERE contact_id IS ?`

/** By name, the whole journal's first. */
const NOT_OVER = `SELECT contact_id AS contactId, name, from_on AS "from", until_on AS until, why
  FROM pause LEFT JOIN contact ON contact.id = contact_id
  WHERE until_on IS NULL OR until_on >= ? ORDER BY contact_id IS NOT NULL, contact.folded, contact_id, from_on`

export function pauseStore(db: Db) {
  const of = (contactId: number | null) =>
    db.prepare(`${OF} ORDER BY from_on, id`).all(contactId) as KnownPause[]

  /** Makes a pause end the day before, as if it had never been where nothing is left of it. */
  function endBefore(pause: KnownPause, on: CivilDate): void {
    if (pause.from >= on) db.prepare('DELETE FROM pause WHERE id = ?').run(pause.id)
    else db.prepare('UPDATE pause SET until_on = ? WHERE id = ?').run(addDays(on, -1), pause.id)
  }

  const goesOn = (pause: KnownPause, on: CivilDate) =>
    pause.from <= on && (pause.until === null || pause.until >= on)

  return {
    of,

    /** Those that count for a contact: its own and the whole journal's. */
    ofContact: (contactId: number): KnownPause[] => [...of(contactId), ...of(null)],

    /** Those that go on on a day or begin after it, each with whose it is. */
    notOver: (on: CivilDate) =>
      db
        .prepare(NOT_OVER)
        .all(on)
        .map(({ contactId, name, ...pause }) => ({
          contact: contactId === null ? null : ({ id: contactId, name } as PersonRef),
          ...(pause as Pause & { why: string | null }),
        })),

    /** Those that begin after a day, of everybody. */
    ahead: (on: CivilDate) => db.prepare(`${SELECT} WHERE from_on > ?`).all(on) as KnownPause[],

    /**
     * Adds a pause. One of the same subject that goes on when it begins ends there: what is said last holds. But one that is
     * planned for days to come takes nothing from a longer one.
     * @param today the day it is said, where that is not the day it begins
     */
    add({ contactId, from, until, why }: Omit<KnownPause, 'id'>, today: CivilDate = from): void {
      const goesOnLonger = (known: KnownPause) =>
        until !== null && (known.until === null || known.until > until)
      for (const known of of(contactId))
        if (goesOn(known, from) && !(from > today && goesOnLonger(known))) endBefore(known, from)
      db.prepare('INSERT INTO pause (uid, contact_id, from_on, until_on, why) VALUES (?, ?, ?, ?, ?)').run(
        newUid(db),
        contactId,
        from,
        until,
        why,
      )
    },

    /**
     * Ends what goes on, so that `on` counts again; where nothing goes on, takes off what is planned.
     * @returns the pauses that were ended or taken off
     */
    end(contactId: number | null, on: CivilDate): KnownPause[] {
      const pauses = of(contactId)
      const current = pauses.filter((pause) => goesOn(pause, on))
      const ended = current.length > 0 ? current : pauses.filter((pause) => pause.from > on)
      for (const pause of ended) endBefore(pause, on)
      return ended
    },
  }
}
