import type { CivilDate, PartialDate } from '../../domain/dates.ts'
import { NetError } from '../../domain/errors.ts'
import { fold, isNearMiss } from '../../domain/names.ts'
import type { Journal } from '../../store/journal.ts'
import { refuseCircle } from '../introduced.ts'

/** The circles that names mean: known ones as they are written, and those that would have to be made. */
interface SettledCircles {
  names: string[]
  made: string[]
}

/**
 * Finds circles by name. A new one is fine, unless it is so near a known one that it may be a slip.
 * @param sure new ones are wanted, whatever they look like
 * @throws NetError not-found with the near miss
 */
export function settleCircles(journal: Journal, names: string[], sure: boolean): SettledCircles {
  const known = journal.circles.all()
  const settled: SettledCircles = { names: [], made: [] }
  for (const wanted of names) {
    const circle = known.find(({ name }) => fold(name) === fold(wanted))
    const near = known.filter(({ name }) => isNearMiss(fold(name), fold(wanted))).map(({ name }) => name)
    if (!circle && near.length > 0 && !sure)
      throw new NetError({ kind: 'not-found', what: 'circle', wanted, suggestions: near, creatable: true })
    if (settled.names.some((name) => fold(name) === fold(wanted))) continue
    settled.names.push(circle?.name ?? wanted)
    if (!circle) settled.made.push(wanted)
  }
  return settled
}

/**
 * Sees that nobody else goes by that name.
 * @param except the contact whose name it is to be
 * @throws NetError already-there
 */
export function refuseNamesake(journal: Journal, name: string, except?: number): void {
  const namesake = journal.names.named(fold(name)).find(({ id }) => id !== except)
  if (namesake)
    throw new NetError({ kind: 'already-there', what: 'contact', name: namesake.name, id: namesake.id })
}

/**
 * Records that `introducer` made me and a contact known to each other, on the day we met where that is known.
 * To be called inside an operation. How it came is noted; it is not a favour of today.
 * @throws NetError when the introducer came to me through that contact
 */
export function introduce(
  journal: Journal,
  contact: number,
  introducer: number,
  metOn: PartialDate | null,
  today: CivilDate,
): void {
  // Of a day that is known in part, the first it may have been.
  const on = metOn === null || metOn.startsWith('-') ? today : `${metOn}-01-01`.slice(0, 10)
  const via = journal.contacts.byId(introducer)!
  refuseCircle(journal, via, journal.contacts.byId(contact)!)
  journal.introductions.add({ introducerId: introducer, aId: contact, bId: null, on })
}
