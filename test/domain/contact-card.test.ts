import { describe, expect, it } from 'vitest'
import { cardChanges, emptyCard, patched } from '../../src/domain/contact-card.ts'

const ada = {
  ...emptyCard('Ada'),
  org: 'Engines',
  tags: ['maths'],
  reach: [
    { kind: 'email' as const, label: 'work', value: 'ada@example.org' },
    { kind: 'phone' as const, label: null, value: '1' },
  ],
  dates: [
    { label: 'birthday', date: '1990-01-02' },
    { label: 'wedding', date: '2015' },
  ],
}

describe('patched', () => {
  it('leaves what is not mentioned', () => {
    expect(patched(ada, {})).toEqual(ada)
    expect(patched(ada, { org: undefined, reach: undefined })).toEqual(ada)
  })

  it('sets and clears', () => {
    expect(patched(ada, { org: null, place: 'Lisbon', tags: [] })).toEqual({
      ...ada,
      org: null,
      place: 'Lisbon',
      tags: [],
    })
  })

  it('replaces one kind of reach, and keeps the label of a value that stays', () => {
    expect(patched(ada, { reach: { email: ['new@example.org', 'ada@example.org'] } }).reach).toEqual([
      { kind: 'phone', label: null, value: '1' },
      { kind: 'email', label: null, value: 'new@example.org' },
      { kind: 'email', label: 'work', value: 'ada@example.org' },
    ])
    expect(patched(ada, { reach: { email: [] } }).reach).toEqual([{ kind: 'phone', label: null, value: '1' }])
  })

  it('changes the birthday and no other day', () => {
    expect(patched(ada, { birthday: '--03-04' }).dates).toEqual([
      { label: 'birthday', date: '--03-04' },
      { label: 'wedding', date: '2015' },
    ])
    expect(patched(ada, { birthday: null }).dates).toEqual([{ label: 'wedding', date: '2015' }])
  })
})

describe('cardChanges', () => {
  it('tells what differs, not what only stands in another order', () => {
    expect(cardChanges(ada, { ...ada, reach: [...ada.reach].reverse() })).toEqual([])
    expect(cardChanges(ada, { ...ada, org: null, cadenceDays: 30 })).toEqual([
      { field: 'org', before: 'Engines', after: '' },
      { field: 'cadence', before: '', after: '30 days' },
    ])
  })
})
