import type { TiePair } from './graph.ts'
import { grouped } from './grouping.ts'

/** How many of the ties that are possible among some people there are. */
export interface Tightness {
  people: number
  ties: number
  possible: number
  /** The share, 0 to 1; `null` where there are fewer than two people. */
  tightness: number | null
}

const possibleTies = (people: number): number => (people < 2 ? 0 : (people * (people - 1)) / 2)

/**
 * How tight each of some sets of people is.
 * @param ties each once
 * @param sets people by what they belong to; somebody may belong to several
 */
export function tightnessOf<Key>(
  ties: readonly TiePair[],
  sets: Map<Key, readonly number[]>,
): Map<Key, Tightness> {
  const setsOf = grouped([...sets].flatMap(([key, people]) => people.map((id) => [id, key] as const)))
  const counts = new Map<Key, number>()
  for (const [a, b] of ties) {
    const others = setsOf.get(b)
    for (const key of setsOf.get(a) ?? [])
      if (others?.includes(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Map(
    [...sets].map(([key, people]) => {
      const possible = possibleTies(people.length)
      const among = counts.get(key) ?? 0
      return [
        key,
        { people: people.length, ties: among, possible, tightness: possible === 0 ? null : among / possible },
      ]
    }),
  )
}
