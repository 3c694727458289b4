import type { PersonRef } from '../domain/contacts.ts'
import type { Entry, EntryFavour } from '../domain/entry/entry.ts'
import { asFavour, introductionsIn, isSame } from '../domain/entry/introductions.ts'
import { badInput } from '../domain/errors.ts'
import type { Journal } from '../store/journal.ts'
import type { CircularIntroduction } from '../ui/views/introductions.ts'

interface Party {
  /** `null` for somebody new, who introduced nobody yet. */
  id: number | null
  name: string
}

/**
 * The introductions an entry tells of in passing, as the favours they are; without those that one of its own favours
 * tells of as well, and those that are on record: "coffee with Grace (via Ada)" may be said each time.
 */
export function toldInPassing<Person extends Party>(
  { introductions: known }: Journal,
  { introductions, favours }: Pick<Entry<Person>, 'introductions' | 'favours'>,
): EntryFavour<Person>[] {
  const own = introductions.length > 0 ? favours.flatMap(introductionsIn) : []
  const isOnRecord = ({ introducer, a, b }: (typeof introductions)[number]): boolean => {
    if (introducer?.id === null || a.id === null || b?.id === null) return false
    const parties = { introducerId: introducer?.id ?? null, aId: a.id, bId: b?.id ?? null }
    return known.between(parties).some(({ made }) => made)
  }
  return introductions
    .filter((told) => !own.some((one) => isSame(one, told)) && !isOnRecord(told))
    .map(asFavour)
}

/**
 * Favours, less the introductions that can't be: somebody is said to have introduced to me a person through whom they came
 * themselves. What was done stays a favour, in the words it was told in.
 * @returns the favours, and what was left out of them
 */
export function withoutCircles<Person extends Party, Favour extends EntryFavour<Person>>(
  { origins }: Journal,
  favours: Favour[],
): { favours: Favour[]; circular: CircularIntroduction[] } {
  const circular: CircularIntroduction[] = []
  const leadsBack = (introducer: Person, person: Person): boolean => {
    if (introducer.id === null || person.id === null || introducer.id === person.id) return false
    const way = origins.wayBack(introducer.id, person.id)
    if (way)
      circular.push({
        introducer: introducer.name,
        person: person.name,
        way: way.map(({ name }) => name),
      })
    return way !== undefined
  }
  const possible = favours.map((favour) =>
    favour.direction === 'gave'
      ? favour
      : {
          ...favour,
          introduces: favour.introduces.filter(
            (person) => !favour.people.some((introducer) => leadsBack(introducer, person)),
          ),
        },
  )
  return { favours: possible, circular }
}

/**
 * Sees that two did not introduce each other to me.
 * @throws NetError that names those between them
 */
export function refuseCircle(journal: Journal, introducer: PersonRef, person: PersonRef): void {
  const way = journal.origins.wayBack(introducer.id, person.id)
  if (way)
    throw badInput(
      'the introducer',
      introducer.name,
      `came to you through ${way.map(({ name }) => name).join(', who came through ')}`,
      `So ${person.name} can't have come through ${introducer.name}. "net show ${introducer.name}" tells how you met.`,
    )
}
