import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceCurve, type FavoursOfMonth, flowByKind, flowOf } from '../../src/domain/balance.ts'
import { addMonths } from '../../src/domain/dates.ts'
import { WEIGHTS } from '../../src/domain/favours.ts'

const LAST = '2026-09-30'
const favour: fc.Arbitrary<FavoursOfMonth> = fc.record({
  month: fc.integer({ min: -80, max: 0 }).map((months) => addMonths('2026-09-01', months).slice(0, 7)),
  direction: fc.constantFrom('gave' as const, 'got' as const),
  count: fc.constant(1),
  weight: fc.constantFrom(...Object.values(WEIGHTS)),
})

describe('the balance', () => {
  test('a large favour weighs as much as three medium or nine small ones', () => {
    expect(WEIGHTS).toEqual({ small: 1, medium: 3, large: 9 })
  })

  test('sums up each direction', () => {
    expect(
      flowOf([
        { direction: 'gave', count: 2, weight: 12 },
        { direction: 'got', count: 1, weight: 3 },
        { direction: 'gave', count: 1, weight: 1 },
      ]),
    ).toEqual({ gave: { count: 3, weight: 13 }, got: { count: 1, weight: 3 } })
    expect(flowOf([])).toEqual({ gave: { count: 0, weight: 0 }, got: { count: 0, weight: 0 } })
  })

  test('by kind, the heaviest first, without kinds that did not occur', () => {
    const kinds = flowByKind([
      { kind: 'help', direction: 'gave', count: 1, weight: 1 },
      { kind: 'work', direction: 'got', count: 1, weight: 9 },
      { kind: 'work', direction: 'gave', count: 2, weight: 6 },
    ])
    expect(kinds).toEqual([
      { kind: 'work', gave: { count: 2, weight: 6 }, got: { count: 1, weight: 9 } },
      { kind: 'help', gave: { count: 1, weight: 1 }, got: { count: 0, weight: 0 } },
    ])
  })

  test('the curve goes on through months without favours, over the turn of the year', () => {
    expect(
      balanceCurve(
        [
          { month: '2026-02', direction: 'got', count: 1, weight: 1 },
          { month: '2025-11', direction: 'gave', count: 1, weight: 9 },
          { month: '2026-02', direction: 'got', count: 1, weight: 3 },
        ],
        '2026-03-10',
      ),
    ).toEqual([
      { month: '2025-11', gave: 9, got: 0, balance: 9 },
      { month: '2025-12', gave: 9, got: 0, balance: 9 },
      { month: '2026-01', gave: 9, got: 0, balance: 9 },
      { month: '2026-02', gave: 9, got: 4, balance: 5 },
      { month: '2026-03', gave: 9, got: 4, balance: 5 },
    ])
  })

  test('without favours there is no curve', () => {
    expect(balanceCurve([], LAST)).toEqual([])
  })

  test('the curve ends at given minus received', () => {
    fc.assert(
      fc.property(fc.array(favour, { minLength: 1 }), (favours) => {
        const { gave, got } = flowOf(favours)
        const curve = balanceCurve(favours, LAST)
        expect(curve.at(-1)).toEqual({
          month: '2026-09',
          gave: gave.weight,
          got: got.weight,
          balance: gave.weight - got.weight,
        })
        for (const [at, point] of curve.slice(1).entries()) {
          expect(point.gave).toBeGreaterThanOrEqual(curve[at]!.gave)
          expect(point.got).toBeGreaterThanOrEqual(curve[at]!.got)
        }
      }),
    )
  })
})
