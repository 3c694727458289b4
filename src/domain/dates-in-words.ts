import type { DateReading } from './date-forms.ts'
import { addDays, type CivilDate, civilDate } from './dates.ts'
import { readDate } from './read-date.ts'

/** Written in figures alone: what our own reader refuses, such as 2026-02-30, is then no date, and nobody is asked to guess. */
const FIGURES = /^[\d\s./-]*$/
const LONGEST = 100

/**
 * Reads a date that a user gave as a date, more generously than `readDate`: what that does not know goes to chrono-node,
 * which is loaded only then. `undefined` when it is none.
 */
export async function readDateInWords(
  text: string,
  today: CivilDate,
  settings: { direction?: 'past' | 'future'; dayFirst?: boolean } = {},
): Promise<DateReading | undefined> {
  const own = readDate(text, today, settings)
  const wanted = text.trim().replace(/^(?:on\s+)?(?:the|am|den|der)\s+/i, '')
  if (own || FIGURES.test(wanted) || wanted.length > LONGEST) return own
  const [english, german] = await Promise.all([import('chrono-node/en'), import('chrono-node/de')])
  const readers = [settings.dayFirst === false ? english.casual : english.GB, german.casual]
  for (const reader of readers) {
    const on = readWith(reader, wanted, today, settings.direction ?? 'past')
    if (on) return { on, guessed: true }
  }
  return undefined
}

type Reader = Pick<typeof import('chrono-node/en').casual, 'parse'>

function readWith(
  reader: Reader,
  text: string,
  today: CivilDate,
  direction: 'past' | 'future',
): CivilDate | undefined {
  const [year, month, day] = today.split('-').map(Number)
  // Noon, local: chrono counts in local time, and no clock change moves noon to another day.
  const noon = new Date(year!, month! - 1, day!, 12)
  const [found] = reader.parse(text, noon, { forwardDate: direction === 'future' })
  // A part of the text is not what the user said; a month or a time alone is no day.
  if (!found || found.text.length !== text.length) return undefined
  const { start } = found
  if (!start.isCertain('day') && !start.isCertain('weekday') && start.isCertain('hour')) return undefined
  if (start.isCertain('month') && !start.isCertain('day')) return undefined
  const on = civilDate(start.get('year')!, start.get('month')!, start.get('day')!)
  const nearest = on && start.isCertain('weekday') && !start.isCertain('day')
  return nearest && direction === 'past' && on > today ? addDays(on, -7) : on
}
