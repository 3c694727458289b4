import { anyOf, MONTH, MONTHS, monthNumber, SHORT_WEEKDAYS, span, WEEKDAYS } from './calendar-words.ts'
import type { DateReading, DateSettings, Form } from './date-forms.ts'
import { dateForm, END, guess, sure } from './date-forms.ts'
import { addDays, addMonths, civilDate } from './dates.ts'

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

/** "on the 3rd", "am 3.": that day of this month, or of the next month that has it. */
function ofSomeMonth(day: number, { today, direction }: DateSettings): DateReading | undefined {
  const step = direction === 'past' ? -1 : 1
  for (let months = 0; months <= 2; months++) {
    const [year, month] = addMonths(`${today.slice(0, 8)}01`, step * months)
      .split('-')
      .map(Number)
    const on = civilDate(year!, month!, day)
    if (on && (step < 0 ? on <= today : on >= today)) return { on, guessed: true }
  }
  return undefined
}

/** What may stand before a day by its number: "on", "am Dienstag, den". */
const LEAD = `(?:on\\s+|am\\s+|vom\\s+)?(?:(?:${anyOf([...WEEKDAYS, ...SHORT_WEEKDAYS])})\\.?,?\\s+)?(?:the\\s+|den\\s+|dem\\s+)?`
export const LEAD_WORDS = ['on', 'am', 'vom', 'the', 'den', 'dem', ...WEEKDAYS, ...SHORT_WEEKDAYS]

let lead: RegExp | undefined
/** The length of what stands before a day by its number; 0 when nothing does. */
export function leadLength(ahead: string): number {
  lead ??= new RegExp(`^${LEAD}`)
  return lead.exec(ahead)![0].length
}

const FIGURE = ['#']
const AFTER_DAY = '(?!\\d|\\s?(?:€|%))'
const AFTER_YEAR = '(?![.:,]\\d|\\s?(?:uhr|€|%))'
const NOT_A_TIME = `(?![:.%€-]\\d|\\s?(?:[ap]m|uhr|%|€)${END})`

/** Days by their number: 2026-11-03, 3.11., 3 November, 11/12. */
export const calendarForms = (): Form[] => [
  dateForm(
    'calendar',
    FIGURE,
    '(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![-/.]\\d)',
    ([, year, , month, day]) => sure(civilDate(Number(year), Number(month), Number(day))),
  ),
  dateForm(
    'calendar',
    FIGURE,
    `(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})${AFTER_YEAR}`,
    ([, day, month, year], settings) => inSomeYear(Number(month), Number(day), year, settings),
  ),
  dateForm('dotted', FIGURE, `(\\d{1,2})\\.\\s?(\\d{1,2})\\.${AFTER_DAY}`, ([, day, month], settings) =>
    inSomeYear(Number(month), Number(day), undefined, settings),
  ),
  dateForm(
    'calendar',
    FIGURE,
    `(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?`,
    ([, day, month, year], settings) => inSomeYear(monthNumber(month!), Number(day), year, settings),
  ),
  dateForm(
    'calendar',
    MONTHS,
    `${MONTH}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?${NOT_A_TIME}`,
    ([, month, day, year], settings) => inSomeYear(monthNumber(month!), Number(day), year, settings),
  ),
  dateForm(
    'slashed',
    FIGURE,
    '(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/.\\d])',
    ([, a, b, year], settings) => {
      const [first, second] = [Number(a), Number(b)]
      const [day, month] = settings.dayFirst ? [first, second] : [second, first]
      const read = inSomeYear(month, day, year, settings) ?? inSomeYear(day, month, year, settings)
      const either = first <= 12 && second <= 12 && first !== second
      return read && { on: read.on, guessed: read.guessed || either }
    },
  ),
]

/** Only where nothing but a date is expected. */
export const looseForms = (): Form[] => [
  dateForm('span', FIGURE, '(\\d{1,3})\\s?(d|t|w|m|y|j)', ([, count, unit], { today, direction }) => {
    const length = span(Number(count), unit!)
    const sign = direction === 'past' ? -1 : 1
    return guess(
      'days' in length ? addDays(today, sign * length.days) : addMonths(today, sign * length.months),
    )
  }),
  dateForm('calendar', FIGURE, '(\\d{4})(\\d{2})(\\d{2})', ([, year, month, day]) =>
    sure(civilDate(Number(year), Number(month), Number(day))),
  ),
  dateForm('dotted', FIGURE, '(\\d{1,2})\\.(\\d{1,2})(?!\\.)', ([, day, month], settings) =>
    inSomeYear(Number(month), Number(day), undefined, settings),
  ),
]

/** Goes on with one of a few words only, and needs its "on the": not "the 3rd", and neither "on the 3rd floor" nor "am 3. Tag". */
export const dayAloneForm = (): Form =>
  dateForm(
    'calendar',
    ['on', 'am'],
    '(?:on\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)|am\\s+(\\d{1,2})\\.)(?!\\s*(?!(?:mit|bei|war|hab|habe|hatte|with|i|we|had)\\s)[a-z0-9\\u00c0-\\u024f])',
    ([, english, german], settings) => ofSomeMonth(Number(english ?? german), settings),
  )
