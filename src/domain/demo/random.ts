/** Numbers that look like chance and are the same each time: the journal of a day can be made again. */
export interface Chance {
  /** 0 to 1, without 1. */
  next(): number
  /** A whole number, both ends possible. */
  between(least: number, most: number): number
  oneOf<T>(items: readonly T[]): T
  /** True so many times of hundred. */
  percent(of100: number): boolean
}

/** The generator known as mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    oneOf: (items) => items[Math.floor(next() * items.length)]!,
    percent: (of100) => next() * 100 < of100,
  }
}

/** Deals a pack of things in a random order, each once before any comes again. */
export function dealer<T>(items: readonly T[], { between }: Chance): () => T {
  let pack: T[] = []
  return () => {
    if (pack.length === 0) pack = [...items]
    return pack.splice(between(0, pack.length - 1), 1)[0]!
  }
}
