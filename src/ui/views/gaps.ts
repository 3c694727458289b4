import type { CivilDate } from '../../domain/dates.ts'
import type { Door } from '../../domain/evidence.ts'
import type { CsvColumns } from '../csv.ts'
import type { Style, View } from '../output.ts'
import { beside, cut, listed, oneLine, wrap } from '../text.ts'
import { evidencePhrase } from './who.ts'

/** Something I might need, and who is there for it. */
export interface GapRow {
  id: number
  what: string
  on: CivilDate
  /** For whom all of it speaks. */
  who: Door[]
  /** Where there is nobody: for whom a part of it speaks. */
  partly: Door[]
}

const LONGEST = 120

/** What nobody is there for stands first: that is what one can do something about. */
export const gapsView: View<GapRow[]> = (rows, style) => {
  const { chalk } = style
  const [gaps, covered] = [
    rows.filter(({ who }) => who.length === 0),
    rows.filter(({ who }) => who.length > 0),
  ]
  const parts = [
    section('Nobody there yet', gaps, gapLines, style),
    section('Somebody is there', covered, coveredLines, style),
    gaps.length > 0
      ? wrap(
          'Ask around while there is no hurry; "net need close" and the number takes one off.',
          style.width,
        )
          .map((line) => chalk.dim(line))
          .join('\n')
      : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

const section = (
  title: string,
  rows: GapRow[],
  lines: (row: GapRow, style: Style) => string[],
  style: Style,
): string =>
  rows.length === 0 ? '' : [style.chalk.bold(title), ...rows.flatMap((row) => lines(row, style))].join('\n')

const need = ({ id, what }: GapRow, { chalk, width }: Style): string[] =>
  beside(`  ${chalk.dim(`#${id}`)} `, cut(what, LONGEST), width)

function gapLines(row: GapRow, style: Style): string[] {
  const close = listed(row.partly.map(told))
  return [
    ...need(row, style),
    ...(close ? beside('     ', style.chalk.dim(`close: ${close}`), style.width) : []),
  ]
}

const coveredLines = (row: GapRow, style: Style): string[] => [
  ...need(row, style),
  ...row.who.flatMap((door) => beside('     ', told(door), style.width)),
]

/** With the strongest of what speaks for them. */
const told = ({ name, why: [first] }: Door): string =>
  first ? `${name} (${cut(oneLine(evidencePhrase({ ...first, on: null })), LONGEST)})` : name

export const gapsCsv: CsvColumns<GapRow> = [
  ['id', ({ id }) => id],
  ['what', ({ what }) => what],
  ['on', ({ on }) => on],
  ['who', ({ who }) => who.map(({ name }) => name).join('; ')],
  ['partly', ({ partly }) => partly.map(({ name }) => name).join('; ')],
]

/** The time to look is before the need. */
export const noNeeds: View<undefined> = () =>
  'What might you need one day: a tax adviser, a lawyer, a room for thirty? Write it down while there is no hurry:\nnet need me "a tax adviser"\nThen "net gaps" shows who is there for it, and where nobody is.'
