import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Endorsement } from '../../domain/endorsements.ts'
import type { Style } from '../output.ts'
import { beside, cut, oneLine } from '../text.ts'
import { toldIn } from './endorsements.ts'

interface OfferedOrNeeded {
  what: string
  on: CivilDate
  closedOn: CivilDate | null
}

/** What somebody can do and looks for, and the good words said by them and of them. */
export interface PersonInNetwork {
  offers: OfferedOrNeeded[]
  needs: OfferedOrNeeded[]
  endorsements: Endorsement[]
}

/** The screen holds the latest of what there may be much of; the JSON has all. */
const SHOWN = 5
const LONGEST = 500

/** Those that still stand. */
export const offered = (all: OfferedOrNeeded[], style: Style): string[] => {
  const open = all.filter(({ closedOn }) => closedOn === null)
  return [
    ...open.slice(0, SHOWN).flatMap(({ on, what }) => dated(on, what, style)),
    ...more(open.length, style),
  ]
}

/** Who speaks for whom, seen from this person. */
export const goodWords = ({ id, endorsements }: PersonInNetwork & PersonRef, style: Style): string[] => [
  ...endorsements.slice(0, SHOWN).flatMap((endorsement) => {
    const { by, for: whom, on } = endorsement
    const parties = by.id === id ? `for ${whom?.name ?? 'you'}` : `from ${by.name}`
    const told = toldIn(endorsement)
    return dated(on, told ? `${parties}: ${told}` : parties, style)
  }),
  ...more(endorsements.length, style),
]

const dated = (on: CivilDate, text: string, { chalk, width }: Style): string[] =>
  beside(`  ${chalk.dim(on)}  `, cut(oneLine(text), LONGEST), width)

const more = (count: number, { chalk }: Style): string[] =>
  count > SHOWN ? [chalk.dim(`  and ${count - SHOWN} before that`)] : []
