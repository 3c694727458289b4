import type { CivilDate } from '../../src/domain/dates.ts'
import type { Db } from '../../src/store/database.ts'

/** The last day of what is generated, and how many days there are. */
export const LAST_DAY: CivilDate = '2026-11-03'
export const DAYS = 10 * 365

const COLUMNS = {
  contact: 'uid, name, folded, org, role, place, added_on',
  name_word: 'word, contact_id',
  circle: 'uid, name, folded, cadence_days',
  circle_member: 'circle_id, contact_id',
  contact_tag: 'contact_id, folded, tag',
  special_date: 'uid, contact_id, label, date',
  pause: 'uid, contact_id, from_on, until_on',
  encounter: 'uid, on_date, kind, place, text, event_id',
  encounter_contact: 'contact_id, on_date, encounter_id',
  favour: 'uid, encounter_id, direction, what, kind, weight, on_date',
  favour_contact: 'contact_id, favour_id',
  favour_passed: 'got_id, gave_id',
  follow_up: 'uid, encounter_id, whose, what, made_on, due_on, done_on, kept',
  follow_up_contact: 'contact_id, follow_up_id',
  fact: 'uid, encounter_id, what, on_date',
  fact_contact: 'contact_id, fact_id',
  tie: 'uid, a_id, b_id, since_on, introduction_id',
  introduction: 'uid, introducer_id, a_id, b_id, on_date, made, purpose, offered_on, result, result_on',
  event: 'uid, name, folded, on_date, series, format, place, cost, currency, minutes',
  event_guest: 'contact_id, event_id',
  event_review: 'uid, event_id, on_date, contacts, insight, fun',
  outcome: 'uid, title, on_date, value, currency, from_network, via_id, event_id',
  offering: 'uid, contact_id, kind, what, on_date, closed_on',
  endorsement: 'uid, by_id, for_id, topic, story, on_date',
  stage: 'uid, contact_id, stage, on_date',
  search_text: 'kind, record_id, folded',
}

/** Adds a row and gives its id back. */
export type Insert = (table: keyof typeof COLUMNS, ...values: (string | number | null)[]) => number

export function insertInto(db: Db): Insert {
  return (table, ...values) => {
    const marks = values.map(() => '?').join(', ')
    const statement = db.prepare(`INSERT INTO ${table} (${COLUMNS[table]}) VALUES (${marks})`)
    return Number(statement.run(...values).lastInsertRowid)
  }
}

let made = 0
export const uid = () => `00000000-0000-7000-8000-${(made++).toString(16).padStart(12, '0')}`

export const list = (text: string) => text.trim().split(/\s*,\s*/)

/** Favours by their direction, the oldest first. */
export type Favours = Record<'gave' | 'got', number[]>
