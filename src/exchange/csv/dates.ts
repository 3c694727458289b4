import { civilDate, type PartialDate } from '../../domain/dates.ts'

/**
 * A birthday as exports of Google and Outlook write it: 1985-03-15, " --03-15", 3/15/1985, 15.3.1985. Where only the order tells
 * day and month apart, a slash is read as month first, as these programs write it.
 * @returns `undefined` for none of these, and for Outlook's 0/0/00, which says that there is none
 */
export function exportedDate(text: string): PartialDate | undefined {
  const value = text.trim()
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? []
  if (year === '-') return civilDate(2000, Number(month), Number(day)) && `--${month}-${day}`
  if (year) return civilDate(Number(year), Number(month), Number(day))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value)
  if (dotted) return civilDate(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value)
  if (!slashed) return undefined
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  return first > 12
    ? civilDate(Number(slashed[3]), second, first)
    : civilDate(Number(slashed[3]), first, second)
}
