import type { ListedContact } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { grouped } from '../domain/grouping.ts'
import { fold, nameWords } from '../domain/names.ts'
import type { Db } from './database.ts'
import { lastMet } from './rhythm.ts'

export type ContactOrder = 'name' | 'last' | 'added'

export interface ContactFilter {
  circleId?: number
  tag?: string
  place?: string
  org?: string
}

const SELECT = `SELECT contact.id, name, org, place, let_go_on, ${lastMet('contact.id', '@today')} AS lastOn FROM contact`
const CIRCLES = `SELECT contact_id AS id, name FROM circle_member JOIN circle ON circle.id = circle_id
  WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY folded`
const TAGS = `SELECT contact_id AS id, tag AS name FROM contact_tag
  WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY folded`
const ORDER: Record<ContactOrder, string> = {
  name: 'folded, contact.id',
  last: 'lastOn IS NULL, lastOn DESC, folded, contact.id',
  added: 'added_on DESC, contact.id DESC',
}

/** Lists of contacts, and the words that lists can be narrowed by. */
export function contactListStore(db: Db) {
  const known = (column: 'place' | 'org'): string[] =>
    db
      .prepare(`SELECT DISTINCT ${column} FROM contact WHERE ${column} IS NOT NULL ORDER BY ${column}`)
      .pluck()
      .all() as string[]

  /** The spellings of a place or organisation in which all the words of `wanted` occur. */
  const spellings = (column: 'place' | 'org', wanted: string): string[] => {
    const words = nameWords(wanted)
    const folded = fold(wanted)
    return known(column).filter((value) => {
      if (fold(value) === folded) return true
      const has = nameWords(value)
      return words.length > 0 && words.every((word) => has.includes(word))
    })
  }
  function clauses({ circleId, tag, place, org }: ContactFilter): [sql: string, value: string | number][] {
    const parts: [string, string | number][] = []
    if (circleId !== undefined)
      parts.push(['contact.id IN (SELECT contact_id FROM circle_member WHERE circle_id = ?)', circleId])
    if (tag !== undefined)
      parts.push(['contact.id IN (SELECT contact_id FROM contact_tag WHERE folded = ?)', fold(tag)])
    if (place !== undefined)
      parts.push(['place IN (SELECT value FROM json_each(?))', JSON.stringify(spellings('place', place))])
    if (org !== undefined)
      parts.push(['org IN (SELECT value FROM json_each(?))', JSON.stringify(spellings('org', org))])
    return parts
  }

  /** Circles or tags by contact, for all that are listed at once. */
  const gathered = (sql: string, ids: string) =>
    grouped(db.prepare(sql).raw().all(ids) as [id: number, name: string][])

  return {
    /** Whether there is anyone at all. */
    isEmpty: () => db.prepare('SELECT 1 FROM contact LIMIT 1').get() === undefined,

    /** Every place, or every organisation, once. */
    known,

    /** @param today encounters after it are planned, and none yet */
    list(filter: ContactFilter, order: ContactOrder, today: CivilDate): ListedContact[] {
      const parts = clauses(filter)
      const where = parts.length > 0 ? `WHERE ${parts.map(([sql]) => sql).join(' AND ')}` : ''
      const rows = db
        .prepare(`${SELECT} ${where} ORDER BY ${ORDER[order]}`)
        .raw()
        .all({ today }, ...parts.map(([, value]) => value)) as Row[]
      const ids = JSON.stringify(rows.map(([id]) => id))
      const circles = gathered(CIRCLES, ids)
      const tags = gathered(TAGS, ids)
      return rows.map(([id, name, org, place, letGoOn, lastOn]) => ({
        id,
        name,
        org,
        place,
        circles: circles.get(id) ?? [],
        tags: tags.get(id) ?? [],
        lastOn,
        letGoOn,
      }))
    },
  }
}

type Row = [
  id: number,
  name: string,
  org: string | null,
  place: string | null,
  letGoOn: CivilDate | null,
  lastOn: CivilDate | null,
]
