import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import { undirectedDensity } from 'graphology-metrics/graph/density.js'
import { betweenness, type Progress } from './betweenness.ts'
import { chance } from './demo/random.ts'
import { grouped } from './grouping.ts'

/** Two contacts who know each other, by their ids. */
export type TiePair = readonly [number, number]

/** Somebody whose ties lead into several clusters. */
export interface Bridge {
  id: number
  /** Places in `clusters`: the one they are in, then those that most of their other ties lead to. */
  between: number[]
}

/** The network among my contacts. I am not in it: I know all of them. */
export interface NetworkShape {
  /** Ties as a share of those that are possible among the contacts, 0 to 1. */
  density: number
  /** Groups with more ties among themselves than with others, the largest first; the best connected of each first. */
  clusters: number[][]
  /** Two who know each other and belong to no group. */
  pairs: TiePair[]
  /** A few, of those whom most of the shortest ways lead through; in order of their ids. */
  bridges: Bridge[]
}

/** Fewer are no group. */
const LEAST_IN_CLUSTER = 3
const BRIDGES = 7
/** The same network has the same clusters each time. */
const SEED = 1

/**
 * Finds the groups of a network (Louvain: Blondel et al. 2008) and who connects them (betweenness: Freeman 1977).
 * Takes seconds with tens of thousands of ties.
 * @param contacts how many there are, those without ties among them
 */
export function shapeOf(ties: readonly TiePair[], contacts: number, progress?: Progress): NetworkShape {
  const graph = graphOf(ties)
  const communities = communitiesOf(graph)
  const clusters = communities.filter((people) => people.length >= LEAST_IN_CLUSTER)
  return {
    density: contacts < 2 ? 0 : undirectedDensity(contacts, graph.size),
    clusters,
    pairs: communities.filter((people) => people.length === 2).map(([a, b]) => [a!, b!]),
    bridges: bridgesBetween(clusters, graph, progress),
  }
}

function graphOf(ties: readonly TiePair[]): Graph {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (const [a, b] of ties) graph.mergeEdge(a, b)
  return graph
}

function communitiesOf(graph: Graph): number[][] {
  if (graph.order === 0) return []
  const of = louvain(graph, { rng: chance(SEED).next, getEdgeWeight: null })
  const communities = grouped(
    Object.entries(of).map(([node, community]) => [community, Number(node)] as const),
  )
  const tiesWithin = (people: number[]) => {
    const members = new Set(people.map(String))
    const count = (id: number) => graph.neighbors(id).filter((other) => members.has(other)).length
    return new Map(people.map((id) => [id, count(id)]))
  }
  return [...communities.values()]
    .map((people) => {
      const ties = tiesWithin(people)
      return people.sort((a, b) => ties.get(b)! - ties.get(a)! || a - b)
    })
    .sort((a, b) => b.length - a.length || Math.min(...a) - Math.min(...b))
}

function bridgesBetween(clusters: number[][], graph: Graph, progress?: Progress): Bridge[] {
  const clusterOf = new Map(clusters.flatMap((people, at) => people.map((id) => [id, at] as const)))
  const candidates = graph
    .mapNodes((node) => ({ id: Number(node), between: reach(node, graph, clusterOf) }))
    .filter(({ between }) => between.length > 1)
  if (candidates.length === 0) return []
  const through = betweenness(graph, progress)
  return candidates
    .sort((a, b) => through.get(b.id)! - through.get(a.id)! || a.id - b.id)
    .slice(0, BRIDGES)
    .filter(({ id }) => through.get(id)! > 0)
    .sort((a, b) => a.id - b.id)
}

/** The clusters that somebody's ties lead to, their own first. */
function reach(node: string, graph: Graph, clusterOf: Map<number, number>): number[] {
  const ties = new Map<number, number>()
  for (const other of graph.neighbors(node)) {
    const cluster = clusterOf.get(Number(other))
    if (cluster !== undefined) ties.set(cluster, (ties.get(cluster) ?? 0) + 1)
  }
  const own = clusterOf.get(Number(node))
  if (own !== undefined) ties.set(own, Infinity)
  return [...ties]
    .sort(([a, some], [b, others]) => (others === some ? a - b : others - some))
    .map(([at]) => at)
}
