import type { PersonRef } from '../domain/contacts.ts'
import { descending } from '../domain/order.ts'
import type { Hit, SearchKind, SearchTerm } from '../domain/search.ts'
import type { Db } from './database.ts'
import { beginningOf, justThe, matchOf, NAMED } from './find-terms.ts'

interface Source {
  kind: Exclude<SearchKind, 'contact'>
  /** The record's own columns: `id`, `on`, `text`. */
  select: string
  link: string
  key: string
}

const SOURCES: Source[] = [
  {
    kind: 'encounter',
    select: `SELECT id, on_date AS "on", coalesce(nullif(text, ''), place, kind) AS text FROM encounter WHERE id = ?`,
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
  {
    kind: 'introduction',
    select: `SELECT id, on_date AS "on", concat_ws(' – ', purpose, result) AS text FROM introduction WHERE id = ?`,
    link: `(SELECT id AS introduction_id, a_id AS contact_id FROM introduction
      UNION ALL SELECT id, b_id FROM introduction WHERE b_id IS NOT NULL
      UNION ALL SELECT id, introducer_id FROM introduction WHERE introducer_id IS NOT NULL)`,
    key: 'introduction_id',
  },
  {
    kind: 'event',
    select: `SELECT event.id, event.on_date AS "on", concat_ws(' · ', name, nullif(series, name), format, place, nullif(note, '')) AS text
      FROM event LEFT JOIN event_review ON event_id = event.id WHERE event.id = ?`,
    link: 'event_guest',
    key: 'event_id',
  },
  {
    kind: 'offering',
    select: 'SELECT id, on_date AS "on", what AS text FROM offering WHERE id = ?',
    link: 'offering',
    key: 'offering.id',
  },
  {
    kind: 'endorsement',
    select: `SELECT id, on_date AS "on", concat_ws(': ', topic, story) AS text FROM endorsement WHERE id = ?`,
    link: `(SELECT id AS endorsement_id, by_id AS contact_id FROM endorsement
      UNION ALL SELECT id, for_id FROM endorsement WHERE for_id IS NOT NULL)`,
    key: 'endorsement_id',
  },
  {
    kind: 'outcome',
    select: `SELECT id, on_date AS "on", concat_ws(': ', title, nullif(note, '')) AS text FROM outcome WHERE id = ?`,
    link: `(SELECT id AS outcome_id, via_id AS contact_id FROM outcome WHERE via_id IS NOT NULL
      UNION SELECT id, customer_id FROM outcome WHERE customer_id IS NOT NULL)`,
    key: 'outcome_id',
  },
]

const LONGER = `SELECT 1 WHERE EXISTS (SELECT 1 FROM search_word WHERE term >= @from AND term < @to)
  OR EXISTS (SELECT 1 FROM name_word WHERE word >= @from AND word < @to)`

interface Found {
  kind: Source['kind']
  id: number
}

/**
 * Records for which each term is in the text, or the beginning of a name of one of their people, kind by kind.
 * Whole words go before beginnings, then newer ones before older.
 * @param limit of each kind
 */
export function findRecords(db: Db, terms: SearchTerm[], limit: number): Hit[] {
  const whole = matching(db, terms, false, limit)
  const full = SOURCES.every(({ kind }) => whole.filter((found) => found.kind === kind).length >= limit)
  const more = !full && terms.some((term) => isBeginning(db, term)) ? matching(db, terms, true, limit) : []
  return SOURCES.flatMap((source) => {
    const ids = (found: Found[]) => [
      ...new Set(found.filter(({ kind }) => kind === source.kind).map(({ id }) => id)),
    ]
    const first = ids(whole)
    const rest = ids(more).filter((id) => !first.includes(id))
    const load = (some: number[]) => some.map((id) => hitOf(db, source, id)).sort(newerFirst)
    return [...load(first), ...load(rest)].slice(0, limit)
  })
}

/** Whether there is a longer word, in a text or a name, that begins with this one. */
const isBeginning = (db: Db, term: SearchTerm): boolean =>
  !term.within && db.prepare(LONGER).get({ ...beginningOf(term), from: justThe(term).to }) !== undefined

const newerFirst = (a: Hit, b: Hit) => descending(a.on ?? '', b.on ?? '') || b.id - a.id

const hitOf = (db: Db, source: Source, id: number): Hit => ({
  kind: source.kind,
  ...db.prepare(source.select).get(id),
  people: db
    .prepare(
      `SELECT contact.id, contact.name FROM ${source.link} JOIN contact ON contact.id = contact_id
        WHERE ${source.key} = ? ORDER BY folded, contact.id`,
    )
    .all(id) as PersonRef[],
})

/** Any of the terms that somebody is called by may be meant so: all ways to read them are tried. */
function matching(db: Db, terms: SearchTerm[], beginnings: boolean, limit: number): Found[] {
  const rangeOf = beginnings ? beginningOf : justThe
  const names = terms.filter((term) => !term.within && db.prepare(`${NAMED} LIMIT 1`).get(rangeOf(term)))
  return subsets(names).flatMap((byName) => {
    const byText = terms.filter((term) => !byName.includes(term))
    const ranges = byName.map(rangeOf)
    return byText.length === 0 ? ofPeople(db, ranges, limit) : ofText(db, byText, ranges, beginnings, limit)
  })
}

/** Every choice among a few; of many only none and all, which is what people mean by a long query. */
function subsets<T>(all: T[]): T[][] {
  if (all.length > 3) return [[], all]
  const sets: T[][] = [[]]
  for (const one of all) sets.push(...sets.map((set) => set.concat(one)))
  return sets
}

interface Range {
  from: string
  to: string
}

const IN_RANGE = 'contact_id IN (SELECT contact_id FROM name_word WHERE word >= ? AND word < ?)'
const valuesOf = (ranges: Range[]) => ranges.flatMap(({ from, to }) => [from, to])

const ofPeople = (db: Db, ranges: Range[], limit: number): Found[] =>
  SOURCES.flatMap(({ kind, link, key }) => {
    const conditions = ranges.map(() => `${key} IN (SELECT ${key} FROM ${link} WHERE ${IN_RANGE})`)
    const ids = db
      .prepare(
        `SELECT DISTINCT ${key} FROM ${link} WHERE ${conditions.join(' AND ')} ORDER BY ${key} DESC LIMIT ?`,
      )
      .pluck()
      .all(...valuesOf(ranges), limit) as number[]
    return ids.map((id) => ({ kind, id }))
  })

/** A record with somebody in it whose name lies in a range. */
const HAS_PERSON = `CASE kind ${SOURCES.map(
  ({ kind, link, key }) => `WHEN '${kind}' THEN record_id IN (SELECT ${key} FROM ${link} WHERE ${IN_RANGE})`,
).join(' ')} END`

/**
 * Most records are encounters: of them the newest hits are looked at, as far as it takes. All other kinds are gone through at once.
 */
function ofText(db: Db, terms: SearchTerm[], ranges: Range[], beginnings: boolean, limit: number): Found[] {
  const words = terms.filter((term) => !term.within)
  const signs = terms.filter((term) => term.within).map(({ text }) => text)
  const indexed = words.length > 0
  const where = [
    ...(indexed ? ['search MATCH ?'] : []),
    ...signs.map(() => 'instr(search_text.folded, ?)'),
    ...ranges.map(() => HAS_PERSON),
  ]
  const values = [
    ...(indexed ? [matchOf(words, beginnings)] : []),
    ...signs,
    ...ranges.flatMap((range) => SOURCES.flatMap(() => valuesOf([range]))),
  ]
  const from = (index: string) =>
    indexed
      ? `search CROSS JOIN search_text ${index} ON search_text.id = search.rowid`
      : `search_text ${index}`
  const encounters = `SELECT kind, record_id AS id FROM ${from('')} WHERE ${where.join(' AND ')} AND kind = 'encounter'
    ORDER BY ${indexed ? 'search.rowid' : 'search_text.id'} DESC LIMIT ?`
  const others = `SELECT kind, record_id AS id FROM (
      SELECT kind, record_id, row_number() OVER (PARTITION BY kind ORDER BY search_text.id DESC) AS place
      FROM ${from('INDEXED BY search_text_record')} WHERE ${where.join(' AND ')} AND kind <> 'encounter' AND kind <> 'contact'
    ) WHERE place <= ?`
  return [encounters, others].flatMap((sql) => db.prepare(sql).all(...values, limit) as Found[])
}
