import { describe, expect, test } from 'vitest'
import {
  type Introduction,
  introductionFavour,
  openStep,
  stateOf,
  whatIsMeant,
} from '../../src/domain/introductions.ts'

const TODAY = '2026-11-03'
const person = (id: number, name: string, agreedOn: string | null = null) => ({ id, name, agreedOn })
const ofTwo: Introduction = {
  id: 1,
  on: TODAY,
  introducer: null,
  people: [person(1, 'Ada'), person(2, 'Grace')],
  me: null,
  purpose: null,
  made: true,
  offeredOn: null,
  declinedOn: null,
  result: null,
  resultOn: null,
  thankedOn: null,
}
const toMe: Introduction = {
  ...ofTwo,
  introducer: { id: 3, name: 'Lin' },
  people: [person(1, 'Ada')],
  me: { agreedOn: null },
}
const agreed = [person(1, 'Ada', TODAY), person(2, 'Grace', TODAY)]

describe('the course of an introduction', () => {
  test.each<[string, string | null, Introduction]>([
    ['offered', 'agree', { ...ofTwo, made: false }],
    ['offered', 'agree', { ...ofTwo, made: false, people: [agreed[0]!, ofTwo.people[1]!] }],
    ['agreed', 'make', { ...ofTwo, made: false, people: agreed }],
    ['offered', 'agree', { ...toMe, made: false, people: [agreed[0]!] }],
    ['agreed', 'make', { ...toMe, made: false, people: [agreed[0]!], me: { agreedOn: TODAY } }],
    ['declined', null, { ...ofTwo, made: false, people: agreed, declinedOn: TODAY }],
    ['made', null, ofTwo],
    ['made', 'thank', toMe],
    ['made', null, { ...toMe, thankedOn: TODAY }],
    ['made', 'thank', { ...toMe, on: '2026-08-05' }],
    ['made', null, { ...toMe, on: '2026-08-04' }],
    // Two others were brought together by a third: nothing waits for me.
    ['made', null, { ...ofTwo, introducer: { id: 3, name: 'Lin' } }],
  ])('%s, waits for %s', (state, open, introduction) => {
    expect([stateOf(introduction), openStep(introduction, TODAY)]).toEqual([state, open])
  })
})

describe('what is told beside what is known', () => {
  const wanted = { purpose: null, on: TODAY, offered: false }
  const offered = { ...ofTwo, made: false }

  test.each<[string, Introduction[], Parameters<typeof whatIsMeant>[1]]>([
    ['new', [], wanted],
    ['known', [ofTwo], wanted],
    ['known', [{ ...ofTwo, purpose: 'looms' }], wanted],
    ['known', [{ ...ofTwo, purpose: 'Looms' }], { ...wanted, purpose: 'looms' }],
    ['new', [{ ...ofTwo, purpose: 'looms' }], { ...wanted, purpose: 'a flat' }],
    ['purpose', [ofTwo], { ...wanted, purpose: 'looms' }],
    ['new', [ofTwo], { ...wanted, purpose: 'looms', on: '2026-11-02' }],
    ['made', [offered], wanted],
    ['made', [offered], { ...wanted, purpose: 'looms' }],
    ['known', [offered], { ...wanted, offered: true }],
    ['new', [{ ...offered, purpose: 'looms' }], { ...wanted, purpose: 'a flat' }],
  ])('%s: %j, %j', (kind, known, told) => {
    expect(whatIsMeant(known, told).kind).toBe(kind)
  })
})

test('an introduction in the words of a favour', () => {
  expect(introductionFavour(ofTwo)).toBe('introduced Ada to Grace')
  expect(introductionFavour({ ...toMe, purpose: 'a flat' })).toBe('introduced me to Ada: a flat')
})
