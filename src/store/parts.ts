import { isUnspaced } from '../domain/search.ts'
import type { Db } from './database.ts'

/** Kinds of records that are looked through for parts of words: those that say something of somebody. */
export type DescribingKind = 'contact' | 'fact' | 'offering' | 'endorsement'

/** The index of which record a hit is knows of no encounters. */
const DESCRIBING = `kind <> 'encounter' AND kind IN ('contact', 'fact', 'offering', 'endorsement')`

/** The index of parts knows those of so many letters. */
const LETTERS = 3

const hitsOf = (index: 'search' | 'search_part') => `${index}
  CROSS JOIN search_text INDEXED BY search_text_record ON search_text.id = ${index}.rowid
  WHERE ${index} MATCH ? AND`
const ALL = 'search_text WHERE'

/**
 * The records in which one of these may occur.
 * @param roots folded beginnings of words, which may stand within longer ones; short ones are beginnings of words of their own, or
 *   they would be in everything
 * @returns the ids of a kind of record, newest first
 */
export function recordsWith(db: Db, roots: string[]): (kind: DescribingKind) => number[] {
  const found = new Map<string, number[]>()
  const collect = (from: string, ...values: string[]) => {
    const sql = `SELECT kind, json_group_array(record_id) FROM ${from}
      ${DESCRIBING} GROUP BY kind`
    const rows = db
      .prepare(sql)
      .raw()
      .all(...values) as [kind: string, ids: string][]
    for (const [kind, ids] of rows) found.set(kind, [...(found.get(kind) ?? []), ...JSON.parse(ids)])
  }
  const words = roots.filter((root) => isShort(root) && isWord(root))
  const others = roots.filter((root) => !words.includes(root))
  const parts = others.flatMap((root) => partsOf(root) ?? [])
  const rest = others.filter((root) => partsOf(root) === undefined)
  if (words.length > 0) collect(hitsOf('search'), words.map((word) => `"${word}"*`).join(' OR '))
  if (parts.length > 0) collect(hitsOf('search_part'), parts.join(' OR '))
  if (rest.length > 0) collect(`${ALL} (${anyOf(rest, 'folded')}) AND`, ...rest.map(pattern))
  return (kind) => [...new Set(found.get(kind))].sort((a, b) => b - a)
}

/**
 * What FTS5 is asked for a text that may stand within a word; `undefined` for one that is too short, or that it can't be asked for.
 * Where all of its parts occur, they need not follow on one another.
 */
export function partsOf(text: string): string | undefined {
  const letters = [...text]
  if (letters.length < LETTERS || text.includes('\0')) return undefined
  const parts = letters.slice(LETTERS - 1).map((_, at) => letters.slice(at, at + LETTERS).join(''))
  return `(${parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ')})`
}

const isShort = (root: string): boolean => root.length < 4 && !isUnspaced(root)

/** Without the signs of C++ and C#, of which an index of words knows nothing. */
const isWord = (root: string): boolean => /^[\p{L}\p{N}]+$/u.test(root)

/** A condition for each root, to be asked with its `pattern`. */
export const anyOf = (roots: string[], column: string): string =>
  roots
    .map((root) => (isShort(root) ? `(' ' || ${column} || ' ') GLOB ?` : `instr(${column}, ?)`))
    .join(' OR ')

export const pattern = (root: string): string => (isShort(root) ? `*[^a-z0-9]${root}*` : root)
