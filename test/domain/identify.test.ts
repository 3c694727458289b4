import { describe, expect, test } from 'vitest'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import { type Arrival, agreeInName, identify, type KnownPeople } from '../../src/domain/identify.ts'
import { fold } from '../../src/domain/names.ts'

const card = (name: string, more: Partial<ContactCard> = {}): ContactCard => ({ ...emptyCard(name), ...more })
const email = (value: string) => ({ kind: 'email' as const, label: null, value })
const phone = (value: string) => ({ kind: 'phone' as const, label: null, value })
const digits = (number: string) => number.replace(/\D/g, '').replace(/^0/, '49') || undefined

/** The contacts of a journal by their number, the first one 1. */
function people(sources: Record<string, number>, ...cards: ContactCard[]): KnownPeople {
  const where = (fits: (card: ContactCard) => boolean) =>
    cards.flatMap((each, at) => (fits(each) ? [at + 1] : []))
  return {
    bySource: (id) => sources[id],
    byEmail: (address) =>
      where(({ reach }) => reach.some(({ kind, value }) => kind === 'email' && value === address)),
    byPhone: (number) =>
      where(({ reach }) => reach.some(({ kind, value }) => kind === 'phone' && digits(value) === number)),
    byName: (folded) =>
      where(({ name, aliases }) => [name, ...aliases].some((each) => fold(each) === folded)),
    cardOf: (id) => cards[id - 1]!,
  }
}

const arrival = (name: string, more: Partial<ContactCard> = {}, sourceId: string | null = null): Arrival => ({
  sourceId,
  card: card(name, more),
})
const find = (who: Arrival, known: KnownPeople) => identify(who, known, digits)

describe('an arriving person is', () => {
  test('whom the other program knows by the same key, whatever else changed', () => {
    const known = people({ 'li/ada': 2 }, card('Grace', { reach: [email('a@x')] }), card('Ada'))
    expect(find(arrival('Ada King', { reach: [email('a@x')] }, 'li/ada'), known)).toEqual({
      state: 'known',
      id: 2,
      evidence: ['source'],
    })
  })

  test('the one of that address, in capitals or not', () => {
    const known = people({}, card('Ada', { reach: [email('ada@x')] }))
    expect(find(arrival('A. Beispiel', { reach: [email('Ada@X')] }), known)).toMatchObject({
      state: 'known',
      id: 1,
    })
  })

  test('of those who share an address, the one of that name; without one it is uncertain', () => {
    const known = people(
      {},
      card('Ada', { reach: [email('office@x')] }),
      card('Grace', { reach: [email('office@x')] }),
    )
    expect(find(arrival('Grace', { reach: [email('office@x')] }), known)).toEqual({
      state: 'known',
      id: 2,
      evidence: ['email', 'name'],
    })
    expect(find(arrival('Lin', { reach: [email('office@x')] }), known)).toEqual({
      state: 'uncertain',
      ids: [1, 2],
      evidence: ['email'],
    })
  })

  test('the one of that number, however it is written', () => {
    const known = people({}, card('Ada', { reach: [phone('+49 30 1')] }))
    expect(find(arrival('Ada', { reach: [phone('030/1')] }), known)).toMatchObject({
      state: 'known',
      id: 1,
      evidence: ['phone'],
    })
  })

  test('no one, by what is no number', () => {
    const known = people({}, card('Ada', { reach: [phone('none')] }))
    expect(find(arrival('Grace', { reach: [phone('unknown')] }), known)).toEqual({ state: 'new' })
  })

  test('the one of that very name with a second fact', () => {
    const known = people(
      {},
      card('Jürgen Müller', { org: 'Muster AG' }),
      card('Jürgen Müller', { place: 'Berlin' }),
    )
    expect(find(arrival('Juergen Mueller', { org: 'muster ag' }), known)).toEqual({
      state: 'known',
      id: 1,
      evidence: ['name', 'org'],
    })
  })

  test('uncertain by the name alone, or where two agree', () => {
    const known = people({}, card('Ada', { org: 'Muster' }), card('Ada', { org: 'Muster' }))
    expect(find(arrival('Ada'), known)).toEqual({ state: 'uncertain', ids: [1, 2], evidence: ['name'] })
    expect(find(arrival('Ada', { org: 'Muster' }), known)).toMatchObject({ state: 'uncertain' })
  })

  test('new otherwise, though they work for the same firm', () => {
    expect(find(arrival('Ada', { org: 'Muster' }), people({}, card('Grace', { org: 'Muster' })))).toEqual({
      state: 'new',
    })
  })
})

describe('an address', () => {
  test('that somebody of quite another name has is a question, a number is none', () => {
    const known = people({}, card('Anna Alt', { reach: [email('info@x'), phone('030 1')] }))
    expect(find(arrival('Bernd Neu', { reach: [email('info@x')] }), known)).toEqual({
      state: 'uncertain',
      ids: [1],
      evidence: ['email'],
    })
    expect(find(arrival('Bernd Neu', { reach: [phone('030 1')] }), known)).toEqual({ state: 'new' })
    expect(find(arrival('A. Alt', { reach: [phone('030 1')] }), known)).toMatchObject({
      state: 'known',
      id: 1,
    })
  })

  test('that many have says nothing', () => {
    const office = ['Anna A', 'Ben B', 'Cem C', 'Dora D'].map((name) =>
      card(name, { reach: [email('info@x')] }),
    )
    expect(find(arrival('Emil E', { reach: [email('info@x')] }), people({}, ...office))).toEqual({
      state: 'new',
    })
    expect(find(arrival('Ben B', { reach: [email('info@x')] }), people({}, ...office))).toMatchObject({
      state: 'known',
      id: 2,
    })
  })
})

test('a name that very many have is no question each time', () => {
  const offices = Array.from({ length: 21 }, () => card('Office'))
  expect(find(arrival('Office'), people({}, ...offices))).toEqual({ state: 'new' })
  expect(find(arrival('Office'), people({}, ...offices.slice(1)))).toMatchObject({ state: 'uncertain' })
})

test.each([
  ['Ada Beispiel', 'Ada B.', true],
  ['G. Muster', 'Grace Muster', true],
  ['Dr. Ada Beispiel', 'Ada Maria Beispiel', true],
  ['Muster, Grace', 'Grace Muster', true],
  ['Ada Beispiel', 'Ada King', true],
  ['ada@beispiel.example', 'Ada Beispiel', true],
  ['Anna Muster', 'Bernd Muster', false],
  ['Familie Muster', 'Anna Muster', false],
  ['Mama', 'Elisabeth Muster', false],
  ['王芳', '李娜', false],
])('%s and %s may be one: %s', (one, other, may) => {
  expect(agreeInName(one, other)).toBe(may)
  expect(agreeInName(other, one)).toBe(may)
})
