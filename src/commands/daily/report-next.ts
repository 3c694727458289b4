import { birthdaysSoon, daysOfBirthdaysSoon } from '../../domain/birthdays.ts'
import { helpedNeeds, openIntroductions, peopleToSee } from '../../domain/next-steps.ts'
import { type NextStep, timeAgain } from '../../ui/views/report/next.ts'
import type { ReportFrame } from './report-frame.ts'
import { standingRows } from './standing-rows.ts'

/** More is not looked through for five people. */
const NEEDS = 20
const OFFERS = 300
const HELPED = 3

/** At most five people, each with a reason. */
export function gatherNext({ journal, today, defaultCadence, relationships }: ReportFrame): NextStep[] {
  const introductions = openIntroductions(journal.introductions.waiting(today), today)
  const needs = journal.offerings.list('need', { limit: NEEDS })
  const resting = journal.relationships.resting(today)
  const offers = needs.length === 0 ? [] : journal.offerings.list('offer', { limit: OFFERS })
  const helped = helpedNeeds(
    needs,
    offers.filter(({ who }) => who === null || !resting(who.id)),
    HELPED,
  )
  const birthdays = birthdaysSoon(journal.occasions.birthdays(daysOfBirthdaysSoon(today)), today)
  const promised = journal.followUps
    .open()
    .filter(({ whose, due }) => whose === 'mine' && due !== null)
    .flatMap(({ people }) => people)
  const called = [
    ...promised.map(({ id }) => id),
    ...introductions.keys(),
    ...birthdays.map(({ id }) => id),
    ...helped.keys(),
  ]
  const people = peopleToSee(relationships(), called, today, defaultCadence)
  const also = (id: number) => ({ introduction: introductions.get(id), need: helped.get(id) })
  return standingRows(journal, people, today, also).map(({ id, name, reason, because, lastOn }) => ({
    id,
    name,
    reason: reason ?? timeAgain(lastOn!, today),
    because,
  }))
}
