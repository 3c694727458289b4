import type { CivilDate } from '../domain/dates.ts'
import { RHYTHM_ENCOUNTERS } from '../domain/staleness.ts'
import type { Db } from './database.ts'

const LAST_DAYS = `SELECT DISTINCT on_date FROM encounter_contact
  WHERE contact_id = ? AND on_date <= ? ORDER BY on_date DESC LIMIT ${RHYTHM_ENCOUNTERS}`

/** The last days somebody was met up to a day, newest first, each once: as many as a rhythm is told from. */
export const lastDays = (db: Db, id: number, on: CivilDate) =>
  db.prepare(LAST_DAYS).pluck().all(id, on) as CivilDate[]

/**
 * SQL for the last day somebody was met, up to a day. What is kept of each contact tells it, unless something is planned.
 * @param contact SQL for a contact's id
 * @param on SQL for the day
 */
export const lastMet = (contact: string, on: string): string => `(SELECT iif(last_on <= ${on}, last_on,
    (SELECT max(on_date) FROM encounter_contact WHERE contact_id = rhythm.contact_id AND on_date <= ${on}))
  FROM rhythm WHERE rhythm.contact_id = ${contact})`
