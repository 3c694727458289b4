import { addDays, addMonths, type CivilDate, civilDate, daysBetween, lastDayOfMonth } from './dates.ts'
import { badInput } from './errors.ts'

/** A stretch of days, first and last included. */
export interface Span {
  from: CivilDate
  to: CivilDate
}

/** What a report covers. The label is language-free: 2026-Q3, 2026, 2026-07-01/2026-08-15 (ISO 8601-1 §5.5). */
export interface Period extends Span {
  kind: 'quarter' | 'year' | 'span'
  label: string
}

/** So long into a new quarter it is the one before that one looks back on. */
const DAYS_OF_LOOKING_BACK = 21

/** @param number 1 to 4 */
export function quarter(year: number, number: number): Period {
  const from = civilDate(year, number * 3 - 2, 1)!
  return {
    kind: 'quarter',
    label: `${from.slice(0, 4)}-Q${number}`,
    from,
    to: civilDate(year, number * 3, number === 1 || number === 4 ? 31 : 30)!,
  }
}

export const quarterOf = (date: CivilDate): Period =>
  quarter(Number(date.slice(0, 4)), Math.ceil(Number(date.slice(5, 7)) / 3))

export function year(number: number): Period {
  const label = String(number).padStart(4, '0')
  return { kind: 'year', label, from: `${label}-01-01`, to: `${label}-12-31` }
}

export const span = (from: CivilDate, to: CivilDate): Period => ({
  kind: 'span',
  label: `${from}/${to}`,
  from,
  to,
})

/**
 * The period of the same kind that ends the day before. A span of whole months has as many whole months before it, another
 * one as many days.
 */
export function periodBefore({ kind, from, to }: Period): Period {
  const last = addDays(from, -1)
  if (kind === 'quarter') return quarterOf(last)
  if (kind === 'year') return year(Number(last.slice(0, 4)))
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(to)
  return wholeMonths
    ? span(addMonths(from, -monthsIn({ from, to }).length), last)
    : span(addDays(from, -daysBetween(from, to) - 1), last)
}

/** The months (YYYY-MM) that a stretch of days touches. */
export function monthsIn({ from, to }: Span): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`
}

/** The quarter now running; in its first days the one before. */
export function usualPeriod(today: CivilDate): Period {
  const running = quarterOf(today)
  return daysBetween(running.from, today) < DAYS_OF_LOOKING_BACK ? periodBefore(running) : running
}

const YEAR_FIRST = /^([1-9]\d{3})[\s-]?q([1-4])$/i
const QUARTER_FIRST = /^q([1-4])(?:[\s/-]?([1-9]\d{3}))?$/i

/**
 * Reads which quarter is meant: "2026-Q3", "Q3" (the last one that has begun), "last", "this".
 * @throws NetError when it is none, or one that has not begun
 */
export function readQuarter(text: string, today: CivilDate): Period {
  const wanted = text.trim().toLowerCase()
  const running = quarterOf(today)
  if (wanted === 'this') return running
  if (wanted === 'last') return periodBefore(running)
  const [, first, number] = YEAR_FIRST.exec(wanted) ?? []
  const [, named, following] = QUARTER_FIRST.exec(wanted) ?? []
  if (first) return begun(quarter(Number(first), Number(number)), text, today, '--quarter')
  if (following) return begun(quarter(Number(following), Number(named)), text, today, '--quarter')
  if (!named) throw badInput('--quarter', text, 'is no quarter', 'Write it as 2026-Q3, Q3 or last.')
  const thisYears = quarter(Number(today.slice(0, 4)), Number(named))
  return thisYears.from <= today ? thisYears : quarter(Number(today.slice(0, 4)) - 1, Number(named))
}

/**
 * Reads which year is meant: "2026", "last", "this".
 * @throws NetError when it is none, or one that has not begun
 */
export function readYear(text: string, today: CivilDate): Period {
  const wanted = text.trim().toLowerCase()
  const running = Number(today.slice(0, 4))
  if (wanted === 'this') return year(running)
  if (wanted === 'last') return year(running - 1)
  if (!/^[1-9]\d{3}$/.test(wanted))
    throw badInput('--year', text, 'is no year', 'Write it as 2026, this or last.')
  return begun(year(Number(wanted)), text, today, '--year')
}

function begun(period: Period, text: string, today: CivilDate, what: string): Period {
  if (period.from > today)
    throw badInput(what, text, 'has not begun yet', `A report looks back: up to ${today}.`)
  return period
}
