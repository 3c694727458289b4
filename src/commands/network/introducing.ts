import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { NetError } from '../../domain/errors.ts'
import {
  type Introduction,
  type IntroductionWanted,
  introductionFavour,
  whatIsMeant,
} from '../../domain/introductions.ts'
import type { Journal } from '../../store/journal.ts'
import { recordNumber } from '../arguments.ts'
import { refuseCircle } from '../introduced.ts'

/** Who brought whom together: `null` stands for me. */
export interface Parties {
  introducer: PersonRef | null
  a: PersonRef
  b: PersonRef | null
}

/** The introduction of a number. @throws NetError when there is none */
export function chooseIntroduction(context: AppContext, text: string): Introduction {
  const id = recordNumber('the introduction', text, 'net intro list')
  const introduction = context.reading().introductions.byId(id)
  if (introduction) return introduction
  throw new NetError({ kind: 'not-found', what: 'introduction', wanted: `#${id}`, suggestions: [] })
}

export const namesIn = ({ people }: Pick<Introduction, 'people'>): string[] => people.map(({ name }) => name)

/**
 * Writes an introduction down; to be called inside an operation. One that I made counts as a favour given, one that I got
 * as a favour received, as soon as it is made.
 * @returns its id
 * @throws NetError already-there when it is known; bad-input when it would lead in a circle
 */
export function recordIntroduction(journal: Journal, parties: Parties, wanted: IntroductionWanted): number {
  const { introducer, a, b } = parties
  const { purpose, on, offered } = wanted
  const ids = { introducerId: introducer?.id ?? null, aId: a.id, bId: b?.id ?? null }
  if (introducer && !b) refuseCircle(journal, introducer, a)
  const meant = whatIsMeant(journal.introductions.between(ids), wanted)
  switch (meant.kind) {
    case 'known':
      throw new NetError({
        kind: 'already-there',
        what: 'introduction',
        name: namesIn(meant.known).join(' and '),
        id: meant.known.id,
      })
    case 'purpose':
      journal.introductions.setPurpose(meant.known.id, meant.purpose)
      return meant.known.id
    case 'made':
      if (purpose !== null && meant.known.purpose === null)
        journal.introductions.setPurpose(meant.known.id, purpose)
      makeIntroduction(journal, meant.known.id, on)
      return meant.known.id
    case 'new': {
      const id = journal.introductions.add({ ...ids, on, purpose, offered: true })
      if (!offered) makeIntroduction(journal, id, on)
      return id
    }
  }
}

/** It is made now; to be called inside an operation. */
export function makeIntroduction(journal: Journal, id: number, on: CivilDate): void {
  const introduction = journal.introductions.byId(id)!
  const { introducer, people, me } = introduction
  if (introducer && me) refuseCircle(journal, introducer, people[0]!)
  const direction = introducer === null ? 'gave' : me ? 'got' : undefined
  const favourId =
    direction &&
    journal.favours.add({
      direction,
      what: introductionFavour(introduction),
      kind: 'introduction',
      weight: 3,
      on,
      people: introducer ? [introducer] : people,
    })
  journal.introductions.make(id, on, { favourId })
}
