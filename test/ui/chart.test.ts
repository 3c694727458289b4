import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bar, barToLeft, sparkline } from '../../src/ui/chart.ts'

describe('a bar', () => {
  test.each([
    [10, 10, 4, '████'],
    [5, 10, 4, '██'],
    [1, 10, 4, '▍'],
    [1, 1000, 4, '▏'],
    [0, 10, 4, ''],
    [20, 10, 4, '████'],
    [3, 0, 4, ''],
    [3, 10, 0, ''],
  ])('%d of %d in %d columns is %j', (value, most, width, drawn) => {
    expect(bar(value, most, width)).toBe(drawn)
  })

  test('to the left has whole columns, and is seen however small', () => {
    expect(barToLeft(5, 10, 4)).toBe('██')
    expect(barToLeft(1, 1000, 4)).toBe('█')
    expect(barToLeft(0, 10, 4)).toBe('')
  })

  test('never is wider than its room, and longer for more', () => {
    const number = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 80 }), (a, b, width) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect([...bar(more, more, width)].length).toBeLessThanOrEqual(width)
        expect(bar(less, more, width).length).toBeLessThanOrEqual(bar(more, more, width).length)
      }),
    )
  })
})

describe('a sparkline', () => {
  test.each([
    [[0, 1, 2, 3, 4, 5, 6, 7], 20, '▁▂▃▄▅▆▇█'],
    [[7, 0], 20, '█▁'],
    [[-7, 0, 7], 20, '▁▅█'],
    [[4, 4], 20, '██'],
    [[0, 0], 20, '▁▁'],
    [[-3], 20, '▁'],
    [[], 20, ''],
    [[1, 2, 3], 0, ''],
  ])('%j in %d columns is %s', (values, width, drawn) => {
    expect(sparkline(values, width)).toBe(drawn)
  })

  test('is no wider than its room, and ends with the last value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (values, width) => {
          const line = sparkline([...values, 501], width)
          expect(line.length).toBe(Math.min(values.length + 1, width))
          expect(line.endsWith('█')).toBe(true)
        },
      ),
    )
  })
})
