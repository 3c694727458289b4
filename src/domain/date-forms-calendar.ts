import { MONTH, monthNumber, WEEKDAY, WEEKDAY_SHORT } from './calendar-words.ts'
import { addMonths, civilDate } from './civil.ts'
import type { DatePhrase, DateReading, DateSettings, Form } from './date-forms.ts'
import { END, inSomeYear, pattern, sure } from './date-forms.ts'

/** "on the 3rd", "am 3.": that day of this month, or of the month before or after. */
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

const CUE = '(?:(?:on\\s+(?:the\\s+)?|am\\s+|vom\\s+|den\\s+)?)'
const WEEKDAY_BEFORE = `(?:(?:on\\s+|am\\s+)?(?:${WEEKDAY}|${WEEKDAY_SHORT})\\.?,?\\s+(?:(?:den|dem|the)\\s+)?|${CUE})`
const dated = (form: DatePhrase['form'], source: string, read: Form['read']): Form => ({
  form,
  pattern: pattern(`${WEEKDAY_BEFORE}${source}`),
  read,
})

/** Days by their number: 2026-11-03, 3.11., 3 November, 11/12. */
export const CALENDAR: Form[] = [
  dated('calendar', '(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![-/.]\\d)', ([, year, , month, dayOfMonth]) =>
    sure(civilDate(Number(year), Number(month), Number(dayOfMonth))),
  ),
  dated(
    'calendar',
    '(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})(?![.:,]\\d|\\s?(?:uhr|€|%))',
    ([, d, m, year], settings) => inSomeYear(Number(m), Number(d), year, settings),
  ),
  dated('dotted', '(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d|\\s?(?:€|%))', ([, d, m], settings) =>
    inSomeYear(Number(m), Number(d), undefined, settings),
  ),
  dated(
    'calendar',
    `(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?(${MONTH})(?:,?\\s+(\\d{4}))?`,
    ([, d, month, year], settings) => inSomeYear(monthNumber(month!), Number(d), year, settings),
  ),
  dated(
    'calendar',
    `(${MONTH})\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![:.%€-]\\d|\\s?(?:[ap]m|uhr|%|€)${END})`,
    ([, month, d, year], settings) => inSomeYear(monthNumber(month!), Number(d), year, settings),
  ),
  dated('slashed', '(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/.\\d])', ([, a, b, year], settings) => {
    const [first, second] = [Number(a), Number(b)]
    const [d, m] = settings.dayFirst ? [first, second] : [second, first]
    const read = inSomeYear(m, d, year, settings) ?? inSomeYear(d, m, year, settings)
    const either = first <= 12 && second <= 12 && first !== second
    return read && { on: read.on, guessed: read.guessed || either }
  }),
  // Not "on the 3rd floor", "am 3. Tag".
  {
    form: 'calendar',
    pattern: pattern('(?:on\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)|am\\s+(\\d{1,2})\\.)(?!\\s*[\\p{L}\\d])'),
    read: ([, english, german], settings) => ofSomeMonth(Number(english ?? german), settings),
  },
]

/** Only where nothing but a date is expected. */
export const LOOSE: Form[] = [
  dated('calendar', '(\\d{4})(\\d{2})(\\d{2})', ([, year, month, d]) =>
    sure(civilDate(Number(year), Number(month), Number(d))),
  ),
  dated('dotted', '(\\d{1,2})\\.(\\d{1,2})(?!\\.)', ([, d, m], settings) =>
    inSomeYear(Number(m), Number(d), undefined, settings),
  ),
]
