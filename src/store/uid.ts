import type { Db } from './database.ts'

/**
 * A new UUIDv7 (RFC 9562 §5.7): unique everywhere, later ones after earlier ones to the millisecond. SQLite is asked for
 * the random part, because loading Node's own takes longer than all the rest of a write.
 */
export function newUid(db: Db): string {
  const random = db.prepare('SELECT hex(randomblob(10))').pluck().get() as string
  const time = Date.now().toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(random[3]!, 16) & 3)).toString(16)
  const digits = `${time}7${random.slice(0, 3)}${variant}${random.slice(4, 19)}`.toLowerCase()
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
