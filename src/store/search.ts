import { fold } from '../domain/names.ts'
import type { SearchKind } from '../domain/search.ts'
import type { Db } from './database.ts'

const PUT = `INSERT INTO search_text (kind, record_id, folded) VALUES (?, ?, ?)
  ON CONFLICT (kind, record_id) DO UPDATE SET folded = excluded.folded WHERE folded <> excluded.folded`

export type SearchStore = ReturnType<typeof searchStore>

/** The words by which records are found; the people of a record are looked up by their names as they are at the time. */
export function searchStore(db: Db) {
  return {
    /** Makes a record findable by its words; parts that are missing are passed over. */
    put(kind: SearchKind, recordId: number, parts: (string | null)[]): void {
      db.prepare(PUT).run(kind, recordId, fold(parts.filter(Boolean).join(' ')))
    },
  }
}
