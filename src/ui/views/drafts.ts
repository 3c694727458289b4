import type { PersonRef } from '../../domain/contacts.ts'
import type { CsvColumns } from '../csv.ts'
import type { Style, View } from '../output.ts'
import type { TextQuestion } from '../prompt.ts'
import { beside, counted, cut, listed, oneLine, pad, wrap } from '../text.ts'

/** A meeting that waits to be logged, and who of it is in the journal. */
export interface DraftRow {
  id: number
  on: string
  title: string
  place: string | null
  /** What the calendar says of it beside the title: shown, and not logged. */
  description: string
  known: PersonRef[]
  /** Those with a name become contacts when it is logged. */
  unknown: { name: string | null; email: string | null }[]
}

export interface Settled {
  operation: number | null
  taken: DraftRow[]
  dropped: DraftRow[]
}

const who = ({ known, unknown }: DraftRow): string => {
  const fresh = unknown.map(({ name, email }) => (name === null ? `${email} (no name)` : `${name} (new)`))
  return listed([...known.map(({ name }) => name), ...fresh])
}

const told = (row: DraftRow): string =>
  oneLine(
    [row.title || 'Meeting', who(row) && `with ${who(row)}`, row.place && `at ${row.place}`]
      .filter(Boolean)
      .join(' '),
  )

/** An address alone makes nobody a contact. */
const asLogged = (row: DraftRow): DraftRow => ({
  ...row,
  unknown: row.unknown.filter(({ name }) => name !== null),
})

export const draftsView: View<DraftRow[]> = (rows, { chalk, width }) => {
  const [first] = rows
  if (!first) return 'No meeting waits. "net import calendar.ics" brings those of a calendar.'
  const numbers = Math.max(...rows.map(({ id }) => `#${id}`.length))
  return [
    ...rows.flatMap((row) =>
      beside(`${pad(`#${row.id}`, numbers)}  ${chalk.dim(row.on)}  `, told(row), width),
    ),
    '',
    ...wrap(
      `"net drafts take ${first.id}" logs one, "net drafts --all" all, "net drafts drop ${first.id}" leaves one out.`,
      width,
    ).map((line) => chalk.dim(line)),
  ].join('\n')
}

/** So much of a description tells what it was about; the rest is mostly how to dial in. */
const DESCRIPTION_SHOWN = 140

export function draftQuestion(row: DraftRow, left: number): string {
  const question = `${row.on}: ${told(row)}${left > 1 ? ` (${left} left)` : ''}`
  const described = cut(oneLine(row.description), DESCRIPTION_SHOWN)
  return described ? `${question}\n  “${described}”\n ` : question
}

export const DRAFT_ANSWERS = [
  { keys: 'yj', name: 'log it', value: 'taken' },
  { keys: 'e', name: 'in other words', value: 'edit' },
  { keys: 'n', name: 'leave it out', value: 'dropped' },
  { keys: 'l', name: 'later', value: 'later' },
  { keys: 'q', name: 'stop here', value: 'stop' },
] as const

/** Asks for the words it is logged in. */
export const draftText = ({ title }: DraftRow): TextQuestion => ({
  message: 'What was it?',
  default: title,
  editable: true,
})

export const draftsCsv: CsvColumns<DraftRow> = [
  ['id', ({ id }) => id],
  ['on', ({ on }) => on],
  ['title', ({ title }) => title],
  ['place', ({ place }) => place],
  ['known', ({ known }) => known.map(({ name }) => name).join('; ')],
  ['unknown', ({ unknown }) => unknown.map(({ name, email }) => name ?? email).join('; ')],
]

export const settledView: View<Settled> = (settled, style) =>
  settledWith('"net undo" takes it back.', settled, style)

/** Each is an operation of its own. */
export const settledOneByOneView: View<Settled> = (settled, style) =>
  settledWith(
    settled.taken.length + settled.dropped.length > 1
      ? '"net undo" takes back the last one.'
      : '"net undo" takes it back.',
    settled,
    style,
  )

function settledWith(undo: string, { operation, taken, dropped }: Settled, { chalk, width }: Style): string {
  if (taken.length + dropped.length === 0) return 'Nothing was changed.'
  const parts = [
    taken.length > 0 && `${counted(taken.length, 'meeting')} logged`,
    dropped.length > 0 && `${dropped.length} left out`,
  ].filter((part) => part !== false)
  return [
    `${chalk.green('✓')} ${listed(parts)}.`,
    ...taken.flatMap((row) => beside(`  ${chalk.dim(row.on)}  `, told(asLogged(row)), width)),
    ...(operation === null ? [] : [chalk.dim(`  ${undo}`)]),
  ].join('\n')
}
