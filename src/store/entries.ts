import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { Entry, EntryFavour } from '../domain/entry/entry.ts'
import { introductionsIn } from '../domain/entry/introductions.ts'
import { favourKind } from '../domain/favours.ts'
import { favourPassedOn } from '../domain/passing-on.ts'
import type { EncounterStore } from './encounters.ts'
import type { FactStore } from './facts.ts'
import type { FavourStore } from './favours.ts'
import type { FollowUpStore } from './follow-ups.ts'
import type { IntroductionStore } from './introductions.ts'
import type { OfferingStore } from './offerings.ts'
import type { PassedOnStore } from './passed-on.ts'

interface Stores {
  encounters: EncounterStore
  favours: FavourStore
  passedOn: PassedOnStore
  followUps: FollowUpStore
  facts: FactStore
  offerings: OfferingStore
  introductions: IntroductionStore
}

/** A favour's key, and those of favours that had to be written down as received because it passes them on. */
export interface AddedFavour {
  id: number
  received: number[]
}

/** The keys that an entry's records got, in the order of the entry. */
export interface EntryIds {
  encounter: number
  favours: number[]
  /** Favours that had to be written down as received, since they were passed on. */
  received: number[]
  followUps: number[]
  /** One for each person of each. */
  offerings: number[][]
}

/** Puts a whole log line into the tables it speaks of. */
export function entryStore(stores: Stores) {
  const { encounters, favours, passedOn, followUps, facts, offerings, introductions } = stores

  /** Links a favour with the one it passes on. @returns the key of that one where nothing was known of it */
  function passOn(favour: EntryFavour<PersonRef>, id: number, from: PersonRef, on: CivilDate): number[] {
    const known = favourPassedOn(passedOn.received(from.id, on), favour.what)
    const { what, weight } = favour
    const received =
      known?.id ?? favours.add({ direction: 'got', what, kind: favourKind(what), weight, on, people: [from] })
    passedOn.link(received, id)
    return known ? [] : [received]
  }

  /** A favour with the introductions it tells of; inside an encounter or on its own. */
  function addFavour(favour: EntryFavour<PersonRef>, on: CivilDate, encounterId?: number): AddedFavour {
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
    const received = favour.from.flatMap((person) => passOn(favour, favourId, person, on))
    return { id: favourId, received }
  }

  return {
    addFavour,

    /** To be called inside a recorded operation. */
    add(entry: Entry<PersonRef>): EntryIds {
      const { on } = entry
      const encounterId = encounters.add(entry)
      const added: AddedFavour[] = []
      // What is passed on may have been got in the same entry.
      for (const passing of [false, true])
        entry.favours.forEach((favour, index) => {
          if (favour.from.length > 0 === passing) added[index] = addFavour(favour, on, encounterId)
        })
      const followUpIds = entry.followUps.map((followUp) =>
        followUps.add({ ...followUp, madeOn: on, encounterId }),
      )
      for (const fact of entry.learned) facts.add({ ...fact, on, encounterId })
      const offeringIds = entry.offerings.map(({ kind, what, people }) =>
        people.map(({ id }) => offerings.add({ kind, what, contactId: id, on, encounterId })),
      )
      return {
        encounter: encounterId,
        favours: added.map(({ id }) => id),
        received: added.flatMap(({ received }) => received),
        followUps: followUpIds,
        offerings: offeringIds,
      }
    },
  }
}
