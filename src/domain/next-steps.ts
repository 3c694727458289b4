import type { PersonRef } from './contacts.ts'
import { addDays, type CivilDate } from './dates.ts'
import { type Introduction, openStep } from './introductions.ts'
import { matchmaker } from './matching.ts'
import type { Offering } from './offerings.ts'
import type { HelpedNeed, OpenIntroduction } from './reasons.ts'
import { byStaleness, type Relationship, type Standing, stalenessOf } from './staleness.ts'

/** More people to see nobody would keep up with. */
export const AT_MOST = 5
/** So many places are kept for those with whom something waits; the others are for those one has not met for long. */
export const CALLED_FIRST = 3
const A_QUARTER = 91

/** Those furthest over their cadence, or who would come to it in the quarter to come. */
function coldestByThen(standings: readonly Standing[], today: CivilDate, defaultDays: number): Standing[] {
  const people: Standing[] = []
  for (const standing of standings) {
    if (people.length === AT_MOST) break
    const { state } = stalenessOf(standing.relationship, addDays(today, A_QUARTER), defaultDays)
    if (state === 'cold') people.push(standing)
  }
  return people
}

/**
 * Whom to see in the quarter to come: at most five, some of them because something waits with them, the others because
 * it has been long.
 * @param relationships of those who are called, and of the coldest, as many as it may take
 * @param called contacts with whom something waits, the most urgent first
 */
export function peopleToSee(
  relationships: Relationship[],
  called: readonly number[],
  today: CivilDate,
  defaultDays: number,
): Standing[] {
  const standings = byStaleness(relationships, today, defaultDays)
  const byId = new Map(standings.map((standing) => [standing.relationship.id, standing]))
  const waiting = [...new Set(called)].flatMap((id) => byId.get(id) ?? [])
  const chosen = [
    ...waiting.slice(0, CALLED_FIRST),
    ...coldestByThen(standings, today, defaultDays),
    ...waiting.slice(CALLED_FIRST),
  ]
  return [...new Set(chosen)].slice(0, AT_MOST)
}

/** With whom introductions wait for something that I or they could do, and what for. */
export function openIntroductions(
  introductions: readonly Introduction[],
  today: CivilDate,
): Map<number, OpenIntroduction> {
  const open = new Map<number, OpenIntroduction>()
  const put = (id: number, introduction: OpenIntroduction) => open.has(id) || open.set(id, introduction)
  for (const introduction of introductions) {
    const step = openStep(introduction, today)
    const { introducer, me } = introduction
    // What one of them does for two others is theirs to do.
    if (step === null || (introducer !== null && me === null)) continue
    const people = introduction.people.map(({ id, name }): PersonRef => ({ id, name }))
    if (introducer !== null) put(introducer.id, { step, introduces: true, others: people })
    else
      for (const { id } of people)
        put(id, { step, introduces: false, others: people.filter((other) => other.id !== id) })
  }
  return open
}

/** The needs that somebody's offer fits, one for each who has them. @param needs newest first */
export function helpedNeeds(
  needs: readonly Offering[],
  offers: readonly Offering[],
  most: number,
): Map<number, HelpedNeed> {
  const match = matchmaker(
    offers.map(({ who, what, on }) => ({ who, kind: 'offer', text: what, by: null, on })),
  )
  const helped = new Map<number, HelpedNeed>()
  for (const need of needs) {
    if (helped.size === most) break
    if (need.who === null || helped.has(need.who.id)) continue
    const [helper] = match(need).helpers
    if (helper) helped.set(need.who.id, { what: need.what, helper: helper.who })
  }
  return helped
}
