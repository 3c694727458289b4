import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** A civil date, `YYYY-MM-DD`: a day in a calendar, not a moment. dayjs's UTC mode is used as a calendar without time zones. */
export type CivilDate = string

/** A date of which less may be known: `2026-03-15`, `--03-15` (no year), `2019-05`, `2019`. */
export type PartialDate = string

const DAY = 86_400_000

/** A day that the calendar does not have comes back as one of the next month. Every command asks, and dayjs's strict reading takes a millisecond. */
export function isCivilDate(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(moment) && new Date(moment).getUTCDate() === Number(text.slice(8))
}

const dayNumbers = new Map<CivilDate, number>()

/** Days since 1970-01-01. A journal has few days, and asks of the same ones again and again. */
export function dayNumber(date: CivilDate): number {
  let day = dayNumbers.get(date)
  if (day === undefined) {
    day = Date.parse(date) / DAY
    dayNumbers.set(date, day)
  }
  return day
}

export const LETTERS_OF_A_DAY = 10

/**
 * The same, of a date that stands somewhere in a text. Large journals have a hundred thousand, so it is reckoned
 * without the calendar (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
export function dayNumberAt(text: string, at: number): number {
  const digits = (from: number) =>
    (text.charCodeAt(at + from) - 48) * 10 + text.charCodeAt(at + from + 1) - 48
  const month = digits(5)
  // Years that begin in March: the odd day is their last.
  const year = digits(0) * 100 + digits(2) - (month > 2 ? 0 : 1)
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(8) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - 719_468
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** The day of a number of days since 1970-01-01. */
export const dateOf = (number: number): CivilDate => addDays('1970-01-01', number)

export const addMonths = (date: CivilDate, months: number): CivilDate =>
  dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD')

/** Date and time of day here at a moment, with the offset that holds here then (ISO 8601): 2026-11-03T12:00:00+01:00. */
export function localDateTime(moment: Date): string {
  const offset = -moment.getTimezoneOffset()
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`
  return `${date}T${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}

/** Monday 1 … Sunday 7 (ISO 8601). */
export const weekdayOf = (date: CivilDate): number => new Date(Date.parse(date)).getUTCDay() || 7

export const lastDayOfMonth = (date: CivilDate): CivilDate =>
  dayjs.utc(date).endOf('month').format('YYYY-MM-DD')

/** The date of a year, month (1 to 12) and day, or `undefined` when the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const two = (part: number) => String(part).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isCivilDate(date) ? date : undefined
}

/**
 * The day of a first meeting: what was said of it, or the first encounter where that one lies before it (or nothing was said).
 * @param said may be partial: "2019-05" is kept as it is
 */
export function firstMeeting(said: PartialDate | null, encounter: CivilDate | null): PartialDate | null {
  if (said === null || encounter === null) return said ?? encounter
  return isCivilDate(said) && encounter < said ? encounter : said
}
