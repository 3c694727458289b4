import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Acquaintance, closerFirst, isKnownWell, STRANGER } from '../../src/domain/closeness.ts'
import { addDays } from '../../src/domain/dates.ts'
import { shortestChains, type TieGraph } from '../../src/domain/paths.ts'

const TODAY = '2026-11-03'
const closer = closerFirst(TODAY)

interface Network {
  people: Acquaintance[]
  ties: [number, number][]
}

const met = (encounters: number, days = 10): Acquaintance => ({
  encounters,
  lastOn: encounters === 0 ? null : addDays(TODAY, -days),
  gave: 0,
  got: 0,
})

/** Ids are places in `people`. */
function graphOf({ people, ties }: Network): TieGraph {
  const knows = (id: number) => ties.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))
  return {
    neighbours: (ids) => new Map(ids.map((id) => [id, knows(id)])),
    met: (ids) => new Set(ids.filter((id) => people[id]!.encounters > 0)),
    acquaintances: (ids) => new Map(ids.map((id) => [id, people[id] ?? STRANGER])),
  }
}

const chains = (network: Network, wanted: number[], { longest = 4, enough = 5 } = {}) =>
  shortestChains(wanted, graphOf(network), { today: TODAY, longest, enough, closer })

describe('chains of ties', () => {
  //          0 mine – 1 – 2 wanted, 3 mine and closer – 2, 4 mine – 0
  const network: Network = {
    people: [met(2), met(0), met(0), met(9), met(4)],
    ties: [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 4],
    ],
  }

  test('the shortest first, each with who I would ask in front', () => {
    expect(chains(network, [2])).toEqual([
      [3, 2],
      [0, 1, 2],
    ])
  })

  test('of equally long ones the asker I know better first', () => {
    const two: Network = {
      people: [met(1), met(8), met(0)],
      ties: [
        [0, 2],
        [1, 2],
      ],
    }
    expect(chains(two, [2])).toEqual([
      [1, 2],
      [0, 2],
    ])
  })

  test('somebody met once is asked directly, and others may lead there as well', () => {
    expect(chains({ ...network, people: network.people.with(2, met(1)) }, [2])).toEqual([
      [2],
      [3, 2],
      [0, 1, 2],
    ])
  })

  test('to somebody I know well nobody has to lead', () => {
    expect(chains({ ...network, people: network.people.with(2, met(6)) }, [2])).toEqual([[2]])
  })

  test('nobody whom I could ask myself stands further back', () => {
    expect(chains(network, [2]).flatMap(([, ...others]) => others)).not.toContain(4)
  })

  test('no longer than allowed, no more than asked for', () => {
    expect(chains(network, [2], { longest: 2 })).toEqual([[3, 2]])
    expect(chains(network, [2], { enough: 1 })).toEqual([[3, 2]])
    expect(chains({ people: [met(0), met(3)], ties: [] }, [0])).toEqual([])
    expect(chains(network, [])).toEqual([])
  })
})

/** All chains there are, each walked to its end: the shortest of each asker. */
function byBruteForce({ people, ties }: Network, wanted: number[], longest: number): number[][] {
  const knows = (a: number, b: number) => ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
  const mine = (id: number) => people[id]!.encounters > 0
  const found: number[][] = []
  const walk = (chain: number[]) => {
    const last = chain.at(-1)!
    if (wanted.includes(last) && (chain.length === 1 || !isKnownWell(people[last]!, TODAY))) {
      // Someone I have met further back I would ask myself; only the wanted one may be such a person.
      if (chain.slice(1, -1).every((id) => !mine(id) && !wanted.includes(id))) found.push(chain)
    }
    if (chain.length === longest) return
    for (const id of people.keys()) if (!chain.includes(id) && knows(last, id)) walk([...chain, id])
  }
  for (const id of people.keys()) if (mine(id)) walk([id])
  const shortest = new Map<number, number[]>()
  for (const chain of found) {
    const known = shortest.get(chain[0]!)
    if (!known || chain.length < known.length) shortest.set(chain[0]!, chain)
  }
  return [...shortest.values()].sort(
    (a, b) => a.length - b.length || closer(people[a[0]!]!, people[b[0]!]!) || a[0]! - b[0]!,
  )
}

const networks = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.record({
    people: fc.array(
      fc
        .tuple(fc.constantFrom(0, 0, 0, 1, 2, 3, 7), fc.constantFrom(5, 400, 1200))
        .map(([encounters, days]) => met(encounters, days)),
      { minLength: size, maxLength: size },
    ),
    ties: fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 })
      .map((pairs) => pairs.filter(([a, b]) => a < b)),
    wanted: fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 3 }),
  }),
)

test('agrees with walking every chain there is, on small networks', () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 1, max: 5 }), ({ people, ties, wanted }, longest) => {
      const network = { people, ties }
      const found = chains(network, wanted, { longest, enough: 100 })
      const expected = byBruteForce(network, wanted, longest)
      expect(found.map((chain) => [chain[0], chain.length])).toEqual(
        expected.map((chain) => [chain[0], chain.length]),
      )
      for (const chain of found) {
        expect(wanted).toContain(chain.at(-1))
        for (const [at, id] of chain.entries())
          if (at > 0) expect(graphOf(network).neighbours([id]).get(id)).toContain(chain[at - 1])
      }
    }),
    { numRuns: 2000 },
  )
})

test('a limit cuts the same list short', () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 1, max: 4 }), ({ people, ties, wanted }, enough) => {
      const all = chains({ people, ties }, wanted, { longest: 5, enough: 100 })
      expect(chains({ people, ties }, wanted, { longest: 5, enough })).toEqual(all.slice(0, enough))
    }),
  )
})
