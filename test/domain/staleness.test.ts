import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate, dayNumber } from '../../src/domain/dates.ts'
import type { Pause } from '../../src/domain/pauses.ts'
import {
  byStaleness,
  cadenceOf,
  medianGap,
  type Relationship,
  rhythmOf,
  stalenessOf,
} from '../../src/domain/staleness.ts'

const TODAY = '2026-11-03'

const relationship = (of: Partial<Relationship> = {}): Relationship => ({
  id: 1,
  name: 'Ada Lovelace',
  addedOn: '2026-01-01',
  ownCadence: null,
  circleCadence: null,
  lastOn: null,
  rhythm: null,
  pauses: [],
  ...of,
})

const day = fc.integer({ min: -1500, max: 0 }).map((days) => addDays(TODAY, days))
const pause: fc.Arbitrary<Pause> = fc
  .record({
    from: day,
    until: fc.integer({ min: 0, max: 900 }),
    open: fc.boolean(),
  })
  .map(({ from, until, open }) => ({ from, until: open ? null : addDays(from, until) }))
const anyone = fc
  .record({
    id: fc.integer({ min: 1, max: 50 }),
    lastOn: fc.option(day),
    addedOn: day,
    ownCadence: fc.option(fc.integer({ min: 1, max: 400 })),
    circleCadence: fc.option(fc.integer({ min: 1, max: 400 })),
    rhythm: fc.option(fc.integer({ min: 1, max: 400 })),
    pauses: fc.array(pause, { maxLength: 4 }),
  })
  .map(relationship)

const rhythm = (dates: CivilDate[]) => rhythmOf(dates.map(dayNumber))

describe('the cadence', () => {
  test('is the own one, else the circle’s, else the rhythm, else the default', () => {
    const rhythm = 20
    expect(cadenceOf({ ownCadence: 7, circleCadence: 14, rhythm }, 90)).toEqual({ days: 7, from: 'contact' })
    expect(cadenceOf({ ownCadence: null, circleCadence: 14, rhythm }, 90)).toEqual({
      days: 14,
      from: 'circle',
    })
    expect(cadenceOf({ ownCadence: null, circleCadence: null, rhythm }, 90)).toEqual({
      days: 20,
      from: 'rhythm',
    })
    expect(cadenceOf({ ownCadence: null, circleCadence: null, rhythm: null }, 90)).toEqual({
      days: 90,
      from: 'default',
    })
  })

  test.each([
    [[10, 20, 30], 20],
    [[30, 10, 20, 400], 25],
    [[1, 2, 2, 1], 2],
    [[1, 1, 1], 1],
  ])('the median of %j days is %d', (gaps, median) => {
    expect(medianGap(gaps)).toBe(median)
  })

  test('a rhythm is learned from the days between encounters, over a leap day too', () => {
    expect(rhythm(['2024-03-03', '2024-03-01', '2024-02-28', '2023-12-28'])).toBe(2)
    expect(rhythm(['2024-03-01', '2024-02-28', '2023-12-28'])).toBeNull()
    expect(rhythm([])).toBeNull()
  })

  test('of more than twelve encounters the last ones count', () => {
    const daily = Array.from({ length: 12 }, (_, day) => addDays(TODAY, -day))
    const yearly = Array.from({ length: 20 }, (_, year) => addDays(TODAY, -365 * (year + 1)))
    expect(rhythm([...daily, ...yearly])).toBe(1)
  })

  test('the median lies among the gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }), (gaps) => {
        const median = medianGap(gaps)
        expect(median).toBeGreaterThanOrEqual(Math.min(...gaps))
        expect(median).toBeLessThanOrEqual(Math.max(...gaps))
      }),
    )
  })
})

describe('the staleness', () => {
  test.each([
    ['2026-10-11', 23, 'warm'],
    ['2026-10-10', 24, 'cooling'],
    ['2026-10-05', 29, 'cooling'],
    ['2026-10-04', 30, 'cold'],
  ])('last met on %s: %d days, %s', (lastOn, daysSince, state) => {
    expect(stalenessOf(relationship({ lastOn, ownCadence: 30 }), TODAY, 90)).toEqual({
      lastOn,
      daysSince,
      cadenceDays: 30,
      cadenceFrom: 'contact',
      ratio: daysSince / 30,
      state,
    })
  })

  test('who was never met is counted from the day of adding', () => {
    const added = relationship({ addedOn: '2026-10-24' })
    expect(stalenessOf(added, TODAY, 90)).toMatchObject({ lastOn: null, daysSince: 10 })
  })

  test('days in a pause do not count', () => {
    // 1 Sep to 3 Nov are 63 days, of which 1 to 30 Oct (30 days) were paused.
    const pauses = [{ from: '2026-10-01', until: '2026-10-30' }]
    expect(stalenessOf(relationship({ lastOn: '2026-09-01', pauses }), TODAY, 90).daysSince).toBe(33)
  })

  test('a pause never makes anyone colder', () => {
    fc.assert(
      fc.property(anyone, pause, (person, more) => {
        const rested = { ...person, pauses: [...person.pauses, more] }
        expect(stalenessOf(rested, TODAY, 90).ratio).toBeLessThanOrEqual(stalenessOf(person, TODAY, 90).ratio)
      }),
    )
  })

  test('never falls below zero, and grows from day to day', () => {
    fc.assert(
      fc.property(anyone, day, (person, on) => {
        const { ratio } = stalenessOf(person, on, 90)
        expect(ratio).toBeGreaterThanOrEqual(0)
        expect(stalenessOf(person, addDays(on, 1), 90).ratio).toBeGreaterThanOrEqual(ratio)
      }),
    )
  })
})

describe('the order', () => {
  test('largest ratio first, the one met longer ago before, nobody paused', () => {
    const people = [
      relationship({ id: 1, lastOn: '2026-10-24', ownCadence: 10 }),
      relationship({ id: 2, lastOn: '2026-10-14', ownCadence: 20 }),
      relationship({ id: 3, lastOn: '2026-09-04', ownCadence: 30 }),
      relationship({ id: 4, lastOn: '2020-01-01', pauses: [{ from: '2026-11-03', until: null }] }),
    ]
    expect(byStaleness(people, TODAY, 90).map(({ relationship: { id } }) => id)).toEqual([3, 2, 1])
  })

  test('ratios never rise down the list', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 30 }), (people) => {
        const standings = byStaleness(people, TODAY, 90)
        for (const [at, { staleness, relationship: person }] of standings.slice(1).entries()) {
          const above = standings[at]!
          expect(above.staleness.ratio).toBeGreaterThanOrEqual(staleness.ratio)
          if (above.staleness.ratio === staleness.ratio)
            expect(
              (above.relationship.lastOn ?? above.relationship.addedOn) <= (person.lastOn ?? person.addedOn),
            ).toBe(true)
        }
      }),
    )
  })
})
