import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber } from '../../src/domain/dates.ts'
import { peopleToSee } from '../../src/domain/next-steps.ts'
import { quarter } from '../../src/domain/periods.ts'
import { firstMet, goneCold, type Meetings, rekindled } from '../../src/domain/relationship-changes.ts'
import type { Relationship } from '../../src/domain/staleness.ts'

const Q3 = quarter(2026, 3)
const TODAY = '2026-11-03'

type Described = Partial<Meetings> & { daysBefore?: string[]; daysWithin?: string[] }
const meetings = ({ daysBefore = [], daysWithin = ['2026-08-01'], ...of }: Described): Meetings => ({
  id: 1,
  name: 'Ada Lovelace',
  ownCadence: null,
  circleCadence: null,
  metOn: null,
  days: [...daysWithin, ...daysBefore].map(dayNumber),
  within: daysWithin.length,
  pauses: [],
  ...of,
})
const relationship = (of: Partial<Relationship>): Relationship => ({
  id: 1,
  name: 'Ada Lovelace',
  addedOn: '2026-01-01',
  ownCadence: 30,
  circleCadence: null,
  lastOn: '2026-06-20',
  rhythm: null,
  pauses: [],
  ...of,
})

describe('new in a period', () => {
  test.each([
    ['2017', false],
    ['2026-06', false],
    ['2026-06-30', false],
    ['2026-07', true],
    ['2026', true],
    ['2026-07-20', true],
    ['--07-20', true],
    [null, true],
  ])('somebody said to be met on %s is new: %s', (metOn, isNew) => {
    expect(firstMet([meetings({ metOn })], Q3.from).length > 0).toBe(isNew)
  })

  test('is who was not met before; the first of several days counts', () => {
    const people = [
      meetings({ daysWithin: ['2026-09-01', '2026-08-01'] }),
      meetings({ daysBefore: ['2020-01-01'] }),
    ]
    expect(firstMet(people, Q3.from)).toEqual([{ id: 1, name: 'Ada Lovelace', on: '2026-08-01' }])
  })
})

describe('met again', () => {
  const again = (of: Described) => rekindled([meetings(of)], 90).length === 1

  test('after twice the default, not a day before', () => {
    expect(again({ daysBefore: ['2026-02-02'] })).toBe(true)
    expect(again({ daysBefore: ['2026-02-03'] })).toBe(false)
  })

  test('is nobody who is new, however long they were away since', () => {
    expect(again({ daysWithin: ['2026-09-30', '2026-07-01'], ownCadence: 10 })).toBe(false)
    expect(
      again({ daysWithin: ['2026-09-30', '2026-07-01'], daysBefore: ['2026-06-30'], ownCadence: 10 }),
    ).toBe(true)
  })

  test('after twice the own cadence, else that of the circle', () => {
    expect(again({ daysBefore: ['2026-07-12'], ownCadence: 10 })).toBe(true)
    expect(again({ daysBefore: ['2026-07-13'], ownCadence: 10 })).toBe(false)
    expect(again({ daysBefore: ['2026-07-12'], circleCadence: 10 })).toBe(true)
  })

  test('after twice the rhythm there was until then', () => {
    // Every 10 days until 10 June, then 52 days of nothing.
    expect(again({ daysBefore: ['2026-06-10', '2026-05-31', '2026-05-21', '2026-05-11'] })).toBe(true)
    expect(again({ daysBefore: ['2026-06-10', '2026-05-01', '2026-04-01', '2026-03-01'] })).toBe(false)
  })

  test('tells when, and when it was before', () => {
    const found = rekindled(
      [meetings({ daysWithin: ['2026-08-20', '2026-08-01'], daysBefore: ['2025-08-01'] })],
      90,
    )
    expect(found).toEqual([{ id: 1, name: 'Ada Lovelace', on: '2026-08-01', lastOn: '2025-08-01' }])
  })

  test('a pause is no time apart', () => {
    const pauses = [{ from: '2026-03-01', until: '2026-05-31' }]
    expect(again({ daysBefore: ['2026-02-02'], pauses })).toBe(false)
  })

  test('nobody is new and met again in one period', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 91 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(days, fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }), (within, before) => {
        const person = meetings({
          daysWithin: within.sort((a, b) => b - a).map((day) => addDays(Q3.from, day)),
          daysBefore: before.sort((a, b) => a - b).map((day) => addDays(Q3.from, -day)),
        })
        expect(firstMet([person], Q3.from).length + rekindled([person], 90).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('gone cold', () => {
  const cold = (of: Partial<Relationship>) => goneCold([relationship(of)], Q3, TODAY, 90).length === 1

  test.each([
    ['2026-05-31', false, 'was cold on 30 June already'],
    ['2026-06-01', true, 'became cold on 1 July'],
    ['2026-08-31', true, 'became cold on 30 September'],
    ['2026-09-01', false, 'became cold on 1 October'],
    ['2026-10-20', false, 'was met since'],
  ])('last met on %s: %s, since that one %s', (lastOn, is) => {
    expect(cold({ lastOn })).toBe(is)
  })

  test('nobody paused today, nobody never met', () => {
    expect(cold({ pauses: [{ from: '2026-11-01', until: null }] })).toBe(false)
    expect(cold({ lastOn: null, addedOn: '2026-06-20' })).toBe(false)
  })

  test('the coldest first', () => {
    const people = [relationship({ id: 1 }), relationship({ id: 2, lastOn: '2026-06-10' })]
    expect(goneCold(people, Q3, TODAY, 90).map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('people to see next', () => {
  test('are five at most, and those whose time comes within the quarter', () => {
    const people = [1, 2, 3, 4, 5, 6].map((id) => relationship({ id, ownCadence: id * 10 }))
    expect(peopleToSee(people, [], TODAY, 90).map((each) => each.relationship.id)).toEqual([1, 2, 3, 4, 5])
    expect(peopleToSee([relationship({ lastOn: '2026-11-01', ownCadence: 94 })], [], TODAY, 90)).toEqual([])
    expect(peopleToSee([relationship({ lastOn: '2026-11-01', ownCadence: 93 })], [], TODAY, 90)).toHaveLength(
      1,
    )
  })
})
