import { MONTH, monthNumber } from './calendar-words.ts'
import type { DateReading } from './date-forms.ts'
import { datePhraseAt } from './date-phrases.ts'
import { type CivilDate, civilDate, isCivilDate, type PartialDate } from './dates.ts'

/** Longer than any date: what goes beyond is not read. */
const LONGEST = 60

/**
 * Reads a date in figures or in words, English or German: "2026-11-03", "3.11.", "Nov 3", "gestern", "3 weeks ago", "next friday".
 * A weekday or a day without a year is the last one before today or the next one after it, by `direction`.
 * `undefined` when the text is not wholly a date.
 */
export function readDate(
  text: string,
  today: CivilDate,
  { direction = 'past', dayFirst = true }: { direction?: 'past' | 'future'; dayFirst?: boolean } = {},
): DateReading | undefined {
  const wanted = text.trim()
  if (wanted.length > LONGEST) return undefined
  const found = datePhraseAt(wanted, 0, { today, direction, dayFirst, loose: true })
  return found && found.end === wanted.length ? { on: found.on, guessed: found.guessed } : undefined
}

const MONTH_DAY = /^--(\d{2})-(\d{2})$/
const YEAR_MONTH = /^(\d{4})-(\d{2})$/
const DAY_MONTH_DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.?$/
const DAY_MONTH_SLASHED = /^(\d{1,2})\/(\d{1,2})$/
const DAY_AND_MONTH = new RegExp(
  `^(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s*(?:of )?${MONTH}|${MONTH} (\\d{1,2})(?:st|nd|rd|th)?)$`,
)
const MONTH_AND_YEAR = new RegExp(`^${MONTH} (\\d{4})$`)

/**
 * Reads a date of which less may be known, as birthdays are: "1980-03-15", "15.3.1980", "15 March" → `--03-15`, "March 1980" → `1980-03`, "1980".
 * `undefined` when it is none.
 */
export function readPartialDate(text: string, dayFirst = true): PartialDate | undefined {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (wanted.length > LONGEST) return undefined
  if (/^\d{4}$/.test(wanted)) return wanted > '0099' ? wanted : undefined
  if (isCivilDate(wanted)) return wanted
  return readYearMonth(wanted) ?? readMonthDay(wanted, dayFirst) ?? readWithYear(wanted, dayFirst)
}

function readYearMonth(text: string): PartialDate | undefined {
  const named = MONTH_AND_YEAR.exec(text)
  if (named) return civilDate(Number(named[2]), monthNumber(named[1]!), 1)?.slice(0, 7)
  const figures = YEAR_MONTH.exec(text)
  return figures ? civilDate(Number(figures[1]), Number(figures[2]), 1)?.slice(0, 7) : undefined
}

function readMonthDay(text: string, dayFirst: boolean): PartialDate | undefined {
  const iso = MONTH_DAY.exec(text)
  if (iso) return inLeapYear(Number(iso[1]), Number(iso[2]))
  const dotted = DAY_MONTH_DOTTED.exec(text)
  if (dotted) return inLeapYear(Number(dotted[2]), Number(dotted[1]))
  const named = DAY_AND_MONTH.exec(text)
  if (named) return inLeapYear(monthNumber((named[2] ?? named[3])!), Number(named[1] ?? named[4]))
  const [, first, second] = (DAY_MONTH_SLASHED.exec(text) ?? []).map(Number)
  if (first === undefined || second === undefined) return undefined
  return dayFirst
    ? (inLeapYear(second, first) ?? inLeapYear(first, second))
    : (inLeapYear(first, second) ?? inLeapYear(second, first))
}

/** Without a year the 29th of February is a day like any other. */
const inLeapYear = (month: number, day: number): PartialDate | undefined =>
  civilDate(2000, month, day)?.replace('2000', '-')

/** Only what carries its year: "yesterday" is no birthday. */
function readWithYear(text: string, dayFirst: boolean): PartialDate | undefined {
  if (!/\d{4}|[./]\s?\d{2}$/.test(text)) return undefined
  return readDate(text, '2000-01-01', { dayFirst })?.on
}
