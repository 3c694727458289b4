import type { PersonRef } from './contacts.ts'
import { type CivilDate, daysBetween } from './dates.ts'

/** What passed between me and one person, as far as a pattern is told from it. Never shown as it stands. */
export interface Exchange extends PersonRef {
  gave: number
  got: number
  firstOn: CivilDate
  lastOn: CivilDate
}

export interface OneSided extends PersonRef {
  /** The first favour of the pattern. */
  since: CivilDate
}

export interface OneSidedness {
  /** Those who come to me, and to whom I have not come yet. */
  drawOnMe: OneSided[]
  /** Those to whom I come, and for whom I have done nothing yet. */
  iDrawOn: OneSided[]
}

const LEAST_FAVOURS = 3
/** Before that it is no pattern, but a beginning: a network lives on giving first. */
const LEAST_DAYS = 180

/** Lasting one-sidedness in both directions, in the order of names as given. */
export function oneSidedness(exchanges: readonly Exchange[]): OneSidedness {
  const lasting = exchanges.filter(({ firstOn, lastOn }) => daysBetween(firstOn, lastOn) >= LEAST_DAYS)
  const named = ({ id, name, firstOn }: Exchange): OneSided => ({ id, name, since: firstOn })
  return {
    drawOnMe: lasting.filter(({ gave, got }) => gave >= LEAST_FAVOURS && got === 0).map(named),
    iDrawOn: lasting.filter(({ gave, got }) => got >= LEAST_FAVOURS && gave === 0).map(named),
  }
}
