import {
  COUNT,
  countOf,
  DAY_PART,
  isRough,
  JOINED_DAY_PART,
  MONTH,
  monthNumber,
  span,
  UNIT,
  WEEKDAY,
  WEEKDAY_SHORT,
  weekdayNumber,
} from './calendar-words.ts'
import type { CivilDate } from './civil.ts'
import { addDays, addMonths, civilDate, lastDayOfMonth, weekdayOf } from './civil.ts'

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
interface Form {
  form: DatePhrase['form']
  pattern: RegExp
  read(parts: Parts, settings: DateSettings): DateReading | undefined
}

const END = '(?![\\p{L}\\p{N}_])'
/** Read in lower case: making a pattern that ignores case takes twice as long. */
const pattern = (source: string) => new RegExp(`^(?:${source})${END}`, 'u')
const sure = (on: CivilDate | undefined): DateReading | undefined => (on ? { on, guessed: false } : undefined)
const guess = (on: CivilDate | undefined): DateReading | undefined => (on ? { on, guessed: true } : undefined)

const day = (words: string, offset: number): Form => ({
  form: 'day',
  pattern: pattern(`(?:${words})${DAY_PART}`),
  read: (_, { today }) => sure(addDays(today, offset)),
})

const DAYS: Form[] = [
  day('(?:the\\s+)?day\\s+before\\s+yesterday|vorgestern', -2),
  day('vorvorgestern', -3),
  day('(?:the\\s+)?day\\s+after\\s+tomorrow|übermorgen|uebermorgen', 2),
  day('yesterday|gestern|last\\s+night', -1),
  day('today|heute|tonight|this\\s+(?:morning|afternoon|evening)|eod', 0),
  day('tomorrow|morgen', 1),
]

function moved(
  { today }: DateSettings,
  by: { days: number } | { months: number },
  sign: 1 | -1,
): CivilDate | undefined {
  if ('days' in by) return by.days <= 36_500 ? addDays(today, sign * by.days) : undefined
  return by.months <= 1200 ? addMonths(today, sign * by.months) : undefined
}

const counted = (source: string, sign: 1 | -1): Form => ({
  form: 'span',
  pattern: pattern(source),
  read([, count, unit], settings) {
    const on = moved(settings, span(countOf(count!), unit!), sign)
    return isRough(count!) ? guess(on) : sure(on)
  },
})

const around = (source: string, on: (settings: DateSettings) => CivilDate | undefined): Form => ({
  form: 'span',
  pattern: pattern(source),
  read: (_, settings) => guess(on(settings)),
})

const LAST = 'last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?'
const NEXT = 'next|nächste[nmrs]?|naechste[nmrs]?|kommende[nmrs]?'
const OF = '(?:of\\s+(?:the\\s+|this\\s+)?|des\\s+|der\\s+|dieses\\s+|dieser\\s+)?'

const SPANS: Form[] = [
  counted(`(?:about\\s+)?${COUNT}\\s+${UNIT}\\s+ago`, -1),
  counted(`vor\\s+(?:etwa\\s+|ca\\.?\\s+)?${COUNT}\\s+${UNIT}`, -1),
  counted(`in\\s+(?:about\\s+|etwa\\s+)?${COUNT}\\s+${UNIT}`, 1),
  around('half\\s+a\\s+year\\s+ago|vor\\s+einem\\s+halben\\s+jahr', (s) => addMonths(s.today, -6)),
  around(`(?:(?:${LAST})\\s+(?:weekend|wochenende)|am\\s+(?:letzten\\s+)?wochenende)`, ({ today }) =>
    addDays(today, -weekdayOf(today) - 1),
  ),
  around(`(?:${LAST})\\s+(?:week|woche)`, ({ today }) => addDays(today, -7)),
  around(`(?:${LAST})\\s+(?:month|monat)`, ({ today }) => addMonths(today, -1)),
  around(`(?:${NEXT})\\s+(?:week|woche)`, ({ today }) => addDays(today, 7)),
  around(`(?:${NEXT})\\s+(?:month|monat)`, ({ today }) => addMonths(today, 1)),
  around(`(?:the\\s+)?(?:end|ende)\\s+${OF}(?:week|woche)|eow`, ({ today }) =>
    nextWeekday(addDays(today, -1), 5),
  ),
  {
    form: 'span',
    pattern: pattern(`(?:the\\s+)?(?:end|ende)\\s+${OF}(?:month|monats)|monatsende|eom`),
    read: (_, { today }) => sure(lastDayOfMonth(today)),
  },
  {
    form: 'span',
    pattern: pattern(`(?:the\\s+)?(?:end|ende)\\s+${OF}(?:year|jahres)|jahresende`),
    read: (_, { today }) => sure(`${today.slice(0, 4)}-12-31`),
  },
  {
    form: 'span',
    pattern: pattern(`(?:the\\s+)?(?:end|ende)\\s+(?:of\\s+)?(${MONTH})(?:\\s+(\\d{4}))?`),
    read([, month, year], settings) {
      const first = inSomeYear(monthNumber(month!), 1, year, {
        ...settings,
        today: `${settings.today.slice(0, 8)}01`,
      })
      return first && sure(lastDayOfMonth(first.on))
    },
  },
]

/** The first such weekday after a date. */
const nextWeekday = (after: CivilDate, weekday: number): CivilDate =>
  addDays(after, ((weekday - weekdayOf(after) + 6) % 7) + 1)
const lastWeekday = (before: CivilDate, weekday: number): CivilDate =>
  addDays(before, -(((weekdayOf(before) - weekday + 6) % 7) + 1))

const WEEKDAYS: Form[] = [
  {
    form: 'weekday',
    pattern: pattern(
      `(?:(on|am|this|diese[nmr]?)\\s+|((?:am\\s+)?(?:${LAST}))\\s+|(${NEXT})\\s+)?(?:(${WEEKDAY})${JOINED_DAY_PART}|(${WEEKDAY_SHORT})\\.?)${DAY_PART}`,
    ),
    read([, on, last, next, full, short], { today, direction, loose }) {
      if (!full && !on && !last && !next && !loose) return undefined
      const weekday = weekdayNumber((full ?? short)!)
      if (last) return sure(lastWeekday(today, weekday))
      if (next) return sure(nextWeekday(today, weekday))
      return guess(direction === 'past' ? lastWeekday(today, weekday) : nextWeekday(today, weekday))
    },
  },
]

/** A day and a month with the year said, or else the latest such day not in the future, or the next one not in the past. */
function inSomeYear(
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

const CUE = '(?:(?:on\\s+(?:the\\s+)?|am\\s+|vom\\s+|den\\s+)?)'
const WEEKDAY_BEFORE = `(?:(?:on\\s+|am\\s+)?(?:${WEEKDAY}|${WEEKDAY_SHORT})\\.?,?\\s+(?:(?:den|dem|the)\\s+)?|${CUE})`
const dated = (form: DatePhrase['form'], source: string, read: Form['read']): Form => ({
  form,
  pattern: pattern(`${WEEKDAY_BEFORE}${source}`),
  read,
})

const CALENDAR: Form[] = [
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
]

const LOOSE: Form[] = [
  dated('calendar', '(\\d{4})(\\d{2})(\\d{2})', ([, year, month, d]) =>
    sure(civilDate(Number(year), Number(month), Number(d))),
  ),
  dated('dotted', '(\\d{1,2})\\.(\\d{1,2})(?!\\.)', ([, d, m], settings) =>
    inSomeYear(Number(m), Number(d), undefined, settings),
  ),
]

const WORDED = [...DAYS, ...SPANS, ...WEEKDAYS]
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
