import type { Acquaintance } from '../domain/closeness.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { FavourDirection } from '../domain/favours.ts'
import type { Db } from './database.ts'
import { lastMet } from './rhythm.ts'

const favours = (
  direction: FavourDirection,
) => `FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
    WHERE contact_id = value AND direction = '${direction}' AND on_date <= @on`
const acquaintances = (gave: string, got: string) => `SELECT value AS id,
    (SELECT count(*) FROM encounter_contact WHERE contact_id = value AND on_date <= @on) AS encounters,
    ${lastMet('value', '@on')} AS lastOn,
    ${gave} AS gave, ${got} AS got
  FROM json_each(@ids)`
const COUNTED = acquaintances(`(SELECT count(*) ${favours('gave')})`, `(SELECT count(*) ${favours('got')})`)
const IN_SHORT = acquaintances(`EXISTS (SELECT 1 ${favours('gave')})`, `EXISTS (SELECT 1 ${favours('got')})`)
/** Of whom it is noted in any way that we know each other. */
const MET = `SELECT contact.id FROM json_each(@ids) CROSS JOIN contact ON contact.id = value
  WHERE met_on IS NOT NULL OR met_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM encounter_contact WHERE contact_id = contact.id AND on_date <= @on)
    OR EXISTS (SELECT 1 FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
      WHERE contact_id = contact.id AND on_date <= @on)
    OR EXISTS (SELECT 1 FROM introduction
      WHERE (a_id = contact.id OR introducer_id = contact.id) AND b_id IS NULL AND made = 1 AND on_date <= @on)`

/** How well I know people. */
export function closenessStore(db: Db) {
  const known = (sql: string, ids: number[], on: CivilDate): Map<number, Acquaintance> => {
    const rows = db.prepare(sql).all({ ids: JSON.stringify(ids), on })
    return new Map(rows.map(({ id, ...acquaintance }) => [id, acquaintance]))
  }

  return {
    /** What there was between each of these people and me up to a day; everyone asked for has an entry. */
    of: (ids: number[], on: CivilDate) => known(COUNTED, ids, on),

    /**
     * The same for many: of favours either way only whether there were any, 1 or 0, which is all that `closerFirst` asks
     * and stops at the first one.
     */
    inShort: (ids: number[], on: CivilDate) => known(IN_SHORT, ids, on),

    /** Those of these people I have met by a day: in an encounter, by an introduction, with a favour, or as their record says. */
    met: (ids: number[], on: CivilDate): Set<number> =>
      new Set(
        db
          .prepare(MET)
          .pluck()
          .all({ ids: JSON.stringify(ids), on }) as number[],
      ),
  }
}
