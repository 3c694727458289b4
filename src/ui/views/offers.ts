import type { CivilDate } from '../../domain/dates.ts'
import type { Offering, OfferingKind } from '../../domain/offerings.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold } from '../dates.ts'
import type { View } from '../output.ts'
import { type Column, filledColumns, table } from '../table.ts'

/** What `net offer` and `net need` answer: the one or the other. */
export interface OfferingSaved {
  operation: number | null
  offer?: Offering
  need?: Offering
}

const savedIn = ({ offer, need }: OfferingSaved): Offering => (offer ?? need)!

/** "Ada offers", "you can do", "Ada looks for", "you might need". */
const opening = ({ kind, who }: Pick<Offering, 'kind' | 'who'>): string =>
  kind === 'offer'
    ? who
      ? `${who.name} offers`
      : 'You can do'
    : who
      ? `${who.name} looks for`
      : 'You might need'

export const offeringRecorded =
  (today: CivilDate): View<OfferingSaved> =>
  (saved, style) => {
    const { chalk } = style
    const { id, what, on, ...offering } = savedIn(saved)
    const when = dayTold(on, today, style)
    if (saved.operation === null)
      return `Noted already: ${opening(offering)}: ${what} ${chalk.dim(`(#${id}, ${when})`)}`
    return `${chalk.green('✓')} ${opening(offering)}: ${what} ${chalk.dim(`(#${id}, ${when})`)}`
  }

export const needRecordedHint: View<Offering> = ({ who }, { chalk }) =>
  chalk.dim(
    who
      ? '  "net match" shows who could help whom.'
      : '  "net gaps" shows who could help, or that nobody is there yet.',
  )

export const offeringClosed: View<OfferingSaved> = (saved, { chalk }) => {
  const { kind, who, what } = savedIn(saved)
  const closed =
    kind === 'offer' ? 'No longer offered' : who ? `${who.name} no longer looks for` : 'You no longer need'
  return `${chalk.green('✓')} ${closed}${kind === 'offer' && who ? ` by ${who.name}` : ''}: ${what}`
}

export const offeringsCsv: CsvColumns<Offering> = [
  ['id', ({ id }) => id],
  ['who', ({ who }) => who?.name ?? 'me'],
  ['what', ({ what }) => what],
  ['on', ({ on }) => on],
  ['closedOn', ({ closedOn }) => closedOn],
]

export const offeringsView =
  (today: CivilDate): View<Offering[]> =>
  (offerings, style) => {
    if (offerings.length === 0) return ''
    const columns: Column<Offering>[] = [
      { heading: '#', align: 'right', cell: ({ id }) => String(id) },
      {
        heading: 'Who',
        flexible: true,
        cell: ({ who }) => who?.name ?? 'you',
        colour: (text, { closedOn }, { chalk }) => (closedOn === null ? chalk.bold(text) : chalk.dim(text)),
      },
      { heading: 'What', flexible: true, cell: ({ what }) => what },
      { heading: 'Since', cell: ({ on }) => dayTold(on, today, style) },
      { heading: 'Closed', cell: ({ closedOn }) => dayTold(closedOn, today, style) },
    ]
    return table(offerings, filledColumns(offerings, columns, style), style)
  }

const NONE: Record<OfferingKind, string> = {
  offer:
    'Nothing yet. What people can do goes into the log line ("… offers Ada: UX design"), or in by itself:\nnet offer Ada "UX design", and for what you can do: net offer me "a talk on pricing"',
  need: 'Nothing yet. What people look for goes into the log line ("… needs Ada: a designer"), or in by itself:\nnet need Ada "a designer", and for what you might need one day: net need me "a tax adviser"',
}

/** An empty list teaches. */
export const noOfferings: View<OfferingKind> = (kind) => NONE[kind]
