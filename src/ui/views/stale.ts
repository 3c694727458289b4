import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Reason } from '../../domain/reasons.ts'
import type { Staleness, StalenessState } from '../../domain/staleness.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold } from '../dates.ts'
import type { View } from '../output.ts'
import { type Column, table } from '../table.ts'
import { counted, cut, oneLine, widthOf, wrap } from '../text.ts'

export interface StaleRow extends PersonRef, Staleness {
  circles: string[]
  reason: string | null
  /** The same as facts. */
  because: Reason | null
}

const GROUPS: Record<StalenessState, string> = { cold: 'Going cold', cooling: 'Cooling', warm: 'Warm' }

const WHO: Column<StaleRow> = {
  heading: 'Who',
  // Only a very long name takes the room of the reason.
  cell: ({ name }, { width }) => cut(name, Math.max(16, Math.floor(width * 0.3))),
}
const WHY: Column<StaleRow> = {
  heading: 'Why now',
  // What was heard last is told by its quotes; in so narrow a column words about it would take its room.
  cell: ({ reason, because }) => (because?.kind === 'fact' ? `“${oneLine(because.what)}”` : (reason ?? '')),
  flexible: true,
}

/** Narrower than this, who and why are what there is room for. */
const ROOM_FOR_DAYS = 60

const columns = (today: CivilDate, width: number): Column<StaleRow>[] =>
  width < ROOM_FOR_DAYS
    ? [WHO, WHY]
    : [
        WHO,
        {
          heading: 'Last met',
          cell: ({ lastOn }, style) => dayTold(lastOn, today, style) || 'not yet',
        },
        { heading: 'Every', cell: ({ cadenceDays }) => counted(cadenceDays, 'day'), align: 'right' },
        WHY,
      ]

const INDENT = '  '

/** One table, its rows under the state they are in: they are sorted by it, so a column for it would say little. */
export const staleView =
  (today: CivilDate): View<StaleRow[]> =>
  (rows, style) => {
    if (rows.length === 0) return ''
    const drawn = table(rows, columns(today, style.width), { ...style, width: style.width - INDENT.length })
    const [heading = '', ...lines] = drawn.split('\n').map((line) => INDENT + line)
    const titled = lines.flatMap((line, at) => {
      const { state } = rows[at]!
      return state === rows[at - 1]?.state ? [line] : [style.chalk.bold(GROUPS[state]), line]
    })
    return [heading, ...titled].join('\n')
  }

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

/** Who was due when a pause of the whole journal was over, and comes up little by little. */
export const laterView: View<{ later: number }> = ({ later }, { chalk, width }) =>
  wrap(
    `${later} more ${later === 1 ? 'comes' : 'come'} up over the next weeks, after your pause; "net stale --all" shows everybody.`,
    width,
  )
    .map((line) => chalk.dim(line))
    .join('\n')

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
  'journal-paused': ['The journal is paused, so nobody is going cold.', '"net resume --all" ends the pause.'],
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
  return cold.length === 0 ? head : `${head}: ${fitting(cold.map(oneLine), width - widthOf(head) - 2)}`
}

/** As many names as fit, with … for the rest. */
function fitting(names: string[], width: number): string {
  for (let count = Math.min(names.length, 5); count > 0; count--) {
    const shown = names.slice(0, count).join(', ') + (count < names.length ? ', …' : '')
    if (widthOf(shown) <= width) return shown
  }
  return cut(names[0]!, Math.max(8, width))
}
