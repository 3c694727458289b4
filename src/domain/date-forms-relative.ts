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
import { addDays, addMonths, lastDayOfMonth, weekdayOf } from './civil.ts'
import type { DateSettings, Form } from './date-forms.ts'
import { guess, inSomeYear, pattern, sure } from './date-forms.ts'

const day = (words: string, offset: number): Form => ({
  form: 'day',
  pattern: pattern(`(?:${words})${DAY_PART}`),
  read: (_, { today }) => sure(addDays(today, offset)),
})

/** yesterday, heute morgen */
export const DAYS: Form[] = [
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

/** 3 weeks ago, letzte Woche, end of month */
export const SPANS: Form[] = [
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

/** "Tuesday last week", "nächste Woche Freitag": a weekday of the week before or after this one. */
const inWeek = (which: string, weeks: number): Form => ({
  form: 'span',
  pattern: pattern(
    `(?:(?:on\\s+|am\\s+)?(${WEEKDAY})${JOINED_DAY_PART}\\s+(?:of\\s+)?(?:${which})\\s+(?:week|woche)|(?:${which})\\s+(?:week|woche)\\s+(?:on\\s+|am\\s+)?(${WEEKDAY})${JOINED_DAY_PART})${DAY_PART}`,
  ),
  read([, before, after], { today }) {
    const monday = addDays(today, 7 * weeks + 1 - weekdayOf(today))
    return sure(addDays(monday, weekdayNumber((before ?? after)!) - 1))
  },
})

/** tuesday, last tuesday, am Dienstag, nächste Woche Freitag */
export const WEEKDAYS: Form[] = [
  inWeek(LAST, -1),
  inWeek(NEXT, 1),
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
