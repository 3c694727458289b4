import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'

/** What kinds of records `net find` reads. */
export type SearchKind = 'contact' | 'encounter' | 'favour' | 'follow-up' | 'fact'

export interface SearchHit {
  kind: SearchKind
  recordId: number
}

const PUT = `INSERT INTO search_text (kind, record_id, folded) VALUES (?, ?, ?)
  ON CONFLICT (kind, record_id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded`
const FIND = `SELECT kind, record_id AS recordId FROM search JOIN search_text ON search_text.id = search.rowid
  WHERE search MATCH ? ORDER BY search.rank LIMIT ?`

export type SearchStore = ReturnType<typeof searchStore>

export function searchStore(db: Db) {
  return {
    /** Makes a record findable by its words; parts that are missing are passed over. */
    put(kind: SearchKind, recordId: number, parts: (string | null)[]): void {
      db.prepare(PUT).run(kind, recordId, fold(parts.filter(Boolean).join(' ')))
    },

    /** Records in which every word occurs (the last one as a beginning too), best first. */
    find(words: string, limit: number): SearchHit[] {
      const terms = fold(words).match(/[\p{L}\p{N}]+/gu) ?? []
      if (terms.length === 0) return []
      const query = terms.map((term, index) => `"${term}"${index === terms.length - 1 ? '*' : ''}`).join(' ')
      return db.prepare(FIND).all(query, limit) as SearchHit[]
    },
  }
}
