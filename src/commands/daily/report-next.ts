import { birthdaysSoon, daysOfBirthdaysSoon } from '../../domain/birthdays.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { CALLED_FIRST, helpedNeeds, openIntroductions, peopleToSee } from '../../domain/next-steps.ts'
import type { HelpedNeed } from '../../domain/reasons.ts'
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

/** At most five people, each with a reason. */
export function gatherNext({ journal, today, defaultCadence, relationships }: ReportFrame): NextStep[] {
  const introductions = openIntroductions(journal.introductions.waiting(today), today)
  const birthdays = birthdaysSoon(journal.occasions.birthdays(daysOfBirthdaysSoon(today)), today)
  const promised = journal.followUps
    .open()
    .filter(({ whose, due }) => whose === 'mine' && due !== null)
    .flatMap(({ people }) => people)
  const waiting = [...promised.map(({ id }) => id), ...introductions.keys(), ...birthdays.map(({ id }) => id)]
  // Looking for who could help whom takes the longest, and is in vain where enough waits already.
  const helped =
    new Set(waiting).size < CALLED_FIRST ? helpedByOffers(journal, today) : new Map<number, HelpedNeed>()
  const called = [...waiting, ...helped.keys()]
  const people = peopleToSee(relationships(), called, today, defaultCadence)
  const also = (id: number) => ({ introduction: introductions.get(id), need: helped.get(id) })
  return standingRows(journal, people, today, also).map(({ id, name, reason, because, lastOn }) => ({
    id,
    name,
    reason: reason ?? timeAgain(lastOn!, today),
    because,
  }))
}
