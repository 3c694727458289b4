import type { Acquaintance } from '../domain/closeness.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Db } from './database.ts'

const favours = (direction: 'gave' | 'got') =>
  `(SELECT count(*) FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
    WHERE contact_id = value AND direction = '${direction}' AND on_date <= @on)`
const ACQUAINTANCES = `SELECT value AS id,
    (SELECT count(*) FROM encounter_contact WHERE contact_id = value AND on_date <= @on) AS encounters,
    (SELECT max(on_date) FROM encounter_contact WHERE contact_id = value AND on_date <= @on) AS lastOn,
    ${favours('gave')} AS gave, ${favours('got')} AS got
  FROM json_each(@ids)`

export type ClosenessStore = ReturnType<typeof closenessStore>

/** How well I know people. */
export function closenessStore(db: Db) {
  return {
    /** What there was between each of these people and me up to a day; everyone asked for has an entry. */
    of(ids: number[], on: CivilDate): Map<number, Acquaintance> {
      const rows = db.prepare(ACQUAINTANCES).all({ ids: JSON.stringify(ids), on })
      return new Map(rows.map(({ id, ...acquaintance }) => [id, acquaintance]))
    },
  }
}
