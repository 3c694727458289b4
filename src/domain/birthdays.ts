import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate, civilDate, daysBetween, type PartialDate } from './dates.ts'

/** The next birthday of somebody, today's among them. */
export interface Birthday {
  on: CivilDate
  inDays: number
  /** The age reached on it, where the year of birth is known. */
  turns: number | null
}

/** Near enough to be spoken of. */
const BIRTHDAY_DAYS = 14

const WITH_DAY = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/

/**
 * The next time a birthday comes round. Who was born on 29 February is thought of a day early in other years.
 * @returns `undefined` when the date has no day or month to come round to, or lies in the future
 */
export function nextBirthday(born: PartialDate, today: CivilDate): Birthday | undefined {
  const [, year, month, day] = WITH_DAY.exec(born) ?? []
  if (!month || !day || (year && born > today)) return undefined
  const inYear = (of: number) => civilDate(of, Number(month), Number(day)) ?? addDays(`${of}-03-01`, -1)
  const thisYear = Number(today.slice(0, 4))
  const on = inYear(thisYear) >= today ? inYear(thisYear) : inYear(thisYear + 1)
  return {
    on,
    inDays: daysBetween(today, on),
    turns: year ? Number(on.slice(0, 4)) - Number(year) : null,
  }
}

/** The days of any year (`MM-DD`) on which the birthdays that are near were. */
export function daysOfBirthdaysSoon(today: CivilDate): string[] {
  const days = Array.from({ length: BIRTHDAY_DAYS + 1 }, (_, inDays) => addDays(today, inDays).slice(5))
  return days.includes('02-28') ? [...days, '02-29'] : days
}

/** The next birthday, if it is near. */
export function birthdaySoon(born: PartialDate, today: CivilDate): Birthday | undefined {
  const next = nextBirthday(born, today)
  return next && next.inDays <= BIRTHDAY_DAYS ? next : undefined
}

export interface BirthdayOf extends PersonRef, Birthday {}

/** The birthdays that are near, the nearest first. */
export const birthdaysSoon = (
  people: readonly (PersonRef & { date: PartialDate })[],
  today: CivilDate,
): BirthdayOf[] =>
  people
    .flatMap(({ id, name, date }) => {
      const soon = birthdaySoon(date, today)
      return soon ? [{ id, name, ...soon }] : []
    })
    .sort((a, b) => a.inDays - b.inDays)
