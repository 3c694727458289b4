import type { Label } from '../domain/cluster-names.ts'
import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { TiePair } from '../domain/graph.ts'
import type { Db } from './database.ts'

/** An event goes by the name of its series. */
const LABELS = `SELECT contact_id AS id, 'circle' AS kind, name FROM circle_member JOIN circle ON circle.id = circle_id
  UNION ALL SELECT id, 'org', org FROM contact WHERE org IS NOT NULL
  UNION ALL SELECT id, 'place', place FROM contact WHERE place IS NOT NULL
  UNION ALL SELECT contact_id, 'tag', tag FROM contact_tag
  UNION ALL SELECT DISTINCT contact_id, 'event', coalesce(series, event.name) FROM event
    CROSS JOIN encounter ON event_id = event.id CROSS JOIN encounter_contact ON encounter_id = encounter.id`

/** Met at a table where everybody speaks with everybody, more than once, and it is not on record that they know each other. */
const TOGETHER = `SELECT one.contact_id AS a, other.contact_id AS b, count(*) AS times
  FROM encounter_contact AS one JOIN encounter_contact AS other
    ON other.encounter_id = one.encounter_id AND other.contact_id > one.contact_id
  WHERE one.on_date <= @on AND NOT EXISTS (SELECT 1 FROM tie WHERE a_id = one.contact_id AND b_id = other.contact_id)
    AND (SELECT count(*) FROM encounter_contact WHERE encounter_id = one.encounter_id) <= @most
  GROUP BY a, b HAVING count(*) >= @least ORDER BY times DESC, max(one.on_date) DESC, a, b LIMIT @limit`

/** Two people whom I met together. */
export interface MetTogether {
  a: number
  b: number
  times: number
}

/** The whole network at once. */
export function graphStore(db: Db) {
  return {
    /** Everybody, by name. */
    people: () => db.prepare('SELECT id, name FROM contact ORDER BY folded, id').all() as PersonRef[],

    ties: () => db.prepare('SELECT a_id, b_id FROM tie ORDER BY a_id, b_id').raw().all() as TiePair[],

    /** What people may have in common. */
    labels: () => db.prepare(LABELS).all() as Label[],

    /** Pairs without a tie, those met together most often first. @param most people at one encounter */
    metTogether: (how: { on: CivilDate; least: number; most: number; limit: number }) =>
      db.prepare(TOGETHER).all(how) as MetTogether[],
  }
}
