import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** A civil date, `YYYY-MM-DD`: a day in a calendar, not a moment. dayjs's UTC mode is used as a calendar without time zones. */
export type CivilDate = string

/** A date of which less may be known: `2026-03-15`, `--03-15` (no year), `2019-05`, `2019`. */
export type PartialDate = string

const DAY = 86_400_000

/** A day that the calendar does not have comes back under another name. Every command asks, and dayjs's strict reading takes a millisecond. */
export function isCivilDate(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}

/** Days since 1970-01-01. */
export const dayNumber = (date: CivilDate): number => Date.parse(date) / DAY

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  (Date.parse(to) - Date.parse(from)) / DAY

export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

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
