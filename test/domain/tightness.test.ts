import { expect, test } from 'vitest'
import type { TiePair } from '../../src/domain/graph.ts'
import { tightnessOf } from '../../src/domain/tightness.ts'

const TIES: TiePair[] = [
  [1, 2],
  [1, 3],
  [2, 3],
  [3, 4],
]

test('ties among the people of a set, of those possible', () => {
  const sets = new Map([
    ['all of them', [1, 2, 3]],
    ['one of three', [2, 3, 5]],
    ['none', [1, 4]],
    ['alone', [1]],
    ['nobody', []],
  ])
  expect(Object.fromEntries(tightnessOf(TIES, sets))).toEqual({
    'all of them': { people: 3, ties: 3, possible: 3, tightness: 1 },
    'one of three': { people: 3, ties: 1, possible: 3, tightness: 1 / 3 },
    none: { people: 2, ties: 0, possible: 1, tightness: 0 },
    alone: { people: 1, ties: 0, possible: 0, tightness: null },
    nobody: { people: 0, ties: 0, possible: 0, tightness: null },
  })
})
