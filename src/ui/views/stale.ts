import type { CivilDate } from '../../domain/dates.ts'
import type { CadenceSource, StalenessState } from '../../domain/staleness.ts'
import { fromToday } from '../dates.ts'
import type { CsvColumns, Style, View } from '../output.ts'
import { type Column, table } from '../table.ts'
import { counted, cut, widthOf } from '../text.ts'

export interface StaleRow {
  id: number
  name: string
  circles: string[]
  /** `null`: never met, counted from the day of adding. */
  lastOn: CivilDate | null
  daysSince: number
  cadenceDays: number
  cadenceFrom: CadenceSource
  ratio: number
  state: StalenessState
  reason: string | null
}

export const STATE_WORDS: Record<StalenessState, string> = {
  cold: 'going cold',
  cooling: 'cooling',
  warm: 'warm',
}

export const stateColour = (text: string, state: StalenessState, { chalk }: Style): string =>
  state === 'cold' ? chalk.cyan(text) : state === 'cooling' ? text : chalk.dim(text)

const columns = (today: CivilDate): Column<StaleRow>[] => [
  { heading: 'Who', cell: ({ name }) => name, flexible: true },
  {
    heading: 'Last met',
    cell: ({ lastOn }, { terminal }) =>
      lastOn === null ? 'not yet' : terminal ? fromToday(lastOn, today) : lastOn,
  },
  { heading: 'Every', cell: ({ cadenceDays }) => counted(cadenceDays, 'day'), align: 'right' },
  {
    heading: 'State',
    cell: ({ state }) => STATE_WORDS[state],
    colour: (text, { state }, style) => stateColour(text, state, style),
  },
  { heading: 'A reason to get in touch', cell: ({ reason }) => reason ?? '', flexible: true },
]

export const staleView =
  (today: CivilDate): View<StaleRow[]> =>
  (rows, style) =>
    rows.length === 0 ? '' : table(rows, columns(today), style)

export const staleCsv: CsvColumns<StaleRow> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['circles', ({ circles }) => circles.join('; ')],
  ['lastOn', ({ lastOn }) => lastOn],
  ['daysSince', ({ daysSince }) => daysSince],
  ['cadenceDays', ({ cadenceDays }) => cadenceDays],
  ['cadenceFrom', ({ cadenceFrom }) => cadenceFrom],
  ['ratio', ({ ratio }) => Math.round(ratio * 1000) / 1000],
  ['state', ({ state }) => state],
  ['reason', ({ reason }) => reason],
]

export const moreView: View<{ more: number }> = ({ more }, { chalk }) =>
  chalk.dim(`… and ${more} more: "net stale --limit ${more + 20}" or --json shows all of them.`)

/** Why there is nobody to show. */
export type Nobody = 'no-contacts' | 'no-encounters' | 'no-match' | 'resting' | 'journal-paused'

const NOBODY: Record<Nobody, [is: string, next: string]> = {
  'no-contacts': [
    'Nobody is in the journal yet.',
    'Write down who you met, and it keeps an eye on when: net log "coffee with Ada"',
  ],
  'no-encounters': [
    'No encounter is written down yet.',
    'Begin with the last one you remember: net log "coffee with Ada last week"; "net stale --all" shows people not met yet.',
  ],
  'no-match': ['Nobody like that has been met yet.', '"net stale --all" shows people not met yet as well.'],
  resting: ['Everybody is paused, snoozed or let go for now.', '"net list" shows them all.'],
  'journal-paused': ['The journal is paused, so nobody is going cold.', '"net resume" ends the pause.'],
}

export const nobodyView: View<Nobody> = (why, { chalk }) => {
  const [is, next] = NOBODY[why]
  return `${is}\n${chalk.dim(next)}`
}

export interface StaleBrief {
  cold: string[]
  /** How many of my promises are due or overdue. */
  due: number
}

/** One line for a prompt or a login, no wider than the terminal; empty when there is nothing to say. */
export const briefView: View<StaleBrief> = ({ cold, due }, { width }) => {
  const parts = [
    due > 0 && `${counted(due, 'promise')} due`,
    cold.length > 0 && `${cold.length} going cold`,
  ].filter(Boolean)
  if (parts.length === 0) return ''
  const head = `net: ${parts.join(', ')}`
  return cold.length === 0 ? head : `${head}: ${fitting(cold, width - widthOf(head) - 2)}`
}

/** As many names as fit, with … for the rest. */
function fitting(names: string[], width: number): string {
  for (let count = Math.min(names.length, 5); count > 0; count--) {
    const shown = names.slice(0, count).join(', ') + (count < names.length ? ', …' : '')
    if (widthOf(shown) <= width) return shown
  }
  return cut(names[0]!, Math.max(8, width))
}
