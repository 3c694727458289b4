import { type KnownPeople, MOST_NAMESAKES } from '../domain/identify.ts'
import { firstKey } from '../domain/source-keys.ts'
import type { CardStore } from './cards.ts'
import type { Db } from './database.ts'
import type { SourceStore } from './sources.ts'

const NAMED = `SELECT id FROM contact WHERE folded = @folded UNION SELECT contact_id FROM alias WHERE folded = @folded
  LIMIT ${MOST_NAMESAKES + 1}`

/** The people of the journal as arriving ones are told by; those that are added meanwhile are to be told of by `learn`. */
export interface Directory extends KnownPeople {
  learn(id: number): void
}

/**
 * @param format the program whose keys are looked up
 * @param phoneOf a number as E.164
 */
export function knownPeople(
  db: Db,
  { cards, sources }: { cards: CardStore; sources: SourceStore },
  format: string,
  phoneOf: (number: string) => string | undefined,
): Directory {
  const emails = new Map<string, number[]>()
  const phones = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string | undefined, id: number) => {
    if (key === undefined) return
    const ids = map.get(key)
    if (!ids) map.set(key, [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  const learnReach = (id: number, kind: string, value: string) => {
    if (kind === 'email') put(emails, value.toLowerCase(), id)
    if (kind === 'phone') put(phones, phoneOf(value), id)
  }
  for (const { id, kind, value } of db
    .prepare(`SELECT contact_id AS id, kind, value FROM reach WHERE kind IN ('email', 'phone')`)
    .all())
    learnReach(id, kind, value)

  return {
    bySource: (sourceId) =>
      (sources.find(format, sourceId) ?? sources.find(format, firstKey(sourceId)))?.contactId ??
      // A card that was exported from here.
      (db.prepare('SELECT id FROM contact WHERE uid = ?').pluck().get(sourceId) as number | undefined),
    byEmail: (address) => emails.get(address) ?? [],
    byPhone: (number) => phones.get(number) ?? [],
    byName: (folded) => db.prepare(NAMED).pluck().all({ folded }) as number[],
    cardOf: (id) => cards.byId(id)!,
    learn(id) {
      for (const { kind, value } of cards.byId(id)!.reach) learnReach(id, kind, value)
    },
  }
}
