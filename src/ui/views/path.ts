import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../../domain/dates.ts'
import { fromToday, partialDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, cut, listed, oneLine, wrap } from '../text.ts'

export interface PathRow {
  /** From who is asked to who is wanted; one person alone: no other is needed. */
  chain: PersonRef[]
  asker: PersonRef
  knownWell: boolean
  encounters: number
  lastOn: CivilDate | null
  /** When I first met the asker, where that is noted. */
  metOn: PartialDate | null
  /** What went to and fro between the asker and me lately. */
  gave: { what: string; on: CivilDate }[]
  got: { what: string; on: CivilDate }[]
  to: PersonRef & { org: string | null; role: string | null; place: string | null }
}

/** Of a favour's words: enough to remember it by. */
const LONGEST = 60

export const pathsView =
  (today: CivilDate): View<PathRow[]> =>
  (rows, style) =>
    rows.map((row, at) => path(row, at + 1, today, style)).join('\n\n')

function path(row: PathRow, number: number, today: CivilDate, style: Style): string {
  const { chalk, width } = style
  const lead = `${number}. `
  const [first, ...others] = row.chain.map(({ name }) => name)
  const arrow = others.length > 0 ? ` ${chalk.dim('→')} ` : ''
  const chain = `${chalk.bold(first)}${arrow}${others.join(` ${chalk.dim('→')} `)}${where(row)}`
  const room = Math.max(20, width - lead.length)
  return [
    ...beside(chalk.dim(lead), chain, width),
    ...history(row, today)
      .flatMap((line) => wrap(line, room))
      .map((line) => `${' '.repeat(lead.length)}${chalk.dim(line)}`),
  ].join('\n')
}

/** What tells who is wanted, where that is not the name that was asked for. */
function where({ to }: PathRow): string {
  const told = [[to.role, to.org].filter(Boolean).join(' at '), to.place].filter(Boolean).join(', ')
  return told === '' ? '' : ` (${oneLine(told)})`
}

/** What makes asking fair: how long ago we met, and what went to and fro, as it happened. */
function history({ chain, knownWell, lastOn, metOn, gave, got }: PathRow, today: CivilDate): string[] {
  const met =
    lastOn === null
      ? metOn === null
        ? 'you know each other, no meeting is noted'
        : `you first met ${partialDate(metOn)}`
      : `last met ${fromToday(lastOn, today)} (${partialDate(lastOn)})`
  const directly = chain.length > 1 ? '' : knownWell ? '; you know each other well' : '; ask directly'
  const told = (favours: PathRow['gave']) =>
    listed(favours.map(({ what, on }) => `${cut(oneLine(what), LONGEST)} (${partialDate(on.slice(0, 7))})`))
  return [
    `${met}${directly}`,
    ...(gave.length > 0 ? [`you gave: ${told(gave)}`] : []),
    ...(got.length > 0 ? [`you got: ${told(got)}`] : []),
  ]
}

/** Nobody leads there yet. */
export const noPath: View<{ name: string; somewhere: boolean }> = ({ name, somewhere }, { width }) =>
  [
    `No chain of people leads from you to ${somewhere ? `anybody at or in ${name}` : name} yet.`,
    `"net tie Ada Lin" notes who knows whom, and makes such chains; "net who ${name}" asks your whole journal.`,
  ]
    .flatMap((line) => wrap(line, width))
    .join('\n')
