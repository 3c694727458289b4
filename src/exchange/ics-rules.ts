import type ICAL from 'ical.js'

/** Nobody meets every hour. */
const FINER_THAN_DAYS = /^(SECONDLY|MINUTELY|HOURLY)$/
const LONGEST_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Whether a rule may be followed (RFC 5545 §3.3.10): it goes by days at least, and there are days that it fits. ical.js looks for
 * the thirtieth of February for ever.
 */
export function canBeFollowed({ freq, parts }: ICAL.Recur): boolean {
  if (FINER_THAN_DAYS.test(freq)) return false
  if (freq !== 'DAILY') return true
  const said = (part: string): (string | number)[] =>
    (parts as Record<string, (string | number)[]>)[part] ?? []
  if (said('BYYEARDAY').length + said('BYWEEKNO').length > 0) return false
  if (said('BYDAY').some((day) => /\d/.test(String(day)))) return false
  const [months, days] = [said('BYMONTH').map(Number), said('BYMONTHDAY').map(Number)]
  const lengths =
    months.length > 0 ? months.map((month) => LONGEST_OF_MONTHS[month - 1] ?? 0) : LONGEST_OF_MONTHS
  const isThere = (length: number) => days.length === 0 || days.some((day) => Math.abs(day) <= length)
  return lengths.some((length) => length > 0 && isThere(length))
}
