import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { IntroductionTold } from '../../domain/introductions.ts'
import type { View } from '../output.ts'
import { beside } from '../text.ts'
import { introductionRecorded } from './introductions.ts'

export interface MetPerson extends PersonRef {
  /** Not known before. */
  new: boolean
}

export interface MetRecorded {
  operation: number | null
  contact: MetPerson
  via: MetPerson
  introduction: IntroductionTold
  /** Where I first met them by what was known, where something else was said now. */
  metAtBefore: string | null
}

export const metRecorded =
  (today: CivilDate): View<MetRecorded> =>
  ({ operation, contact, via, introduction, metAtBefore }, style) => {
    const told = introductionRecorded(today)({ operation, introduction, done: 'made' }, style)
    const added = [contact, via].filter((person) => person.new)
    const notes = [
      ...added.map(({ id, name }) => `${name} is new (#${id}).`),
      ...(metAtBefore === null
        ? []
        : [`You first met at "${metAtBefore}" already; "net edit --met-at" changes that.`]),
    ]
    return [told, ...notes.flatMap((note) => beside('  ', note, style.width))].join('\n')
  }
