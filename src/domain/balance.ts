import type { CivilDate } from './dates.ts'
import { FAVOUR_KINDS, type FavourDirection, type FavourKind } from './favours.ts'
import { monthsIn } from './periods.ts'

/** Favours of one direction summed up; a favour counts once, however many people it was for. */
export interface FavourSum extends Amount {
  direction: FavourDirection
}

export interface FavoursOfKind extends FavourSum {
  kind: FavourKind
}

export interface FavoursOfMonth extends FavourSum {
  /** YYYY-MM. */
  month: string
}

export interface Amount {
  count: number
  weight: number
}

export interface Flow {
  gave: Amount
  got: Amount
}

export interface KindFlow extends Flow {
  kind: FavourKind
}

/** All given and received from the first favour up to the end of a month, by weight, and what that leaves. */
export interface CurvePoint {
  month: string
  gave: number
  got: number
  balance: number
}

/** What went into the network and what came out of it. */
export function flowOf(favours: readonly FavourSum[]): Flow {
  const amount = (direction: FavourDirection): Amount =>
    favours
      .filter((favour) => favour.direction === direction)
      .reduce((sum, { count, weight }) => ({ count: sum.count + count, weight: sum.weight + weight }), {
        count: 0,
        weight: 0,
      })
  return { gave: amount('gave'), got: amount('got') }
}

/** The same for each kind of favour there was; the heaviest first. */
export function flowByKind(favours: readonly FavoursOfKind[]): KindFlow[] {
  const weight = ({ gave, got }: Flow) => gave.weight + got.weight
  return FAVOUR_KINDS.map((kind) => ({ kind, ...flowOf(favours.filter((favour) => favour.kind === kind)) }))
    .filter(({ gave, got }) => gave.count + got.count > 0)
    .sort((a, b) => weight(b) - weight(a))
}

/**
 * The balance of the network over the years: deposits first, withdrawals later. Month by month from the first favour to
 * `to`, cumulative; empty without favours.
 * @param favours everything up to `to`, in any order
 */
export function balanceCurve(favours: readonly FavoursOfMonth[], to: CivilDate): CurvePoint[] {
  if (favours.length === 0) return []
  const first = favours.reduce((least, { month }) => (month < least ? month : least), favours[0]!.month)
  const weights = new Map<string, { gave: number; got: number }>()
  for (const { month, direction, weight } of favours) {
    const sum = weights.get(month) ?? { gave: 0, got: 0 }
    sum[direction] += weight
    weights.set(month, sum)
  }
  let [gave, got] = [0, 0]
  return monthsIn({ from: `${first}-01`, to }).map((month) => {
    gave += weights.get(month)?.gave ?? 0
    got += weights.get(month)?.got ?? 0
    return { month, gave, got, balance: gave - got }
  })
}
