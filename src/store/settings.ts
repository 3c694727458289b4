import type { Db } from './database.ts'

/** Settings kept in the journal; what the keys mean is for `domain/settings.ts` to say. */
export function settingStore(db: Db) {
  return {
    get: (key: string) =>
      db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined,
    all: () =>
      db.prepare('SELECT key, value FROM setting ORDER BY key').all() as { key: string; value: string }[],
    set(key: string, value: string): void {
      db.prepare(
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value',
      ).run(key, value)
    },
    unset: (key: string) => void db.prepare('DELETE FROM setting WHERE key = ?').run(key),
  }
}
