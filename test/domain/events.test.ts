import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/dates.ts'
import { NetError } from '../../src/domain/errors.ts'
import { compareEvents } from '../../src/domain/event-comparison.ts'
import { type EventRef, findEvents, joinable, likeliest } from '../../src/domain/event-finding.ts'
import { type EventAccount, readEventName, readHours, worthOf } from '../../src/domain/events.ts'

const TODAY = '2026-11-03'
const at = (id: number, name: string, on: string | null, series: string | null = null): EventRef => ({
  id,
  name,
  on,
  series,
})

const EVENTS = [
  at(1, 'Breakfast', '2026-08-04'),
  at(2, 'Breakfast', '2026-10-06'),
  at(3, 'Breakfast', '2026-12-01'),
  at(4, 'PyCon Berlin', '2026-10-12'),
  at(5, 'Gründerstammtisch', '2025-03-01', 'Stammtisch'),
  at(6, 'Founders by the lake', null, 'Stammtisch'),
  at(7, 'SXSW 2026', '2026-03-13'),
  at(8, 'Rust Meetup', '2026-05-05'),
  at(9, 'Go Meetup', '2026-06-05'),
]

const idsOf = (wanted: string, dayFirst = true) => {
  const found = findEvents(wanted, EVENTS, dayFirst)
  return found.state === 'none' ? found.near : [found.state, ...found.events.map(({ id }) => id)]
}

describe('an event is found', () => {
  test.each<[string, unknown[]]>([
    ['4', ['same', 4]],
    ['#4', ['same', 4]],
    ['breakfast', ['same', 3, 2, 1]],
    ['Breakfast 2026-10', ['same', 2]],
    ['Breakfast 2026', ['same', 3, 2, 1]],
    ['Breakfast 2026-10-06', ['same', 2]],
    ['Breakfast 6 Oct', ['same', 2]],
    ['Breakfast (6 Oct)', ['same', 2]],
    ['Breakfast Oct 2026', ['same', 2]],
    ['Breakfast 6.10.', ['same', 2]],
    ['Breakfast 6/10', ['same', 2]],
    ['Breakf Oct 2026', ['same', 2]],
    ['SXSW 2026', ['same', 7]],
    ['PyCon', ['same', 4]],
    ['berlin pycon', ['same', 4]],
    ['pycon-berlin', ['same', 4]],
    ['gruenderstammtisch', ['same', 5]],
    ['Stammtisch', ['same', 5, 6]],
    ['lake', ['same', 6]],
    ['Meetup', ['different', 9, 8]],
    ['Brekfast', ['Breakfast']],
    ['PyCno', ['PyCon Berlin']],
    ['Breakfast 2024', []],
    ['99', []],
    ['', []],
    ['%', []],
  ])('%j', (wanted, ids) => {
    expect(idsOf(wanted)).toEqual(ids)
  })

  test('where the month stands first, by that', () => {
    expect(idsOf('Breakfast 10/6', false)).toEqual(['same', 2])
  })

  test('of several the last that has been, or the next to come', () => {
    const breakfasts = EVENTS.slice(0, 3)
    expect(likeliest(breakfasts, 'been', TODAY)?.id).toBe(2)
    expect(likeliest(breakfasts, 'coming', TODAY)?.id).toBe(3)
    expect(likeliest(breakfasts, 'been', '2026-01-01')?.id).toBe(1)
    expect(likeliest(breakfasts, 'coming', '2027-01-01')).toBeUndefined()
    expect(likeliest(breakfasts, 'been', '2026-10-06')?.id).toBe(2)
  })
})

describe('what happens on a day belongs to an event of that name', () => {
  const conference = at(1, 'PyCon', '2026-10-12')
  test('within three days of it', () => {
    expect(joinable([conference], '2026-10-15')?.id).toBe(1)
    expect(joinable([conference], '2026-10-09')?.id).toBe(1)
    expect(joinable([conference], '2026-10-16')).toBeUndefined()
  })
  test('to the nearest, and before one without a day', () => {
    const next = at(2, 'PyCon', '2026-10-14')
    const open = at(3, 'PyCon', null)
    expect(joinable([open, conference, next], '2026-10-14')?.id).toBe(2)
    expect(joinable([open, conference], '2026-10-10')?.id).toBe(1)
    expect(joinable([open, conference], '2027-10-12')?.id).toBe(3)
  })
  test('never to one that is farther than another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1 }), fc.nat(40), (days, day) => {
        const on = addDays(TODAY, day)
        const events = days.map((each, id) => at(id, 'X', addDays(TODAY, each)))
        const joined = joinable(events, on)
        const nearest = Math.min(...days.map((each) => Math.abs(each - day)))
        if (nearest > 3) expect(joined).toBeUndefined()
        else expect(Math.abs(days[joined!.id]! - day)).toBe(nearest)
      }),
    )
  })
})

const yes = { contacts: true, insight: false, fun: false }
const no = { contacts: false, insight: false, fun: false }
const visits = (...reviews: (typeof yes | null)[]) => reviews.map((review) => ({ review }))

describe('worth another visit', () => {
  test.each([
    [[], null],
    [[null, null], null],
    [[no], null],
    [[no, no], null],
    [[yes], 'again'],
    [[no, no, no], 'question'],
    [[yes, no, no, no], 'question'],
    [[yes, no, null, no], 'again'],
    [[no, null, no, null, no], 'question'],
    [[no, no, no, yes], 'again'],
  ])('%j: %s', (reviews, worth) => {
    expect(worthOf(visits(...(reviews as never[])))).toBe(worth)
  })
})

const account = (fields: Partial<EventAccount>): EventAccount => ({
  id: 1,
  name: 'Breakfast',
  on: '2026-08-04',
  series: null,
  format: null,
  place: null,
  cost: null,
  currency: null,
  minutes: null,
  expected: 0,
  review: null,
  brought: { met: [], newToMe: [], secondHand: [], thirdHand: [], outcomes: [] },
  ...fields,
})
const brought = (met: number[], newToMe: number[], secondHand: number[] = [], thirdHand: number[] = []) => ({
  met,
  newToMe,
  secondHand,
  thirdHand,
  outcomes: [],
})

describe('visits compared', () => {
  test('count people once, each by the shortest way they came', () => {
    const [row] = compareEvents(
      [
        account({ id: 1, brought: brought([1, 2], [1, 2], [3, 4], [5, 6]) }),
        account({ id: 2, on: '2026-09-01', brought: brought([1, 3], [3], [5]) }),
      ],
      'series',
      TODAY,
    )
    expect(row).toMatchObject({ visits: 2, people: 3, newToMe: 3, secondHand: 2, thirdHand: 1 })
  })

  test('leave out what is to come, and what was announced and not gone to', () => {
    const rows = compareEvents(
      [
        account({ id: 1, on: '2026-11-24', cost: 100, currency: 'EUR' }),
        account({ id: 2, on: '2026-09-01' }),
      ],
      'series',
      TODAY,
    )
    expect(rows).toEqual([])
  })

  test('divide cost and time among the new contacts of the visits where they are known', () => {
    const [row] = compareEvents(
      [
        account({ id: 1, cost: 3000, currency: 'EUR', minutes: 120, brought: brought([1, 2], [1, 2]) }),
        account({ id: 2, cost: 1000, currency: 'CHF', minutes: 60, brought: brought([3], [3]) }),
        account({ id: 3, brought: brought([4, 5, 6], [4, 5, 6]) }),
        account({ id: 4, cost: 500, currency: 'USD', brought: brought([1], []) }),
      ],
      'series',
      TODAY,
    )
    expect(row!.costs).toEqual([
      { currency: 'CHF', value: 1000 },
      { currency: 'EUR', value: 3000 },
      { currency: 'USD', value: 500 },
    ])
    expect(row!.perNewContact).toEqual({
      costs: [
        { currency: 'CHF', value: 1000 },
        { currency: 'EUR', value: 1500 },
      ],
      minutes: 60,
    })
  })

  test('put a series and the name it began under together, formats by their name', () => {
    const events = [
      account({ id: 1, name: 'CW Breakfast', format: 'Breakfast', minutes: 60 }),
      account({ id: 2, name: 'Morning talk', series: 'cw breakfast', format: 'breakfast', minutes: 60 }),
      account({ id: 3, name: 'PyCon', on: '2026-10-12', minutes: 60 }),
    ]
    expect(compareEvents(events, 'series', TODAY).map(({ name, visits }) => [name, visits])).toEqual([
      ['cw breakfast', 2],
      ['PyCon', 1],
    ])
    expect(compareEvents(events, 'format', TODAY).map(({ name, visits }) => [name, visits])).toEqual([
      ['breakfast', 2],
      [null, 1],
    ])
  })

  test('never add up different currencies', () => {
    const outcomes = [
      { value: 100, currency: 'EUR' },
      { value: 5, currency: 'CHF' },
      { value: 50, currency: 'EUR' },
      { value: null, currency: null },
    ]
    const [row] = compareEvents([account({ brought: { ...brought([1], []), outcomes } })], 'series', TODAY)
    expect(row!.outcomes).toEqual([
      { currency: 'CHF', value: 5 },
      { currency: 'EUR', value: 150 },
    ])
  })
})

test.each([
  ['2', 120],
  ['1.5', 90],
  ['1,5', 90],
  ['1:30', 90],
  ['0', 0],
  ['0.25', 15],
])('%s hours', (text, minutes) => {
  expect(readHours('--hours', text)).toBe(minutes)
})

test.each(['-1', 'two', '', '1:75', '1e3', '1001', '2h', '1.5.5', 'NaN'])(
  '%j is no number of hours',
  (text) => {
    expect(() => readHours('--hours', text)).toThrow(NetError)
  },
)

test('a name is not a number', () => {
  expect(readEventName('the event', ' Forum  21 ')).toBe('Forum 21')
  for (const name of ['12', '#12', ' ', '\u0000'])
    expect(() => readEventName('the event', name)).toThrow(NetError)
})
