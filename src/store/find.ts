import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { SearchTerm } from '../domain/excerpt.ts'
import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'
import type { SearchKind } from './search.ts'

/** A record in which what was looked for occurs. */
export interface Hit {
  kind: SearchKind
  id: number
  /** The day of it; of a person the day we last met, `null` where we did not. */
  on: CivilDate | null
  /** What was written. */
  text: string
  people: PersonRef[]
}

type RecordKind = Exclude<SearchKind, 'contact'>

interface Source {
  kind: RecordKind
  /** The record's own columns: `id`, `on`, `text`. */
  select: string
  link: string
  key: string
}

const SOURCES: Source[] = [
  {
    kind: 'encounter',
    select: `SELECT encounter.id, encounter.on_date AS "on", coalesce(nullif(text, ''), place, encounter.kind) AS text FROM encounter WHERE id = ?`,
    link: 'encounter_contact',
    key: 'encounter_id',
  },
  {
    kind: 'favour',
    select: 'SELECT id, on_date AS "on", what AS text FROM favour WHERE id = ?',
    link: 'favour_contact',
    key: 'favour_id',
  },
  {
    kind: 'follow-up',
    select: 'SELECT id, made_on AS "on", what AS text FROM follow_up WHERE id = ?',
    link: 'follow_up_contact',
    key: 'follow_up_id',
  },
  {
    kind: 'fact',
    select: 'SELECT id, on_date AS "on", what AS text FROM fact WHERE id = ?',
    link: 'fact_contact',
    key: 'fact_id',
  },
]

const NAMED = 'SELECT contact_id FROM name_word WHERE word >= @from AND word < @to'
const HAS_NAME = 'SELECT 1 FROM name_word WHERE word >= @from AND word < @to LIMIT 1'

/** People by anything their record says: name, alias, organisation, note, tag, circle, address. */
const PEOPLE = `SELECT record_id FROM search_text WHERE kind = 'contact' AND instr(' ' || folded, @text)
  UNION ${NAMED}
  UNION SELECT contact_id FROM contact_tag WHERE instr(' ' || folded, @text)
  UNION SELECT contact_id FROM circle_member JOIN circle ON circle.id = circle_id WHERE instr(' ' || folded, @text)
  UNION SELECT contact_id FROM reach WHERE instr(spaced(value), @text)`
const BY_PHONE = `SELECT contact_id FROM reach WHERE kind = 'phone'
  AND instr(replace(replace(replace(replace(replace(replace(value, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', ''), ?)`
const PERSON = `SELECT id, name, (SELECT max(on_date) FROM encounter_contact WHERE contact_id = contact.id) AS "on",
  concat_ws(', ', nullif(role, ''), nullif(org, ''), nullif(place, '')) AS about, note,
  (SELECT group_concat('#' || tag, ' ') FROM contact_tag WHERE contact_id = contact.id) AS tags,
  (SELECT group_concat(circle.name, ', ') FROM circle_member JOIN circle ON circle.id = circle_id
    WHERE contact_id = contact.id) AS circles,
  (SELECT group_concat(value, ', ') FROM reach WHERE contact_id = contact.id) AS reach FROM contact WHERE id = ?`

/** Beginnings that are this short would fit half the journal. */
const SHORT = 3

const range = ({ text }: SearchTerm) => ({
  from: text,
  to: text.length < 2 ? `${text}\u0000` : `${text}\u{10FFFF}`,
})

/** A word as FTS5 wants it: in quotes nothing in it means anything. */
const quoted = (text: string, beginning: boolean) => `"${text.replaceAll('"', '""')}"${beginning ? '*' : ''}`

export type FindStore = ReturnType<typeof findStore>

export function findStore(db: Db) {
  const people = (terms: SearchTerm[], phone: string, limit: number): Hit[] => {
    const sets = terms.map((term) => {
      const text = term.within || term.text.length >= SHORT ? term.text : ` ${term.text}`
      return new Set(
        db
          .prepare(PEOPLE)
          .pluck()
          .all({ ...range(term), text }) as number[],
      )
    })
    const [first = new Set<number>(), ...others] = sets
    const ids = [...first].filter((id) => others.every((set) => set.has(id)))
    if (phone !== '') ids.push(...(db.prepare(BY_PHONE).pluck().all(phone) as number[]))
    const words = terms.map(({ text }) => text)
    return [...new Set(ids)]
      .map((id) => ({ row: db.prepare(PERSON).get(id), named: namedExactly(id, words) }))
      .sort(
        (a, b) => b.named - a.named || (b.row.on ?? '').localeCompare(a.row.on ?? '') || a.row.id - b.row.id,
      )
      .slice(0, limit)
      .map(({ row }) => ({
        kind: 'contact',
        id: row.id,
        on: row.on,
        text: [row.about, row.note, row.tags, row.circles, row.reach].filter(Boolean).join(' · '),
        people: [{ id: row.id, name: row.name }],
      }))
  }

  /** How many of the words are words of the name. */
  const namedExactly = (id: number, words: string[]): number =>
    words.filter((word) =>
      db.prepare('SELECT 1 FROM name_word WHERE word = ? AND contact_id = ?').get(word, id),
    ).length

  /**
   * Records for which each term is in the text, or the beginning of a name of one of their people.
   * Whole words go before beginnings, then newer ones before older.
   */
  const records = (source: Source, terms: SearchTerm[], limit: number): Hit[] => {
    const names = terms.filter((term) => !term.within && db.prepare(HAS_NAME).get(range(term)))
    const found = new Map<number, Hit>()
    for (const beginnings of [false, true]) {
      if (found.size >= limit) break
      const ids = subsets(names).flatMap((byName) => {
        const byText = terms.filter((term) => !byName.includes(term))
        return matching(source, byText, byName, beginnings, limit)
      })
      const fresh = [...new Set(ids)].filter((id) => !found.has(id)).map((id) => hitOf(source, id))
      for (const hit of fresh.sort(newerFirst)) found.set(hit.id, hit)
    }
    return [...found.values()].slice(0, limit)
  }

  const hitOf = (source: Source, id: number): Hit => ({
    kind: source.kind,
    ...db.prepare(source.select).get(id),
    people: peopleOf(source, id),
  })

  const peopleOf = ({ link, key }: Source, id: number): PersonRef[] =>
    db
      .prepare(
        `SELECT contact.id, contact.name FROM ${link} JOIN contact ON contact.id = contact_id WHERE ${key} = ? ORDER BY folded, contact.id`,
      )
      .all(id) as PersonRef[]

  function matching(
    { kind, link, key }: Source,
    byText: SearchTerm[],
    byName: SearchTerm[],
    beginnings: boolean,
    limit: number,
  ): number[] {
    const conditions: string[] = []
    const values: unknown[] = []
    const words = byText.filter((term) => !term.within)
    for (const term of byName) {
      const { from, to } = beginnings ? range(term) : { from: term.text, to: `${term.text}\u0000` }
      conditions.push(
        `IN (SELECT ${key} FROM ${link} WHERE contact_id IN (SELECT contact_id FROM name_word WHERE word >= ? AND word < ?))`,
      )
      values.push(from, to)
    }
    if (byText.length === 0) return ofPeople(link, key, conditions, values, limit)
    const where = [
      'kind = ?',
      ...conditions.map((condition) => `record_id ${condition}`),
      ...byText.filter((term) => term.within).map(() => 'instr(search_text.folded, ?)'),
    ]
    values.unshift(kind)
    values.push(...byText.filter((term) => term.within).map((term) => term.text))
    if (words.length > 0) {
      where.push('search MATCH ?')
      values.push(words.map(({ text }) => quoted(text, beginnings && text.length > 1)).join(' '))
    }
    const from = words.length > 0 ? 'search JOIN search_text ON search_text.id = search.rowid' : 'search_text'
    const order = words.length > 0 ? 'search.rowid' : 'search_text.id'
    return db
      .prepare(`SELECT record_id FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order} DESC LIMIT ?`)
      .pluck()
      .all(...values, limit) as number[]
  }

  const ofPeople = (
    link: string,
    key: string,
    conditions: string[],
    values: unknown[],
    limit: number,
  ): number[] =>
    db
      .prepare(
        `SELECT DISTINCT ${key} FROM ${link} WHERE ${conditions.map((condition) => `${key} ${condition}`).join(' AND ')} ORDER BY ${key} DESC LIMIT ?`,
      )
      .pluck()
      .all(...values, limit) as number[]

  return {
    /**
     * What the terms are found in, best first: people, then of each kind what fits best.
     * @param phone the query's digits where it may be a phone number, else empty
     * @param limit of each kind
     */
    hits(terms: SearchTerm[], phone: string, limit: number): Hit[] {
      if (terms.length === 0) return []
      db.connection.function('spaced', { deterministic: true, directOnly: true }, spaced)
      return [...people(terms, phone, limit), ...SOURCES.flatMap((source) => records(source, terms, limit))]
    },
  }
}

/** The words of an address, each after a space: what an "ex" in ada@example.org is found by. */
const spaced = (text: unknown): string =>
  ` ${fold(String(text))} ${(fold(String(text)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`

const newerFirst = (a: Hit, b: Hit) => (b.on ?? '').localeCompare(a.on ?? '') || b.id - a.id

/** Every choice among a few; of many only none and all, which is what people mean by a long query. */
function subsets<T>(all: T[]): T[][] {
  if (all.length > 3) return [[], all]
  const sets: T[][] = [[]]
  for (const one of all) sets.push(...sets.map((set) => set.concat(one)))
  return sets
}
