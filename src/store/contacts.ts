import type { Contact, ContactFields, PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { fold, nameWords } from '../domain/names.ts'
import type { Db } from './database.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

const SELECT = 'SELECT * FROM contact'
const INSERT = `INSERT INTO contact (uid, name, folded, org, role, place, cadence_days, met_on, met_at, note, added_on)
  VALUES (@uid, @name, @folded, @org, @role, @place, @cadenceDays, @metOn, @metAt, @note, @addedOn)`
const UPDATE = `UPDATE contact SET name = @name, folded = @folded, org = @org, role = @role, place = @place,
  cadence_days = @cadenceDays, met_on = @metOn, met_at = @metAt, note = @note WHERE id = @id`

const THEIRS_ALONE_FACTS = `FROM fact WHERE id IN (SELECT fact_id FROM fact_contact WHERE contact_id = ?)
  AND (SELECT count(*) FROM fact_contact WHERE fact_id = fact.id) = 1`
const THEIRS_ALONE_PROMISES = `FROM follow_up WHERE done_on IS NULL
  AND id IN (SELECT follow_up_id FROM follow_up_contact WHERE contact_id = ?)
  AND (SELECT count(*) FROM follow_up_contact WHERE follow_up_id = follow_up.id) = 1`

const THEIR_ENDORSEMENTS = `SELECT (SELECT count(*) FROM endorsement WHERE by_id = person) + (SELECT count(*) FROM endorsement WHERE for_id = person)
  FROM (SELECT ? AS person)`
const THEIR_INTRODUCTIONS = 'SELECT count(*) FROM introduction WHERE ? IN (a_id, b_id, introducer_id)'

/** How much is tied to a person: what stays when they are deleted, and what goes along. */
export interface Belongings {
  encounters: number
  favours: number
  /** Which they brought, or that were for them. */
  outcomes: number
  /** Open ones that nobody else has a part in. */
  promises: number
  /** What was learned of nobody else. */
  facts: number
  /** What they offer and need. */
  offerings: number
  /** Good words by them and for them. */
  endorsements: number
  /** Those they have a part in. */
  introductions: number
}

export type NewContact = { name: string } & Partial<ContactFields>

export type ContactStore = ReturnType<typeof contactStore>

export function contactStore(db: Db, search: SearchStore) {
  function refreshWords(id: number) {
    const names = db
      .prepare('SELECT name FROM contact WHERE id = ? UNION ALL SELECT name FROM alias WHERE contact_id = ?')
      .pluck()
      .all(id, id) as string[]
    const wanted = new Set(names.flatMap(nameWords))
    const present = db.prepare('SELECT word FROM name_word WHERE contact_id = ?').pluck().all(id) as string[]
    for (const word of present)
      if (!wanted.delete(word))
        db.prepare('DELETE FROM name_word WHERE contact_id = ? AND word = ?').run(id, word)
    for (const word of wanted)
      db.prepare('INSERT INTO name_word (contact_id, word) VALUES (?, ?)').run(id, word)
  }

  function index(contact: { id: number } & ContactFields) {
    search.put('contact', contact.id, [
      contact.name,
      contact.org,
      contact.role,
      contact.place,
      contact.metAt,
      contact.note,
    ])
  }

  return {
    byId(id: number): Contact | undefined {
      const row = db.prepare(`${SELECT} WHERE id = ?`).get(id)
      return row && toContact(row)
    },

    /** Adds a contact; whether someone of that name is there already is the caller's question. */
    add(fields: NewContact, addedOn: CivilDate): PersonRef {
      const record = {
        org: null,
        role: null,
        place: null,
        cadenceDays: null,
        metOn: null,
        metAt: null,
        note: '',
        ...fields,
      }
      const { lastInsertRowid } = db
        .prepare(INSERT)
        .run({ ...record, uid: newUid(db), folded: fold(record.name), addedOn })
      const id = Number(lastInsertRowid)
      refreshWords(id)
      index({ id, ...record })
      return { id, name: record.name }
    },

    update(id: number, fields: ContactFields): void {
      db.prepare(UPDATE).run({ ...fields, id, folded: fold(fields.name) })
      refreshWords(id)
      index({ id, ...fields })
    },

    letGo(id: number, on: CivilDate | null): void {
      db.prepare('UPDATE contact SET let_go_on = ? WHERE id = ?').run(on, id)
    },

    snooze(id: number, until: CivilDate | null): void {
      db.prepare('UPDATE contact SET snoozed_until = ? WHERE id = ?').run(until, id)
    },

    /** Whether this person may be named where the report speaks of one-sidedness. */
    nameAsOneSided(id: number, may: boolean): void {
      db.prepare('UPDATE contact SET one_sided_hints = ? WHERE id = ?').run(may ? 1 : 0, id)
    },

    /** What is tied to this person, to be told before they are deleted. */
    belongings(id: number): Belongings {
      const count = (sql: string) => db.prepare(sql).pluck().get(id) as number
      return {
        encounters: count('SELECT count(*) FROM encounter_contact WHERE contact_id = ?'),
        favours: count('SELECT count(*) FROM favour_contact WHERE contact_id = ?'),
        outcomes: count('SELECT count(*) FROM outcome WHERE ? IN (via_id, customer_id)'),
        promises: count(`SELECT count(*) ${THEIRS_ALONE_PROMISES}`),
        facts: count(`SELECT count(*) ${THEIRS_ALONE_FACTS}`),
        offerings: count('SELECT count(*) FROM offering WHERE contact_id = ?'),
        endorsements: count(THEIR_ENDORSEMENTS),
        introductions: count(THEIR_INTRODUCTIONS),
      }
    },

    /**
     * Deletes a person, with what was learned of them alone and the open promises that are theirs alone. Encounters,
     * favours and outcomes stay, without the person: the totals go on counting what happened.
     */
    delete(id: number): void {
      db.prepare(`DELETE ${THEIRS_ALONE_FACTS}`).run(id)
      db.prepare(`DELETE ${THEIRS_ALONE_PROMISES}`).run(id)
      db.prepare('DELETE FROM contact WHERE id = ?').run(id)
    },

    aliases(id: number): string[] {
      return db.prepare('SELECT name FROM alias WHERE contact_id = ? ORDER BY id').pluck().all(id) as string[]
    },

    /** @returns whether it was new */
    addAlias(id: number, name: string): boolean {
      const { changes } = db
        .prepare(
          'INSERT INTO alias (uid, contact_id, name, folded) VALUES (?, ?, ?, ?) ON CONFLICT (contact_id, folded) DO NOTHING',
        )
        .run(newUid(db), id, name, fold(name))
      refreshWords(id)
      return changes > 0
    },

    /** @returns whether it was there */
    removeAlias(id: number, name: string): boolean {
      const { changes } = db
        .prepare('DELETE FROM alias WHERE contact_id = ? AND folded = ?')
        .run(id, fold(name))
      refreshWords(id)
      return changes > 0
    },
  }
}

function toContact(row: any): Contact {
  return {
    id: row.id,
    uid: row.uid,
    name: row.name,
    org: row.org,
    role: row.role,
    place: row.place,
    cadenceDays: row.cadence_days,
    metOn: row.met_on,
    metAt: row.met_at,
    note: row.note,
    addedOn: row.added_on,
    letGoOn: row.let_go_on,
    snoozedUntil: row.snoozed_until,
    oneSidedHints: row.one_sided_hints === 1,
  }
}
