import { civilDate, type PartialDate } from '../../domain/dates.ts'

/** The year that stands for "no year" on Apple's cards. */
const OMITTED_YEAR = 1604

/**
 * A date of a card: 2026-03-15, 20260315, --0315, --03-15, 2026-03, 2026, each with or without a time of day; the
 * year 1604, or the one named as omitted, stands for none (RFC 6350 §4.3.1, RFC 2426 §3.1.5, Apple's X-APPLE-OMIT-YEAR).
 * @returns `undefined` when it is none of these, or the calendar has no such day
 */
export function vcardDate(value: string, omittedYear = OMITTED_YEAR): PartialDate | undefined {
  const text = value.trim().replace(/T.*$/i, '')
  const full = /^(\d{4}|--)-?(\d{2})-?(\d{2})$/.exec(text)
  if (full) {
    const [, year, month, day] = full
    const known = year !== '--' && Number(year) !== omittedYear && Number(year) !== OMITTED_YEAR
    const date = civilDate(known ? Number(year) : 2000, Number(month), Number(day))
    return date && (known ? date : `--${date.slice(5)}`)
  }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) || /^\d{4}$/.test(text)) return text
  return undefined
}
