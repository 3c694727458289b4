import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { EvidenceFor, EvidenceKind } from '../domain/evidence.ts'
import type { Db } from './database.ts'
import { anyOf, pattern, recordsWith } from './parts.ts'
import { lastMet } from './rhythm.ts'

const OFFERS = `SELECT contact.id, contact.name, what AS text, on_date AS "on" FROM offering JOIN contact ON contact.id = contact_id
  WHERE kind = 'offer' AND closed_on IS NULL`
const ENDORSEMENTS = `SELECT contact.id, contact.name, concat_ws(': ', topic, story) AS text, on_date AS "on",
    giver.id AS byId, giver.name AS byName
  FROM endorsement JOIN contact ON contact.id = for_id JOIN contact AS giver ON giver.id = by_id WHERE true`
const TAGS = `SELECT contact.id, contact.name, tag AS text FROM contact_tag JOIN contact ON contact.id = contact_id WHERE true`
const FACTS = `SELECT contact.id, contact.name, what AS text, on_date AS "on"
  FROM fact CROSS JOIN fact_contact ON fact_id = fact.id CROSS JOIN contact ON contact.id = contact_id WHERE true`
const CARDS = 'SELECT id, name, role, org, place, note FROM contact WHERE true'
const ROLES = 'SELECT id, name, role AS text FROM contact WHERE role IS NOT NULL'
const ABILITIES: [kind: EvidenceKind, texts: string, sql: string, text: string][] = [
  ['offer', `SELECT DISTINCT what FROM offering WHERE kind = 'offer' AND closed_on IS NULL`, OFFERS, 'what'],
  [
    'endorsement',
    `SELECT DISTINCT concat_ws(': ', topic, story) FROM endorsement WHERE for_id IS NOT NULL`,
    ENDORSEMENTS,
    `concat_ws(': ', topic, story)`,
  ],
  ['role', 'SELECT DISTINCT role FROM contact WHERE role IS NOT NULL', ROLES, 'role'],
  ['tag', 'SELECT DISTINCT tag FROM contact_tag', TAGS, 'tag'],
]
/** Of more facts the newest are looked at. */
const MOST_FACTS = 1000
const AMONG = 'IN (SELECT value FROM json_each(?))'
const LAST_MET_FIRST = `SELECT value FROM json_each(@ids)
  ORDER BY ${lastMet('value', '@on')} DESC, value`

/** What speaks for people: what they offer, what others say of them, what is written down about them. */
export function evidenceStore(db: Db) {
  const rows = (kind: EvidenceKind, sql: string, ...values: string[]): EvidenceFor[] => {
    const all = db
      .prepare(sql)
      .raw()
      .all(...values) as Row[]
    return all.map((row) => toEvidence(kind, row))
  }

  return {
    /**
     * Everything in which one of these roots may occur; whether it does is for the rules to say.
     * @param roots folded beginnings of words
     * @param questions how many are asked at once
     */
    about(roots: string[], questions = 1): EvidenceFor[] {
      const found = recordsWith(db, roots)
      const values = roots.map(pattern)
      const cards = db.prepare(`${CARDS} AND id ${AMONG}`).all(JSON.stringify(found('contact')))
      const about = (kind: 'offer' | 'endorsement' | 'fact', sql: string, key: string, ids: number[]) =>
        rows(kind, `${sql} AND ${key} ${AMONG}`, JSON.stringify(ids))
      return [
        ...about('offer', OFFERS, 'offering.id', found('offering')),
        ...about('endorsement', ENDORSEMENTS, 'endorsement.id', found('endorsement')),
        ...rows('tag', `${TAGS} AND (${anyOf(roots, 'contact_tag.folded')})`, ...values),
        ...about('fact', FACTS, 'fact.id', found('fact').slice(0, MOST_FACTS * questions)),
        ...cards.flatMap(onCard),
      ]
    },

    /** These people, those met last by a day first. */
    lastMetFirst: (ids: number[], on: CivilDate) =>
      db
        .prepare(LAST_MET_FIRST)
        .pluck()
        .all({ ids: JSON.stringify(ids), on }) as number[],

    /**
     * What people can do, as far as it is said in few words: what they offer, endorsements, roles, tags.
     * @param mayFit whether a text is worth a closer look
     */
    abilities(mayFit: (text: string) => boolean): EvidenceFor[] {
      return ABILITIES.flatMap(([kind, texts, sql, text]) => {
        // Many have the same tag or role: each is looked at once, and only then those who have it.
        const fitting = (db.prepare(texts).pluck().all() as string[]).filter(mayFit)
        if (fitting.length === 0) return []
        return rows(kind, `${sql} AND ${text} ${AMONG}`, JSON.stringify(fitting))
      })
    },
  }
}

/** There may be thousands: a row is an array, and of these columns the last ones may be left out. */
type Row = [id: number, name: string, text: string, on?: CivilDate | null, byId?: number, byName?: string]

const toEvidence = (kind: EvidenceKind, [id, name, text, on = null, byId, byName]: Row): EvidenceFor => ({
  who: { id, name },
  kind,
  text,
  by: byId === undefined ? null : { id: byId, name: byName! },
  on,
})

type Card = PersonRef & Record<'role' | 'org' | 'place', string | null> & { note: string }

const onCard = ({ id, name, ...card }: Card): EvidenceFor[] =>
  (['role', 'org', 'place', 'note'] as const).flatMap((kind) => {
    const text = card[kind]
    return text ? [{ who: { id, name }, kind, text, by: null, on: null }] : []
  })
