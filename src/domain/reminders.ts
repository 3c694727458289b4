import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate } from './dates.ts'
import { isPaused, type Pause } from './pauses.ts'
import { cadenceOf, countedDays, type Relationship, type Standing } from './staleness.ts'

/** A day on which to think of somebody. */
export interface Reminder {
  person: PersonRef
  on: CivilDate
  lastOn: CivilDate | null
}

/** Nothing further ahead is told: until then much will have happened. */
const DAYS_AHEAD = 365
/** Those who would be due already come up so many a day from today on, so that no day is a pile … */
const WAITING_A_DAY = 2
/** … and for so many days: a calendar that is read again gets the rest by and by. */
const WAITING_DAYS = 30

/**
 * When each relationship will be due to be taken up, as things stand: on the day it would go cold. Whoever is due already comes
 * from today on, the coldest first.
 * @param standings as `byStaleness` orders them; who is paused or let go is not among them
 * @param pausesAhead pauses of a person that are still to begin
 * @param defaultDays the cadence where nothing else says
 */
export function remindersAhead(
  standings: readonly Standing[],
  pausesAhead: (id: number) => readonly Pause[],
  today: CivilDate,
  defaultDays: number,
): Reminder[] {
  let waiting = 0
  return standings.flatMap(({ relationship }) => {
    const { id, name, lastOn } = relationship
    const pauses = [...relationship.pauses, ...pausesAhead(id)]
    let on = dueDay(relationship, pauses, today, defaultDays)
    if (on !== undefined && on <= today) {
      const days = Math.floor(waiting++ / WAITING_A_DAY)
      on = days < WAITING_DAYS ? addDays(today, days) : undefined
    }
    return on === undefined || isPaused(on, pauses) ? [] : [{ person: { id, name }, on, lastOn }]
  })
}

/** The first day on which as many days count as the cadence has; `undefined` when it is too far ahead. */
function dueDay(
  relationship: Relationship,
  pauses: readonly Pause[],
  today: CivilDate,
  defaultDays: number,
): CivilDate | undefined {
  const cadence = cadenceOf(relationship, defaultDays).days
  const from = relationship.lastOn ?? relationship.addedOn
  const last = addDays(today, DAYS_AHEAD)
  for (let on = addDays(from, cadence); on <= last; ) {
    const missing = cadence - countedDays(from, on, pauses)
    if (missing <= 0) return on
    on = addDays(on, missing)
  }
  return undefined
}
