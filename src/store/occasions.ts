import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../domain/dates.ts'
import type { Occasions } from '../domain/reasons.ts'
import type { Db } from './database.ts'

const PROMISES = `SELECT contact_id, whose, what, due_on FROM json_each(@ids)
  CROSS JOIN follow_up_contact ON contact_id = value CROSS JOIN follow_up ON follow_up.id = follow_up_id
  WHERE made_on <= @on AND (done_on IS NULL OR done_on > @on) ORDER BY follow_up.id`
const BIRTHDAYS = `SELECT contact_id, date FROM json_each(@ids) CROSS JOIN special_date ON contact_id = value
  WHERE label = 'birthday'`
const BIRTHDAYS_ON = `SELECT contact.id, name, date FROM special_date JOIN contact ON contact.id = contact_id
  WHERE label = 'birthday' AND substr(date, -5) IN (SELECT value FROM json_each(?)) ORDER BY folded, contact.id`
const FACTS = `SELECT contact_id, what, on_date FROM json_each(@ids)
  CROSS JOIN fact_contact ON contact_id = value CROSS JOIN fact ON fact.id = fact_id
  WHERE on_date <= @on ORDER BY on_date, fact.id`

/** What may be a reason to get in touch. */
export function occasionStore(db: Db) {
  return {
    /** The occasions with each of these contacts, as they stood on a day. */
    of(ids: number[], on: CivilDate): Map<number, Occasions> {
      const occasions = new Map<number, Occasions>(
        ids.map((id) => [id, { promises: [], born: null, lastFact: null }]),
      )
      const which = { ids: JSON.stringify(ids) }
      for (const { contact_id, whose, what, due_on } of db.prepare(PROMISES).all({ ...which, on }))
        occasions.get(contact_id)!.promises.push({ whose, what, due: due_on })
      for (const { contact_id, date } of db.prepare(BIRTHDAYS).all(which))
        occasions.get(contact_id)!.born = date
      for (const { contact_id, what, on_date } of db.prepare(FACTS).all({ ...which, on }))
        occasions.get(contact_id)!.lastFact = { what, on: on_date }
      return occasions
    },

    /** Whose birthday is on one of these days of any year (`MM-DD`), by name. */
    birthdays: (days: string[]) =>
      db.prepare(BIRTHDAYS_ON).all(JSON.stringify(days)) as (PersonRef & { date: PartialDate })[],
  }
}
