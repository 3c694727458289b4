import type { CivilDate } from './dates.ts'
import { addDays } from './dates.ts'
import { byStaleness, type Relationship, type Standing, stalenessOf } from './staleness.ts'

const AT_MOST = 5
const A_QUARTER = 91

/** Whom to see in the quarter to come: those furthest over their cadence, or who would come to it by then. */
export const peopleToSee = (
  relationships: Relationship[],
  today: CivilDate,
  defaultDays: number,
): Standing[] =>
  byStaleness(relationships, today, defaultDays)
    .filter(
      ({ relationship }) =>
        stalenessOf(relationship, addDays(today, A_QUARTER), defaultDays).state === 'cold',
    )
    .slice(0, AT_MOST)
