import type { CivilDate } from './dates.ts'

/** A person or an event that led to somebody. */
export interface OriginLink {
  kind: 'contact' | 'event'
  id: number
  name: string
}

/** How I came to know one person: who introduced them to me, or else at what event we first met. */
export interface Origin {
  introducedBy: (OriginLink & { kind: 'contact'; on: CivilDate }) | null
  metAt: (OriginLink & { kind: 'event' }) | null
}

/**
 * The way back from a person: who introduced them, who introduced those, and at last the event where I met the first of them.
 * The person is not in it. Introductions that lead in a circle end where it closes.
 * @param limit how many links at most
 */
export function originChain(
  person: number,
  originOf: (id: number) => Origin,
  limit = Infinity,
): OriginLink[] {
  const chain: OriginLink[] = []
  const seen = new Set([person])
  for (let at = person; chain.length < limit; ) {
    const { introducedBy, metAt } = originOf(at)
    if (introducedBy === null || seen.has(introducedBy.id)) {
      if (metAt) chain.push({ kind: 'event', id: metAt.id, name: metAt.name })
      return chain
    }
    chain.push({ kind: 'contact', id: introducedBy.id, name: introducedBy.name })
    seen.add(introducedBy.id)
    at = introducedBy.id
  }
  return chain
}
