/** What people may have in common. */
export type SharedKind = 'circle' | 'org' | 'event' | 'tag' | 'place'

/** That somebody is in a circle, works somewhere, was at an event … */
export interface Label {
  id: number
  kind: SharedKind
  name: string
}

/** What a group of people is called by: what they have in common, else the two best connected of them. */
export type ClusterName = { kind: SharedKind; name: string } | { kind: 'people'; people: number[] }

/** Of two that fit as well the one that says more. */
const KINDS: SharedKind[] = ['circle', 'org', 'event', 'tag', 'place']

/**
 * Names groups, each by a label of its own: one that at least half of its people bear, and that fits the group best, being
 * borne by few others (Dice 1945: twice the people who have both, divided by the sizes of the two). Where nothing is left
 * to name a group by, two of its people do.
 * @param clusters the larger first, which choose first; the best connected of each first
 */
export function clusterNames(clusters: readonly number[][], labels: readonly Label[]): ClusterName[] {
  const bearers = bearersOf(labels)
  const taken = new Set<string>()
  return clusters.map((people) => {
    const name = bestLabel(people, bearers, taken)
    if (!name) return { kind: 'people', people: people.slice(0, 2) }
    taken.add(keyOf(name))
    return name
  })
}

interface Borne {
  label: Omit<Label, 'id'>
  by: Set<number>
}

const keyOf = ({ kind, name }: Omit<Label, 'id'>) => `${kind} ${name}`

function bearersOf(labels: readonly Label[]): Map<string, Borne> {
  const bearers = new Map<string, Borne>()
  for (const { id, kind, name } of labels) {
    const key = keyOf({ kind, name })
    const known = bearers.get(key)
    if (known) known.by.add(id)
    else bearers.set(key, { label: { kind, name }, by: new Set([id]) })
  }
  return bearers
}

function bestLabel(people: readonly number[], bearers: Map<string, Borne>, taken: Set<string>) {
  let best: { label: Omit<Label, 'id'>; fit: number } | undefined
  for (const [key, { label, by }] of bearers) {
    if (by.size * 2 < people.length || taken.has(key)) continue
    const both = people.filter((id) => by.has(id)).length
    if (both * 2 < people.length) continue
    const fit = (2 * both) / (people.length + by.size)
    const better =
      !best ||
      fit > best.fit ||
      (fit === best.fit && KINDS.indexOf(label.kind) < KINDS.indexOf(best.label.kind))
    if (better) best = { label, fit }
  }
  return best?.label
}
