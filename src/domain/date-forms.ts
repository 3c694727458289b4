import type { CivilDate } from './dates.ts'

export interface DateSettings {
  today: CivilDate
  /** Which way a phrase points that does not say so itself: a weekday, a date without a year. */
  direction: 'past' | 'future'
  /** Whether 11/12 is the 11th of December. */
  dayFirst: boolean
  /** Nothing but a date is expected: short weekdays, "3.11" and "20261103" count too. */
  loose?: boolean
}

export interface DateReading {
  on: CivilDate
  /** It could be read in another way. */
  guessed: boolean
}

/** What was found at a place in a text: up to where it goes, and of which sort it is. */
export interface DatePhrase extends DateReading {
  end: number
  form: 'day' | 'span' | 'weekday' | 'calendar' | 'slashed' | 'dotted'
}

type Parts = (string | undefined)[]

/** One way to write a date. */
export interface Form {
  form: DatePhrase['form']
  /** The words it may begin with; `#` is a figure. */
  begins: string[]
  /** Matches it at the start of a text in lower case. */
  match(ahead: string): RegExpExecArray | null
  read(parts: Parts, settings: DateSettings): DateReading | undefined
}

/** No letter and no figure may follow. Plain ranges: with classes of Unicode the patterns would take ten times as long to make. */
export const END = '(?![a-z0-9_\\u00c0-\\u024f])'

/** `needs` is a word without which the form cannot be there: a look that is cheaper than making its pattern. */
export function dateForm(
  form: Form['form'],
  begins: string[],
  source: string,
  read: Form['read'],
  needs = '',
): Form {
  let pattern: RegExp | undefined
  return {
    form,
    begins,
    // Most forms are never needed in one run, and each pattern takes its time to make.
    match(ahead) {
      if (!ahead.includes(needs)) return null
      pattern ??= new RegExp(`^(?:${source})${END}`)
      return pattern.exec(ahead)
    },
    read,
  }
}

export const sure = (on: CivilDate | undefined): DateReading | undefined =>
  on ? { on, guessed: false } : undefined
export const guess = (on: CivilDate | undefined): DateReading | undefined =>
  on ? { on, guessed: true } : undefined
