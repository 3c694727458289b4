import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, attributionOf } from '../../src/domain/attribution.ts'
import type { OriginLink } from '../../src/domain/origins.ts'
import type { TracedOutcome } from '../../src/domain/outcomes.ts'

const link: fc.Arbitrary<OriginLink> = fc.record({
  kind: fc.constantFrom('contact' as const, 'event' as const),
  id: fc.integer({ min: 1, max: 5 }),
  name: fc.constant('N'),
})

/** With or without an amount, by any chain of up to three links; not through the network: without one. */
const outcome: fc.Arbitrary<TracedOutcome> = fc
  .record({
    amount: fc.option(
      fc.record({ value: fc.nat(10_000_000), currency: fc.constantFrom('EUR', 'CHF', 'JPY') }),
    ),
    chain: fc.array(link, { maxLength: 3 }),
    fromNetwork: fc.boolean(),
  })
  .map(({ amount, chain, fromNetwork }) => ({
    id: 1,
    title: 'an order',
    on: '2026-11-03',
    value: amount?.value ?? null,
    currency: amount?.currency ?? null,
    fromNetwork,
    via: null,
    customer: null,
    event: null,
    note: '',
    chain: fromNetwork ? chain : [],
  }))

const total = (parts: { value: number }[]) => parts.reduce((sum, { value }) => sum + value, 0)

const ada: OriginLink = { kind: 'contact', id: 1, name: 'Ada' }
const lin: OriginLink = { kind: 'contact', id: 2, name: 'Lin' }
const breakfast: OriginLink = { kind: 'event', id: 1, name: 'Breakfast' }

describe('an outcome', () => {
  test('is ascribed in equal parts, what is left over to the links nearest to it', () => {
    const parts = attribute({ value: 1001, chain: [ada, lin, breakfast] })
    expect(parts).toEqual([
      { link: ada, value: 334 },
      { link: lin, value: 334 },
      { link: breakfast, value: 333 },
    ])
  })

  test('without a value or a chain is ascribed to nobody', () => {
    expect(attribute({ value: null, chain: [ada] })).toEqual([])
    expect(attribute({ value: 500, chain: [] })).toEqual([])
  })

  test('is divided without a rest, into parts that differ by a minor unit at most', () => {
    fc.assert(
      fc.property(outcome, (each) => {
        const parts = attribute(each)
        if (parts.length === 0) return
        expect(total(parts)).toBe(each.value)
        const values = parts.map(({ value }) => value)
        expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1)
        expect(values).toEqual([...values].sort((a, b) => b - a))
      }),
    )
  })
})

describe('what outcomes are ascribed to', () => {
  test('adds up to their total, in each currency', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 20 }), (outcomes) => {
        const attributions = attributionOf(outcomes)
        const currencies = [...new Set(outcomes.flatMap((each) => each.currency ?? []))].sort()
        expect(attributions.map(({ currency }) => currency)).toEqual(currencies)
        for (const { currency, value, people, events, unattributed, byEvent } of attributions) {
          const all = outcomes.filter((each) => each.currency === currency)
          expect(value).toBe(all.reduce((sum, each) => sum + each.value!, 0))
          expect(people + events + unattributed).toBe(value)
          expect(total(byEvent)).toBe(events)
          expect(Math.min(people, events, unattributed)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('tells events apart and people not', () => {
    const order = {
      id: 1,
      title: 'order',
      on: '2026-11-03',
      via: null,
      customer: null,
      event: null,
      note: '',
    }
    const outcomes: TracedOutcome[] = [
      { ...order, value: 900, currency: 'EUR', fromNetwork: true, chain: [ada, lin, breakfast] },
      { ...order, value: 100, currency: 'EUR', fromNetwork: true, chain: [lin] },
      { ...order, value: 50, currency: 'EUR', fromNetwork: false, chain: [] },
      { ...order, value: 7, currency: 'CHF', fromNetwork: true, chain: [breakfast] },
    ]
    expect(attributionOf(outcomes)).toEqual([
      {
        currency: 'CHF',
        value: 7,
        people: 0,
        events: 7,
        unattributed: 0,
        byEvent: [{ id: 1, name: 'Breakfast', value: 7, count: 1 }],
      },
      {
        currency: 'EUR',
        value: 1050,
        people: 700,
        events: 300,
        unattributed: 50,
        byEvent: [{ id: 1, name: 'Breakfast', value: 300, count: 1 }],
      },
    ])
  })
})
