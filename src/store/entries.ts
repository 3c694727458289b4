import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Entry, EntryFavour } from '../domain/entry/entry.ts'
import { introductionsIn } from '../domain/entry/introductions.ts'
import { favourKind } from '../domain/favours.ts'
import type { EncounterStore } from './encounters.ts'
import type { FactStore } from './facts.ts'
import type { FavourStore } from './favours.ts'
import type { FollowUpStore } from './follow-ups.ts'
import type { IntroductionStore } from './introductions.ts'
import type { OfferingStore } from './offerings.ts'

interface Stores {
  encounters: EncounterStore
  favours: FavourStore
  followUps: FollowUpStore
  facts: FactStore
  offerings: OfferingStore
  introductions: IntroductionStore
}

/** The keys that an entry's records got, in the order of the entry. */
export interface EntryIds {
  encounter: number
  favours: number[]
  followUps: number[]
  /** One for each person of each. */
  offerings: number[][]
}

/** Puts a whole log line into the tables it speaks of. */
export function entryStore({ encounters, favours, followUps, facts, offerings, introductions }: Stores) {
  /** A favour with the introductions it tells of; inside an encounter or on its own. */
  function addFavour(favour: EntryFavour<PersonRef>, on: CivilDate, encounterId?: number): number {
    const favourId = favours.add({ ...favour, kind: favourKind(favour.what), on, encounterId })
    for (const { introducer, a, b } of introductionsIn(favour))
      introductions.tell({
        introducerId: introducer?.id ?? null,
        aId: a.id,
        bId: b?.id ?? null,
        on,
        encounterId,
        favourId,
      })
    return favourId
  }

  return {
    addFavour,

    /** To be called inside a recorded operation. */
    add(entry: Entry<PersonRef>): EntryIds {
      const { on } = entry
      const encounterId = encounters.add(entry)
      const favourIds = entry.favours.map((favour) => addFavour(favour, on, encounterId))
      const followUpIds = entry.followUps.map((followUp) =>
        followUps.add({ ...followUp, madeOn: on, encounterId }),
      )
      for (const fact of entry.learned) facts.add({ ...fact, on, encounterId })
      const offeringIds = entry.offerings.map(({ kind, what, people }) =>
        people.map(({ id }) => offerings.add({ kind, what, contactId: id, on, encounterId })),
      )
      return {
        encounter: encounterId,
        favours: favourIds,
        followUps: followUpIds,
        offerings: offeringIds,
      }
    },
  }
}
