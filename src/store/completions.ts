import { existsSync } from 'node:fs'
import { connect } from './database.ts'

/** A contact as the shell shows it: by name and alias, with what tells two of one name apart. */
export interface NamedContact {
  id: number
  name: string
  aliases: string[]
  detail: string | null
}

/** A record that is named by its number. */
export interface Numbered {
  id: number
  what: string
}

export type Completions = ReturnType<typeof completionsFrom>

const CONTACT = `SELECT contact.id, contact.name, coalesce(contact.org, contact.place) AS detail FROM contact`
const BY_RECENCY = `ORDER BY (SELECT max(on_date) FROM encounter_contact WHERE contact_id = contact.id) DESC NULLS LAST, contact.id DESC`
const WITH_WORD = `${CONTACT} WHERE id IN (SELECT contact_id FROM name_word WHERE word = ?) ${BY_RECENCY}`
const WITH_BEGINNING = `${CONTACT} WHERE id IN (SELECT contact_id FROM name_word WHERE word >= @start AND word < @start || char(0x10FFFF)) ${BY_RECENCY}`
/** Where nothing is typed yet, those met last are likely meant. */
const MET_LAST = `${CONTACT} WHERE id IN (SELECT contact_id FROM encounter_contact WHERE encounter_id IN
  (SELECT id FROM encounter ORDER BY on_date DESC, id DESC LIMIT @limit)) ${BY_RECENCY} LIMIT @limit`
const ADDED_LAST = `${CONTACT} ORDER BY contact.id DESC LIMIT @limit`
const OPEN_FOLLOW_UPS = `SELECT id, what FROM follow_up WHERE done_on IS NULL ORDER BY due_on IS NULL, due_on, id LIMIT @limit`
/** Those that are not closed first. */
const INTRODUCTIONS = `SELECT introduction.id, a.name || coalesce(' and ' || b.name, '') AS what FROM introduction
  JOIN contact AS a ON a.id = a_id LEFT JOIN contact AS b ON b.id = b_id
  ORDER BY made = 1 OR declined_on IS NOT NULL, on_date DESC, introduction.id DESC LIMIT @limit`
const OUTCOMES = 'SELECT id, title AS what FROM outcome ORDER BY on_date DESC, id DESC LIMIT @limit'
const TAGS = `SELECT min(tag) AS tag FROM (SELECT folded, tag FROM contact_tag UNION ALL SELECT folded, tag FROM encounter_tag)
  GROUP BY folded ORDER BY count(*) DESC, folded LIMIT @limit`
const PLACES = `SELECT DISTINCT place FROM contact WHERE place IS NOT NULL ORDER BY place LIMIT @limit`
const EVENTS = `SELECT name FROM event GROUP BY folded ORDER BY max(on_date) DESC, folded LIMIT @limit`
const ORGS = `SELECT DISTINCT org FROM contact WHERE org IS NOT NULL ORDER BY org LIMIT @limit`

/**
 * Looks into a journal for what a shell may put forward. Nothing is made or brought up to date. Throws what SQLite
 * throws; `undefined` when there is no journal.
 */
export function lookInto<T>(file: string, work: (completions: Completions) => T): T | undefined {
  if (!existsSync(file)) return undefined
  const db = connect(file)
  try {
    // SQLite's own read-only mode would leave the write-ahead log's files behind.
    db.pragma('query_only = ON')
    return work(completionsFrom(db))
  } finally {
    db.close()
  }
}

function completionsFrom(db: ReturnType<typeof connect>) {
  const limit = 200
  const list = (sql: string) => db.prepare(sql).pluck().all({ limit }) as string[]
  const withAliases = (row: any): NamedContact => ({
    ...row,
    aliases: db.prepare('SELECT name FROM alias WHERE contact_id = ? ORDER BY id').pluck().all(row.id),
  })

  return {
    /**
     * Most recently met first.
     * @param words folded; the last one is a beginning when it is the only one
     */
    contacts([first, ...others]: string[]): NamedContact[] {
      if (first === undefined) {
        const met = db.prepare(MET_LAST).all({ limit })
        return (met.length > 0 ? met : db.prepare(ADDED_LAST).all({ limit })).map(withAliases)
      }
      const rows =
        others.length > 0
          ? db.prepare(WITH_WORD).all(first)
          : db.prepare(WITH_BEGINNING).all({ start: first })
      return rows.map(withAliases)
    },
    circles: () => db.prepare('SELECT name FROM circle ORDER BY folded').pluck().all() as string[],
    tags: () => list(TAGS),
    places: () => list(PLACES),
    orgs: () => list(ORGS),
    /** Those of late first. */
    events: () => list(EVENTS),
    openFollowUps: () => db.prepare(OPEN_FOLLOW_UPS).all({ limit }) as Numbered[],
    introductions: () => db.prepare(INTRODUCTIONS).all({ limit }) as Numbered[],
    outcomes: () => db.prepare(OUTCOMES).all({ limit }) as Numbered[],
  }
}
