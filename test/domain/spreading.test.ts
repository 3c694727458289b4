import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/dates.ts'
import type { Pause } from '../../src/domain/pauses.ts'
import { isPaused } from '../../src/domain/pauses.ts'
import {
  fellDueIn,
  restBehind,
  restsOf,
  spreadAfter,
  spreadPeople,
  spreadPromises,
} from '../../src/domain/spreading.ts'
import { byStaleness, type Relationship, stalenessOf } from '../../src/domain/staleness.ts'

const rest = { from: '2026-08-01', to: '2026-09-30' }
const FIRST = '2026-10-01'
const MOST_WEEKS = 8

const pause = (from: string, until: string | null): Pause => ({ from, until })
const person = (id: number, of: Partial<Relationship> = {}): Relationship => ({
  id,
  name: `P${id}`,
  addedOn: '2025-01-01',
  ownCadence: 30,
  circleCadence: null,
  lastOn: addDays('2026-05-01', -id),
  rhythm: null,
  pauses: [{ from: rest.from, until: rest.to }],
  ...of,
})
const spreadOn = (on: string, people: Relationship[]) => {
  const { now, later } = spreadPeople(rest, byStaleness(people, on, 90), on, 90)
  const ids = (standings: typeof now) => standings.map(({ relationship }) => relationship.id)
  return { now: ids(now), later: ids(later) }
}

describe('the rest behind', () => {
  const two = [pause('2026-09-20', '2026-09-30'), pause('2026-09-01', '2026-09-10')]
  test.each([
    ['one of fourteen days', [pause('2026-09-17', '2026-09-30')], { from: '2026-09-17', to: '2026-09-30' }],
    ['not one of thirteen', [pause('2026-09-18', '2026-09-30')], undefined],
    [
      'pauses that overlap or follow on one another are one',
      [...two, pause('2026-09-11', '2026-09-22')],
      { from: '2026-09-01', to: '2026-09-30' },
    ],
    ['not while another goes on', [pause('2026-08-01', '2026-09-30'), pause('2026-10-03', null)], undefined],
    ['not one that is long over', [pause('2026-07-01', '2026-08-04')], undefined],
    [
      'the last of them',
      [pause('2026-08-01', '2026-08-20'), pause('2026-09-01', '2026-09-20')],
      { from: '2026-09-01', to: '2026-09-20' },
    ],
    [
      'a short one after it does not end it',
      [pause('2026-08-01', '2026-09-20'), pause('2026-09-25', '2026-09-26')],
      { from: '2026-08-01', to: '2026-09-20' },
    ],
    ['none', [], undefined],
  ])('%s', (_, pauses, expected) => {
    expect(restBehind(pauses, '2026-10-05')).toEqual(expected)
  })

  test('rests cover the days that are paused, and no others', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-02-10', offset))
    const some = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 })), { maxLength: 6 })
    fc.assert(
      fc.property(some, day, (given, on) => {
        const pauses = given.map(([from, length]) => pause(from, addDays(from, length)))
        const covering = restsOf(pauses).filter(({ from, to }) => from <= on && on <= to)
        expect(covering).toHaveLength(isPaused(on, pauses) ? 1 : 0)
      }),
    )
  })
})

describe('who was cold when a rest was over', () => {
  const people = Array.from({ length: 12 }, (_, at) => person(at + 1))

  test('comes up five a week, the coldest first', () => {
    expect(spreadOn(FIRST, people)).toEqual({ now: [12, 11, 10, 9, 8], later: [7, 6, 5, 4, 3, 2, 1] })
    expect(spreadOn('2026-10-07', people).later).toHaveLength(7)
    expect(spreadOn('2026-10-08', people).later).toEqual([2, 1])
    expect(spreadOn('2026-10-15', people).later).toEqual([])
  })

  test('makes room for the next when met; who becomes cold later comes up as ever', () => {
    const met = people.map((each) => (each.id === 12 ? { ...each, lastOn: '2026-10-02' } : each))
    expect(spreadOn('2026-10-03', met).later).toEqual([6, 5, 4, 3, 2, 1])
    // From 3 July to the pause are 28 days: the 30th that counts is 2 October.
    const soon = person(20, { lastOn: '2026-07-03' })
    expect(stalenessOf(soon, '2026-10-05', 90).state).toBe('cold')
    expect(spreadOn('2026-10-05', [...people, soon]).now).toContain(20)
  })

  const anyone = fc.record({
    lastOn: fc.option(fc.integer({ min: -400, max: 30 }).map((days) => addDays(FIRST, days))),
    ownCadence: fc.integer({ min: 5, max: 200 }),
  })
  const everybody = fc.array(anyone, { maxLength: 120 }).map((all) => all.map((of, at) => person(at + 1, of)))
  const later = fc.integer({ min: 0, max: 100 })

  test('nobody is lost, nobody is held back who is not cold, and after eight weeks all are there', () => {
    fc.assert(
      fc.property(everybody, later, (all, days) => {
        const on = addDays(FIRST, days)
        const known = all.filter(({ lastOn, addedOn }) => (lastOn ?? addedOn) <= on)
        const { now, later: held } = spreadOn(on, known)
        expect(new Set([...now, ...held])).toEqual(new Set(known.map(({ id }) => id)))
        expect(now.length + held.length).toBe(known.length)
        for (const id of held)
          expect(stalenessOf(known.find((one) => one.id === id)!, on, 90).state).toBe('cold')
        if (days >= (MOST_WEEKS - 1) * 7) expect(held).toEqual([])
      }),
    )
  })

  test('who came up once stays, as long as nobody is met', () => {
    fc.assert(
      fc.property(everybody, later, (all, days) => {
        const known = all.filter(({ lastOn }) => (lastOn ?? '') <= FIRST)
        const [one, next] = [days, days + 1].map((each) => spreadOn(addDays(FIRST, each), known))
        expect(one!.now.filter((id) => next!.later.includes(id))).toEqual([])
      }),
    )
  })
})

describe('what fell due in a rest', () => {
  test('is told by the days of the rest, both included', () => {
    const due = ['2026-07-31', '2026-08-01', '2026-09-30', '2026-10-01', null]
    expect(due.map((on) => fellDueIn(rest, on))).toEqual([false, true, true, false, false])
    expect(fellDueIn(undefined, '2026-08-01')).toBe(false)
  })

  test('comes up week by week; all else at once', () => {
    const promises = Array.from({ length: 20 }, (_, at) => ({ id: at, due: addDays('2026-07-25', at * 4) }))
    const within = promises.filter(({ due }) => fellDueIn(rest, due))
    const { now, later } = spreadPromises(rest, promises, FIRST)
    expect(now.filter((each) => within.includes(each))).toEqual(within.slice(0, 5))
    expect(later).toEqual(within.slice(5))
    expect(spreadPromises(rest, promises, addDays(FIRST, 60))).toEqual({ now: promises, later: [] })
    expect(spreadPromises(undefined, promises, FIRST)).toEqual({ now: promises, later: [] })
  })

  test('however much it is, some of it comes up each week, and all in eight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 300 }),
        fc.integer({ min: 0, max: 80 }),
        (items, days) => {
          const on = addDays(FIRST, days)
          const { now, later } = spreadAfter(rest, items, on)
          expect([...now, ...later]).toEqual(items)
          const weeks = Math.floor(daysBetween(FIRST, on) / 7) + 1
          expect(now.length).toBeGreaterThanOrEqual(Math.min(items.length, 5 * weeks))
          if (weeks >= MOST_WEEKS) expect(later).toEqual([])
        },
      ),
    )
  })
})
