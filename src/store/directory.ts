import { type KnownPerson, type NameDirectory, nameWords } from '../domain/names.ts'
import type { Db } from './database.ts'

const PERSON = `SELECT contact.id, contact.name, coalesce(contact.org, contact.place) AS detail,
  (SELECT max(on_date) FROM encounter_contact WHERE contact_id = contact.id) AS lastOn FROM contact`
const NAMED = `${PERSON} WHERE id IN (SELECT id FROM contact WHERE folded = @folded UNION SELECT contact_id FROM alias WHERE folded = @folded)`
const WITH_WORD = `${PERSON} WHERE id IN (SELECT contact_id FROM name_word WHERE word = ?)`
/** A slip seldom hits the first letter; whether it is near enough is for the rules to say. */
const NEAR = `${PERSON} WHERE id IN (
  SELECT contact_id FROM name_word WHERE word >= @folded AND word < @folded || char(0x10FFFF)
  UNION SELECT id FROM contact WHERE folded >= @folded AND folded < @folded || char(0x10FFFF))`
const MET_WITH = `SELECT count(*) FROM encounter_contact AS mine JOIN encounter_contact AS theirs USING (encounter_id)
  WHERE mine.contact_id = ? AND theirs.contact_id = ?`

/** The journal as a place to look names up; each look-up is a few steps in an index. */
export function nameDirectory(db: Db): NameDirectory {
  return {
    byId: (id) => db.prepare(`${PERSON} WHERE id = ?`).get(id) as KnownPerson | undefined,
    named: (folded) => db.prepare(NAMED).all({ folded }) as KnownPerson[],
    withWords(words) {
      const [first, ...rest] = words
      if (first === undefined) return []
      const has = rest.map(() => 'AND id IN (SELECT contact_id FROM name_word WHERE word = ?)').join(' ')
      return db.prepare(`${WITH_WORD} ${has}`).all(first, ...rest) as KnownPerson[]
    },
    near: (folded) => db.prepare(NEAR).all({ folded: folded.slice(0, 1) }) as KnownPerson[],
    metWith: (person, others) =>
      others.reduce((sum, other) => sum + (db.prepare(MET_WITH).pluck().get(person, other) as number), 0),
  }
}

const RECENT = `${PERSON} WHERE let_go_on IS NULL AND lastOn IS NOT NULL ORDER BY lastOn DESC, id LIMIT ?`
const BEGINNING = `${PERSON} WHERE id IN (SELECT contact_id FROM name_word WHERE word >= @word AND word < @word || char(0x10FFFF))
  ORDER BY lastOn DESC, id`

/**
 * Who may be meant while a name is being typed: everyone with a word that begins so, most recently met first; those met
 * last while nothing is typed yet.
 */
export function suggestPeople(db: Db, typed: string, limit: number): KnownPerson[] {
  const words = nameWords(typed)
  const [first, ...rest] = words
  if (first === undefined) return db.prepare(RECENT).all(limit) as KnownPerson[]
  const beginning = db.prepare(BEGINNING).all({ word: first }) as KnownPerson[]
  const fits = (person: KnownPerson) =>
    rest.every((word) => nameWords(person.name).some((own) => own.startsWith(word)))
  return beginning.filter(fits).slice(0, limit)
}
