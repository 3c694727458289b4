import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import { filledUp, mergedCard } from '../../src/domain/merge-cards.ts'

const ada = (more: Partial<ContactCard> = {}): ContactCard => ({ ...emptyCard('Ada'), ...more })
const email = (value: string, label: string | null = null) => ({ kind: 'email' as const, label, value })

test('what a card does not say is as it was said before', () => {
  const before = ada({ org: 'Old', note: 'ships', tags: ['a'], reach: [email('a@x')] })
  expect(filledUp(ada(), before)).toEqual(before)
  const less = ada({ org: 'New', tags: ['b'], reach: [email('A@x', 'work')] })
  expect(filledUp(less, before)).toEqual({
    ...before,
    org: 'New',
    tags: ['a', 'b'],
    reach: [email('A@x', 'work')],
  })
})

describe('what changed there and what was edited here', () => {
  test('only there: it is taken', () => {
    expect(mergedCard(ada({ org: 'Old' }), ada({ org: 'Old' }), ada({ org: 'New' }))).toEqual({
      card: ada({ org: 'New' }),
      conflicts: [],
    })
  })

  test('only here: it stays', () => {
    expect(mergedCard(ada({ org: 'Mine' }), ada({ org: 'Old' }), ada({ org: 'Old' })).card.org).toBe('Mine')
  })

  test('on both sides: what is here stays, and is told', () => {
    expect(mergedCard(ada({ org: 'Mine' }), ada({ org: 'Old' }), ada({ org: 'New' }))).toEqual({
      card: ada({ org: 'Mine' }),
      conflicts: [{ field: 'org', here: 'Mine', there: 'New' }],
    })
  })

  test('alike on both sides: no conflict', () => {
    expect(mergedCard(ada({ org: 'New' }), ada({ org: 'Old' }), ada({ org: 'New' })).conflicts).toEqual([])
  })

  test('read for the first time: what is missing is filled in, what differs is told', () => {
    const here = ada({ org: 'Mine', tags: ['a'], reach: [email('a@x')] })
    const there = ada({
      org: 'Theirs',
      role: 'CTO',
      tags: ['b'],
      reach: [email('a@x', 'work'), email('b@x')],
    })
    expect(mergedCard(here, null, there)).toEqual({
      card: ada({ org: 'Mine', role: 'CTO', tags: ['a', 'b'], reach: [email('a@x'), email('b@x')] }),
      conflicts: [{ field: 'org', here: 'Mine', there: 'Theirs' }],
    })
  })

  test('lists: what came there comes, what went there goes, what was added here stays', () => {
    const { card } = mergedCard(ada({ tags: ['a', 'mine'] }), ada({ tags: ['a', 'b'] }), ada({ tags: ['c'] }))
    expect(card.tags).toEqual(['mine', 'c'])
  })

  test('what was taken off here does not come back', () => {
    const old = ada({ reach: [email('a@x')], dates: [{ label: 'birthday', date: '--03-15' }] })
    expect(mergedCard(ada(), old, old).card).toEqual(ada())
  })

  test('a label that changed there', () => {
    const { card } = mergedCard(
      ada({ reach: [email('a@x', 'home')] }),
      ada({ reach: [email('a@x', 'home')] }),
      ada({ reach: [email('a@x', 'work')] }),
    )
    expect(card.reach).toEqual([email('a@x', 'work')])
  })

  test('a name is never emptied', () => {
    expect(mergedCard(ada(), ada(), { ...ada(), name: '' }).card.name).toBe('Ada')
  })

  test('a birthday that differs on both sides', () => {
    const on = (date: string) => ada({ dates: [{ label: 'birthday', date }] })
    expect(mergedCard(on('1980-01-01'), on('--01-01'), on('1981-01-01'))).toEqual({
      card: on('1980-01-01'),
      conflicts: [{ field: 'birthday', here: '1980-01-01', there: '1981-01-01' }],
    })
  })
})

const some = fc.constantFrom('a', 'b', 'c')
const cards = fc
  .record({
    org: fc.option(some),
    note: fc.oneof(some, fc.constant('')),
    tags: fc.uniqueArray(some),
    reach: fc.uniqueArray(
      some.map((value) => email(value)),
      { selector: ({ value }) => value },
    ),
    dates: fc.uniqueArray(fc.record({ label: some, date: fc.constantFrom('2020-01-01', '2021-01-01') }), {
      selector: ({ label }) => label,
    }),
  })
  .map((more) => ada(more))

test('reading the same again changes nothing, whatever was edited here', () => {
  fc.assert(
    fc.property(cards, cards, (here, there) => {
      expect(mergedCard(here, there, there)).toEqual({ card: here, conflicts: [] })
    }),
  )
})

test('a person that nobody edited here becomes what the other program says', () => {
  const sorted = (card: ContactCard) => ({
    ...card,
    tags: [...card.tags].sort(),
    reach: [...card.reach].sort((a, b) => (a.value < b.value ? -1 : 1)),
    dates: [...card.dates].sort((a, b) => (a.label < b.label ? -1 : 1)),
  })
  fc.assert(
    fc.property(cards, cards, (before, there) => {
      const { card, conflicts } = mergedCard(before, before, there)
      expect(sorted(card)).toEqual(sorted(there))
      expect(conflicts).toEqual([])
    }),
  )
})

describe('a way to reach somebody', () => {
  const phone = (value: string) => ({ kind: 'phone' as const, label: null, value })
  const phoneOf = (number: string) => number.replace(/^0/, '+49').replaceAll(' ', '')

  test('is the same in capitals, with the country or without', () => {
    const here = ada({ reach: [email('A@x'), phone('0151 1')] })
    const there = ada({ reach: [email('a@x'), phone('+49151 1'), phone('030 2')] })
    expect(mergedCard(here, null, there, phoneOf).card.reach).toEqual([...here.reach, phone('030 2')])
  })

  test('that was taken off here stays so when it is only written anew there', () => {
    const seen = ada({ reach: [phone('0151 1')] })
    expect(mergedCard(ada(), seen, ada({ reach: [phone('+49 1511')] }), phoneOf).card.reach).toEqual([])
  })
})

test('when one connected there is no conflict with when one met, at first', () => {
  const here = ada({ metOn: '2019-05-04', metAt: 'Betahaus' })
  const there = ada({ metOn: '2023-02-08', metAt: 'LinkedIn' })
  expect(mergedCard(here, null, there)).toEqual({ card: here, conflicts: [] })
})
