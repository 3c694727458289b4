import type { CivilDate } from './civil.ts'
import { civilDate } from './civil.ts'

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

export type Parts = (string | undefined)[]
/** One way to write a date. */
export interface Form {
  form: DatePhrase['form']
  pattern: RegExp
  read(parts: Parts, settings: DateSettings): DateReading | undefined
}

export const END = '(?![\\p{L}\\p{N}_])'
/** A form's words at the start of a text, up to the end of a word. Read in lower case: making a pattern that ignores case takes twice as long. */
export const pattern = (source: string) => new RegExp(`^(?:${source})${END}`, 'u')
export const sure = (on: CivilDate | undefined): DateReading | undefined =>
  on ? { on, guessed: false } : undefined
export const guess = (on: CivilDate | undefined): DateReading | undefined =>
  on ? { on, guessed: true } : undefined

/** A day and a month with the year said, or else the latest such day not in the future, or the next one not in the past. */
export function inSomeYear(
  month: number,
  dayOfMonth: number,
  year: string | undefined,
  settings: DateSettings,
): DateReading | undefined {
  const { today, direction } = settings
  const now = Number(today.slice(0, 4))
  if (year) return sure(civilDate(fullYear(Number(year), year.length, now), month, dayOfMonth))
  const step = direction === 'past' ? -1 : 1
  for (let back = 0; back <= 8; back++) {
    const on = civilDate(now + step * back, month, dayOfMonth)
    if (on && (step < 0 ? on <= today : on >= today)) return { on, guessed: direction === 'past' && back > 0 }
  }
  return undefined
}

/** Two digits are the year of that ending which is no further ahead than twenty years. */
function fullYear(year: number, digits: number, now: number): number {
  if (digits > 2) return year
  const inCentury = now - (now % 100) + year
  return inCentury > now + 20 ? inCentury - 100 : inCentury
}
