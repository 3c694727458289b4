import {
  anyOf,
  COUNT,
  COUNT_WORDS,
  countOf,
  DAY_PART,
  isRough,
  JOINED_DAY_PART,
  LAST,
  MONTH,
  monthNumber,
  NEXT,
  SHORT_WEEKDAYS,
  span,
  THIS,
  UNIT,
  WEEKDAYS,
  weekdayIn,
  weekdayNumber,
} from './calendar-words.ts'
import type { DateSettings, Form } from './date-forms.ts'
import { dateForm, guess, sure } from './date-forms.ts'
import { inSomeYear } from './date-forms-calendar.ts'
import type { CivilDate } from './dates.ts'
import { addDays, addMonths, lastDayOfMonth, weekdayOf } from './dates.ts'

const day = (begins: string[], words: string, offset: number): Form =>
  dateForm('day', begins, `(?:${words})${DAY_PART}`, (_, { today }) => sure(addDays(today, offset)))

/** With what haste makes of them. */
const YESTERDAY = ['yesterday', 'yesteday', 'yest', 'yday', 'gestern']
const TOMORROW = ['tomorrow', 'tomorow', 'tommorow', 'tmrw', 'morgen']

/** yesterday, heute morgen */
export const dayForms = (): Form[] => [
  day(['the', 'day', 'vorgestern'], '(?:the\\s+)?day\\s+before\\s+yesterday|vorgestern', -2),
  day(['vorvorgestern'], 'vorvorgestern', -3),
  day(
    ['the', 'day', 'übermorgen', 'uebermorgen'],
    '(?:the\\s+)?day\\s+after\\s+tomorrow|übermorgen|uebermorgen',
    2,
  ),
  day([...YESTERDAY, 'last'], `${anyOf(YESTERDAY)}|last\\s+night`, -1),
  day(
    ['today', 'heute', 'tonight', 'this', 'eod'],
    'today|heute|tonight|this\\s+(?:morning|afternoon|evening)|eod',
    0,
  ),
  day(TOMORROW, anyOf(TOMORROW), 1),
]

function moved(
  { today }: DateSettings,
  by: { days: number } | { months: number },
  sign: 1 | -1,
): CivilDate | undefined {
  if ('days' in by) return by.days <= 36_500 ? addDays(today, sign * by.days) : undefined
  return by.months <= 1200 ? addMonths(today, sign * by.months) : undefined
}

const counted = (begins: string[], source: string, sign: 1 | -1, needs = ''): Form =>
  dateForm(
    'span',
    begins,
    source,
    ([, count, unit], settings) => {
      const on = moved(settings, span(countOf(count!), unit!), sign)
      return isRough(count!) ? guess(on) : sure(on)
    },
    needs,
  )

const around = (begins: string[], source: string, on: (settings: DateSettings) => CivilDate): Form =>
  dateForm('span', begins, source, (_, settings) => guess(on(settings)))

const last = anyOf(LAST)
const next = anyOf(NEXT)
const OF = '(?:of\\s+(?:the\\s+|this\\s+)?|des\\s+|der\\s+|dieses\\s+|dieser\\s+)?'
const SATURDAY = 6
const END_OF = ['the', 'end', 'ende']

/** 3 weeks ago, letzte Woche, end of month */
export const spanForms = (): Form[] => [
  counted(['#', 'about', ...COUNT_WORDS], `(?:about\\s+)?${COUNT}\\s+${UNIT}\\s+ago`, -1, 'ago'),
  counted(['vor'], `vor\\s+(?:etwa\\s+|ca\\.?\\s+)?${COUNT}\\s+${UNIT}`, -1),
  counted(['in'], `in\\s+(?:about\\s+|etwa\\s+)?${COUNT}\\s+${UNIT}`, 1),
  around(['half', 'vor'], 'half\\s+a\\s+year\\s+ago|vor\\s+einem\\s+halben\\s+jahr', ({ today }) =>
    addMonths(today, -6),
  ),
  dateForm(
    'span',
    ['at', 'on', 'over', 'the', 'this', 'am', 'übers', 'dieses', 'weekend', 'wochenende', ...NEXT],
    `(?:(?:(?:at|on|over)\\s+)?(?:the|this)\\s+|übers\\s+|(?:am\\s+)?(?:${next})\\s+|am\\s+|dieses\\s+)?(?:weekend|wochenende)`,
    (_, { today, direction }) => (direction === 'future' ? guess(nextWeekday(today, SATURDAY)) : undefined),
    'end',
  ),
  around(
    ['am', ...LAST],
    `(?:${last})\\s+(?:weekend|wochenende)|am\\s+(?:letzten\\s+)?wochenende`,
    ({ today }) => addDays(today, -weekdayOf(today) - 1),
  ),
  around(LAST, `(?:${last})\\s+(?:week|woche)`, ({ today }) => addDays(today, -7)),
  around(LAST, `(?:${last})\\s+(?:month|monat)`, ({ today }) => addMonths(today, -1)),
  around(['vorletzte', 'the', 'week'], 'vorletzte\\s+woche|(?:the\\s+)?week\\s+before\\s+last', ({ today }) =>
    addDays(today, -14),
  ),
  around(NEXT, `(?:${next})\\s+(?:week|woche)`, ({ today }) => addDays(today, 7)),
  around(NEXT, `(?:${next})\\s+(?:month|monat)`, ({ today }) => addMonths(today, 1)),
  around([...END_OF, 'eow'], `(?:the\\s+)?(?:end|ende)\\s+${OF}(?:week|woche)|eow`, ({ today }) =>
    nextWeekday(addDays(today, -1), 5),
  ),
  dateForm(
    'span',
    [...END_OF, 'monatsende', 'eom'],
    `(?:the\\s+)?(?:end|ende)\\s+${OF}(?:month|monats)|monatsende|eom`,
    (_, { today }) => sure(lastDayOfMonth(today)),
  ),
  dateForm(
    'span',
    [...END_OF, 'jahresende'],
    `(?:the\\s+)?(?:end|ende)\\s+${OF}(?:year|jahres)|jahresende`,
    (_, { today }) => sure(`${today.slice(0, 4)}-12-31`),
  ),
  dateForm(
    'span',
    ['kw', 'in'],
    '(?:in\\s+)?(?:der\\s+)?kw\\s?(\\d{1,2})',
    ([, week], settings) => guess(inCalendarWeek(Number(week), settings)),
    'kw',
  ),
  dateForm(
    'span',
    ['early', 'mid', 'anfang', 'mitte'],
    `(early|mid|anfang|mitte)[\\s-]${MONTH}`,
    ([, part, month], settings) =>
      guess(inSomeYear(monthNumber(month!), /^m/.test(part!) ? 15 : 3, undefined, settings)?.on),
  ),
  dateForm(
    'span',
    END_OF,
    `(?:the\\s+)?(?:end|ende)\\s+(?:of\\s+)?${MONTH}(?:\\s+(\\d{4}))?`,
    ([, month, year], settings) => {
      const thisMonth = { ...settings, today: `${settings.today.slice(0, 8)}01` }
      const first = inSomeYear(monthNumber(month!), 1, year, thisMonth)
      return first && sure(lastDayOfMonth(first.on))
    },
  ),
]

/** The Monday of an ISO week of the calendar, the latest that has begun, or, looking ahead, the Friday by which it is over. */
function inCalendarWeek(week: number, { today, direction }: DateSettings): CivilDate | undefined {
  const year = Number(today.slice(0, 4))
  const mondays = [year - 1, year, year + 1].map((of) => {
    const fourth = `${of}-01-04`
    return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1))
  })
  if (week < 1 || week > 53) return undefined
  return direction === 'past'
    ? mondays.findLast((monday) => monday <= today)
    : mondays.map((monday) => addDays(monday, 4)).find((friday) => friday >= today)
}

/** The first such weekday after a date. */
const nextWeekday = (after: CivilDate, weekday: number): CivilDate =>
  addDays(after, ((weekday - weekdayOf(after) + 6) % 7) + 1)
const lastWeekday = (before: CivilDate, weekday: number): CivilDate =>
  addDays(before, -(((weekdayOf(before) - weekday + 6) % 7) + 1))

const WEEKDAY = `(${anyOf(WEEKDAYS)})${JOINED_DAY_PART}`

/** "Tuesday last week", "nächste Woche Freitag": a weekday of the week before or after this one. */
function inWeek(which: string[], week: string, weeks: number): Form {
  const named = `(?:${anyOf(which)})\\s+${week}`
  const source = `(?:(?:on\\s+|am\\s+)?${WEEKDAY}\\s+${named}|${named}\\s+(?:on\\s+|am\\s+)?${WEEKDAY})${DAY_PART}`
  const read: Form['read'] = ([, before, after], { today }) => {
    const monday = addDays(today, 7 * weeks + 1 - weekdayOf(today))
    return sure(addDays(monday, weekdayNumber((before ?? after)!) - 1))
  }
  return dateForm('span', ['on', 'am', ...which, ...WEEKDAYS], source, read, week)
}

const SHORT_WEEKDAY = `(${anyOf(SHORT_WEEKDAYS)})\\.?`

const namedDay = (begins: string[], lead: string, read: Form['read']): Form =>
  dateForm('weekday', begins, `${lead}(?:${WEEKDAY}|${SHORT_WEEKDAY})${DAY_PART}`, read)

const towards = ({ today, direction }: DateSettings, weekday: string) =>
  (direction === 'past' ? lastWeekday : nextWeekday)(today, weekdayNumber(weekday))

const THIS_DAY = `(?:(on|am|${anyOf(THIS)})\\s+)?`
const ALONE = ['on', 'am', ...THIS]

/**
 * tuesday, last tuesday, am Dienstag, nächste Woche Freitag. Several forms for the weekday: a pattern of all the words takes four
 * times as long to make as that for any word, and most are said alone.
 */
export const weekdayForms = (): Form[] => [
  inWeek(LAST, 'week', -1),
  inWeek(LAST, 'woche', -1),
  inWeek(NEXT, 'week', 1),
  inWeek(NEXT, 'woche', 1),
  dateForm(
    'weekday',
    [...ALONE, ...WEEKDAYS],
    `${THIS_DAY}([a-zäöü]+)${DAY_PART}`,
    ([, , word], settings) => {
      const weekday = weekdayIn(word!)
      return weekday === undefined ? undefined : guess(towards(settings, weekday))
    },
  ),
  dateForm(
    'weekday',
    [...ALONE, ...SHORT_WEEKDAYS],
    `${THIS_DAY}${SHORT_WEEKDAY}${DAY_PART}`,
    ([, on, short], settings) => {
      if (!on && !settings.loose) return undefined
      // "on so many", "this do": German short weekdays stand after "am" alone.
      if (/^(?:on|this)$/.test(on ?? '') && short!.length < 3) return undefined
      return guess(towards(settings, short!))
    },
  ),
  namedDay(['am', ...LAST], `(?:am\\s+)?(?:${last})\\s+`, ([, full, short], { today }) =>
    sure(lastWeekday(today, weekdayNumber((full ?? short)!))),
  ),
  namedDay(NEXT, `(?:${next})\\s+`, ([, full, short], { today }) =>
    sure(nextWeekday(today, weekdayNumber((full ?? short)!))),
  ),
]
