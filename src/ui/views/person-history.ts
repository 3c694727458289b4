import type { CivilDate } from '../../domain/dates.ts'
import { fromToday, partialDate } from '../dates.ts'
import type { Style } from '../output.ts'
import { oneLine, pad, wrap } from '../text.ts'
import type { Person } from './person.ts'

/** The screen holds the latest of what there may be much of; the JSON has all. */
const SHOWN = 5
const FACTS = 8

/** Open ones both ways; those that are done with are only counted. */
export function promises({ followUps, name }: Person, today: CivilDate, style: Style): string[] {
  const open = followUps.filter(({ doneOn }) => doneOn === null)
  const done = followUps.length - open.length
  return [
    ...open.flatMap(({ id, whose, what, due }) => {
      const until = due ? ` – by ${partialDate(due)}, ${fromToday(due, today)}` : ''
      return labelled(`#${id}`, `${whose === 'mine' ? 'you' : name}: ${what}${until}`, style)
    }),
    ...(done > 0 ? [style.chalk.dim(`  ${open.length > 0 ? 'and ' : ''}${done} earlier, done with`)] : []),
  ]
}

export const learned = ({ facts }: Person, style: Style): string[] => [
  ...facts.slice(0, FACTS).flatMap(({ on, what }) => labelled(on, what, style)),
  ...more(facts.length, FACTS, style),
]

export const encounters = ({ encounters }: Person, style: Style): string[] => [
  ...encounters.slice(0, SHOWN).flatMap(({ on, kind, place, event, text }) => {
    const said = oneLine(text) || [kind, event ?? place].filter(Boolean).join(', ')
    return labelled(on, said, style)
  }),
  ...more(encounters.length, SHOWN, style),
]

/** What went to and fro, as it happened; nothing is added up. */
export const favours = ({ favours }: Person, style: Style): string[] => [
  ...favours
    .slice(0, SHOWN)
    .flatMap(({ on, direction, what }) => labelled(on, `you ${direction}: ${what}`, style)),
  ...more(favours.length, SHOWN, style),
]

export const notes = ({ notes }: Person, { width }: Style): string[] =>
  notes.trim() === '' ? [] : wrap(notes.trim(), Math.max(20, width - 2)).map((line) => `  ${line}`.trimEnd())

const more = (count: number, shown: number, { chalk }: Style): string[] =>
  count > shown ? [chalk.dim(`  and ${count - shown} before that`)] : []

/** A text wrapped beside its date or number. */
function labelled(label: string, text: string, { chalk, width }: Style): string[] {
  const gap = label.length + 2
  return wrap(oneLine(text), Math.max(20, width - gap - 2)).map((line, index) =>
    `  ${index === 0 ? chalk.dim(pad(label, gap)) : ' '.repeat(gap)}${line}`.trimEnd(),
  )
}
