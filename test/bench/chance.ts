export type Chance = ReturnType<typeof createChance>

/** Chance that falls the same way for the same seed (mulberry32). */
export function createChance(seed: number) {
  let state = seed
  function number(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(number() * limit)
  return {
    /** From 0 to below 1. */
    number,
    below,
    oneIn: (many: number) => below(many) === 0,
    one: <T>(list: T[]): T => list[below(list.length)]!,
  }
}
