import Table from 'cli-table3'
import type { Style } from './output.ts'
import { cut, oneLine, pad, widthOf } from './text.ts'

export interface Column<Row> {
  heading: string
  cell: (row: Row, style: Style) => string
  align?: 'left' | 'right'
  /** A column that gives way first when the terminal is narrow; the rest keep what they need. */
  flexible?: boolean
  /** Left out where even cut short there is no room for it; the last one goes first. */
  optional?: boolean
  colour?: (text: string, row: Row, style: Style) => string
}

const GAP = 2
const NO_BORDER = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}
/** cli-table3 measures each cell eight times, which is felt in the start of a command from a dozen rows on. */
const MANY_ROWS = 12

/** A table without lines, no wider than the terminal: flexible columns share what the others leave, cut with …. */
export function table<Row>(rows: Row[], all: Column<Row>[], style: Style): string {
  const columns = fitting(rows, all, style)
  const cells = rows.map((row) => columns.map((column) => oneLine(column.cell(row, style))))
  const widths = columnWidths(columns, cells, style.width)
  const drawn = cells.map((line, index) =>
    line.map((text, at) => {
      const column = columns[at]!
      const short = cut(text, widths[at]!)
      return column.colour ? column.colour(short, rows[index]!, style) : short
    }),
  )
  const heading = columns.map((column, at) => style.chalk.dim(cut(column.heading, widths[at]!)))
  if (rows.length > MANY_ROWS) return padded([heading, ...drawn], columns, widths)
  /** cli-table3 sets a right-aligned text against the next column. */
  const apart = (text: string, at: number) =>
    columns[at]!.align === 'right' && at < columns.length - 1 ? `${text}${' '.repeat(GAP)}` : text
  const out = new Table({
    head: heading.map(apart),
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: widths.map((width, at) => width + (at === widths.length - 1 ? 0 : GAP)),
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  })
  out.push(...drawn.map((line) => line.map((content, at) => ({ content: apart(content, at) }))))
  return tidy(out.toString())
}

const padded = (lines: string[][], columns: Column<never>[] | Column<any>[], widths: number[]): string =>
  tidy(
    lines
      .map((line) =>
        line
          .map((text, at) => pad(text, widths[at]!, columns[at]!.align === 'right' ? 'start' : 'end'))
          .join(' '.repeat(GAP)),
      )
      .join('\n'),
  )

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

/** The columns for which there is room. */
function fitting<Row>(rows: Row[], columns: Column<Row>[], style: Style): Column<Row>[] {
  if (columns.length * (LEAST + GAP) - GAP <= style.width) return columns
  const least = columns.map(({ heading, cell }) => {
    const widths = rows.map((row) => widthOf(oneLine(cell(row, style))))
    return Math.min(LEAST, Math.max(widthOf(heading), ...widths))
  })
  const needed = least.reduce((sum, width) => sum + width + GAP, -GAP)
  const last = columns.findLastIndex(({ optional }) => optional)
  return needed <= style.width || last < 0 ? columns : fitting(rows, columns.toSpliced(last, 1), style)
}

/** How wide each column may be. */
function columnWidths<Row>(columns: Column<Row>[], cells: string[][], width: number): number[] {
  const natural = columns.map((column, at) =>
    Math.max(widthOf(column.heading), ...cells.map((line) => widthOf(line[at]!)), 1),
  )
  const room = width - GAP * (columns.length - 1)
  const flexible = columns.map((column) => column.flexible === true)
  return (
    shrink(natural, flexible, room) ??
    shrink(
      natural.map((width, at) => (flexible[at] ? Math.min(width, LEAST) : width)),
      columns.map(() => true),
      room,
    ) ??
    natural.map(() => 1)
  )
}

/** No column gets narrower. */
const LEAST = 8

/** Takes columns from the widest of those that may give way until all fit; `undefined` when they can't. */
function shrink(natural: number[], mayGive: boolean[], room: number): number[] | undefined {
  const widths = [...natural]
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  while (over > 0) {
    const widest = Math.max(...widths.filter((_, at) => mayGive[at]))
    if (!(widest > LEAST)) return undefined
    widths[widths.findIndex((width, at) => mayGive[at] && width === widest)]! -= 1
    over -= 1
  }
  return widths
}
