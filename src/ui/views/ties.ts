import type { PersonRef } from '../../domain/contacts.ts'
import type { PartialDate } from '../../domain/dates.ts'
import type { CsvColumns } from '../csv.ts'
import { partialDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { table } from '../table.ts'
import { listed, wrap } from '../text.ts'

/** Two who know each other. */
export interface TieRow {
  people: [PersonRef, PersonRef]
  sinceOn: PartialDate | null
  /** The number of the introduction that it came from. */
  introduction: number | null
}

export interface TieRecorded {
  operation: number | null
  tie: Omit<TieRow, 'introduction'>
  done: 'added' | 'removed'
}

const names = ({ people }: Pick<TieRow, 'people'>): string => listed(people.map(({ name }) => name))

export const tieRecorded: View<TieRecorded> = ({ tie, done }, { chalk }) => {
  const since = tie.sinceOn === null ? '' : `, since ${partialDate(tie.sinceOn)}`
  return done === 'added'
    ? `${chalk.green('✓')} ${names(tie)} know each other${since}`
    : `${chalk.green('✓')} The tie of ${names(tie)} is taken out\n  ${chalk.dim('"net undo" brings it back.')}`
}

const bold = (text: string, _: TieRow, { chalk }: Style): string => chalk.bold(text)

export const tiesView: View<TieRow[]> = (rows, style) =>
  rows.length === 0
    ? ''
    : table(
        rows,
        [
          { heading: 'Who', cell: ({ people }) => people[0].name, flexible: true, colour: bold },
          { heading: 'Knows', cell: ({ people }) => people[1].name, flexible: true, colour: bold },
          { heading: 'Since', cell: ({ sinceOn }) => (sinceOn === null ? '' : partialDate(sinceOn)) },
          {
            heading: 'Introduction',
            cell: ({ introduction }) => (introduction === null ? '' : `#${introduction}`),
          },
        ],
        style,
      )

export const tiesCsv: CsvColumns<TieRow> = [
  ['id', ({ people }) => people[0].id],
  ['name', ({ people }) => people[0].name],
  ['otherId', ({ people }) => people[1].id],
  ['other', ({ people }) => people[1].name],
  ['sinceOn', ({ sinceOn }) => sinceOn],
  ['introduction', ({ introduction }) => introduction],
]

export const moreTies: View<{ shown: number }> = ({ shown }, { chalk }) =>
  chalk.dim(`There are more: --limit ${shown * 10} shows them, a contact's name only theirs.`)

export const noTies: View<{ name: string | null }> = ({ name }, { width }) =>
  wrap(
    name === null
      ? 'No ties are recorded yet. "net tie Ada Grace" notes that two people know each other; introductions do so by themselves.'
      : `Nobody is noted whom ${name} knows. "net tie" notes that two people know each other.`,
    width,
  ).join('\n')
