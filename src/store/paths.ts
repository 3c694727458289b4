import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../domain/dates.ts'
import type { FavourDirection } from '../domain/favours.ts'
import { fold, nameWords } from '../domain/names.ts'
import type { Db } from './database.ts'

/** Where somebody is to be found. */
export interface Whereabouts extends PersonRef {
  org: string | null
  role: string | null
  place: string | null
  metOn: PartialDate | null
}

/** Both are read in their index; each value is folded once, however many people it has. */
const VALUES = `SELECT DISTINCT org AS value FROM contact WHERE org IS NOT NULL
  UNION SELECT DISTINCT place FROM contact WHERE place IS NOT NULL`
const THERE = `SELECT id FROM contact WHERE org IN (SELECT value FROM json_each(@values))
  UNION SELECT id FROM contact WHERE place IN (SELECT value FROM json_each(@values))`
const WHEREABOUTS = `SELECT contact.id, name, org, role, place, met_on AS metOn
  FROM json_each(?) CROSS JOIN contact ON contact.id = value`

const FAVOURS = `SELECT what, on_date AS "on" FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
  WHERE contact_id = @id AND direction = @direction AND on_date <= @on ORDER BY on_date DESC, favour.id DESC LIMIT @limit`

/** Where a way may lead: organisations and places; and what there was with those on it. */
export function pathStore(db: Db) {
  return {
    /**
     * The organisations and places in which all words of a name occur: as whole words, or else as beginnings.
     * @returns as they are written, with how the words fit
     */
    destinations(wanted: string): { names: string[]; whole: boolean } {
      const words = nameWords(wanted)
      const values = (words.length > 0 ? db.prepare(VALUES).pluck().all() : []) as string[]
      const folded = values.map((value) => ({ value, words: nameWords(value) }))
      const fitting = (fits: (own: string, word: string) => boolean) =>
        folded
          .filter((one) => words.every((word) => one.words.some((own) => fits(own, word))))
          .map(({ value }) => value)
      const names = fitting((own, word) => own === word)
      return names.length > 0
        ? { names, whole: true }
        : { names: fitting((own, word) => own.startsWith(word)), whole: false }
    },

    /** Organisations and places whose name may have been meant. */
    namesNear: (wanted: string, isNear: (one: string, other: string) => boolean): string[] =>
      (db.prepare(VALUES).pluck().all() as string[]).filter((value) => isNear(fold(value), fold(wanted))),

    /** Everybody at one of these organisations or in one of these places. */
    peopleAt: (values: string[]) =>
      db
        .prepare(THERE)
        .pluck()
        .all({ values: JSON.stringify(values) }) as number[],

    /** The latest favours with somebody, in one direction, up to a day. */
    latestFavours: (id: number, direction: FavourDirection, on: CivilDate, limit: number) =>
      db.prepare(FAVOURS).all({ id, direction, on, limit }) as { what: string; on: CivilDate }[],

    whereabouts(ids: number[]): Map<number, Whereabouts> {
      const rows = db.prepare(WHEREABOUTS).all(JSON.stringify(ids)) as Whereabouts[]
      return new Map(rows.map((row) => [row.id, row]))
    },
  }
}
