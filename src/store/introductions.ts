import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { DAYS_OF_INTRODUCTION, type Introduction, introductionFavour } from '../domain/introductions.ts'
import type { Span } from '../domain/periods.ts'
import type { Db } from './database.ts'
import type { OriginStore } from './origins.ts'
import type { SearchStore } from './search.ts'
import type { TieStore } from './ties.ts'
import { newUid } from './uid.ts'

/** Three parties, one of whom may be me: `introducerId` null says that I introduced, `bId` null that I was introduced. */
export interface IntroducedParties {
  introducerId: number | null
  aId: number
  bId: number | null
}

export interface NewIntroduction extends IntroducedParties {
  /** The day it was made, or offered. */
  on: CivilDate
  encounterId?: number
  favourId?: number
  purpose?: string | null
  /** Not made yet. */
  offered?: boolean
}

const INSERT = `INSERT INTO introduction
  (uid, encounter_id, favour_id, introducer_id, a_id, b_id, on_date, made, purpose, offered_on)
  VALUES (@uid, @encounterId, @favourId, @introducerId, @aId, @bId, @on, @made, @purpose, @offeredOn)`
const SELECT = `SELECT introduction.*, introducer.name AS introducer_name, a.name AS a_name, b.name AS b_name
  FROM introduction JOIN contact AS a ON a.id = a_id
  LEFT JOIN contact AS b ON b.id = b_id LEFT JOIN contact AS introducer ON introducer.id = introducer_id`
const NEWEST_FIRST = 'ORDER BY on_date DESC, introduction.id DESC'
const OF_CONTACT = `${SELECT} WHERE introduction.id IN (SELECT id FROM introduction WHERE a_id = @id
  UNION SELECT id FROM introduction WHERE b_id = @id UNION SELECT id FROM introduction WHERE introducer_id = @id)`
const SAME_PARTIES = `${SELECT} WHERE introducer_id IS @introducerId AND declined_on IS NULL
  AND ((a_id = @aId AND b_id IS @bId) OR (a_id = @bId AND b_id = @aId))
  ORDER BY made, on_date DESC, introduction.id DESC LIMIT @limit`
const MAY_BE_OPEN = `${SELECT} WHERE on_date >= @since AND ((made = 0 AND declined_on IS NULL)
  OR (made = 1 AND b_id IS NULL AND thanked_on IS NULL AND on_date >= date(@on, '-${DAYS_OF_INTRODUCTION} days')))`
const TIES_FROM_IT = 'DELETE FROM tie WHERE introduction_id = ? AND (since_on IS NULL OR since_on = ?)'
const FAVOUR = `SELECT favour.id, what, favour.encounter_id AS encounterId FROM introduction
  JOIN favour ON favour.id = favour_id WHERE introduction.id = ?`

export type IntroductionStore = ReturnType<typeof introductionStore>

interface Parts {
  search: SearchStore
  ties: TieStore
  origins: OriginStore
}

/** Introductions, their course, and the ties that follow from them. */
export function introductionStore(db: Db, { search, ties, origins }: Parts) {
  /** Those introduced know each other from then on, and the introducer knows both. */
  function bind(id: number, { introducerId, aId, bId }: IntroducedParties, on: CivilDate): void {
    if (bId !== null) ties.add(aId, bId, on, id)
    if (introducerId !== null) ties.add(introducerId, aId, null, id)
    if (introducerId !== null && bId !== null) ties.add(introducerId, bId, null, id)
  }

  function add(introduction: NewIntroduction): number {
    const { introducerId, aId, bId, on, offered = false, purpose = null } = introduction
    const { lastInsertRowid } = db.prepare(INSERT).run({
      uid: newUid(db),
      encounterId: introduction.encounterId ?? null,
      favourId: introduction.favourId ?? null,
      introducerId,
      aId,
      bId,
      on,
      made: Number(!offered),
      purpose,
      offeredOn: offered ? on : null,
    })
    const id = Number(lastInsertRowid)
    if (!offered) bind(id, introduction, on)
    index(id)
    return id
  }

  function index(id: number): void {
    const { purpose, result } = db.prepare('SELECT purpose, result FROM introduction WHERE id = ?').get(id)
    if (purpose !== null || result !== null) search.put('introduction', id, [purpose, result])
  }

  const byId = (id: number): Introduction | undefined =>
    db.prepare(`${SELECT} WHERE introduction.id = ?`).all(id).map(toIntroduction)[0]

  const partiesOf = (id: number): IntroducedParties =>
    db
      .prepare(
        'SELECT introducer_id AS introducerId, a_id AS aId, b_id AS bId FROM introduction WHERE id = ?',
      )
      .get(id)

  function make(id: number, on: CivilDate, { favourId, encounterId }: Partial<NewIntroduction>): void {
    db.prepare(
      'UPDATE introduction SET made = 1, on_date = ?, declined_on = NULL, favour_id = ?, encounter_id = ? WHERE id = ?',
    ).run(on, favourId ?? null, encounterId ?? null, id)
    bind(id, partiesOf(id), on)
  }

  /** The favour of an introduction in words that were not typed by anybody. */
  function ownFavour(introduction: Introduction): number | undefined {
    const favour = db.prepare(FAVOUR).get(introduction.id)
    const isOwn = favour?.encounterId === null && favour.what === introductionFavour(introduction)
    return isOwn ? favour.id : undefined
  }

  const between = ({ introducerId, aId, bId }: IntroducedParties, limit = -1): Introduction[] =>
    db.prepare(SAME_PARTIES).all({ introducerId, aId, bId, limit }).map(toIntroduction)

  return {
    add,
    byId,
    /** Those of the same three parties that were not declined; not yet made ones first, then newer ones. */
    between,
    partiesOf,

    /**
     * Takes in an introduction that a favour tells of. One that was only offered so far is made by it. One of the same day
     * is the same: its favour gives way to the one that was told. One that would lead in a circle (they introduced
     * each other to me) is none.
     */
    tell(told: NewIntroduction & { favourId: number }): void {
      const { introducerId, aId, bId, on } = told
      if (bId === null && introducerId !== null && origins.wayBack(introducerId, aId)) return
      const [known] = between(told, 1)
      const favour = known?.made && known.on === on ? ownFavour(known) : undefined
      if (!known || (known.made && favour === undefined)) add(told)
      else make(known.id, on, told)
      if (favour !== undefined) db.prepare('DELETE FROM favour WHERE id = ?').run(favour)
    },

    /** From the newest on; those that somebody has a part in, where one is named. @param limit how many at most */
    list: (contactId?: number, limit = -1): Introduction[] =>
      (contactId === undefined
        ? db.prepare(`${SELECT} ${NEWEST_FIRST} LIMIT ?`).all(limit)
        : db.prepare(`${OF_CONTACT} ${NEWEST_FIRST} LIMIT @limit`).all({ id: contactId, limit })
      ).map(toIntroduction),

    /** Those since a day that may wait for something on another; `openStep` says for what. */
    waiting: (on: CivilDate, since: CivilDate = '0000-01-01'): Introduction[] =>
      db.prepare(`${MAY_BE_OPEN} ${NEWEST_FIRST}`).all({ on, since }).map(toIntroduction),

    /** Those of which something came in a period, by the day it did. */
    withResult: ({ from, to }: Span): Introduction[] =>
      db
        .prepare(
          `${SELECT} WHERE result IS NOT NULL AND result_on BETWEEN ? AND ? ORDER BY result_on, introduction.id`,
        )
        .all(from, to)
        .map(toIntroduction),

    /** @param contactId one of the two, `null` for me */
    agree(id: number, contactId: number | null, on: CivilDate): void {
      const party = contactId !== null && partiesOf(id).aId === contactId ? 'a_agreed_on' : 'b_agreed_on'
      db.prepare(`UPDATE introduction SET ${party} = ? WHERE id = ?`).run(on, id)
    },

    /** It is made now, and what follows from that holds from now on. */
    make,

    decline(id: number, on: CivilDate): void {
      db.prepare('UPDATE introduction SET declined_on = ? WHERE id = ?').run(on, id)
    },

    setPurpose(id: number, purpose: string): void {
      db.prepare('UPDATE introduction SET purpose = ? WHERE id = ?').run(purpose, id)
      index(id)
    },

    /** What came of it; what was said of that before stays in front. */
    addResult(id: number, text: string, on: CivilDate): void {
      db.prepare(
        "UPDATE introduction SET result = coalesce(result || '; ', '') || ?, result_on = ? WHERE id = ?",
      ).run(text, on, id)
      index(id)
    },

    thank(id: number, on: CivilDate): void {
      db.prepare('UPDATE introduction SET thanked_on = ? WHERE id = ?').run(on, id)
    },

    /** With the ties that came from it, but where somebody said since when, and its favour unless somebody wrote that down in words of their own. */
    remove(introduction: Introduction): void {
      const favour = ownFavour(introduction)
      db.prepare(TIES_FROM_IT).run(introduction.id, introduction.on)
      db.prepare('DELETE FROM introduction WHERE id = ?').run(introduction.id)
      if (favour !== undefined) db.prepare('DELETE FROM favour WHERE id = ?').run(favour)
    },

    /** Who introduced this person to me, the first time. */
    introducedBy(contactId: number): PersonRef | null {
      const introducer = origins.of(contactId).introducedBy
      return introducer && { id: introducer.id, name: introducer.name }
    },
  }
}

function toIntroduction(row: any): Introduction {
  return {
    id: row.id,
    on: row.on_date,
    introducer: row.introducer_id === null ? null : { id: row.introducer_id, name: row.introducer_name },
    people: [
      { id: row.a_id, name: row.a_name, agreedOn: row.a_agreed_on },
      ...(row.b_id === null ? [] : [{ id: row.b_id, name: row.b_name, agreedOn: row.b_agreed_on }]),
    ],
    me: row.b_id === null ? { agreedOn: row.b_agreed_on } : null,
    purpose: row.purpose,
    made: row.made === 1,
    offeredOn: row.offered_on,
    declinedOn: row.declined_on,
    result: row.result,
    resultOn: row.result_on,
    thankedOn: row.thanked_on,
  }
}
