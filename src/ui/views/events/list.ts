import type { CivilDate } from '../../../domain/dates.ts'
import type { EventRow } from '../../../domain/events.ts'
import type { CsvColumns } from '../../csv.ts'
import { shortDate } from '../../dates.ts'
import type { View } from '../../output.ts'
import { type Column, filledColumns, table } from '../../table.ts'
import { amountsPlain, amountsShort, yesText } from './words.ts'

export const eventsCsv: CsvColumns<EventRow> = [
  ['id', (event) => event.id],
  ['name', (event) => event.name],
  ['series', (event) => event.series],
  ['on', (event) => event.on],
  ['format', (event) => event.format],
  ['place', (event) => event.place],
  ['people', (event) => event.people],
  ['newToMe', (event) => event.newToMe],
  ['contacts', (event) => answer(event.review?.contacts)],
  ['insight', (event) => answer(event.review?.insight)],
  ['fun', (event) => answer(event.review?.fun)],
  ['note', (event) => event.review?.note],
  ['secondHand', (event) => event.secondHand],
  ['thirdHand', (event) => event.thirdHand],
  ['outcomes', (event) => amountsPlain(event.outcomes)],
  [
    'cost',
    ({ cost, currency }) =>
      cost === null || currency === null ? null : amountsPlain([{ value: cost, currency }]),
  ],
  ['minutes', (event) => event.minutes],
  ['expected', (event) => event.expected],
]

const answer = (yes: boolean | undefined) => (yes === undefined ? null : yes ? 'yes' : 'no')

const count = (number: number) => (number === 0 ? '' : String(number))

/** Columns that have nothing in them are left out. */
export const eventsView =
  (today: CivilDate): View<EventRow[]> =>
  (events, style) => {
    if (events.length === 0) return ''
    const columns: Column<EventRow>[] = [
      {
        heading: '#',
        align: 'right',
        cell: ({ id }) => String(id),
        colour: (text, _, { chalk }) => chalk.dim(text),
      },
      {
        heading: 'Event',
        flexible: true,
        cell: ({ name }) => name,
        colour: (text, { on }, { chalk }) =>
          on !== null && on > today ? chalk.italic(text) : chalk.bold(text),
      },
      { heading: 'When', cell: ({ on }) => (on === null ? '' : style.terminal ? shortDate(on, today) : on) },
      { heading: 'Met', align: 'right', cell: ({ people }) => count(people) },
      {
        heading: 'New',
        align: 'right',
        cell: ({ people, newToMe }) => (people === 0 ? '' : String(newToMe)),
      },
      { heading: '2nd', align: 'right', cell: ({ secondHand }) => count(secondHand) },
      { heading: '3rd', align: 'right', cell: ({ thirdHand }) => count(thirdHand) },
      {
        heading: 'Yes',
        cell: ({ review, on }) => yesText(review) || (on !== null && on > today ? 'to come' : ''),
      },
      { heading: 'Came of it', align: 'right', cell: ({ outcomes }) => amountsShort(outcomes) },
    ]
    return table(events, filledColumns(events, columns, style), style)
  }

export const noEvents: View<{ any: boolean }> = ({ any }) =>
  any
    ? 'No such event. "net event list" shows all of them.'
    : 'No events yet. One begins with whom you met there, or with a plan:\nnet log "Talked to Ada about Lisbon" --event Breakfast\nnet event add Breakfast --on "next tuesday" --format breakfast'
