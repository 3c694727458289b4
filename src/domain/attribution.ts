import type { OriginLink } from './origins.ts'
import type { TracedOutcome } from './outcomes.ts'

/** A part of an outcome's value, and the link of its chain that it is ascribed to. */
export interface AttributedPart {
  link: OriginLink
  /** Minor units. */
  value: number
}

/**
 * Divides an outcome's value among the people and events on its chain, in equal parts: without any of them it would not have
 * come about, and nobody can tell whose part was larger. What can't be divided goes, a minor unit each, to the links nearest
 * to the outcome, so that the parts add up to the value exactly.
 * @returns nothing where there is no chain or no value
 */
export function attribute({ value, chain }: Pick<TracedOutcome, 'value' | 'chain'>): AttributedPart[] {
  if (value === null || chain.length === 0) return []
  const each = Math.floor(value / chain.length)
  const left = value - each * chain.length
  return chain.map((link, at) => ({ link, value: each + (at < left ? 1 : 0) }))
}

/** What outcomes of one currency are ascribed to: `people`, `events` and `unattributed` add up to `value`. */
export interface Attribution {
  currency: string
  value: number
  /** All people together: what one of them brought is told as a story, never as a figure to compare them by. */
  people: number
  events: number
  /** Came another way, or it is not known any more who brought it. */
  unattributed: number
  /** Each event's part; the largest first. */
  byEvent: { id: number; name: string; value: number; count: number }[]
}

/** What outcomes are ascribed to, each currency for itself, by its code. */
export function attributionOf(outcomes: readonly TracedOutcome[]): Attribution[] {
  const currencies = [...new Set(outcomes.flatMap(({ currency }) => currency ?? []))].sort()
  return currencies.map((currency) => {
    const those = outcomes.filter((outcome) => outcome.currency === currency)
    const parts = those.flatMap(attribute)
    const value = those.reduce((sum, outcome) => sum + (outcome.value ?? 0), 0)
    const people = sumOf(parts.filter(({ link }) => link.kind === 'contact'))
    const events = sumOf(parts.filter(({ link }) => link.kind === 'event'))
    return { currency, value, people, events, unattributed: value - people - events, byEvent: byEvent(parts) }
  })
}

const sumOf = (parts: readonly AttributedPart[]): number => parts.reduce((sum, { value }) => sum + value, 0)

function byEvent(parts: readonly AttributedPart[]): Attribution['byEvent'] {
  const events = new Map<number, Attribution['byEvent'][number]>()
  for (const { link, value } of parts) {
    if (link.kind !== 'event') continue
    const known = events.get(link.id) ?? { id: link.id, name: link.name, value: 0, count: 0 }
    events.set(link.id, { ...known, value: known.value + value, count: known.count + 1 })
  }
  return [...events.values()].sort((a, b) => b.value - a.value || a.id - b.id)
}
