import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Meeting } from '../../domain/encounters.ts'
import type { FavourDirection } from '../../domain/favours.ts'
import { type PromiseCounts, type Promiser, type PromiseState, promiseCounts } from '../../domain/promises.ts'
import { fromToday, partialDate } from '../dates.ts'
import type { Style } from '../output.ts'
import { beside, cut, listed, oneLine } from '../text.ts'

/** What happened with a person. */
export interface PersonHistory {
  encounters: Meeting[]
  favours: { direction: FavourDirection; what: string; on: CivilDate; passedOn: { people: PersonRef[] }[] }[]
  followUps: {
    /** What `net done` takes. */
    id: number
    whose: Promiser
    what: string
    due: CivilDate | null
    state: PromiseState
  }[]
  facts: { what: string; on: CivilDate }[]
  notes: string
}

/** The screen holds the latest of what there may be much of; the JSON has all. */
const SHOWN = 5
const FACTS = 8
/** Columns of one encounter's text: somebody may have put a book into it. */
const LONGEST = 2000

/** Open ones both ways; of those that are done with, how they went. */
export function promises(
  { followUps, name }: PersonHistory & PersonRef,
  today: CivilDate,
  style: Style,
): string[] {
  const open = followUps.filter(({ state }) => state === 'open')
  const went = (promiser: Promiser) =>
    wentText(promiseCounts(followUps.filter(({ whose }) => whose === promiser)))
  return [
    ...open.flatMap(({ id, whose, what, due }) => {
      const until = due ? ` – by ${partialDate(due)}, ${fromToday(due, today)}` : ''
      return labelled(`#${id}`, `${whose === 'mine' ? 'you' : name}: ${what}${until}`, style)
    }),
    ...closedLine('Your earlier ones', went('mine'), style),
    ...closedLine('Promises to you', went('theirs'), style),
  ]
}

/** "4 kept, 1 kept late": what happened, not what it is worth. */
const wentText = ({ kept, late, broken, 'let-off': letOff }: PromiseCounts): string =>
  [
    kept > 0 && `${kept} kept`,
    late > 0 && `${late} kept late`,
    broken > 0 && `${broken} did not come about`,
    letOff > 0 && `${letOff} let off`,
  ]
    .filter(Boolean)
    .join(', ')

const closedLine = (label: string, text: string, { chalk, width }: Style): string[] =>
  text === '' ? [] : beside('  ', `${label}: ${text}`, width).map((line) => chalk.dim(line))

export const learned = ({ facts }: PersonHistory, style: Style): string[] => [
  ...facts.slice(0, FACTS).flatMap(({ on, what }) => labelled(on, what, style)),
  ...more(facts.length, FACTS, style),
]

export const encounters = ({ encounters }: PersonHistory, style: Style): string[] => [
  ...encounters.slice(0, SHOWN).flatMap(({ on, kind, place, event, text }) => {
    const said = cut(oneLine(text), LONGEST) || [kind, event ?? place].filter(Boolean).join(', ')
    return labelled(on, said, style)
  }),
  ...more(encounters.length, SHOWN, style),
]

/** What went to and fro, as it happened; nothing is added up. */
export const favours = ({ favours }: PersonHistory, style: Style): string[] => [
  ...favours
    .slice(0, SHOWN)
    .flatMap((favour) =>
      labelled(favour.on, `you ${favour.direction}: ${favour.what}${passedOnText(favour)}`, style),
    ),
  ...more(favours.length, SHOWN, style),
]

/** " (from Ada)" of what I gave, " (passed on to Lin)" of what I got. */
function passedOnText({ direction, passedOn }: PersonHistory['favours'][number]): string {
  const names = listed(passedOn.flatMap(({ people }) => people.map(({ name }) => name)))
  return names === '' ? '' : ` (${direction === 'gave' ? 'from' : 'passed on to'} ${names})`
}

export const notes = ({ notes }: PersonHistory, { width }: Style): string[] =>
  notes.trim() === '' ? [] : beside('  ', notes.trim(), width)

const more = (count: number, shown: number, { chalk }: Style): string[] =>
  count > shown ? [chalk.dim(`  and ${count - shown} before that`)] : []

/** A text beside its date or number. */
const labelled = (label: string, text: string, { chalk, width }: Style): string[] =>
  beside(`  ${chalk.dim(label)}  `, oneLine(text), width)
