import type { Amount } from '../domain/balance.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { LinkedFavour, Received } from '../domain/passing-on.ts'
import type { Span } from '../domain/periods.ts'
import type { Db } from './database.ts'
import { withPeople } from './linked-people.ts'

/** What somebody did for me by a day, and whether I have passed it on yet. */
const RECEIVED = `SELECT id, what, kind, EXISTS (SELECT 1 FROM favour_passed WHERE got_id = favour.id) AS passedOn
  FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
  WHERE contact_id = @from AND direction = 'got' AND on_date <= @on
  ORDER BY on_date DESC, id DESC`
const LINKED = `SELECT ends.this, favour.id, what, on_date AS "on" FROM (
    SELECT got_id AS this, gave_id AS other FROM json_each(@ids) CROSS JOIN favour_passed ON got_id = value
    UNION ALL SELECT gave_id, got_id FROM json_each(@ids) CROSS JOIN favour_passed ON gave_id = value) AS ends
  CROSS JOIN favour ON favour.id = ends.other ORDER BY on_date, favour.id`

const AMOUNT = 'count(*) AS count, coalesce(sum(weight), 0) AS weight'
const PASSED_ON = `SELECT ${AMOUNT} FROM favour WHERE direction = 'gave' AND on_date BETWEEN @from AND @to
  AND EXISTS (SELECT 1 FROM favour_passed WHERE gave_id = favour.id)`
/** A favour of nobody who is known any more came from no others. */
const FROM_OTHERS = `SELECT ${AMOUNT} FROM favour WHERE direction = 'got' AND on_date BETWEEN @from AND @to
  AND EXISTS (SELECT 1 FROM favour_contact WHERE favour_id = favour.id)
  AND NOT EXISTS (SELECT 1 FROM favour_contact AS own CROSS JOIN favour_contact AS theirs ON theirs.contact_id = own.contact_id
    CROSS JOIN favour AS given ON given.id = theirs.favour_id
    WHERE own.favour_id = favour.id AND given.direction = 'gave' AND given.on_date <= favour.on_date)`

export type PassedOnStore = ReturnType<typeof passedOnStore>

/** Which favours I passed on: what one gave me and I gave to another. */
export function passedOnStore(db: Db) {
  return {
    /** Newest first. @param from a contact */
    received: (from: number, on: CivilDate): Received[] =>
      db
        .prepare(RECEIVED)
        .all({ from, on })
        .map((row) => ({ ...row, passedOn: row.passedOn === 1 })),

    link(gotId: number, gaveId: number): void {
      db.prepare('INSERT INTO favour_passed (got_id, gave_id) VALUES (?, ?)').run(gotId, gaveId)
    },

    /** What I gave in a period that I had got from somebody else. */
    inPeriod: ({ from, to }: Span) => db.prepare(PASSED_ON).get({ from, to }) as Amount,

    /** What I got in a period from people to none of whom I had given anything up to that day. */
    fromOthers: ({ from, to }: Span) => db.prepare(FROM_OTHERS).get({ from, to }) as Amount,

    /** The other ends of these favours, in both directions. */
    of(ids: number[]): Map<number, LinkedFavour[]> {
      const linked = new Map<number, LinkedFavour[]>(ids.map((id) => [id, []]))
      const rows = ids.length === 0 ? [] : db.prepare(LINKED).all({ ids: JSON.stringify(ids) })
      if (rows.length === 0) return linked
      for (const { this: id, ...favour } of withPeople(db, 'favour_contact', 'favour_id', rows))
        linked.get(id)!.push(favour)
      return linked
    },
  }
}
