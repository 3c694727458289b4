import type { Entry } from './entry.ts'
import { introductionsWith, partiesOf } from './introductions.ts'

/** Every person an entry names, once each, in the order of naming. */
export function mentionsOf<Person>(entry: Entry<Person>): Person[] {
  const named = [
    ...entry.people,
    ...entry.favours.flatMap((favour) => [...favour.people, ...favour.introduces, ...favour.from]),
    ...entry.introductions.flatMap(partiesOf),
    ...entry.followUps.flatMap((followUp) => followUp.people),
    ...entry.learned.flatMap((fact) => fact.people),
    ...entry.offerings.flatMap((offering) => offering.people),
  ]
  return [...new Set(named)]
}

/**
 * The entry with other people in place of those it has: contacts in place of mentions. `who` is asked once for each; two
 * who turn out to be one person stand once.
 */
export function settle<From, To>(entry: Entry<From>, who: (person: From) => To): Entry<To> {
  const settled = new Map(mentionsOf(entry).map((person) => [person, who(person)]))
  const each = (people: From[]) => [...new Set(people.map((person) => settled.get(person)!))]
  return {
    ...entry,
    people: each(entry.people),
    favours: entry.favours.map((favour) => ({
      ...favour,
      people: each(favour.people),
      introduces: each(favour.introduces),
      from: each(favour.from),
    })),
    introductions: introductionsWith(entry.introductions, (person) => settled.get(person)!),
    followUps: entry.followUps.map((followUp) => ({ ...followUp, people: each(followUp.people) })),
    learned: entry.learned.map((fact) => ({ ...fact, people: each(fact.people) })),
    offerings: entry.offerings.map((offering) => ({ ...offering, people: each(offering.people) })),
  }
}
