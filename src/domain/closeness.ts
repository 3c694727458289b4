import { type CivilDate, daysBetween } from './dates.ts'
import { descending } from './order.ts'

/** What there has been between a person and me, up to a day. It orders people where somebody has to stand first; it is never shown as a number. */
export interface Acquaintance {
  encounters: number
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  /** Favours I did for them, and they for me. */
  gave: number
  got: number
}

/** Of somebody nothing is known of. */
export const STRANGER: Acquaintance = { encounters: 0, lastOn: null, gave: 0, got: 0 }

const DAYS_OF_A_YEAR = 365.25

/** Met this often, and within so many days: one knows each other. */
const WELL = { encounters: 3, days: 730 }

/** Whether I know somebody well enough to need nobody who takes me to them. */
export const isKnownWell = ({ encounters, lastOn }: Acquaintance, today: CivilDate): boolean =>
  encounters >= WELL.encounters && lastOn !== null && daysBetween(lastOn, today) <= WELL.days

/**
 * For sorting: whom I know better stands first. Meetings count, and count half for each year since the last one. Only a
 * difference of twice as much tells: of those who are about equally close go first people with whom favours went
 * both ways, then one way, then none; then those met last.
 */
export function closerFirst(today: CivilDate): (a: Acquaintance, b: Acquaintance) => number {
  // Each is reckoned once, however often a sort compares it.
  const reckoned = new Map<Acquaintance, number>()
  const closeness = (one: Acquaintance): number => {
    const known = reckoned.get(one) ?? doublings(one, today)
    reckoned.set(one, known)
    return known
  }
  return (a, b) =>
    closeness(b) - closeness(a) ||
    ways(b) - ways(a) ||
    descending(a.lastOn ?? '', b.lastOn ?? '') ||
    b.encounters - a.encounters
}

/** How often the meetings, faded as they are, have doubled. */
function doublings({ encounters, lastOn }: Acquaintance, today: CivilDate): number {
  if (encounters === 0 || lastOn === null) return -Number.MAX_SAFE_INTEGER
  return Math.round(Math.log2(encounters) - Math.max(0, daysBetween(lastOn, today)) / DAYS_OF_A_YEAR)
}

const ways = ({ gave, got }: Acquaintance): number => Number(gave > 0) + Number(got > 0)
