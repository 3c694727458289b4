import { NetError } from '../domain/errors.ts'
import { type RawLine, textOf } from './lines.ts'

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

/** A row of an archive, and where it stands. */
export interface ArchivedRow {
  table: string
  row: Row
  /** `null` where the file was written anew by another program, so that its lines say nothing. */
  line: number | null
}

export interface ArchiveFile {
  format: 'archive'
  version: number
  /** Read as they are asked for; throws NetError where the file breaks off. */
  rows: Iterable<ArchivedRow>
}

/** How an archive as it is written here begins. */
const FIRST_LINE = new RegExp(`^\\s*\\{"format": "${ARCHIVE_FORMAT}", .*"tables": \\{\\s*$`)

/** Whether the beginning of a file is that of an archive whose rows stand on a line each: it is read however long it is. */
export const isArchive = (beginning: string): boolean => FIRST_LINE.test(firstLineOf(beginning))

const firstLineOf = (text: string): string =>
  text.slice(0, Math.max(0, text.indexOf('\n'))).replace(/^\ufeff/, '')

/** @throws NetError when the first line is none of an archive's */
export function archiveIn(lines: Iterable<RawLine>): ArchiveFile {
  const source = lines[Symbol.iterator]()
  const first = source.next()
  const { version } = first.done ? {} : (parsed(`${first.value.bytes}}}`) ?? {})
  if (!isVersion(version)) throw brokenAt(1)
  return { format: 'archive', version, rows: rowsIn(source) }
}

function* rowsIn(source: Iterator<RawLine>): Generator<ArchivedRow> {
  let table: string | undefined
  let line = 1
  for (let next = source.next(); !next.done; next = source.next()) {
    line = next.value.number
    const text = textOf(next.value.bytes).trim()
    const [, name, closed] = /^"(\w+)": \[(\])?,?$/.exec(text) ?? []
    if (name) table = closed ? undefined : name
    else if (text === '}}' && table === undefined) return
    else if (text !== '') {
      const [, written, end] = /^(\{.*\})?(\])?,?$/s.exec(text) ?? []
      const row = written === undefined ? undefined : parsed(written)
      if (table === undefined || (written !== undefined && !isRow(row)) || (!written && !end))
        throw brokenAt(line)
      if (row) yield { table, row: row as Row, line }
      if (end) table = undefined
    }
  }
  throw brokenAt(line + 1)
}

const brokenAt = (line: number) => new NetError({ kind: 'archive', why: 'broken', line })

/** An archive that another program wrote anew, all of it at once. @returns `undefined` when it is none */
export function readArchive(text: string): ArchiveFile | undefined {
  const archive = parsed(text)
  if (archive?.format !== ARCHIVE_FORMAT || !isVersion(archive.version)) return undefined
  const tables = archive.tables
  const isTable = (rows: unknown): boolean => Array.isArray(rows) && rows.every(isRow)
  if (!isObject(tables) || !Object.values(tables).every(isTable)) return undefined
  return { format: 'archive', version: archive.version, rows: rowsOf(tables as Record<string, Row[]>) }
}

function* rowsOf(tables: Record<string, Row[]>): Generator<ArchivedRow> {
  for (const [table, rows] of Object.entries(tables)) for (const row of rows) yield { table, row, line: null }
}

const isVersion = (value: unknown): value is number => Number.isInteger(value)

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
