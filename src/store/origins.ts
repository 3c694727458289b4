import { type Origin, type OriginLink, originChain } from '../domain/origins.ts'
import type { Db } from './database.ts'
import { knownBefore } from './first-met.ts'

const INTRODUCER = `SELECT contact.id, contact.name, on_date AS "on" FROM introduction JOIN contact ON contact.id = introducer_id
  WHERE a_id = ? AND b_id IS NULL AND made = 1 ORDER BY on_date, introduction.id LIMIT 1`
const FIRST_EVENT = `SELECT event.id, event.name
  FROM (SELECT contact_id, on_date, encounter_id FROM encounter_contact WHERE contact_id = ?
    ORDER BY on_date, encounter_id LIMIT 1) AS first
  JOIN encounter ON encounter.id = encounter_id JOIN event ON event.id = event_id
  WHERE NOT ${knownBefore('first.contact_id', 'first.on_date')}`

export type OriginStore = ReturnType<typeof originStore>

/** How I came to know people. */
export function originStore(db: Db) {
  function originOf(id: number): Origin {
    const introducer = db.prepare(INTRODUCER).get(id)
    const event = db.prepare(FIRST_EVENT).get(id)
    return {
      introducedBy: introducer ? { kind: 'contact', ...introducer } : null,
      metAt: event ? { kind: 'event', ...event } : null,
    }
  }

  return {
    of: originOf,
    /** @see originChain */
    chain: (id: number, limit?: number): OriginLink[] => originChain(id, originOf, limit),

    /** The people from one to another whom they came through, that one included; `undefined` when they did not. */
    wayBack(from: number, to: number): OriginLink[] | undefined {
      const chain = originChain(from, originOf)
      const at = chain.findIndex(({ kind, id }) => kind === 'contact' && id === to)
      return at < 0 ? undefined : chain.slice(0, at + 1)
    },
  }
}
