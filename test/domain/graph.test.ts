import fc from 'fast-check'
import Graph from 'graphology'
import { describe, expect, test } from 'vitest'
import { betweenness } from '../../src/domain/betweenness.ts'
import { shapeOf, type TiePair } from '../../src/domain/graph.ts'

const everyPair = (people: number[]): TiePair[] =>
  people.flatMap((a, at) => people.slice(at + 1).map((b): TiePair => [a, b]))

const graphOf = (ties: readonly TiePair[]) => {
  const graph = new Graph({ type: 'undirected' })
  for (const [a, b] of ties) graph.mergeEdge(a, b)
  return graph
}

describe('the shape of a network', () => {
  /** Two groups of four who all know each other, tied by 4 and 5 alone; a pair; nobody else among twelve. */
  const two = [...everyPair([1, 2, 3, 4]), ...everyPair([5, 6, 7, 8]), [4, 5], [9, 10]] as TiePair[]

  test('two circles of friends with one tie between them', () => {
    const shape = shapeOf(two, 12)
    expect(shape.clusters.map((people) => people.toSorted((a, b) => a - b))).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ])
    expect(shape.clusters.map(([best]) => best)).toEqual([1, 5])
    expect(shape.pairs).toEqual([[9, 10]])
    expect(shape.bridges).toEqual([
      { id: 4, between: [0, 1] },
      { id: 5, between: [1, 0] },
    ])
    // 6 + 6 + 1 + 1 ties of 12 · 11 / 2 that are possible.
    expect(shape.density).toBeCloseTo(14 / 66)
  })

  test('one who belongs to three groups bridges all of them', () => {
    const groups = [
      [1, 2, 3, 4],
      [11, 12, 13, 14],
      [21, 22, 23, 24],
    ]
    const ties = [...groups.flatMap(everyPair), [99, 1], [99, 2], [99, 11], [99, 21]] as TiePair[]
    const { bridges, clusters } = shapeOf(ties, 13)
    const bridge = bridges.find(({ id }) => id === 99)!
    expect(clusters).toHaveLength(3)
    expect(clusters[bridge.between[0]!]).toContain(1)
    expect(bridge.between.toSorted()).toEqual([0, 1, 2])
  })

  test('nobody bridges what is one group, or what does not touch', () => {
    expect(shapeOf(everyPair([1, 2, 3, 4]), 4)).toMatchObject({ bridges: [], density: 1 })
    expect(shapeOf([...everyPair([1, 2, 3]), ...everyPair([4, 5, 6])], 6).bridges).toEqual([])
  })

  test('without ties there is none', () => {
    expect(shapeOf([], 3)).toEqual({ density: 0, clusters: [], pairs: [], bridges: [] })
    expect(shapeOf([], 0).density).toBe(0)
    expect(shapeOf([], 1).density).toBe(0)
  })

  const someTies = fc
    .uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 })).filter(([a, b]) => a < b),
      { selector: ([a, b]) => `${a} ${b}`, maxLength: 60 },
    )
    .map((ties) => ties as TiePair[])

  test('everybody with a tie is in one group or pair, and it is the same each time', () => {
    fc.assert(
      fc.property(someTies, (ties) => {
        const shape = shapeOf(ties, 25)
        const grouped = [...shape.clusters, ...shape.pairs].flat()
        expect(grouped.toSorted((a, b) => a - b)).toEqual([...new Set(ties.flat())].sort((a, b) => a - b))
        expect(shapeOf(ties, 25)).toEqual(shape)
        for (const { between } of shape.bridges) expect(between.length).toBeGreaterThan(1)
      }),
      { numRuns: 50 },
    )
  })

  test('ways counted from everybody one by one are the ways that the library counts', () => {
    fc.assert(
      fc.property(someTies, (ties) => {
        const graph = graphOf(ties)
        if (graph.order < 2) return
        const exact = betweenness(graph)
        // One step too few for everybody at once: all but one are counted.
        const steps = (graph.order + 2 * graph.size) * graph.order - 1
        const some = betweenness(graph, undefined, steps)
        const source = (at: number) => Math.floor((at * graph.order) / (graph.order - 1))
        const left = graph
          .nodes()
          .findIndex(
            (_, at) => !graph.nodes().some((_, done) => done < graph.order - 1 && source(done) === at),
          )
        const { waysOf } = bruteForce(graph)
        for (const node of graph.nodes())
          expect(some.get(Number(node))! + waysOf(graph.nodes()[left]!, node)).toBeCloseTo(
            2 * exact.get(Number(node))!,
          )
      }),
      { numRuns: 50 },
    )
  })
})

/** Shortest ways by trying all of them. */
function bruteForce(graph: Graph) {
  function shortest(from: string, to: string): string[][] {
    let ways = [[from]]
    const seen = new Set([from])
    while (ways.length > 0 && !ways.some((way) => way.at(-1) === to)) {
      ways = ways.flatMap((way) =>
        graph
          .neighbors(way.at(-1)!)
          .filter((next) => !seen.has(next))
          .map((next) => [...way, next]),
      )
      for (const way of ways) seen.add(way.at(-1)!)
    }
    return ways.filter((way) => way.at(-1) === to)
  }
  return {
    /** The share of the shortest ways from one to all others that leads through `by`. */
    waysOf: (from: string, by: string): number =>
      by === from
        ? 0
        : graph
            .nodes()
            .filter((to) => to !== from && to !== by)
            .reduce((sum, to) => {
              const ways = shortest(from, to)
              return (
                sum + (ways.length === 0 ? 0 : ways.filter((way) => way.includes(by)).length / ways.length)
              )
            }, 0),
  }
}

describe('betweenness', () => {
  test('of a chain: the middle one has most', () => {
    const chain = betweenness(
      graphOf([
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
      ]),
    )
    expect([...chain]).toEqual([
      [1, 0],
      [2, 3],
      [3, 4],
      [4, 3],
      [5, 0],
    ])
  })

  test('of a large network is told from some of its people, and progress is told', () => {
    // Two rings of 300, tied by 1 and 301 alone.
    const ring = (from: number) =>
      Array.from({ length: 300 }, (_, at): TiePair => [from + at, from + ((at + 1) % 300)])
    const graph = graphOf([...ring(1), ...ring(301), [1, 301]])
    const shares: number[] = []
    const through = betweenness(graph, (share) => shares.push(share), 100_000)
    const most = [...through]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 2)
      .map(([id]) => id)
    expect(most.sort((a, b) => a - b)).toEqual([1, 301])
    expect(shares[0]).toBe(0)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })
})
