import { Chalk, type ChalkInstance } from 'chalk'
import { toCsv } from './csv.ts'
import { printableDeep } from './text.ts'

/** What a view may know of the place it is shown in. */
export interface Style {
  /** Columns. */
  width: number
  chalk: ChalkInstance
  /** Whether a person looks at it: "3 days ago" for them, the date for a pipe. */
  terminal: boolean
}

/** Data in, text out; no trailing newline. An empty string prints nothing. */
export type View<T> = (data: T, style: Style) => string

/** One line per column: its heading and what stands in it. */
export type CsvColumns<Row> = [heading: string, cell: (row: Row) => string | number | null | undefined][]

export interface OutputFlags {
  json?: boolean
  csv?: boolean
}

export interface OutputStreams {
  out: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  err: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  /** `COLUMNS`, where no terminal tells. */
  columns?: number
  /** Whether to colour what goes to a stream. */
  colour: (terminal: boolean) => boolean
}

export type Output = ReturnType<typeof createOutput>

/** Where everything a user reads goes: data to stdout, talk to stderr. Stored text is made harmless on the way. */
export function createOutput({ out, err, columns, colour }: OutputStreams) {
  const styleOf = (stream: OutputStreams['out']): Style => {
    const terminal = stream.isTTY === true
    return {
      width: (terminal ? stream.columns : undefined) ?? columns ?? 80,
      chalk: new Chalk({ level: colour(terminal) ? 1 : 0 }),
      terminal,
    }
  }
  const print = (stream: OutputStreams['out'], text: string) => {
    if (text !== '') stream.write(text.endsWith('\n') ? text : `${text}\n`)
  }

  return {
    /** Shows data as its view draws it, or as JSON when asked. */
    show<T>(data: T, view: View<T>, flags: OutputFlags = {}): void {
      if (flags.json) print(out, json(data))
      else print(out, view(printableDeep(data), styleOf(out)))
    },

    /** Shows rows as their view draws them, or as JSON or CSV when asked. */
    showRows<Row>(rows: Row[], view: View<Row[]>, csv: CsvColumns<Row>, flags: OutputFlags = {}): void {
      if (flags.csv) print(out, toCsv(rows, csv))
      else this.show(rows, view, flags)
    },

    /** Tells something beside the data: a hint, a warning, a question's answer. */
    tell<T>(data: T, view: View<T>): void {
      print(err, view(printableDeep(data), styleOf(err)))
    },
  }
}

/** JSON in which no control character stands bare: DEL and C1 are escaped as well, so it is safe to look at. */
const json = (data: unknown): string =>
  JSON.stringify(data, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
