import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/dates.ts'
import type { OriginLink } from '../../src/domain/origins.ts'
import { networkShare, networkShareByYear, outcomeChain } from '../../src/domain/outcomes.ts'
import { patienceOf } from '../../src/domain/patience.ts'

const ada = { id: 1, name: 'Ada' }
const grace = { id: 2, name: 'Grace' }
const fair = { id: 9, name: 'Fair' }
const lin: OriginLink = { kind: 'contact', id: 3, name: 'Lin' }
const breakfast: OriginLink = { kind: 'event', id: 4, name: 'Breakfast' }
const nothing = { value: null, currency: null, note: '', via: null, customer: null, event: null }
const origins = (person: number): OriginLink[] => (person === ada.id ? [lin, breakfast, lin] : [])

describe('the chain of an outcome', () => {
  test.each([
    ['begins with who brought it', { via: ada, customer: grace }, ['Ada', 'Lin', 'Breakfast']],
    ['else with the customer', { customer: grace }, ['Grace']],
    ['else with the event', { event: fair }, ['Fair']],
    ['ends at an event that was named', { via: ada, event: fair }, ['Ada', 'Fair']],
    ['is empty where nobody is known any more', {}, []],
  ])('%s', (_, how, names) => {
    const chain = outcomeChain({ ...nothing, fromNetwork: true, ...how }, origins)
    expect(chain.map(({ name }) => name)).toEqual(names)
  })

  test('is empty for what came another way', () => {
    expect(outcomeChain({ ...nothing, fromNetwork: false, customer: ada }, origins)).toEqual([])
  })
})

const euros = (value: number, fromNetwork: boolean, on = '2026-03-01') => ({
  value,
  currency: 'EUR',
  fromNetwork,
  on,
})

describe('the share that came through the network', () => {
  test('is by count and by value, currencies apart; what has no amount counts as one', () => {
    const outcomes = [
      euros(300, true),
      euros(100, false),
      { value: 50, currency: 'CHF', fromNetwork: false },
      { value: null, currency: null, fromNetwork: true },
    ]
    expect(networkShare(outcomes)).toEqual({
      count: 4,
      fromNetwork: { count: 2, share: 0.5 },
      byCurrency: [
        { currency: 'CHF', value: 50, fromNetwork: 0, share: 0 },
        { currency: 'EUR', value: 400, fromNetwork: 300, share: 0.75 },
      ],
    })
  })

  test('is 0 of nothing, and of nothing but gifts', () => {
    expect(networkShare([])).toEqual({ count: 0, fromNetwork: { count: 0, share: 0 }, byCurrency: [] })
    expect(networkShare([euros(0, true)]).byCurrency[0]!.share).toBe(0)
  })

  test('by year leaves none out', () => {
    const years = networkShareByYear([
      euros(1, true, '2026-01-01'),
      euros(2, false, '2024-12-31'),
      euros(4, true),
    ])
    expect(years.map(({ year, count, byCurrency }) => [year, count, byCurrency[0]!.value])).toEqual([
      [2024, 1, 2],
      [2026, 2, 5],
    ])
  })
})

describe('the time from a first meeting to a first outcome', () => {
  const took = (days: number) => ({ id: 1, metOn: '2026-01-01', on: addDays('2026-01-01', days) })

  test('has a median and quartiles', () => {
    expect(patienceOf([took(400), took(10), took(100), took(200), took(300)])).toEqual({
      measured: 5,
      medianDays: 200,
      quartileDays: { lower: 100, upper: 300 },
    })
    expect(patienceOf([took(10), took(21)])).toEqual({
      measured: 2,
      medianDays: 16,
      quartileDays: { lower: 13, upper: 18 },
    })
    expect(patienceOf([])).toEqual({ measured: 0, medianDays: null, quartileDays: null })
  })

  test('leaves out where the first meeting is not on record', () => {
    const unknown = { id: 2, metOn: null, on: '2026-01-01' }
    const later = { id: 3, metOn: '2026-02-01', on: '2026-01-01' }
    expect(patienceOf([unknown, later, took(0)])).toMatchObject({ measured: 1, medianDays: 0 })
  })

  test('lies between the shortest and the longest, whatever the order', () => {
    const many = fc.array(fc.nat(4000).map(took), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(many, (firsts) => {
        const { medianDays, quartileDays } = patienceOf(firsts)
        const days = firsts.map(({ metOn, on }) => daysBetween(metOn, on))
        const { lower, upper } = quartileDays!
        const rising = [Math.min(...days), lower, medianDays!, upper, Math.max(...days)]
        expect(rising).toEqual([...rising].sort((a, b) => a - b))
        expect(patienceOf([...firsts].reverse())).toEqual(patienceOf(firsts))
      }),
    )
  })
})
