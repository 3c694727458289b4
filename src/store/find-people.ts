import { fold } from '../domain/names.ts'
import { descending } from '../domain/order.ts'
import type { Hit, SearchTerm } from '../domain/search.ts'
import type { Db } from './database.ts'
import { beginningOf, NAMED } from './find-terms.ts'
import { partsOf } from './parts.ts'

const SAID = `SELECT record_id FROM search_text WHERE kind = 'contact' AND instr(' ' || folded, @text)`
/** The same, found by the parts of what is long enough. */
const SAID_LONGER = `SELECT record.record_id FROM search_part
  CROSS JOIN search_text AS record INDEXED BY search_text_record ON record.id = search_part.rowid
  CROSS JOIN search_text ON search_text.id = record.id
  WHERE search_part MATCH @parts AND record.kind <> 'encounter' AND record.kind = 'contact' AND instr(' ' || search_text.folded, @text)`
/** People by anything their record says: name, alias, organisation, note, tag, circle, address. */
const peopleBy = (said: string) => `${said}
  UNION ${NAMED}
  UNION SELECT contact_id FROM contact_tag WHERE instr(' ' || folded, @text)
  UNION SELECT contact_id FROM circle_member JOIN circle ON circle.id = circle_id WHERE instr(' ' || folded, @text)
  UNION SELECT contact_id FROM reach WHERE instr(spaced(value), @text)`
const BY_PHONE = `SELECT contact_id FROM reach WHERE kind = 'phone'
  AND instr(replace(replace(replace(replace(replace(replace(value, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', ''), ?)`
const LAST_MET = '(SELECT last_on FROM rhythm WHERE contact_id = contact.id)'
const PERSON = `SELECT id, name, ${LAST_MET} AS "on",
  concat_ws(', ', nullif(role, ''), nullif(org, ''), nullif(place, '')) AS about, note,
  (SELECT group_concat('#' || tag, ' ') FROM contact_tag WHERE contact_id = contact.id) AS tags,
  (SELECT group_concat(circle.name, ', ') FROM circle_member JOIN circle ON circle.id = circle_id
    WHERE contact_id = contact.id) AS circles,
  (SELECT group_concat(value, ', ') FROM reach WHERE contact_id = contact.id) AS reach FROM contact WHERE id = ?`

/** Beginnings that are this short would fit half the journal anywhere in a word. */
const SHORT = 3

/** An address and its words, each after a space: what an "ex" in ada@example.org is found by. */
const spaced = (text: unknown): string => {
  const folded = fold(String(text))
  return ` ${folded} ${(folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`
}

/**
 * People in whose record every term occurs, or who have such a phone number: those so named first, then those met last.
 * @param phone digits, or empty
 */
export function findPeople(db: Db, terms: SearchTerm[], phone: string, limit: number): Hit[] {
  db.connection.function('spaced', { deterministic: true, directOnly: true }, spaced)
  const ids = new Set([...withAll(db, terms), ...(phone === '' ? [] : withPhone(db, phone))])
  const words = terms.map(({ text }) => text)
  return [...ids]
    .map((id) => ({ id, named: namedExactly(db, id, words), on: lastMet(db, id) }))
    .sort((a, b) => b.named - a.named || descending(a.on, b.on) || a.id - b.id)
    .slice(0, limit)
    .map(({ id }) => toHit(db.prepare(PERSON).get(id)))
}

function withAll(db: Db, terms: SearchTerm[]): number[] {
  const [first, ...others] = terms.map((term) => {
    const text = term.within || term.text.length >= SHORT ? term.text : ` ${term.text}`
    const parts = partsOf(text)
    return new Set(
      db
        .prepare(peopleBy(parts === undefined ? SAID : SAID_LONGER))
        .pluck()
        .all({ ...beginningOf(term), text, parts }) as number[],
    )
  })
  return [...first!].filter((id) => others.every((set) => set.has(id)))
}

const withPhone = (db: Db, digits: string) => db.prepare(BY_PHONE).pluck().all(digits) as number[]

/** How many of the words are words of the name. */
const namedExactly = (db: Db, id: number, words: string[]): number =>
  words.filter((word) =>
    db.prepare('SELECT 1 FROM name_word WHERE word = ? AND contact_id = ?').get(word, id),
  ).length

const lastMet = (db: Db, id: number): string =>
  (db.prepare(`SELECT ${LAST_MET} FROM contact WHERE id = ?`).pluck().get(id) as string | null) ?? ''

const toHit = ({ id, name, on, about, note, tags, circles, reach }: any): Hit => ({
  kind: 'contact',
  id,
  on,
  text: [about, note, tags, circles, reach].filter(Boolean).join(' · '),
  people: [{ id, name }],
})
