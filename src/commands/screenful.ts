import type { AppContext } from '../context.ts'
import type { CsvColumns } from '../ui/csv.ts'
import type { OutputFlags, View } from '../ui/output.ts'
import { moreView } from '../ui/views/more.ts'
import { positiveNumber } from './arguments.ts'

/** On one screen and a little more; the rest is asked for. */
export const SHOWN = 50

export interface Limited extends OutputFlags {
  limit?: number
}

/** The option of such a list. */
export const LIMIT = [
  '--limit <number>',
  `how many (default: ${SHOWN} on a screen, else all)`,
  positiveNumber,
] as const

/** Shows the first rows of a list, and how many more there are. What goes to a pipe or is asked for as data is all of it. */
export function showList<Row>(
  { output }: AppContext,
  rows: Row[],
  view: View<Row[]>,
  csv: CsvColumns<Row>,
  options: Limited,
): void {
  const asData = options.json || options.csv
  const shown = rows.slice(0, options.limit ?? (output.terminal && !asData ? SHOWN : rows.length))
  output.showRows(shown, view, csv, options)
  const more = rows.length - shown.length
  if (more > 0 && !asData) output.tell({ more, all: rows.length }, moreView)
}
