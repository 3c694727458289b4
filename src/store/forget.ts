import { remainingWords, type Traces, unlessTheirs, withoutTraces } from '../domain/forgetting.ts'
import { fold } from '../domain/names.ts'
import { PERSON } from '../domain/source-keys.ts'
import { columnsOf, loggedTables, quote } from './changes.ts'
import { type Db, immediately } from './database.ts'
import type { DeletedPerson, SourceKey } from './deleted.ts'
import { linksOfContact, linksOfDeleted, THEIR_PARTS } from './forget-parts.ts'

/** What is no one's words: keys, days, kinds. */
const NO_WORDS =
  /^(uid|.*_on|.*_date|.*_until|date|kind|direction|currency|format|stage|state|whose|folded|word|key)$/
/** What is others': their names, and ways to reach them. */
const OF_OTHERS: Record<string, string[]> = { contact: ['name'], alias: ['name'], reach: ['value'] }
const NO_TEXTS = ['name_word', 'search_text', 'setting']

/** No contact has this number. */
const NOBODY = -1

/** Takes a person out of a text. */
type Clean = (text: string) => string

export interface ForgetTask {
  /** Who is in the journal, or was deleted already. */
  who: { contactId: number } | { deleted: DeletedPerson }
  traces: Traces
  /** The names of somebody else. */
  namesOf: (contactId: number) => readonly string[]
  /** Takes the person out of what another program's card said, one letter a byte. */
  cleanCard: (original: string, clean: Clean) => string
}

export interface Forgotten {
  /** Texts that named the person. */
  texts: number
  /** Words of the name that stand still in other records: there it may be somebody else. */
  remaining: { word: string; texts: number }[]
}

/**
 * Erases a person: their record with all that hangs on it, their names in every text, what the search index has of them, and the
 * whole history of changes, which holds what was erased. What they had a part in stays in the totals, without them. The bytes
 * are gone from the file after that. It is no operation: nothing brings it back.
 */
export function forget(db: Db, task: ForgetTask, deleteContact: (id: number) => void): Forgotten {
  db.pragma('secure_delete = ON')
  const forgotten = immediately(db, () => {
    const { who } = task
    const inParts = cleanParts(db, task)
    forgetSources(db, 'contactId' in who ? sourcesOf(db, who.contactId) : who.deleted.sources)
    if ('contactId' in who) deleteContact(who.contactId)
    const everywhere = cleanEverywhere(db, task)
    db.prepare('DELETE FROM change').run()
    db.prepare('DELETE FROM operation').run()
    return { texts: inParts + everywhere, remaining: remaining(db, task.traces) }
  })
  // What was deleted is still in the index's own pages and in the log beside the file.
  db.exec(`INSERT INTO search (search) VALUES ('rebuild')`)
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
  return forgotten
}

/** That a program brought them along is kept beyond the record, under their name or what that program knows them by. */
function forgetSources(db: Db, keys: SourceKey[]): void {
  const remove = db.prepare(
    `DELETE FROM source_record WHERE format = @format
      AND (source_id = @record OR source_id BETWEEN @record || ' ' AND @record || '!')`,
  )
  for (const { format, sourceId } of keys) remove.run({ format, record: `${PERSON} ${sourceId}` })
}

const sourcesOf = (db: Db, contactId: number): SourceKey[] =>
  db.prepare('SELECT format, source_id AS sourceId FROM source WHERE contact_id = ?').all(contactId)

/** Where the person had a part a single word of the name tells of them, unless somebody else there has it, too. */
function cleanParts(db: Db, { who, traces, namesOf }: ForgetTask): number {
  const [theirs, whose] =
    'contactId' in who
      ? [linksOfContact, { contact: who.contactId }]
      : [linksOfDeleted, { contact: NOBODY, was: who.deleted.id, uid: who.deleted.uid }]
  const contact = whose.contact
  let count = 0
  for (const { table, kind, records, people, key = 'id' } of THEIR_PARTS)
    for (const record of db.prepare(records(theirs)).pluck().all(whose) as number[]) {
      const others = db.prepare(people).pluck().all({ record, contact }) as number[]
      const also = unlessTheirs(traces.where, others.flatMap(namesOf))
      const clean: Clean = (text) => withoutTraces(text, traces, also)
      count += cleanTable(db, table, () => clean, `${quote(key)} = ${record}`)
      cleanIndex(db, clean, `kind = '${kind}' AND record_id = ${record}`)
    }
  return count
}

function cleanEverywhere(db: Db, task: ForgetTask): number {
  const clean: Clean = (text) => withoutTraces(text, task.traces)
  const cleanIn = (column: string): Clean => {
    if (column === 'original') return (text) => task.cleanCard(text, clean)
    return column === 'card' ? (json) => cleanCardJson(json, clean) : clean
  }
  let count = cleanDrafts(db, task.traces)
  for (const table of loggedTables(db).filter((name) => !NO_TEXTS.includes(name)))
    count += table.endsWith('_tag') ? dropTags(db, table, clean) : cleanTable(db, table, cleanIn)
  for (const table of ['circle', 'event']) refold(db, table)
  for (const { line } of db.prepare('SELECT line FROM inbox_line').all())
    if (clean(line) !== line) db.prepare('DELETE FROM inbox_line WHERE line = ?').run(line)
  cleanIndex(db, clean, '1')
  return count
}

/** Cleans the texts of a table; of all its rows, or of some. @returns how many were changed */
function cleanTable(db: Db, table: string, cleanIn: (column: string) => Clean, where = '1'): number {
  const key = columnsOf(db, table).flatMap(({ pk, name }) => (pk > 0 ? [quote(name)] : []))
  const isKey = key.map((name) => `${name} = ?`).join(' AND ')
  let count = 0
  for (const column of textColumns(db, table)) {
    const rows = db
      .prepare(
        `SELECT ${quote(column)}, ${key} FROM ${quote(table)} WHERE ${quote(column)} <> '' AND ${where}`,
      )
      .raw()
      .all() as [string, ...unknown[]][]
    const clean = cleanIn(column)
    for (const [said, ...keys] of rows) {
      const left = clean(said)
      if (left === said) continue
      // What is there once and would be the same as another is told apart by a number.
      const put = db.prepare(`UPDATE OR IGNORE ${quote(table)} SET ${quote(column)} = ? WHERE ${isKey}`)
      for (let at = 1; put.run(at === 1 ? left : `${left} ${at}`, ...keys).changes === 0; ) at++
      count++
    }
  }
  return count
}

const textColumns = (db: Db, table: string): string[] =>
  (
    db.prepare(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`).pluck().all(table) as string[]
  ).filter((name) => !NO_WORDS.test(name) && !OF_OTHERS[table]?.includes(name))

/** A tag that is a name is taken off. @returns how many */
function dropTags(db: Db, table: string, clean: Clean): number {
  const tags = db
    .prepare(`SELECT DISTINCT tag FROM ${quote(table)}`)
    .pluck()
    .all() as string[]
  return tags
    .filter((tag) => clean(tag) !== tag)
    .reduce((sum, tag) => sum + db.prepare(`DELETE FROM ${quote(table)} WHERE tag = ?`).run(tag).changes, 0)
}

/** Of a meeting with the person the title tells of them, too. @returns how many texts were changed */
function cleanDrafts(db: Db, traces: Traces): number {
  let count = 0
  for (const { id, title, people } of db.prepare('SELECT id, title, people FROM draft').all()) {
    const left = cleanJson(people, (text) => withoutTraces(text, traces))
    if (left === people) continue
    db.prepare('UPDATE draft SET people = ?, title = ? WHERE id = ?').run(
      left,
      withoutTraces(title, traces, traces.where),
      id,
    )
    count++
  }
  return count
}

/** A circle or an event that was called after the person is found by what it is called now; circles' names differ. */
function refold(db: Db, table: string): void {
  const put = db.prepare(`UPDATE OR IGNORE ${quote(table)} SET name = ?, folded = ? WHERE id = ?`)
  for (const { id, name, folded } of db.prepare(`SELECT id, name, folded FROM ${quote(table)}`).all()) {
    if (fold(name) === folded) continue
    const called = (at: number) => (at === 1 ? name : `${name} ${at}`)
    for (let at = 1; put.run(called(at), fold(called(at)), id).changes === 0; ) at++
  }
}

/** All strings in JSON cleaned. */
const cleanJson = (json: string, clean: Clean): string =>
  JSON.stringify(JSON.parse(json, (_, value) => (typeof value === 'string' ? clean(value) : value)))

/** What another program says of somebody else, cleaned, but for what names and reaches them. */
function cleanCardJson(json: string, clean: Clean): string {
  const { name, aliases, reach, ...card } = JSON.parse(json)
  const cleaned = JSON.parse(cleanJson(JSON.stringify(card), clean))
  return JSON.stringify({ ...JSON.parse(json), ...cleaned })
}

function cleanIndex(db: Db, clean: Clean, where: string): void {
  for (const { id, folded } of db.prepare(`SELECT id, folded FROM search_text WHERE ${where}`).all()) {
    const left = clean(folded)
    if (left !== folded) db.prepare('UPDATE search_text SET folded = ? WHERE id = ?').run(fold(left), id)
  }
}

function remaining(db: Db, traces: Traces): Forgotten['remaining'] {
  const counts = new Map<string, number>()
  for (const text of db.prepare('SELECT folded FROM search_text').pluck().all() as string[])
    for (const word of remainingWords(text, traces)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, texts]) => ({ word, texts }))
}
