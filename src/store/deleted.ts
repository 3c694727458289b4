import type { Db } from './database.ts'

/** What the history of changes still says of somebody who is not in the journal any more. */
export interface DeletedPerson {
  /** The number they had; it may be somebody else's by now. */
  id: number
  uid: string
  /** The names they went by, the last one first. */
  names: string[]
  /** Ways to reach them. */
  reach: string[]
  /** What other programs know them by. */
  sources: SourceKey[]
}

export interface SourceKey {
  format: string
  sourceId: string
}

const FOLDED = `json_extract(coalesce(after, before), '$.folded')`
/** By the whole name before a part of it, then who was there last. */
const FIND = `SELECT uid, json_extract(coalesce(after, before), '$.id') AS id FROM change
  WHERE table_name = 'contact' AND uid NOT IN (SELECT uid FROM contact)
    AND instr(' ' || ${FOLDED} || ' ', ' ' || @folded || ' ') > 0
  ORDER BY ${FOLDED} = @folded DESC, change.id DESC LIMIT 1`
const NAMES = `SELECT name FROM (
    SELECT id, json_extract(before, '$.name') AS name FROM change WHERE table_name = 'contact' AND uid = @uid
    UNION SELECT id, json_extract(after, '$.name') FROM change WHERE table_name = 'contact' AND uid = @uid)
  WHERE name IS NOT NULL GROUP BY name ORDER BY max(id) DESC`
/** Rows of the history that hung on the number `@was` while it was that of `@uid`. */
export const HUNG_ON_THEM = `json_extract(coalesce(after, before), '$.contact_id') = @was
    AND operation_id BETWEEN
      (SELECT min(operation_id) FROM change WHERE table_name = 'contact' AND uid = @uid)
      AND (SELECT max(operation_id) FROM change WHERE table_name = 'contact' AND uid = @uid)`
const HANGING = `SELECT DISTINCT json_extract(coalesce(after, before), '$.name') AS name,
    json_extract(coalesce(after, before), '$.value') AS value,
    json_extract(coalesce(after, before), '$.format') AS format,
    json_extract(coalesce(after, before), '$.source_id') AS sourceId
  FROM change WHERE table_name = @table AND ${HUNG_ON_THEM}`

/**
 * Somebody who was deleted, or whose record was taken back, by the name or whole words of it.
 * @param folded what `fold` makes of what is looked for
 */
export function deletedPerson(db: Db, folded: string): DeletedPerson | undefined {
  const found = db.prepare(FIND).get({ folded }) as { uid: string; id: number } | undefined
  if (!found || folded === '') return undefined
  const { uid, id } = found
  const hanging = (table: string) => db.prepare(HANGING).all({ table, was: id, uid })
  const names = db.prepare(NAMES).pluck().all({ uid }) as string[]
  return {
    id,
    uid,
    names: [...new Set([...names, ...hanging('alias').map(({ name }) => name as string)])],
    reach: hanging('reach').map(({ value }) => value),
    sources: hanging('source').map(({ format, sourceId }) => ({ format, sourceId })),
  }
}
