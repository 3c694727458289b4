import { type CardChange, cardChanges } from '../domain/contact-card.ts'
import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { type Arrival, type Evidence, identify, MOST_TO_SHARE } from '../domain/identify.ts'
import { type Conflict, filledUp, mergedCard } from '../domain/merge-cards.ts'
import { isKeyByName, personRecord, sourceKeys } from '../domain/source-keys.ts'
import type { CardStore } from './cards.ts'
import type { Db } from './database.ts'
import { knownPeople } from './known-people.ts'
import type { Source, SourceStore } from './sources.ts'

/** What became of one person of a file. */
export interface Arrived extends PersonRef {
  /** What the program knows them by. */
  key: string
  outcome: 'new' | 'updated' | 'unchanged'
  changes: CardChange[]
  /** What was changed on both sides; what is here stayed. */
  conflicts: Conflict[]
  /** Others it may be, of whom that could not be said for sure. */
  perhaps: { people: PersonRef[]; evidence: Evidence[] } | null
}

export interface Arriving extends Arrival {
  /** Lines that a journal has no place for. */
  original: string
}

export interface ArrivalOptions {
  /** A number as E.164. */
  phoneOf: (number: string) => string | undefined
  today: CivilDate
  /** Whether those who were deleted here come again. */
  deletedToo: boolean
}

/** Takes people of one program's file into the journal, one by one. To be used inside an operation. */
export function arrivals(
  db: Db,
  stores: { cards: CardStore; sources: SourceStore },
  format: string,
  { phoneOf, today, deletedToo }: ArrivalOptions,
) {
  const { cards, sources } = stores
  const known = knownPeople(db, stores, format, phoneOf)
  const keyFor = sourceKeys((name) => sources.ofName(format, name))

  function update(id: number, key: string, arriving: Arriving): Arrived {
    const here = cards.byId(id)!
    const seen = sources.find(format, key)
    const { card, original } = seen && isKeyByName(key, arriving.card) ? completed(arriving, seen) : arriving
    const merged = mergedCard(here, seen?.card ?? null, card, phoneOf)
    const changes = cardChanges(here, merged.card)
    if (changes.length > 0) {
      cards.save(id, merged.card)
      known.learn(id)
    }
    sources.put({ contactId: id, format, sourceId: key, card, original }, today)
    const outcome = changes.length > 0 ? 'updated' : 'unchanged'
    return { id, name: merged.card.name, key, outcome, changes, conflicts: merged.conflicts, perhaps: null }
  }

  /** What a card without a key leaves out is as it was, and so are the lines of theirs that a journal has no place for. */
  function completed(arriving: Arriving, seen: Source): Pick<Arriving, 'card' | 'original'> {
    const card = filledUp(arriving.card, seen.card, phoneOf)
    const isWhole = cardChanges(arriving.card, card).length === 0
    return { card, original: isWhole ? arriving.original : seen.original }
  }

  function add(key: string, { card, original }: Arriving, perhaps: Arrived['perhaps']): Arrived {
    const person = cards.add(card, today)
    known.learn(person.id)
    sources.put({ contactId: person.id, format, sourceId: key, card, original }, today)
    return { ...person, key, outcome: 'new', changes: [], conflicts: [], perhaps }
  }

  return {
    /** @returns `undefined` for somebody who was brought once and deleted here since: nothing is done */
    take(arriving: Arriving): Arrived | undefined {
      const key = keyFor(arriving.sourceId, arriving.card)
      const identity = identify({ ...arriving, sourceId: key }, known, phoneOf)
      const isFirst = sources.isFirst(format, personRecord(key, arriving.card))
      if (identity.state === 'known') return update(identity.id, key, arriving)
      if (!isFirst && !deletedToo) return undefined
      if (identity.state === 'new') return add(key, arriving, null)
      const people = identity.ids.map((id) => ({ id, name: cards.byId(id)!.name }))
      return add(key, arriving, { people, evidence: identity.evidence })
    },

    /** Whether it can still be said, all people being there, that two may be one: an address many turned out to have says nothing. */
    isLikely({ id, evidence }: { id: number; evidence: Evidence[] }): boolean {
      if (!evidence.includes('email')) return true
      const addresses = cards.byId(id)!.reach.filter(({ kind }) => kind === 'email')
      return addresses.some(({ value }) => known.byEmail(value.toLowerCase()).length <= MOST_TO_SHARE)
    },
  }
}
