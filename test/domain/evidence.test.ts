import { describe, expect, test } from 'vitest'
import { type Acquaintance, STRANGER } from '../../src/domain/closeness.ts'
import { doorsAmong, type EvidenceFor } from '../../src/domain/evidence.ts'
import { topicsOf } from '../../src/domain/topics.ts'

const TODAY = '2026-11-03'
const person = (id: number) => ({ id, name: `Person ${id}` })
const says = (kind: EvidenceFor['kind'], id: number, text: string, by?: number): EvidenceFor => ({
  who: person(id),
  kind,
  text,
  by: by === undefined ? null : person(by),
  on: null,
})
const often = (encounters: number): Acquaintance => ({ ...STRANGER, encounters, lastOn: TODAY })

function doors(query: string, evidence: EvidenceFor[], known: Record<number, Acquaintance> = {}, limit = 10) {
  const acquaintances = {
    of: (ids: number[]) => new Map(ids.map((id) => [id, known[id] ?? STRANGER])),
    lastMetFirst: (ids: number[]) =>
      [...ids].sort((a, b) => (known[b]?.lastOn ?? '').localeCompare(known[a]?.lastOn ?? '')),
  }
  return doorsAmong(topicsOf(query), evidence, acquaintances, TODAY, limit)
}

const order = (...args: Parameters<typeof doors>) => doors(...args).doors.map(({ id }) => id)

describe('the order of evidence', () => {
  test('several who say so independently go before one, and one before none, whatever else is known', () => {
    const evidence = [
      says('offer', 1, 'design'),
      says('endorsement', 2, 'design', 8),
      says('endorsement', 3, 'design', 8),
      says('endorsement', 3, 'design', 9),
    ]
    expect(order('designer', evidence, { 1: often(50), 8: often(50) })).toEqual([3, 2, 1])
  })

  test('one who says it twice is one', () => {
    const evidence = [
      says('endorsement', 1, 'design', 8),
      says('endorsement', 1, 'web design', 8),
      says('endorsement', 2, 'design', 8),
      says('endorsement', 2, 'design', 9),
    ]
    const { doors: found } = doors('designer', evidence)
    expect(found.map(({ id, endorsers }) => [id, endorsers])).toEqual([
      [2, 2],
      [1, 1],
    ])
  })

  test('a word weighs more the better I know who gives it', () => {
    const evidence = [says('endorsement', 1, 'design', 8), says('endorsement', 2, 'design', 9)]
    expect(order('designer', evidence, { 8: often(1), 9: often(20) })).toEqual([2, 1])
    expect(order('designer', evidence, { 8: often(20), 9: often(1) })).toEqual([1, 2])
  })

  test('then what somebody offers before role, fact and place; then whom I know better', () => {
    const evidence = [
      says('place', 1, 'Design Street'),
      says('fact', 2, 'studied design'),
      says('role', 3, 'designer'),
      says('offer', 4, 'design'),
      says('role', 5, 'designer'),
    ]
    expect(order('designer', evidence, { 5: often(10), 1: often(90) })).toEqual([4, 5, 3, 2, 1])
  })

  test('an endorsement on something else does not count', () => {
    const evidence = [says('endorsement', 1, 'cooking', 8), says('tag', 1, 'design')]
    expect(doors('designer', evidence).doors).toMatchObject([{ id: 1, endorsers: 0, why: [{ kind: 'tag' }] }])
  })
})

describe('who is found', () => {
  const evidence = [
    says('role', 1, 'designer'),
    says('place', 1, 'Lisbon'),
    says('role', 2, 'designer'),
    says('place', 3, 'Lisbon'),
  ]

  test('whoever fits all of it, by whatever it is known', () => {
    expect(order('designers in Lisbon', evidence)).toEqual([1])
  })

  test('else whoever fits a part, and what is missing is told', () => {
    expect(doors('designer in Porto', evidence).doors).toMatchObject([
      { id: 1, missing: ['Porto'] },
      { id: 2, missing: ['Porto'] },
    ])
    expect(doors('plumber', evidence)).toEqual({ doors: [], count: 0 })
  })

  test('not whoever was said to look for it', () => {
    expect(
      order('illustrator', [says('fact', 1, 'looks for an illustrator'), says('fact', 2, 'illustrates')]),
    ).toEqual([2])
    expect(order('Büro', [says('fact', 1, 'sucht ein Büro'), says('fact', 2, 'hat ein Büro frei')])).toEqual([
      2,
    ])
  })

  test('of a thousand alike, those met last are compared, and all are counted', () => {
    const many = Array.from({ length: 1000 }, (_, id) => says('tag', id + 1, 'design'))
    const { doors: found, count } = doors('design', many, { 900: often(3), 901: often(40) }, 2)
    expect(count).toBe(1000)
    expect(found.map(({ id }) => id)).toEqual([901, 900])
  })
})
