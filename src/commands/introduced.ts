import type { PersonRef } from '../domain/contacts.ts'
import type { EntryFavour } from '../domain/entry/entry.ts'
import { badInput } from '../domain/errors.ts'
import type { Journal } from '../store/journal.ts'
import type { CircularIntroduction } from '../ui/views/introductions.ts'

interface Party {
  /** `null` for somebody new, who introduced nobody yet. */
  id: number | null
  name: string
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
