import { parse } from 'csv-parse/sync'
import type { Unread } from '../foreign.ts'

/** One row of a file, its cells by the names of their columns (`columnName`). */
export interface Row {
  /** The first of its lines, counted from 1. */
  line: number
  /** Of columns that occur twice the first one that says something. */
  cells: ReadonlyMap<string, string>
}

export interface Table {
  columns: string[]
  rows: Row[]
  unread: Unread[]
}

/** A header stands within so many lines; before it may be notes. */
const FARTHEST_HEADER = 20
/** No row that a person could look at is longer. */
const LONGEST_ROW = 1024 * 1024
const MOST_COLUMNS = 1000

/** A column's name as it is compared: without marks, odd spaces and capitals. */
const columnName = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * Reads a table whose header is found by what it says, since notes may stand before it, its columns may be in any order, and
 * others among them.
 * @param isHeader asked for the names of the columns of each line that could be one
 * @param inEnglish what a column of another language is called
 * @returns `undefined` when no line is the header
 */
export function tableOf(
  text: string,
  isHeader: (columns: string[]) => boolean,
  inEnglish = (column: string) => column,
): Table | undefined {
  const header = headerIn(text, isHeader, inEnglish)
  if (!header) return undefined
  const { columns, separator, from, line } = header
  const table: Table = { columns, rows: [], unread: [] }
  readRows(text, from, line + 1, separator, table)
  return table
}

interface Header {
  columns: string[]
  separator: string
  /** Where in the text the rows begin. */
  from: number
  line: number
}

/** By physical lines: the quotes of what stands before the header may never be closed. */
function headerIn(
  text: string,
  isHeader: (columns: string[]) => boolean,
  inEnglish: (column: string) => string,
): Header | undefined {
  for (let from = 0, line = 1; line <= FARTHEST_HEADER && from < text.length; line++) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    if (end - from <= LONGEST_ROW) {
      const content = text.slice(from, end)
      for (const separator of [',', ';', '\t']) {
        const columns = cellsOf(content, separator).map((cell) => inEnglish(columnName(cell)))
        if (columns.length <= MOST_COLUMNS && isHeader(columns))
          return { columns, separator, from: end + 1, line }
      }
    }
    from = end + 1
  }
  return undefined
}

const OPTIONS = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_ROW,
} as const

function cellsOf(line: string, separator: string): string[] {
  try {
    const rows: string[][] = parse(line, { ...OPTIONS, delimiter: separator })
    return rows[0] ?? []
  } catch {
    return []
  }
}

/** After a row that can't be read (a quote that is never closed, no end) it goes on with the next line. */
function readRows(text: string, start: number, firstLine: number, separator: string, table: Table): void {
  for (let from = start, line = firstLine; from < text.length; ) {
    const rows: string[][] = []
    const starts: number[] = [line]
    try {
      parse(text.slice(from), {
        ...OPTIONS,
        delimiter: separator,
        on_record: (cells: string[], { lines }: { lines: number }) => {
          rows.push(cells)
          starts.push(line + lines)
        },
      })
      addRows(rows, starts, table)
      return
    } catch {
      addRows(rows, starts, table)
      const bad = starts.at(-1)!
      table.unread.push({ line: bad, reason: 'not-a-row' })
      for (; line <= bad; line++) {
        const newline = text.indexOf('\n', from)
        if (newline < 0) return
        from = newline + 1
      }
    }
  }
}

function addRows(rows: string[][], starts: number[], table: Table): void {
  rows.forEach((cells, at) => {
    const named = new Map<string, string>()
    for (let column = 0; column < Math.min(cells.length, table.columns.length); column++) {
      const name = table.columns[column]!
      const value = cells[column]!.trim()
      if (name !== '' && value !== '' && !named.has(name)) named.set(name, value)
    }
    if (named.size > 0) table.rows.push({ line: starts[at]!, cells: named })
  })
}
