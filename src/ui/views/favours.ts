import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { ToldIntroduction } from '../../domain/entry/introductions.ts'
import type { FavourDirection } from '../../domain/favours.ts'
import { fromToday } from '../dates.ts'
import type { View } from '../output.ts'
import { cut, listed, oneLine } from '../text.ts'

export interface FavourRecorded {
  operation: number | null
  favour: {
    direction: FavourDirection
    what: string
    weight: number
    on: CivilDate
    people: PersonRef[]
  }
  introductions: ToldIntroduction<PersonRef>[]
}

/** The usual weight goes without saying. */
export const unusualWeight = (weight: number): string =>
  weight === 1 ? 'small' : weight === 9 ? 'large' : ''

interface Party {
  name: string
  new?: boolean
}

/** "you brought Ada and Lin together", "Ada introduced you to Lin". */
export function introductionTold({ introducer, people }: ToldIntroduction<Party>): string {
  const names = listed(people.map((person) => (person.new ? `${person.name} (new)` : person.name)))
  return introducer === null
    ? `you brought ${names} together`
    : `${introducer.name} introduced you to ${names}`
}

/** Longer words are in the journal, but not said again. */
const LONGEST = 200

export const favourRecorded =
  (today: CivilDate): View<FavourRecorded> =>
  ({ favour: { direction, what, weight, on, people }, introductions }, { chalk, terminal }) => {
    const names = listed(people.map((person) => person.name))
    const line = direction === 'gave' ? `You gave ${names}` : `You got from ${names}`
    const when = terminal ? fromToday(on, today) : on
    const said = [unusualWeight(weight), when].filter(Boolean).join(', ')
    return [
      `${chalk.green('✓')} ${line}: ${cut(oneLine(what), LONGEST)} ${chalk.dim(`(${said})`)}`,
      ...introductions.map((introduction) => `  That is an introduction: ${introductionTold(introduction)}.`),
    ].join('\n')
  }
