import type { DatePhrase, DateSettings } from './date-forms.ts'
import { CALENDAR, LOOSE } from './date-forms-calendar.ts'
import { DAYS, SPANS, WEEKDAYS } from './date-forms-relative.ts'

export type { DatePhrase, DateReading, DateSettings } from './date-forms.ts'

/** What stands first may hold what stands later: a weekday of last week, the week. */
const WORDED = [...WEEKDAYS, ...SPANS, ...DAYS]
const FIGURED = [...CALENDAR, ...WORDED]

/** Longer than any date phrase. */
const REACH = 60

/** The date phrase that begins just at this place of a text, if there is one. */
export function datePhraseAt(text: string, at: number, settings: DateSettings): DatePhrase | undefined {
  const ahead = text.slice(at, at + REACH).toLowerCase()
  const strict = /\d/.test(ahead) ? FIGURED : WORDED
  for (const { form, pattern, read } of settings.loose ? [...LOOSE, ...strict] : strict) {
    const match = pattern.exec(ahead)
    const reading = match && read(match, settings)
    if (reading) return { ...reading, end: at + match[0].length, form }
  }
  return undefined
}
