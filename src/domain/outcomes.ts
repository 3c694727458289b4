import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import type { OriginLink } from './origins.ts'

/** An order, a job, a lead: what came of the network, or of other ways to find work. */
export interface Outcome {
  id: number
  title: string
  on: CivilDate
  /** Minor units of `currency`; both `null` where no amount is known. */
  value: number | null
  currency: string | null
  fromNetwork: boolean
  /** Who brought it. */
  via: PersonRef | null
  /** Whom it is for. */
  customer: PersonRef | null
  /** Where it came from, as far as that was said. */
  event: { id: number; name: string } | null
  note: string
}

/** An outcome and how it came about: who brought it, who introduced those, where I met them. */
export interface TracedOutcome extends Outcome {
  chain: OriginLink[]
}

/** What is further back than the third link had little to do with it. */
export const CHAIN_LINKS = 3

/**
 * How an outcome came about, the nearest link first: through whom (else the customer, else the event), then back along the
 * introductions to the event where I met the first of them. An event that was named goes before what is found beyond it.
 * @param originsOf the way back from a person, that person left out
 */
export function outcomeChain(
  { fromNetwork, via, customer, event }: Omit<Outcome, 'id' | 'title' | 'on'>,
  originsOf: (person: number) => OriginLink[],
): OriginLink[] {
  if (!fromNetwork) return []
  const first = via ?? customer
  const named: OriginLink[] = event ? [{ kind: 'event', id: event.id, name: event.name }] : []
  if (!first) return named
  const person: OriginLink = { kind: 'contact', id: first.id, name: first.name }
  return [person, ...(event ? named : originsOf(first.id))].slice(0, CHAIN_LINKS)
}

/** The person an outcome came through in the first place: who brought it, else the customer. */
export const broughtBy = ({ fromNetwork, via, customer }: Outcome): PersonRef | null =>
  fromNetwork ? (via ?? customer) : null

/** Whether a person or an event is on the chain of an outcome. */
export const isOnChain = ({ chain }: TracedOutcome, kind: OriginLink['kind'], id: number): boolean =>
  chain.some((link) => link.kind === kind && link.id === id)

/** How much of the work came through the network. */
export interface NetworkShare {
  count: number
  fromNetwork: { count: number; share: number }
  /** Each currency for itself, by its code: amounts of different ones are never added up. */
  byCurrency: CurrencyShare[]
}

export interface CurrencyShare {
  currency: string
  /** Minor units. */
  value: number
  fromNetwork: number
  share: number
}

type Counted = Pick<Outcome, 'value' | 'currency' | 'fromNetwork'>

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** What share of some outcomes came through the network, by count and by value; 0 where there are none. */
export function networkShare(outcomes: readonly Counted[]): NetworkShare {
  const through = outcomes.filter(({ fromNetwork }) => fromNetwork).length
  const currencies = [...new Set(outcomes.flatMap(({ currency }) => currency ?? []))].sort()
  return {
    count: outcomes.length,
    fromNetwork: { count: through, share: shareOf(through, outcomes.length) },
    byCurrency: currencies.map((currency) => {
      const those = outcomes.filter((outcome) => outcome.currency === currency)
      const value = sum(those)
      const fromNetwork = sum(those.filter((outcome) => outcome.fromNetwork))
      return { currency, value, fromNetwork, share: shareOf(fromNetwork, value) }
    }),
  }
}

const sum = (outcomes: readonly Counted[]): number =>
  outcomes.reduce((total, { value }) => total + (value ?? 0), 0)

/** The same for each year that has any, the earliest first. */
export function networkShareByYear(
  outcomes: readonly (Counted & { on: CivilDate })[],
): (NetworkShare & { year: number })[] {
  const yearOf = (on: CivilDate) => Number(on.slice(0, 4))
  return [...new Set(outcomes.map(({ on }) => yearOf(on)))]
    .sort((a, b) => a - b)
    .map((year) => ({ year, ...networkShare(outcomes.filter(({ on }) => yearOf(on) === year)) }))
}
