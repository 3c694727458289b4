import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Acquaintance, closerFirst, isKnownWell, STRANGER } from '../../src/domain/closeness.ts'
import { addDays } from '../../src/domain/dates.ts'

const TODAY = '2026-11-03'
const ago = (days: number) => addDays(TODAY, -days)
const known = (encounters: number, days: number, gave = 0, got = 0): Acquaintance => ({
  encounters,
  lastOn: ago(days),
  gave,
  got,
})

describe('who is closer', () => {
  const order = closerFirst(TODAY)

  test.each<[string, Acquaintance, Acquaintance]>([
    ['met more often', known(8, 30), known(2, 30)],
    ['met lately, rather than as often years ago', known(4, 20), known(4, 1500)],
    ['met now and then lately, rather than often long ago', known(3, 30), known(20, 365 * 5)],
    ['met at all', known(1, 4000), STRANGER],
    ['favours both ways, rather than one way', known(4, 40, 1, 1), known(5, 30, 6, 0)],
    ['favours one way, rather than none', known(4, 40, 0, 1), known(5, 30)],
    ['met last, all else being equal', known(4, 20, 1, 1), known(4, 30, 1, 1)],
  ])('%s', (_, closer, other) => {
    expect(order(closer, other)).toBeLessThan(0)
    expect(order(other, closer)).toBeGreaterThan(0)
  })

  test('how many favours it were makes no difference', () => {
    expect(order(known(4, 30, 1, 9), known(4, 30, 5, 1))).toBe(0)
  })

  const acquaintances = fc.oneof(
    fc.constant(STRANGER),
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 4000 }), fc.nat(3), fc.nat(3))
      .map(([encounters, days, gave, got]) => known(encounters, days, gave, got)),
  )

  test('is an order: it goes one way only, and what is before stays before', () => {
    fc.assert(
      fc.property(acquaintances, acquaintances, acquaintances, (a, b, c) => {
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

test.each<[boolean, Acquaintance]>([
  [true, known(3, 10)],
  [true, known(3, 730)],
  [false, known(3, 731)],
  [false, known(2, 10)],
  [false, STRANGER],
])('known well: %s for %o', (expected, acquaintance) => {
  expect(isKnownWell(acquaintance, TODAY)).toBe(expected)
})
