import type { PersonRef } from './contacts.ts'
import { type CivilDate, daysBetween } from './dates.ts'

/** What passed between me and somebody, as far as a pattern is told from it. Never shown as it stands. */
export interface Exchange {
  gave: number
  got: number
  firstOn: CivilDate
  lastOn: CivilDate
}

export type PersonExchange = PersonRef & Exchange

/** The same with the people of a circle, or at the evenings of an event; `people`: how many had a part in it. */
export interface GroupExchange extends Exchange {
  name: string
  people: number
}
export type CircleExchange = GroupExchange & { id: number }

interface Since {
  /** The first favour of the pattern. */
  since: CivilDate
}

export type OneSidedPerson = PersonRef & Since
export type OneSidedCircle = { id: number; name: string } & Since
/** A series, or else the events of one name. */
export type OneSidedEvent = { name: string } & Since

export interface Sides<Who> {
  /** Those who come to me, and to whom I have not come yet. */
  drawOnMe: Who[]
  /** Those to whom I come, and for whom I have done nothing yet. */
  iDrawOn: Who[]
}

export interface OneSidedness extends Sides<OneSidedPerson> {
  circles: Sides<OneSidedCircle>
  events: Sides<OneSidedEvent>
}

export const NOTHING_ONE_SIDED: OneSidedness = {
  drawOnMe: [],
  iDrawOn: [],
  circles: { drawOnMe: [], iDrawOn: [] },
  events: { drawOnMe: [], iDrawOn: [] },
}

const LEAST_FAVOURS = 3
/** Before that it is no pattern, but a beginning: a network lives on giving first. */
const LEAST_DAYS = 180
/** What goes back to one person alone is that person's pattern, not their circle's or event's. */
const LEAST_PEOPLE = 2

/** Lasting one-sidedness in both directions, in the order of names as given. */
export function oneSidedness(
  people: readonly PersonExchange[],
  circles: readonly CircleExchange[],
  events: readonly GroupExchange[],
): OneSidedness {
  const several = ({ people: count }: GroupExchange) => count >= LEAST_PEOPLE
  return {
    ...sides(people, ({ id, name, firstOn }) => ({ id, name, since: firstOn })),
    circles: sides(circles.filter(several), ({ id, name, firstOn }) => ({ id, name, since: firstOn })),
    events: sides(events.filter(several), ({ name, firstOn }) => ({ name, since: firstOn })),
  }
}

function sides<From extends Exchange, Who>(
  exchanges: readonly From[],
  named: (from: From) => Who,
): Sides<Who> {
  const lasting = exchanges.filter(({ firstOn, lastOn }) => daysBetween(firstOn, lastOn) >= LEAST_DAYS)
  return {
    drawOnMe: lasting.filter(({ gave, got }) => gave >= LEAST_FAVOURS && got === 0).map(named),
    iDrawOn: lasting.filter(({ gave, got }) => got >= LEAST_FAVOURS && gave === 0).map(named),
  }
}
