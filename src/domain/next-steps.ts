import type { CivilDate } from './dates.ts'
import { addDays } from './dates.ts'
import { byStaleness, type Relationship, type Standing, stalenessOf } from './staleness.ts'

const AT_MOST = 5
const A_QUARTER = 91

/** Whom to see in the quarter to come: those furthest over their cadence, or who would come to it by then. */
export function peopleToSee(
  relationships: Relationship[],
  today: CivilDate,
  defaultDays: number,
): Standing[] {
  const people: Standing[] = []
  for (const standing of byStaleness(relationships, today, defaultDays)) {
    if (people.length === AT_MOST) break
    const { state } = stalenessOf(standing.relationship, addDays(today, A_QUARTER), defaultDays)
    if (state === 'cold') people.push(standing)
  }
  return people
}
