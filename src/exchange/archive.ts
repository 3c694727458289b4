/**
 * Our own archive, described in docs/archive.md: everything in a journal but its history, as JSON that any program reads. One
 * row stands on a line, so that it is also read by eye.
 */
export const ARCHIVE_FORMAT = 'net-journal'

type Value = string | number | null
type Row = Record<string, Value>

/** An archive as text, piece by piece. */
export function* archivePieces(
  version: number,
  on: string,
  tables: Iterable<{ table: string; rows: Iterable<Row> }>,
): Generator<string> {
  yield `{"format": ${JSON.stringify(ARCHIVE_FORMAT)}, "version": ${version}, "exportedOn": ${JSON.stringify(on)}, "tables": {`
  let firstTable = true
  for (const { table, rows } of tables) {
    yield `${firstTable ? '' : ','}\n${JSON.stringify(table)}: [`
    firstTable = false
    let first = true
    for (const row of rows) {
      yield `${first ? '' : ','}\n  ${JSON.stringify(row)}`
      first = false
    }
    yield ']'
  }
  yield '\n}}\n'
}

/** @returns `undefined` when it is no archive */
export function readArchive(text: string): { version: number; tables: Record<string, Row[]> } | undefined {
  const archive = parsed(text)
  if (archive?.format !== ARCHIVE_FORMAT || !Number.isInteger(archive.version)) return undefined
  const tables = archive.tables
  const isTable = (rows: unknown): boolean => Array.isArray(rows) && rows.every(isRow)
  return isObject(tables) && Object.values(tables).every(isTable)
    ? { version: archive.version as number, tables: tables as Record<string, Row[]> }
    : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRow = (row: unknown): boolean =>
  isObject(row) &&
  Object.values(row).every((value) => value === null || typeof value === 'string' || Number.isFinite(value))

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
