import type { ChalkInstance } from 'chalk'
import { type CsvColumns, toCsv } from './csv.ts'
import { type Progress, progressLine } from './progress.ts'
import { isPrintable, printableDeep, wrapLines } from './text.ts'

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

export interface OutputFlags {
  json?: boolean
  csv?: boolean
}

/** A place that text goes to. */
export interface Sink {
  write(text: string): void
  /** Whether a person looks at it, and how wide it is then. */
  terminal: boolean
  columns: number | undefined
}

export interface OutputOptions {
  out: Sink
  err: Sink
  /** `COLUMNS`, where no terminal tells. */
  columns: number | undefined
  /** Whether what goes to this sink may be coloured. */
  mayColour: (sink: Sink) => boolean
}

export type Output = ReturnType<typeof createOutput>

/** Where everything a user reads goes: data to stdout, talk to stderr. Stored text is made harmless on the way. */
export function createOutput({ out, err, columns, mayColour }: OutputOptions) {
  let coloured: ChalkInstance | undefined
  const style = (sink: Sink): Style => ({
    // A terminal without a size says 0.
    width: Math.max(0, sink.columns || columns || 0) || 80,
    chalk: (mayColour(sink) ? coloured : undefined) ?? plain,
    terminal: sink.terminal,
  })
  /** The line of progress that stands on the terminal. */
  let progress = ''
  const drawProgress = (line: string) => {
    if (line !== progress) err.write(`\r${line}\u001b[K`)
    progress = line
  }
  const print = (sink: Sink, text: string) => {
    drawProgress('')
    if (text !== '') sink.write(text.endsWith('\n') ? text : `${text}\n`)
  }

  /**
   * What a view makes of data that was made harmless. Where there are no colours, no control character may come out of it: what was drawn
   * is looked through at once, and only if there is one the data, which may be thousands of rows, string by string.
   */
  const drawn = <T>(data: T, view: View<T>): string => {
    const place = style(out)
    const text = place.chalk === plain ? view(data, place) : undefined
    return text !== undefined && isPrintable(text) ? text : view(printableDeep(data), place)
  }

  return {
    /** Whether a person looks at what is shown. */
    terminal: out.terminal,

    /** Gets colours ready where somebody will see them; a pipe does not pay for them. To be called before anything is shown. */
    async prepare(): Promise<void> {
      if (mayColour(out) || mayColour(err)) coloured = new (await import('chalk')).Chalk({ level: 1 })
    },

    /** Shows data as its view draws it, or as JSON when asked. */
    show<T>(data: T, view: View<T>, flags: OutputFlags = {}): void {
      if (flags.json) print(out, json(data))
      else print(out, drawn(data, view))
    },

    /** Shows rows as their view draws them, or as JSON or CSV when asked. */
    showRows<Row>(rows: Row[], view: View<Row[]>, csv: CsvColumns<Row>, flags: OutputFlags = {}): void {
      if (flags.csv) print(out, toCsv(rows, csv))
      else this.show(rows, view, flags)
    },

    /** Data in a format of its own, in pieces: as it is, but for what would do something to a terminal. */
    piece(text: string): void {
      drawProgress('')
      if (text !== '') out.write(out.terminal ? printableDeep(text) : text)
    },

    /** Says what takes so long, where a person waits for it: in one line, of which nothing is left once something else is shown. */
    progress<T>(data: T, view: (data: T) => Progress): void {
      if (err.terminal) drawProgress(progressLine(view(printableDeep(data)), style(err).width - 1))
    },

    /** Tells something beside the data: a hint, a warning, a question's answer. */
    tell<T>(data: T, view: View<T>): void {
      const told = view(printableDeep(data), style(err))
      print(err, err.terminal ? wrapLines(told, style(err).width) : told)
    },
  }
}

/** Chalk where there are no colours: every style gives its text back. */
const plain: ChalkInstance = new Proxy((text: unknown) => String(text), {
  get: (_, name) => (name === 'level' ? 0 : plain),
}) as unknown as ChalkInstance

/** JSON in which no control character stands bare: DEL and C1 are escaped as well, so it is safe to look at. */
const json = (data: unknown): string =>
  JSON.stringify(data, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
