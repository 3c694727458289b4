import { type Birthday, birthdaySoon } from './birthdays.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate, PartialDate } from './dates.ts'

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
