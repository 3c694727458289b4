import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/dates.ts'
import { NetError } from '../../src/domain/errors.ts'
import {
  monthsIn,
  type Period,
  periodBefore,
  quarter,
  quarterOf,
  readQuarter,
  readYear,
  span,
  usualPeriod,
  year,
} from '../../src/domain/periods.ts'

const TODAY = '2026-11-03'
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days))
const period: fc.Arbitrary<Period> = fc.oneof(
  day.map(quarterOf),
  day.map((date) => year(Number(date.slice(0, 4)))),
  fc.tuple(day, fc.integer({ min: 0, max: 2000 })).map(([from, days]) => span(from, addDays(from, days))),
)

describe('periods', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2024-02-29', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-09-30', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s lies in %s', (date, label, from, to) => {
    expect(quarterOf(date)).toEqual({ kind: 'quarter', label, from, to })
  })

  test.each<[Period, string, string]>([
    [quarter(2026, 1), '2025-10-01', '2025-12-31'],
    [quarter(2024, 2), '2024-01-01', '2024-03-31'],
    [year(2025), '2024-01-01', '2024-12-31'],
    [span('2026-03-01', '2026-03-31'), '2026-02-01', '2026-02-28'],
    [span('2024-03-01', '2024-04-30'), '2024-01-01', '2024-02-29'],
    [span('2026-03-02', '2026-03-31'), '2026-01-31', '2026-03-01'],
    [span('2024-03-01', '2024-03-01'), '2024-02-29', '2024-02-29'],
  ])('before %o comes %s to %s', (of, from, to) => {
    expect(periodBefore(of)).toMatchObject({ kind: of.kind, from, to })
  })

  test('the one before ends the day before, and is of the same kind', () => {
    fc.assert(
      fc.property(period, (of) => {
        const before = periodBefore(of)
        expect(addDays(before.to, 1)).toBe(of.from)
        expect(before.kind).toBe(of.kind)
        expect(before.from <= before.to).toBe(true)
        if (of.kind === 'quarter') expect(daysBetween(before.from, before.to)).toBeGreaterThanOrEqual(89)
      }),
    )
  })

  test('the months of a period follow one another from its first to its last', () => {
    fc.assert(
      fc.property(period, (of) => {
        const months = monthsIn(of)
        expect(months[0]).toBe(of.from.slice(0, 7))
        expect(months.at(-1)).toBe(of.to.slice(0, 7))
        expect(new Set(months).size).toBe(months.length)
        if (of.kind === 'quarter') expect(months).toHaveLength(3)
        if (of.kind === 'year') expect(months).toHaveLength(12)
      }),
    )
  })
})

describe('what is meant', () => {
  test.each([
    ['2026-10-01', '2026-Q3'],
    ['2026-10-21', '2026-Q3'],
    ['2026-10-22', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
    ['2026-01-21', '2025-Q4'],
    ['2026-01-22', '2026-Q1'],
  ])('on %s one looks at %s', (today, label) => {
    expect(usualPeriod(today).label).toBe(label)
  })

  test.each([
    ['2026-Q3', '2026-Q3'],
    ['2026q3', '2026-Q3'],
    ['2026 Q3', '2026-Q3'],
    ['Q3 2025', '2025-Q3'],
    ['q3/2025', '2025-Q3'],
    ['Q3', '2026-Q3'],
    ['Q4', '2026-Q4'],
    ['last', '2026-Q3'],
    ['This', '2026-Q4'],
  ])('--quarter %s is %s', (text, label) => {
    expect(readQuarter(text, TODAY).label).toBe(label)
  })

  test('a quarter without a year is the last one that has begun', () => {
    expect(readQuarter('Q3', '2026-05-01').label).toBe('2025-Q3')
    expect(readQuarter('Q2', '2026-04-01').label).toBe('2026-Q2')
  })

  test.each([
    ['2026', '2026'],
    ['1999', '1999'],
    ['last', '2025'],
    ['this', '2026'],
  ])('--year %s is %s', (text, label) => {
    expect(readYear(text, TODAY)).toMatchObject({ kind: 'year', label })
  })

  test.each(['', 'Q5', '2026-Q0', '2026', 'third', '2027-Q1', '0000-Q1', 'Q1 2027'])(
    '--quarter %j is refused',
    (text) => {
      expect(() => readQuarter(text, TODAY)).toThrow(NetError)
    },
  )

  test.each(['', '26', '2027', '0000', '20260', 'next'])('--year %j is refused', (text) => {
    expect(() => readYear(text, TODAY)).toThrow(NetError)
  })
})
