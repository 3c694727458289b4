import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/dates.ts'
import { isPaused, type Pause } from '../../src/domain/pauses.ts'
import { remindersAhead } from '../../src/domain/reminders.ts'
import { byStaleness, countedDays, type Relationship } from '../../src/domain/staleness.ts'

const TODAY = '2026-11-03'
const person = (id: number, lastOn: string, some: Partial<Relationship> = {}): Relationship => ({
  id,
  name: `Person ${id}`,
  addedOn: '2020-01-01',
  ownCadence: 30,
  circleCadence: null,
  lastOn,
  rhythm: null,
  pauses: [],
  ...some,
})
const ahead = (people: Relationship[], later: (id: number) => Pause[] = () => []) =>
  remindersAhead(byStaleness(people, TODAY, 90), later, TODAY, 90)
const days = (people: Relationship[], later?: (id: number) => Pause[]) =>
  ahead(people, later).map(({ on }) => on)

describe('a reminder', () => {
  test('comes on the day the cadence is over', () => {
    expect(ahead([person(1, '2026-10-20')])).toEqual([
      { person: { id: 1, name: 'Person 1' }, on: '2026-11-19', lastOn: '2026-10-20' },
    ])
    expect(days([person(1, '2026-10-20', { ownCadence: null })])).toEqual(['2027-01-18'])
  })

  test('of those due already comes from today on, two a day, the coldest first, and not for ever', () => {
    const waiting = [1, 2, 3].map((id) => person(id, `2026-0${id}-01`))
    expect(ahead(waiting).map(({ person: { id }, on }) => [id, on])).toEqual([
      [1, '2026-11-03'],
      [2, '2026-11-03'],
      [3, '2026-11-04'],
    ])
    const many = Array.from({ length: 500 }, (_, id) => person(id + 1, '2026-01-01'))
    expect(days(many)).toHaveLength(60)
  })

  test('waits for a pause that is past or planned, and stays away where it has no end', () => {
    const over = { from: '2026-10-25', until: '2026-10-29' }
    expect(days([person(1, '2026-10-20', { pauses: [over] })])).toEqual(['2026-11-24'])
    const planned = { from: '2026-11-10', until: '2026-11-30' }
    expect(days([person(1, '2026-10-20')], () => [planned])).toEqual(['2026-12-10'])
    expect(days([person(1, '2026-10-20')], () => [{ from: '2026-11-10', until: null }])).toEqual([])
    expect(
      days([person(1, '2026-10-20', { pauses: [{ from: '2026-11-01', until: '2026-11-05' }] })]),
    ).toEqual([])
  })

  test('lies no further ahead than a year', () => {
    expect(days([person(1, '2026-10-20', { ownCadence: 36_500 })])).toEqual([])
  })
})

test('any reminder lies ahead, in no pause, and on the first day on which the cadence is over', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays(TODAY, count))
  const pause = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 90 }))).map(([from, length]) => ({
    from,
    until: length === null ? null : addDays(from, length),
  }))
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 300 }),
      fc.array(pause, { maxLength: 4 }),
      (since, cadence, pauses) => {
        const lastOn = addDays(TODAY, -since)
        const known = pauses.filter(({ from }) => from <= TODAY)
        const later = pauses.filter(({ from }) => from > TODAY)
        const [on] = days([person(1, lastOn, { ownCadence: cadence, pauses: known })], () => later)
        if (on === undefined) return
        expect(on >= TODAY).toBe(true)
        expect(isPaused(on, pauses)).toBe(false)
        expect(countedDays(lastOn, on, pauses)).toBeGreaterThanOrEqual(cadence)
        if (on > TODAY) expect(countedDays(lastOn, addDays(on, -1), pauses)).toBeLessThan(cadence)
      },
    ),
  )
})
