import type { CompareBy, Comparison } from '../../../domain/event-comparison.ts'
import type { CsvColumns } from '../../csv.ts'
import type { Style, View } from '../../output.ts'
import { type Column, filledColumns, table } from '../../table.ts'
import { beside, cut, listed, pad, widthOf } from '../../text.ts'
import { amountsPlain, amountsShort, amountsText, hoursText, worthGoing } from './words.ts'

export const comparisonCsv: CsvColumns<Comparison> = [
  ['name', (row) => row.name],
  ['visits', (row) => row.visits],
  ['lastOn', (row) => row.lastOn],
  ['reviewed', (row) => row.reviewed],
  ['contacts', (row) => row.yes.contacts],
  ['insight', (row) => row.yes.insight],
  ['fun', (row) => row.yes.fun],
  ['any', (row) => row.yes.any],
  ['people', (row) => row.people],
  ['newToMe', (row) => row.newToMe],
  ['secondHand', (row) => row.secondHand],
  ['thirdHand', (row) => row.thirdHand],
  ['outcomes', (row) => amountsPlain(row.outcomes)],
  ['costs', (row) => amountsPlain(row.costs)],
  ['minutes', (row) => row.minutes],
  ['costPerNewContact', (row) => amountsPlain(row.perNewContact.costs)],
  ['minutesPerNewContact', (row) => row.perNewContact.minutes],
  ['worth', (row) => row.worth],
]

const HEADING: Record<CompareBy, string> = { series: 'Series', format: 'Format' }
const nameOf = ({ name }: Comparison): string => name ?? '(no format)'
const count = (number: number) => (number === 0 ? '' : String(number))
const ofReviewed = (yeses: number, { reviewed }: Comparison) => (reviewed === 0 ? '' : String(yeses))

/** Figures in a table, and below it what they cost and whether to go on, each in a sentence. */
export const comparisonView =
  (by: CompareBy): View<Comparison[]> =>
  (rows, style) => {
    if (rows.length === 0) return ''
    const columns: Column<Comparison>[] = [
      {
        heading: HEADING[by],
        flexible: true,
        cell: nameOf,
        colour: (text, _, { chalk }) => chalk.bold(text),
      },
      { heading: 'Visits', align: 'right', cell: ({ visits }) => String(visits) },
      { heading: 'Contacts', align: 'right', cell: (row) => ofReviewed(row.yes.contacts, row) },
      { heading: 'Insight', align: 'right', cell: (row) => ofReviewed(row.yes.insight, row) },
      { heading: 'Fun', align: 'right', cell: (row) => ofReviewed(row.yes.fun, row) },
      { heading: 'Met', align: 'right', cell: ({ people }) => String(people) },
      { heading: 'New', align: 'right', cell: ({ newToMe }) => String(newToMe) },
      { heading: '2nd', align: 'right', cell: ({ secondHand }) => count(secondHand) },
      { heading: '3rd', align: 'right', cell: ({ thirdHand }) => count(thirdHand) },
      { heading: 'Came of it', align: 'right', cell: ({ outcomes }) => amountsShort(outcomes) },
    ]
    return [table(rows, filledColumns(rows, columns, style), style), ...sentences(rows, style)].join('\n')
  }

function sentences(rows: Comparison[], style: Style): string[] {
  const told = rows
    .map((row) => ({ name: nameOf(row), text: sentence(row) }))
    .filter(({ text }) => text !== '')
  if (told.length === 0) return []
  const names = Math.min(Math.floor(style.width / 3), Math.max(...told.map(({ name }) => widthOf(name))))
  return [
    '',
    ...told.flatMap(({ name, text }) =>
      beside(`${pad(style.chalk.bold(cut(name, names)), names)}  `, text, style.width),
    ),
  ]
}

const sentence = (row: Comparison): string => [perNew(row), worthGoing(row.worth)].filter(Boolean).join(' ')

/** "12 EUR and 1.5 h for each new contact." */
export function perNew({ perNewContact: { costs, minutes } }: Comparison): string {
  const parts = [amountsText(costs), minutes === null ? '' : hoursText(minutes)].filter(Boolean)
  return parts.length === 0 ? '' : `${listed(parts)} for each new contact.`
}
