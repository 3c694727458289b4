import type { CivilDate } from '../domain/dates.ts'
import type { TakenLine } from '../domain/inbox.ts'
import type { Db } from './database.ts'

/** Lines of inbox files on their way from being logged to being marked. */
export function inboxStore(db: Db) {
  return {
    /** Logged, and perhaps not marked yet; in the order they were logged. */
    underWay: (file: string): TakenLine[] =>
      db
        .prepare(
          'SELECT line, encounter_id AS encounter FROM inbox_line WHERE file = ? ORDER BY encounter_id',
        )
        .all(file) as TakenLine[],

    /** The highest number that an encounter has; the next one has a higher one. */
    last: (): number => db.prepare('SELECT coalesce(max(id), 0) FROM encounter').pluck().get() as number,

    /** Encounters of some days that were written down in the same words, the newest first. */
    inTheSameWords: (text: string, from: CivilDate, until: CivilDate): { id: number; on: CivilDate }[] =>
      db
        .prepare(
          'SELECT id, on_date AS "on" FROM encounter WHERE on_date BETWEEN ? AND ? AND text = ? ORDER BY id DESC',
        )
        .all(from, until, text) as { id: number; on: CivilDate }[],

    /** To be called in the operation that logs the line. */
    take(file: string, { line, encounter }: TakenLine): void {
      db.prepare('INSERT INTO inbox_line (file, line, encounter_id) VALUES (?, ?, ?)').run(
        file,
        line,
        encounter,
      )
    },

    /** The file is seen to be marked. */
    arrived(file: string, encounters: number[]): void {
      for (const encounter of encounters)
        db.prepare('DELETE FROM inbox_line WHERE file = ? AND encounter_id = ?').run(file, encounter)
    },
  }
}
