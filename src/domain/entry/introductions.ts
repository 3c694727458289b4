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
