import type { ContactCard } from '../domain/contact-card.ts'
import type { CivilDate } from '../domain/dates.ts'
import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'
import { newUid } from './uid.ts'

/** What another program said of a person when it was last read. */
export interface Source {
  contactId: number
  format: string
  /** What that program knows them by. */
  sourceId: string
  card: ContactCard
  /** Lines of theirs that a journal has no place for, one letter a byte. */
  original: string
}

const PUT = `INSERT INTO source (uid, contact_id, format, source_id, card, original, read_on)
  VALUES (@uid, @contactId, @format, @sourceId, @card, @original, @on)
  ON CONFLICT (format, source_id) DO UPDATE SET contact_id = excluded.contact_id, card = excluded.card,
    original = excluded.original, read_on = excluded.read_on
  WHERE card <> excluded.card OR original <> excluded.original OR contact_id <> excluded.contact_id`

export type SourceStore = ReturnType<typeof sourceStore>

export function sourceStore(db: Db) {
  const toSource = (row: any): Source => ({ ...row, card: JSON.parse(row.card) })
  const SELECT = 'SELECT contact_id AS contactId, format, source_id AS sourceId, card, original FROM source'

  return {
    find(format: string, sourceId: string): Source | undefined {
      const row = db.prepare(`${SELECT} WHERE format = ? AND source_id = ?`).get(format, sourceId)
      return row && toSource(row)
    },

    /** Those of a program whom it called by this name when they were last read, in the order they were first read. */
    ofName(format: string, folded: string): Source[] {
      const rows = db
        .prepare(`${SELECT} WHERE format = @format AND (source_id = @folded OR source_id BETWEEN @folded || ' ' AND @folded || '!')
          ORDER BY id`)
        .all({ format, folded })
      return rows.map(toSource).filter(({ card }) => fold(card.name) === folded)
    },

    /** In the order they were first read. */
    ofContact: (contactId: number): Source[] =>
      db.prepare(`${SELECT} WHERE contact_id = ? ORDER BY id`).all(contactId).map(toSource),

    /** Whether a person, a meeting, a note or a task is taken for the first time; from now on it is not. */
    isFirst(format: string, sourceId: string): boolean {
      const insert = db.prepare(
        'INSERT INTO source_record (format, source_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      )
      return insert.run(format, sourceId).changes === 1
    },

    /** Keeps what was said last. */
    put: ({ card, ...source }: Source, on: CivilDate): void => {
      db.prepare(PUT).run({ ...source, uid: newUid(db), card: JSON.stringify(card), on })
    },
  }
}
