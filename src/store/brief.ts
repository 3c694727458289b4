import type { DatedText } from '../domain/brief.ts'
import type { PersonRef } from '../domain/contacts.ts'
import { addDays, type CivilDate } from '../domain/dates.ts'
import type { Meeting } from '../domain/encounters.ts'
import type { Db } from './database.ts'
import { withPeople } from './linked-people.ts'

const LAST_MEETINGS = `SELECT encounter.id, encounter.on_date AS "on", kind, encounter.place, text, event.name AS event
  FROM (SELECT encounter_id FROM encounter_contact WHERE contact_id = ? AND on_date <= ?
    ORDER BY on_date DESC, encounter_id DESC LIMIT ?)
  JOIN encounter ON encounter.id = encounter_id LEFT JOIN event ON event.id = event_id
  ORDER BY encounter.on_date DESC, encounter.id DESC`
const FACTS = `SELECT what, on_date AS "on" FROM fact_contact CROSS JOIN fact ON fact.id = fact_id
  WHERE contact_id = ? AND on_date <= ? ORDER BY on_date DESC, fact.id DESC`
const OPEN_PROMISES = `SELECT follow_up.id, whose, what, due_on AS due, made_on AS "on"
  FROM follow_up_contact CROSS JOIN follow_up ON follow_up.id = follow_up_id
  WHERE contact_id = ? AND done_on IS NULL ORDER BY due_on IS NULL, due_on, follow_up.id`
const KEPT = `SELECT what, done_on AS "on" FROM follow_up_contact CROSS JOIN follow_up ON follow_up.id = follow_up_id
  WHERE contact_id = ? AND whose = 'mine' AND kept = 1 AND done_on BETWEEN ? AND ? ORDER BY done_on DESC, follow_up.id DESC`
/** Introductions I made of which nobody has said yet what came of them. */
const INTRODUCED_TO = `SELECT contact.id, name, on_date AS "on"
  FROM (SELECT b_id AS other, on_date FROM introduction
      WHERE a_id = @id AND introducer_id IS NULL AND made = 1 AND result IS NULL
    UNION ALL SELECT a_id, on_date FROM introduction
      WHERE b_id = @id AND introducer_id IS NULL AND made = 1 AND result IS NULL)
  JOIN contact ON contact.id = other WHERE on_date <= @on ORDER BY on_date DESC, folded`
/** Who was there at the last visits to what a series, or else a name, stands for. */
const MET_BEFORE = `SELECT contact.id, contact.name
  FROM (SELECT id FROM event WHERE id IN (SELECT value FROM json_each(@ids)) AND on_date <= @on
    AND EXISTS (SELECT 1 FROM encounter WHERE event_id = event.id) ORDER BY on_date DESC LIMIT @visits) AS visit
  JOIN encounter ON event_id = visit.id JOIN encounter_contact ON encounter_id = encounter.id
  JOIN contact ON contact.id = contact_id
  GROUP BY contact.id ORDER BY folded, contact.id`

export interface BriefPromise extends DatedText {
  id: number
  whose: 'mine' | 'theirs'
  due: CivilDate | null
}

/** What to recall of somebody before meeting them, as much as is looked at and no more. */
export function briefStore(db: Db) {
  return {
    /** The last ones up to a day, newest first. */
    lastMeetings(id: number, on: CivilDate, limit: number): (Meeting & { id: number })[] {
      return withPeople(
        db,
        'encounter_contact',
        'encounter_id',
        db.prepare(LAST_MEETINGS).all(id, on, limit) as (Omit<Meeting, 'people'> & { id: number })[],
      )
    },

    /** Newest first. */
    facts: (id: number, on: CivilDate) => db.prepare(FACTS).all(id, on) as DatedText[],

    /** Those due first. */
    openPromises: (id: number) => db.prepare(OPEN_PROMISES).all(id) as BriefPromise[],

    /** My promises of which I told within so many days that I kept them, newest first. */
    kept: (id: number, on: CivilDate, days: number) =>
      db.prepare(KEPT).all(id, addDays(on, -days), on) as DatedText[],

    introducedTo: (id: number, on: CivilDate) =>
      db.prepare(INTRODUCED_TO).all({ id, on }) as (PersonRef & { on: CivilDate })[],

    /** Everybody met at the last visits, by name. @param ids events that are visits to the same thing */
    metAt: (ids: number[], on: CivilDate, visits: number) =>
      db.prepare(MET_BEFORE).all({ ids: JSON.stringify(ids), on, visits }) as PersonRef[],
  }
}
