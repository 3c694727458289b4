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
  const texts = rows.map((row) => all.map((column) => oneLine(column.cell(row, style))))
  const shown = fitting(all, texts, style.width)
  const columns = shown.map(({ column }) => column)
  const widths = columnWidths(shown, style.width)
  const heading = columns.map(({ heading }, at) => {
    const text = cut(heading, widths[at]!)
    return { text: style.chalk.dim(text), width: widthOf(text) }
  })
  const isColoured = style.chalk.level > 0
  const lineOf = (line: string[], index: number): Cell[] =>
    shown.map(({ column, at }, place) => {
      const text = cut(line[at]!, widths[place]!)
      const width = widthOf(text)
      return { text: isColoured && column.colour ? column.colour(text, rows[index]!, style) : text, width }
    })
  if (rows.length > MANY_ROWS) {
    const lines = texts.map((line, index) => padded(lineOf(line, index), columns, widths))
    return [padded(heading, columns, widths), ...lines].join('\n')
  }
  /** cli-table3 sets a right-aligned text against the next column. */
  const apart = ({ text }: Cell, at: number) =>
    columns[at]!.align === 'right' && at < columns.length - 1 ? `${text}${BETWEEN}` : text
  const out = new Table({
    head: heading.map(apart),
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: widths.map((width, at) => width + (at === widths.length - 1 ? 0 : GAP)),
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  })
  out.push(
    ...texts.map((line, index) => lineOf(line, index).map((cell, at) => ({ content: apart(cell, at) }))),
  )
  return tidy(out.toString())
}

/** A text, which may be coloured, and the columns it takes. */
interface Cell {
  text: string
  width: number
}

function padded(line: Cell[], columns: Pick<Column<never>, 'align'>[], widths: number[]): string {
  let drawn = ''
  for (let at = 0; at < line.length; at++) {
    const { text, width } = line[at]!
    const gap = ' '.repeat(Math.max(0, widths[at]! - width))
    drawn += `${at === 0 ? '' : BETWEEN}${columns[at]!.align === 'right' ? gap + text : text + gap}`
  }
  return drawn.trimEnd()
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

/** A column, its place among all of them, and how wide its widest text is. */
interface Measured<Row> {
  column: Column<Row>
  at: number
  width: number
}

/** The columns for which there is room. */
function fitting<Row>(all: Column<Row>[], texts: string[][], width: number): Measured<Row>[] {
  const columns = all.map((column, at) => {
    let widest = Math.max(1, widthOf(column.heading))
    for (const line of texts) {
      const text = line[at]!
      // Not even at two columns each it would be any wider.
      if (text.length * 2 > widest) widest = Math.max(widest, widthOf(text))
    }
    return { column, at, width: widest }
  })
  for (;;) {
    const needed = columns.reduce((sum, column) => sum + Math.min(LEAST, column.width) + GAP, -GAP)
    const last = columns.findLastIndex(({ column }) => column.optional)
    if (needed <= width || last < 0) return columns
    columns.splice(last, 1)
  }
}

/** How wide each column may be. */
function columnWidths<Row>(columns: Measured<Row>[], width: number): number[] {
  const natural = columns.map((column) => column.width)
  const room = width - GAP * (columns.length - 1)
  const flexible = columns.map(({ column }) => column.flexible === true)
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
