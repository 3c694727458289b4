import type { Period, Span } from '../../../domain/periods.ts'
import { monthName } from '../../dates.ts'

/** "1 Jul 2026". */
const fullDate = (date: string) => `${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`

/** "1 Jul to 30 Sep 2026". */
export function spanName({ from, to }: Span): string {
  const short = fullDate(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${short.slice(0, -5)} to ${fullDate(to)}`
    : `${short} to ${fullDate(to)}`
}

/** "Q3 2026", "2026", "1 Jul to 15 Aug 2026". */
export function periodName(period: Pick<Period, 'kind' | 'label' | 'from' | 'to'>): string {
  if (period.kind === 'quarter') return `${period.label.slice(5)} ${period.label.slice(0, 4)}`
  return period.kind === 'year' ? period.label : spanName(period)
}

/** "Nov 2026" of 2026-11. */
export const monthAndYear = (month: string): string => `${monthName(month)} ${month.slice(0, 4)}`
