import Table from 'cli-table3'
import type { Style } from './output.ts'
import { cut, oneLine, widthOf } from './text.ts'

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

/** The columns in which any row has something. */
export const filledColumns = <Row>(rows: Row[], columns: Column<Row>[], style: Style): Column<Row>[] =>
  columns.filter(({ cell }) => rows.some((row) => cell(row, style) !== ''))

const GAP = 2
const BETWEEN = ' '.repeat(GAP)
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
  const cells = rows.map((row) => columns.map((column) => measured(oneLine(column.cell(row, style)))))
  const widths = columnWidths(columns, cells, style.width)
  const drawn = cells.map((line, index) =>
    line.map((cell, at) => {
      const column = columns[at]!
      const short = cell.width > widths[at]! ? measured(cut(cell.text, widths[at]!)) : cell
      return column.colour ? { ...short, text: column.colour(short.text, rows[index]!, style) } : short
    }),
  )
  const heading = columns.map((column, at) => {
    const short = measured(cut(column.heading, widths[at]!))
    return { ...short, text: style.chalk.dim(short.text) }
  })
  if (rows.length > MANY_ROWS) return padded([heading, ...drawn], columns, widths)
  /** cli-table3 sets a right-aligned text against the next column. */
  const apart = ({ text }: Cell, at: number) =>
    columns[at]!.align === 'right' && at < columns.length - 1 ? `${text}${' '.repeat(GAP)}` : text
  const out = new Table({
    head: heading.map(apart),
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: widths.map((width, at) => width + (at === widths.length - 1 ? 0 : GAP)),
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  })
  out.push(...drawn.map((line) => line.map((cell, at) => ({ content: apart(cell, at) }))))
  return tidy(out.toString())
}

/** A text and the columns it takes; measured once, since a list may have thousands. */
interface Cell {
  text: string
  width: number
}

const measured = (text: string): Cell => ({ text, width: widthOf(text) })

function padded(lines: Cell[][], columns: Pick<Column<never>, 'align'>[], widths: number[]): string {
  const isRight = columns.map(({ align }) => align === 'right')
  return lines
    .map((line) => {
      let drawn = ''
      for (const [at, { text, width }] of line.entries()) {
        const gap = ' '.repeat(Math.max(0, widths[at]! - width))
        drawn += `${at === 0 ? '' : BETWEEN}${isRight[at] ? gap + text : text + gap}`
      }
      return drawn.trimEnd()
    })
    .join('\n')
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

/** The columns for which there is room. */
function fitting<Row>(rows: Row[], columns: Column<Row>[], style: Style): Column<Row>[] {
  if (columns.length * (LEAST + GAP) - GAP <= style.width) return columns
  const least = columns.map(({ heading, cell }) => {
    const widest = (most: number, row: Row) => Math.max(most, widthOf(oneLine(cell(row, style))))
    return Math.min(LEAST, rows.reduce(widest, widthOf(heading)))
  })
  const needed = least.reduce((sum, width) => sum + width + GAP, -GAP)
  const last = columns.findLastIndex(({ optional }) => optional)
  return needed <= style.width || last < 0 ? columns : fitting(rows, columns.toSpliced(last, 1), style)
}

/** How wide each column may be. */
function columnWidths<Row>(columns: Column<Row>[], cells: Cell[][], width: number): number[] {
  const natural = columns.map((column, at) =>
    cells.reduce((most, line) => Math.max(most, line[at]!.width), Math.max(1, widthOf(column.heading))),
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
