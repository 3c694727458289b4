import { birthdaysSoon, daysOfBirthdaysSoon } from '../../domain/birthdays.ts'
import type { CivilDate } from '../../domain/dates.ts'
import {
  AT_MOST,
  CALLED_FIRST,
  helpedNeeds,
  openIntroductions,
  peopleToSee,
} from '../../domain/next-steps.ts'
import type { HelpedNeed } from '../../domain/reasons.ts'
import { byStaleness, type Relationship, type Standing } from '../../domain/staleness.ts'
import type { Journal } from '../../store/journal.ts'
import { type NextStep, timeAgain } from '../../ui/views/report/next.ts'
import type { ReportFrame } from './report-frame.ts'
import { standingRows } from './standing-rows.ts'

/** More is not looked through for five people. */
const NEEDS = 20
const OFFERS = 300
const HELPED = 3

function helpedByOffers(journal: Journal, today: CivilDate): Map<number, HelpedNeed> {
  const needs = journal.offerings.list('need', { limit: NEEDS })
  if (needs.length === 0) return new Map()
  const resting = journal.relationships.resting(today)
  const offers = journal.offerings.list('offer', { limit: OFFERS })
  return helpedNeeds(
    needs,
    offers.filter(({ who }) => who === null || !resting(who.id)),
    HELPED,
  )
}

/**
 * Everybody who may be among those to see. Who is cold now is so in a quarter's time; only where there are too few of them,
 * all are looked at.
 */
function inSight(journal: Journal, called: number[], today: CivilDate, cadence: number): Relationship[] {
  const { relationships } = journal.relationships.coldest(today, AT_MOST, cadence)
  const isCold = ({ staleness }: Standing) => staleness.state === 'cold'
  if (byStaleness(relationships, today, cadence).filter(isCold).length < AT_MOST)
    return journal.relationships.list(today)
  const among = new Set(relationships.map(({ id }) => id))
  return [
    ...relationships,
    ...journal.relationships.list(today, { ids: called.filter((id) => !among.has(id)) }),
  ]
}

/** At most five people, each with a reason. */
export function gatherNext({ journal, today, defaultCadence, waiting: introduced }: ReportFrame): NextStep[] {
  const introductions = openIntroductions(introduced(), today)
  const birthdays = birthdaysSoon(journal.occasions.birthdays(daysOfBirthdaysSoon(today)), today)
  const waiting = [...journal.followUps.owedTo(), ...introductions.keys(), ...birthdays.map(({ id }) => id)]
  // Looking for who could help whom takes the longest, and is in vain where enough waits already.
  const helped =
    new Set(waiting).size < CALLED_FIRST ? helpedByOffers(journal, today) : new Map<number, HelpedNeed>()
  const called = [...waiting, ...helped.keys()]
  const people = peopleToSee(inSight(journal, called, today, defaultCadence), called, today, defaultCadence)
  const also = (id: number) => ({ introduction: introductions.get(id), need: helped.get(id) })
  return standingRows(journal, people, today, also).map(({ id, name, reason, because, lastOn }) => ({
    id,
    name,
    reason: reason ?? timeAgain(lastOn!, today),
    because,
  }))
}
