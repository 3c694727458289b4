import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Span } from '../domain/periods.ts'
import type { Client, Stage, StageEvidence, StageReached } from '../domain/stages.ts'
import type { Db } from './database.ts'
import { FIRST_MET } from './first-met.ts'
import { newUid } from './uid.ts'

/** A stage of somebody, with the day they were first met, where that is known. */
export interface StageOfContact extends PersonRef, StageReached {
  metOn: CivilDate | null
}

const OF_CONTACT = 'SELECT id, stage, on_date AS "on" FROM stage WHERE contact_id = ? ORDER BY on_date, id'
const WITH_CONTACT = `SELECT contact.id, contact.name, stage, stage.on_date AS "on", ${FIRST_MET} AS metOn
  FROM stage CROSS JOIN contact ON contact.id = stage.contact_id`
/** The newest of each. */
const IS_NEWEST = `stage.id = (SELECT id FROM stage AS latest
  WHERE latest.contact_id = stage.contact_id AND on_date <= ? ORDER BY on_date DESC, id DESC LIMIT 1)`
const STANDING = `${WITH_CONTACT} WHERE ${IS_NEWEST} ORDER BY folded, contact.id`
const COUNTS = `SELECT stage, count(*) FROM stage WHERE ${IS_NEWEST} GROUP BY stage`
const WITHIN = `${WITH_CONTACT} WHERE stage.on_date BETWEEN @from AND @to ORDER BY stage.on_date, stage.id`
/** A customer is one however they came; somebody who brings work for another recommends me, and so does a good word. */
const FOUND = `SELECT customer_id AS contact_id, 'customer' AS stage, on_date, 'outcome' AS kind, id AS record_id, title AS text
      FROM outcome WHERE customer_id IS NOT NULL
    UNION ALL SELECT via_id, 'recommender', on_date, 'outcome', id, title
      FROM outcome WHERE via_id IS NOT NULL AND via_id IS NOT customer_id
    UNION ALL SELECT by_id, 'recommender', on_date, 'endorsement', id, coalesce(story, topic, '')
      FROM endorsement WHERE for_id IS NULL`
const EVIDENCE = `SELECT contact_id, name, found.stage, found.on_date, found.kind, found.record_id, found.text
  FROM (${FOUND}) AS found CROSS JOIN contact ON contact.id = contact_id`
const EARLIEST_FIRST = 'ORDER BY contact.folded, contact.id, found.on_date, found.record_id'
const CLIENTS = `SELECT contact.id, name, min(on_date) FILTER (WHERE stage = 'customer') AS customerOn,
    min(on_date) FILTER (WHERE stage = 'recommender') AS recommenderOn
  FROM (
    SELECT contact_id, stage, on_date FROM stage WHERE stage IN ('customer', 'recommender')
    UNION ALL SELECT contact_id, stage, on_date FROM (${FOUND})
  ) CROSS JOIN contact ON contact.id = contact_id
  GROUP BY contact.id ORDER BY folded, contact.id`
const BROUGHT_BY = `SELECT contact.id, contact.name FROM (
    SELECT via_id FROM outcome WHERE customer_id = ? AND via_id <> customer_id ORDER BY on_date, id LIMIT 1)
  JOIN contact ON contact.id = via_id`

/** Who stands where on the way from a contact to a recommender. */
export function stageStore(db: Db) {
  return {
    add(contactId: number, stage: Stage, on: CivilDate): number {
      const insert = db.prepare('INSERT INTO stage (uid, contact_id, stage, on_date) VALUES (?, ?, ?, ?)')
      return Number(insert.run(newUid(db), contactId, stage, on).lastInsertRowid)
    },

    moveTo(id: number, on: CivilDate): void {
      db.prepare('UPDATE stage SET on_date = ? WHERE id = ?').run(on, id)
    },

    remove(id: number): void {
      db.prepare('DELETE FROM stage WHERE id = ?').run(id)
    },

    /** The earliest first; the last is where they stand. */
    ofContact: (contactId: number) =>
      db.prepare(OF_CONTACT).all(contactId) as (StageReached & { id: number })[],

    /** The first day that they are known of, as far as that is on record. */
    firstMet: (contactId: number) =>
      db.prepare(`SELECT ${FIRST_MET} FROM contact WHERE id = ?`).pluck().get(contactId) as CivilDate | null,

    /** Where everybody stood at the end of a day of whom it was said, by name. */
    standing: (on: CivilDate) => db.prepare(STANDING).all(on) as StageOfContact[],

    /** How many stood where at the end of a day. */
    counts: (on: CivilDate): Map<Stage, number> =>
      new Map(db.prepare(COUNTS).raw().all(on) as [Stage, number][]),

    /** What was reached in some time, the earliest first. */
    within: ({ from, to }: Span) => db.prepare(WITHIN).all({ from, to }) as StageOfContact[],

    /** What speaks for a stage, by name, then the earliest first. */
    evidence: () => db.prepare(`${EVIDENCE} ${EARLIEST_FIRST}`).all().map(toEvidence),

    evidenceOf: (contactId: number) =>
      db.prepare(`${EVIDENCE} WHERE contact_id = ? ${EARLIEST_FIRST}`).all(contactId).map(toEvidence),

    /** Everybody who is or was a customer or a recommender by what is recorded, and since when. */
    clients: () => db.prepare(CLIENTS).all() as Client[],

    /** Who brought the first work for this customer, if that was somebody else. */
    broughtBy: (customerId: number) =>
      (db.prepare(BROUGHT_BY).get(customerId) as PersonRef | undefined) ?? null,
  }
}

const toEvidence = (row: any): StageEvidence => ({
  contact: { id: row.contact_id, name: row.name },
  stage: row.stage,
  on: row.on_date,
  because: { kind: row.kind, id: row.record_id, text: row.text },
})
