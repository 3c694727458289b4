import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { ToldIntroduction } from '../../domain/entry/introductions.ts'
import type { FavourDirection } from '../../domain/favours.ts'
import type { LinkedFavour } from '../../domain/passing-on.ts'
import { dayTold, shortDate } from '../dates.ts'
import type { View } from '../output.ts'
import { beside, capitalised, cut, listed, oneLine } from '../text.ts'

export interface FavourRecorded {
  operation: number | null
  favour: {
    direction: FavourDirection
    what: string
    weight: number
    on: CivilDate
    people: PersonRef[]
    passedOn: LinkedFavour[]
  }
  /** What had to be written down as received, since it was passed on. */
  received: number[]
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
  const told = (person: Party) => (person.new ? `${person.name} (new)` : person.name)
  const names = listed(people.map(told))
  return introducer === null
    ? `you brought ${names} together`
    : `${told(introducer)} introduced you to ${names}`
}

/** "passed on from Ada: tip on the grant, 2 Oct". @param isNew it is written down as received only now */
export function passedOnTold({ what, on, people }: LinkedFavour, isNew: boolean, today: CivilDate): string {
  const names = listed(people.map(({ name }) => name))
  return isNew
    ? `passed on from ${names}; that they gave it to you is written down, too`
    : `passed on from ${names}: ${cut(oneLine(what), LONGEST)}, ${shortDate(on, today)}`
}

/** Longer words are in the journal, but not said again. */
const LONGEST = 200

export const favourRecorded =
  (today: CivilDate): View<FavourRecorded> =>
  ({ favour, received, introductions }, style) => {
    const { chalk, width } = style
    const { direction, what, weight, on, people, passedOn } = favour
    const names = listed(people.map((person) => person.name))
    const line = direction === 'gave' ? `You gave ${names}` : `You got from ${names}`
    const said = [unusualWeight(weight), dayTold(on, today, style)].filter(Boolean).join(', ')
    return [
      `${chalk.green('✓')} ${line}: ${cut(oneLine(what), LONGEST)} ${chalk.dim(`(${said})`)}`,
      ...passedOn.flatMap((other) =>
        beside('  ', `${capitalised(passedOnTold(other, received.includes(other.id), today))}.`, width),
      ),
      ...introductions.map((introduction) => `  That is an introduction: ${introductionTold(introduction)}.`),
    ].join('\n')
  }
