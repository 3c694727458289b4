import { describe, expect, test } from 'vitest'
import {
  type CircleExchange,
  type Exchange,
  type GroupExchange,
  NOTHING_ONE_SIDED,
  oneSidedness,
  type PersonExchange,
} from '../../src/domain/one-sided.ts'

const days = { firstOn: '2026-01-01', lastOn: '2026-06-30' }
const person = (of: Partial<Exchange>): PersonExchange => ({
  id: 1,
  name: 'Ada Lovelace',
  gave: 0,
  got: 0,
  ...days,
  ...of,
})
const circle = (of: Partial<CircleExchange>): CircleExchange => ({
  id: 7,
  name: 'founders',
  gave: 0,
  got: 0,
  people: 2,
  ...days,
  ...of,
})
const event = (of: Partial<GroupExchange>): GroupExchange => {
  const { id: _, ...group } = circle({ name: 'Breakfast', ...of })
  return group
}
const since = '2026-01-01'

describe('lasting one-sidedness', () => {
  test('is seen in both directions alike', () => {
    const named = [{ id: 1, name: 'Ada Lovelace', since }]
    expect(oneSidedness([person({ gave: 3 })], [], [])).toEqual({ ...NOTHING_ONE_SIDED, drawOnMe: named })
    expect(oneSidedness([person({ got: 3 })], [], [])).toEqual({ ...NOTHING_ONE_SIDED, iDrawOn: named })
  })

  test('is seen of whole circles and events', () => {
    const named = oneSidedness([], [circle({ gave: 3 })], [event({ got: 4 })])
    expect(named).toEqual({
      ...NOTHING_ONE_SIDED,
      circles: { drawOnMe: [{ id: 7, name: 'founders', since }], iDrawOn: [] },
      events: { drawOnMe: [], iDrawOn: [{ name: 'Breakfast', since }] },
    })
  })

  test.each<[string, Partial<Exchange>]>([
    ['two favours', { gave: 2 }],
    ['one in the other direction', { gave: 7, got: 1 }],
    ['less than 180 days', { gave: 3, lastOn: '2026-06-29' }],
    ['none at all', {}],
  ])('%s are no pattern', (_, of) => {
    expect(oneSidedness([person(of)], [circle(of)], [event(of)])).toEqual(NOTHING_ONE_SIDED)
  })

  test('what goes back to one person is no pattern of a circle or an event', () => {
    const of = { gave: 5, people: 1 }
    expect(oneSidedness([], [circle(of)], [event(of)])).toEqual(NOTHING_ONE_SIDED)
  })
})
