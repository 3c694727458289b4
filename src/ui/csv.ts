/** One line per column: its heading and what stands in it. */
export type CsvColumns<Row> = [heading: string, cell: (row: Row) => string | number | null | undefined][]

/** A spreadsheet runs a cell that begins so; a quote in front makes it text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Comma-separated values as RFC 4180 has them, with a heading: line by line. */
export function* csvLines<Row>(rows: Iterable<Row>, columns: CsvColumns<Row>): Generator<string> {
  yield `${columns.map(([heading]) => cell(heading)).join(',')}\r\n`
  for (const row of rows) yield `${columns.map(([, value]) => cell(value(row))).join(',')}\r\n`
}

export const toCsv = <Row>(rows: Row[], columns: CsvColumns<Row>): string =>
  [...csvLines(rows, columns)].join('')
