import type Graph from 'graphology'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js'

/** Told now and then how much of long work is done, 0 to 1. */
export type Progress = (share: number) => void

/** Steps that are taken at most, which is about a second; a few thousand contacts with their ties need fewer. */
const STEPS = 20_000_000

/**
 * How many of the shortest ways between others lead through each person. In a large network the ways from some of the
 * people stand for all: those from everybody would take a minute, and only who has most is asked for (Brandes and Pich 2007).
 * @returns by id; only to be compared with one another
 */
export function betweenness(graph: Graph, progress?: Progress, steps = STEPS): Map<number, number> {
  const sources = Math.max(1, Math.floor(steps / (graph.order + 2 * graph.size)))
  if (sources < graph.order) return sampled(graph, sources, progress)
  const exact = betweennessCentrality(graph, { getEdgeWeight: null, normalized: false })
  return new Map(Object.entries(exact).map(([node, count]) => [Number(node), count]))
}

/** As many people as `sources`, spread evenly over all. */
function sampled(graph: Graph, sources: number, progress?: Progress): Map<number, number> {
  const waysFrom = createUnweightedIndexedBrandes(graph)
  const total = new Float64Array(graph.order)
  const below = new Float64Array(graph.order)
  for (let done = 0; done < sources; done++) {
    const source = Math.floor((done * graph.order) / sources)
    addWays(source, waysFrom(source), below, total)
    if (done % 20 === 0) progress?.(done / sources)
  }
  // The index counts people in the order in which the graph has them.
  return new Map(graph.nodes().map((node, at) => [Number(node), total[at]!]))
}

/** Brandes 2001: backwards from those farthest away, each hands on to those before it. Empties the stack, which is used again. */
function addWays(source: number, found: WaysFrom, below: Float64Array, total: Float64Array): void {
  const [farthestLast, before, ways] = found
  below.fill(0)
  while (farthestLast.size > 0) {
    const at = farthestLast.pop()!
    const share = (1 + below[at]!) / ways[at]!
    for (const each of before[at]!) below[each]! += ways[each]! * share
    if (at !== source) total[at]! += below[at]!
  }
}

type WaysFrom = ReturnType<ReturnType<typeof createUnweightedIndexedBrandes>>
