import type { CivilDate, PartialDate } from '../domain/dates.ts'
import { daysBetween } from '../domain/dates.ts'
import type { Style } from './output.ts'
import { counted } from './text.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Nov" of 2026-11 or 2026-11-03. */
export const monthName = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? date

/** "3 Nov"; with its year where that is not this one. */
export function shortDate(date: CivilDate, today: CivilDate): string {
  const day = `${Number(date.slice(8, 10))} ${monthName(date)}`
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`
}

/** "today", "12 days ago", "5 months ago", "in 3 days". */
export function fromToday(date: CivilDate, today: CivilDate): string {
  const days = daysBetween(date, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  return days > 0 ? `${lengthOf(days)} ago` : `in ${lengthOf(-days)}`
}

/** How long ago for a person at a terminal, the date itself for a pipe; nothing where there is none. */
export const dayTold = (date: CivilDate | null, today: CivilDate, { terminal }: Pick<Style, 'terminal'>) =>
  date === null ? '' : terminal ? fromToday(date, today) : date

/** A number of days in the unit one would say it in. */
export function lengthOf(days: number): string {
  if (days < 60) return counted(days, 'day')
  if (days < 730) return counted(Math.round(days / 30.44), 'month')
  return counted(Math.round(days / 365.25), 'year')
}

/** "every day", "every 30 days"; nothing where there is no cadence. */
export const every = (days: number | null): string =>
  days === null ? '' : days === 1 ? 'every day' : `every ${days} days`

/** "3 Nov 2026", and where less is known "3 Nov", "Nov 2026", "2026". */
export function partialDate(date: PartialDate): string {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? []
  if (year === undefined) return date
  return [day && Number(day), month && MONTHS[Number(month) - 1], year !== '-' && year]
    .filter(Boolean)
    .join(' ')
}
