import type { SearchKind } from '../../domain/search.ts'
import type { CsvColumns } from '../csv.ts'
import type { Style, View } from '../output.ts'
import { cut, listed, pad, widthOf } from '../text.ts'

export interface FoundRow {
  kind: SearchKind
  id: number
  on: string | null
  people: { id: number; name: string }[]
  /** The part of the text around the first hit. */
  snippet: string
  /** Where in the snippet the hits are. */
  hits: [from: number, to: number][]
}

const TITLES: Record<SearchKind, string> = {
  contact: 'People',
  encounter: 'Encounters',
  favour: 'Favours',
  'follow-up': 'Promises',
  fact: 'Learned',
  introduction: 'Introductions',
  event: 'Events',
  offering: 'Offered and needed',
  endorsement: 'Good words',
  outcome: 'What came of it',
}

export const foundView: View<FoundRow[]> = (rows, style) =>
  (Object.keys(TITLES) as SearchKind[])
    .map((kind) =>
      group(
        TITLES[kind],
        rows.filter((row) => row.kind === kind),
        style,
      ),
    )
    .filter(Boolean)
    .join('\n\n')

function group(title: string, rows: FoundRow[], style: Style): string {
  if (rows.length === 0) return ''
  return [style.chalk.bold(title), ...rows.map((row) => line(row, style))].join('\n')
}

const LEAD = 14

/** The date and who, and what was written: beside them where it fits, else below. Of a person their number stands in the date's place. */
function line(row: FoundRow, style: Style): string {
  const names = listed(row.people.map(({ name }) => name))
  const lead = pad(`  ${row.kind === 'contact' ? `#${row.id}` : (row.on ?? '')}`, LEAD)
  const room = Math.max(20, style.width - LEAD)
  const start = `${style.chalk.dim(lead)}${cut(names, room)}`
  if (row.snippet === '') return start.trimEnd()
  const glue = names === '' ? '' : ': '
  if (widthOf(names) + glue.length + widthOf(row.snippet) <= room)
    return `${start}${glue}${marked(row, style)}`
  const part = around(row, room)
  return names === ''
    ? `${start}${marked(part, style)}`
    : `${start}\n${' '.repeat(LEAD)}${marked(part, style)}`
}

type Marked = Pick<FoundRow, 'snippet' | 'hits'>

/** As much of a snippet as fits, with the first hit in it. */
function around({ snippet, hits }: Marked, room: number): Marked {
  if (widthOf(snippet) <= room) return { snippet, hits }
  const [first = 0, end = 0] = hits[0] ?? []
  const space = snippet.lastIndexOf(' ', Math.max(0, end - Math.floor(room * 0.6)))
  const from = end < room - 2 || space < 0 ? 0 : Math.min(space + 1, first)
  const before = from > 0 && !snippet.startsWith('… ', from) ? '… ' : ''
  const text = cut(before + snippet.slice(from), room)
  const shift = before.length - from
  const shown = hits
    .map(([start, stop]): [number, number] => [start + shift, stop + shift])
    .filter(([start, stop]) => start >= 0 && (stop < text.length || !text.endsWith('…')))
  return { snippet: text, hits: shown }
}

function marked({ snippet, hits }: Marked, { chalk }: Style): string {
  let out = ''
  let at = 0
  for (const [from, to] of hits) {
    out += snippet.slice(at, from) + chalk.bold.yellow(snippet.slice(from, to))
    at = to
  }
  return out + snippet.slice(at)
}

export const foundCsv: CsvColumns<FoundRow> = [
  ['kind', (row) => row.kind],
  ['id', (row) => row.id],
  ['on', (row) => row.on],
  ['people', (row) => row.people.map(({ name }) => name).join('; ')],
  ['snippet', (row) => row.snippet],
]

export const nothingFoundView: View<{ words: string }> = ({ words }) =>
  `Nothing found for "${cut(words.replace(/\s+/g, ' '), 60)}".`

export const moreFoundView: View<{ limit: number }> = ({ limit }, { chalk }) =>
  chalk.dim(`There is more: --limit ${limit * 5} shows up to ${limit * 5} of each kind.`)
