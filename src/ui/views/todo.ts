import type { CivilDate } from '../../domain/dates.ts'
import { daysBetween } from '../../domain/dates.ts'
import type { Promiser, PromiseState } from '../../domain/promises.ts'
import type { CsvColumns } from '../csv.ts'
import { fromToday, shortDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { table } from '../table.ts'
import { listed } from '../text.ts'

/** An open promise. */
export interface TodoRow {
  id: number
  whose: Promiser
  what: string
  due: CivilDate | null
  madeOn: CivilDate
  people: { id: number; name: string }[]
  encounterId: number | null
}

/** When it is due, said without reproach. */
function dueWords(due: CivilDate | null, today: CivilDate): string {
  if (due === null) return 'any time'
  const days = daysBetween(due, today)
  if (days > 0) return `was due ${fromToday(due, today)}`
  if (days > -7) return fromToday(due, today)
  return shortDate(due, today)
}

const section = (title: string, rows: TodoRow[], today: CivilDate, style: Style): string => {
  if (rows.length === 0) return ''
  const drawn = table(
    rows,
    [
      { heading: '#', cell: (row) => String(row.id), align: 'right' },
      {
        heading: 'Due',
        cell: (row) => (style.terminal ? dueWords(row.due, today) : (row.due ?? '')),
        colour: (text, row, { chalk }) => (row.due !== null && row.due <= today ? chalk.bold(text) : text),
      },
      { heading: 'What', cell: (row) => row.what, flexible: true },
      { heading: 'Who', cell: (row) => listed(row.people.map(({ name }) => name)), flexible: true },
    ],
    style,
  )
  return `${style.chalk.bold(title)}\n${drawn}`
}

export const todoView =
  (today: CivilDate): View<TodoRow[]> =>
  (rows, style) => {
    if (rows.length === 0)
      return 'Nothing is open. A promise goes into the log line: "… todo: send slides by friday".'
    const of = (whose: TodoRow['whose']) => rows.filter((row) => row.whose === whose)
    const parts = [
      section('You promised', of('mine'), today, style),
      section('Promised to you', of('theirs'), today, style),
      style.chalk.dim('"net done" and the number closes one.'),
    ]
    return parts.filter(Boolean).join('\n\n')
  }

export const todoCsv: CsvColumns<TodoRow> = [
  ['id', (row) => row.id],
  ['whose', (row) => row.whose],
  ['due', (row) => row.due],
  ['what', (row) => row.what],
  ['people', (row) => row.people.map(({ name }) => name).join('; ')],
  ['madeOn', (row) => row.madeOn],
]

export interface Closed {
  operation: number | null
  followUps: {
    id: number
    whose: Promiser
    what: string
    state: PromiseState
    people: { name: string }[]
  }[]
}

const CLOSED: Record<PromiseState, string> = {
  open: 'Open',
  kept: 'Done',
  late: 'Done',
  'let-off': 'Let go',
  broken: 'Did not come about',
}

export const closedView: View<Closed> = ({ followUps }, { chalk }) =>
  followUps
    .map(({ whose, what, state, people }) => {
      const names = listed(people.map(({ name }) => name))
      const by = whose === 'theirs' && names !== '' ? ` (${names})` : ''
      return `${chalk.green('✓')} ${CLOSED[state]}: ${what}${by}`
    })
    .join('\n')
