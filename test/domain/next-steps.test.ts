import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/dates.ts'
import type { Introduction } from '../../src/domain/introductions.ts'
import { helpedNeeds, openIntroductions, peopleToSee } from '../../src/domain/next-steps.ts'
import type { Offering } from '../../src/domain/offerings.ts'
import type { Relationship } from '../../src/domain/staleness.ts'

const TODAY = '2026-11-03'
const [ada, grace, lin] = ['Ada', 'Grace', 'Lin'].map((name, at) => ({ id: at + 1, name })) as any[]

describe('whom to see', () => {
  const relationship = (id: number, daysAgo: number): Relationship => ({
    id,
    name: `P${id}`,
    addedOn: '2020-01-01',
    ownCadence: 60,
    circleCadence: null,
    lastOn: addDays(TODAY, -daysAgo),
    rhythm: null,
    pauses: [],
  })
  const people = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => relationship(id, 200 - id))
  const chosen = (called: number[], all = people) =>
    peopleToSee(all, called, TODAY, 90).map((standing) => standing.relationship.id)

  test('the coldest, where nothing waits', () => {
    expect(chosen([])).toEqual([1, 2, 3, 4, 5])
  })

  test('with whom something waits, three of them at most while others are cold; each once', () => {
    expect(chosen([8, 2, 8, 7, 6])).toEqual([8, 2, 7, 1, 3])
    expect(chosen([8, 7, 6, 5], people.slice(5))).toEqual([8, 7, 6])
  })

  test('nobody who rests or is not known', () => {
    const resting = { ...people[7]!, pauses: [{ from: TODAY, until: null }] }
    expect(chosen([8, 99], [...people.slice(0, 7), resting])).toEqual([1, 2, 3, 4, 5])
  })
})

describe('introductions that wait', () => {
  const introduction = (of: Partial<Introduction>): Introduction => ({
    id: 1,
    on: '2026-10-20',
    introducer: null,
    people: [
      { ...ada, agreedOn: null },
      { ...grace, agreedOn: null },
    ],
    me: null,
    purpose: null,
    made: false,
    offeredOn: '2026-10-20',
    declinedOn: null,
    result: null,
    resultOn: null,
    thankedOn: null,
    ...of,
  })
  const open = (of: Partial<Introduction>) => [...openIntroductions([introduction(of)], TODAY)]

  test('mine, with both of them', () => {
    expect(open({})).toEqual([
      [1, { step: 'agree', introduces: false, others: [grace] }],
      [2, { step: 'agree', introduces: false, others: [ada] }],
    ])
  })

  test('a word of thanks, with who introduced me', () => {
    const people = [{ ...lin, agreedOn: null }]
    expect(open({ introducer: ada, people, me: { agreedOn: null }, made: true })).toEqual([
      [1, { step: 'thank', introduces: true, others: [lin] }],
    ])
  })

  test.each<[string, Partial<Introduction>]>([
    ['made and mine', { made: true }],
    ['declined', { declinedOn: '2026-10-21' }],
    ['between others', { introducer: lin }],
  ])('%s: nothing waits', (_, of) => {
    expect(open(of)).toEqual([])
  })
})

describe('needs that somebody could help with', () => {
  const offering = (kind: Offering['kind'], who: Offering['who'], what: string): Offering => ({
    id: 1,
    kind,
    what,
    who,
    on: TODAY,
    closedOn: null,
  })

  test('by another or by me, never by oneself, one for each', () => {
    const needs = [
      offering('need', ada, 'a designer'),
      offering('need', ada, 'a tax adviser'),
      offering('need', grace, 'tax advice'),
      offering('need', lin, 'a plumber'),
      offering('need', null, 'a designer'),
    ]
    const offers = [
      offering('offer', ada, 'Design'),
      offering('offer', lin, 'UX design'),
      offering('offer', null, 'tax advice'),
    ]
    expect([...helpedNeeds(needs, offers, 9)]).toEqual([
      [1, { what: 'a designer', helper: lin }],
      [2, { what: 'tax advice', helper: null }],
    ])
    expect(helpedNeeds(needs, offers, 1).size).toBe(1)
  })
})
