import { WEIGHTS } from '../favours.ts'
import { introductionFavour } from '../introductions.ts'
import type { EntryFavour } from './entry.ts'

/** An introduction as it is told: `introducer` null: I introduced them; one person alone: they were introduced to me. */
export interface ToldIntroduction<Person> {
  introducer: Person | null
  people: Person[]
}

/** Who was brought together: `introducer` null when it was me, `b` null when `a` was introduced to me. */
export interface EntryIntroduction<Person> {
  introducer: Person | null
  a: Person
  b: Person | null
}

/** "gave Ada: intro to Lin" is an introduction by me of Ada and Lin, "got Ada: intro to Lin" one by Ada of Lin and me. */
export function introductionsIn<Person>({
  direction,
  people,
  introduces,
}: EntryFavour<Person>): EntryIntroduction<Person>[] {
  return people.flatMap((person) =>
    introduces
      .filter((other) => other !== person)
      .map((other) =>
        direction === 'gave'
          ? { introducer: null, a: person, b: other }
          : { introducer: person, a: other, b: null },
      ),
  )
}

/** The same as it is told. */
export const toldIntroductions = <Person>(favours: EntryFavour<Person>[]): ToldIntroduction<Person>[] =>
  favours.flatMap(introductionsIn).map(({ introducer, a, b }) => ({ introducer, people: b ? [a, b] : [a] }))

/** Everybody who has a part in it; I am left out. */
export const partiesOf = <Person>({ introducer, a, b }: EntryIntroduction<Person>): Person[] =>
  [introducer, a, b].filter((person) => person !== null)

/** The same with other people in place of those it has, each once; nobody is brought together with themselves. */
export function introductionsWith<From, To>(
  introductions: EntryIntroduction<From>[],
  who: (person: From) => To,
): EntryIntroduction<To>[] {
  const settled = introductions.map(({ introducer, a, b }) => ({
    introducer: introducer && who(introducer),
    a: who(a),
    b: b && who(b),
  }))
  return settled.filter((one, index) => {
    const parties = partiesOf(one)
    return (
      new Set(parties).size === parties.length && settled.findIndex((other) => isSame(one, other)) === index
    )
  })
}

/** Whether it is told of the same three. */
export function isSame<Person>(one: EntryIntroduction<Person>, other: EntryIntroduction<Person>): boolean {
  const people = [one.a, one.b]
  return one.introducer === other.introducer && people.includes(other.a) && people.includes(other.b)
}

/** An introduction as the favour it is: one that I did, or that was done for me. */
export const asFavour = <Person extends { name: string }>({
  introducer,
  a,
  b,
}: EntryIntroduction<Person>): EntryFavour<Person> => ({
  direction: introducer ? 'got' : 'gave',
  what: introductionFavour({ people: b ? [a, b] : [a], purpose: null }),
  weight: WEIGHTS.medium,
  people: [introducer ?? a],
  introduces: [introducer ? a : b!],
  from: [],
})
