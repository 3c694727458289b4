import { type Acquaintance, isKnownWell } from './closeness.ts'
import type { CivilDate } from './dates.ts'

/** Where a way to somebody is looked for: whom people know, and how well I know people. Both are asked for many at once. */
export interface TieGraph {
  /** Those who know nobody may be missing. */
  neighbours(ids: number[]): Map<number, number[]>
  /** Those of them I have met. */
  met(ids: number[]): Set<number>
  acquaintances(ids: number[]): Map<number, Acquaintance>
}

export interface PathSearch {
  today: CivilDate
  /** People of a chain at most, the one I ask and the one it leads to included. */
  longest: number
  /** As many chains are enough. */
  enough: number
  /** Which of two goes first to be asked. */
  closer: (a: Acquaintance, b: Acquaintance) => number
}

/**
 * The shortest chains of ties that lead from me to one of some people: each begins with somebody I have met, whom I would ask, and
 * ends with one of the wanted. Whoever I have met of the wanted is a chain alone; to those I do not know well, others may lead
 * as well. Each asker has one chain, the shortest; nobody else in it have I met, or I would ask them.
 * Shorter chains go first, then those whose asker I know better.
 *
 * It goes back from the wanted, tie by tie, and ends with the first length at which there are enough.
 */
export function shortestChains(wanted: number[], graph: TieGraph, search: PathSearch): number[][] {
  const { today, longest, enough, closer } = search
  const chains: number[][] = []
  /** Towards the wanted: who comes next in the chain. */
  const next = new Map<number, number | null>(wanted.map((id) => [id, null]))
  let level = [...next.keys()]
  for (let length = 1; level.length > 0; length++) {
    const met = graph.met(level)
    const mine = level.filter((id) => met.has(id))
    const known = graph.acquaintances(mine)
    mine.sort((a, b) => closer(known.get(a)!, known.get(b)!) || a - b)
    chains.push(...mine.slice(0, enough - chains.length).map((id) => chainFrom(id, next)))
    if (length === longest || chains.length === enough) break
    const ends = (id: number) => met.has(id) && (length > 1 || isKnownWell(known.get(id)!, today))
    const further = level.filter((id) => !ends(id))
    level = stepBack(further, graph, next)
  }
  return chains
}

/** Everybody who knows one of these and was not come by yet. */
function stepBack(level: number[], graph: TieGraph, next: Map<number, number | null>): number[] {
  const before: number[] = []
  const neighbours = graph.neighbours(level)
  for (const id of level)
    for (const neighbour of neighbours.get(id) ?? []) {
      if (next.has(neighbour)) continue
      next.set(neighbour, id)
      before.push(neighbour)
    }
  return before
}

function chainFrom(asker: number, next: Map<number, number | null>): number[] {
  const chain: number[] = []
  for (let at: number | null = asker; at !== null; at = next.get(at)!) chain.push(at)
  return chain
}
