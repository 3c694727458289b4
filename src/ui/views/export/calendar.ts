import { BIRTHDAY } from '../../../domain/contact-card.ts'
import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../../../domain/dates.ts'
import type { FollowUpRecord } from '../../../domain/journal-records.ts'
import type { Reminder } from '../../../domain/reminders.ts'
import { listed } from '../../text.ts'

/** What a calendar is told: what of it comes round each year, and what is on a day. */
export interface CalendarContents {
  /** Days to remember, of a person by the uid. */
  dates: { uid: string; name: string; label: string; date: PartialDate }[]
  /** Open promises that are due some day. */
  promises: FollowUpRecord[]
  reminders: (Reminder & { uid: string })[]
}

interface Day {
  uid: string
  on: CivilDate
  yearly: boolean
  summary: string
  description: string | null
}

/** Any leap year, for a day of which the year is not known: 29 February is one too. */
const SOME_YEAR = '2000'

/** The days in words, as a calendar shows them. */
export const calendarDays = ({ dates, promises, reminders }: CalendarContents): Day[] => [
  ...dates.flatMap(({ uid, name, label, date }) => {
    const on = date.replace(/^--/, `${SOME_YEAR}-`)
    if (on.length < 10) return []
    const bornIn = label === BIRTHDAY && !date.startsWith('--') ? `Born in ${date.slice(0, 4)}.` : null
    const summary = label === BIRTHDAY ? `Birthday: ${name}` : `${name}: ${label}`
    return [{ uid: `${uid}-${label}@net`, on, yearly: true, summary, description: bornIn }]
  }),
  ...promises.flatMap(({ uid, whose, what, due, madeOn, people }) =>
    due === null
      ? []
      : [
          {
            uid: `${uid}@net`,
            on: due,
            yearly: false,
            summary: promised(whose, people, what),
            description: `Promised on ${madeOn}.`,
          },
        ],
  ),
  ...reminders.map(({ uid, person, on, lastOn }) => ({
    uid: `${uid}-reminder@net`,
    on,
    yearly: false,
    summary: `Get in touch with ${person.name}`,
    description: lastOn === null ? null : `Last met on ${lastOn}.`,
  })),
]

function promised(whose: FollowUpRecord['whose'], people: readonly PersonRef[], what: string): string {
  const names = listed(people.map(({ name }) => name))
  if (whose === 'theirs') return `${names || 'They'} promised: ${what}`
  return names === '' ? `Promised: ${what}` : `Promised ${names}: ${what}`
}
