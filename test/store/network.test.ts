import { describe, expect, test } from 'vitest'
import { type Acquaintance, STRANGER } from '../../src/domain/closeness.ts'
import { newJournal } from './journals.ts'

/** Ada 1, Grace 2, Lin 3, Nils 4. */
function withPeople() {
  const open = newJournal()
  open.journal.operations.record('add', () => {
    for (const name of ['Ada', 'Grace', 'Lin', 'Nils']) open.journal.contacts.add({ name }, '2020-01-01')
  })
  return open
}

describe('ties', () => {
  test('have no direction, and are there once', () => {
    const { journal } = withPeople()
    journal.operations.record('tie add', () => {
      expect(journal.ties.add(3, 1, '2019')).toBe(true)
      expect(journal.ties.add(1, 3, '2020')).toBe(false)
      journal.ties.add(3, 2, null)
    })
    expect(journal.ties.between(1, 3)).toEqual(journal.ties.between(3, 1))
    expect(journal.ties.between(1, 3)?.sinceOn).toBe('2019')
    expect(journal.ties.of(3).map(({ name }) => name)).toEqual(['Ada', 'Grace'])
    expect(journal.ties.list(3).map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Lin', 'Ada'],
      ['Lin', 'Grace'],
    ])
    expect(journal.ties.list(undefined, 1)).toHaveLength(1)
    expect(Object.fromEntries(journal.ties.neighbours([1, 3, 4]))).toEqual({ 1: [3], 3: [1, 2] })
  })

  test('that began in a period, as far as the day is known', () => {
    const { journal } = withPeople()
    journal.operations.record('tie add', () => {
      journal.ties.add(1, 2, '2026')
      journal.ties.add(1, 3, '2026-08')
      journal.ties.add(2, 3, null)
      journal.ties.add(1, 4, '2026-11-01')
    })
    const year = { from: '2026-01-01', to: '2026-12-31' }
    expect(journal.reports.ties(year)).toEqual({ new: 3, byIntroduction: 0, total: 4 })
    expect(journal.reports.ties({ from: '2026-07-01', to: '2026-09-30' })).toEqual({
      new: 1,
      byIntroduction: 0,
      total: 3,
    })
  })
})

describe('how well I know people', () => {
  test('counts what was up to a day, for everybody who is asked for', () => {
    const { journal } = withPeople()
    const people = [{ id: 1, name: 'Ada' }]
    journal.operations.record('log', () => {
      for (const on of ['2026-01-05', '2026-02-05', '2026-12-05'])
        journal.encounters.add({ on, kind: 'coffee', place: null, event: null, text: '', tags: [], people })
      for (const [direction, on] of [
        ['gave', '2026-01-05'],
        ['gave', '2026-02-05'],
        ['got', '2026-12-05'],
      ] as const)
        journal.favours.add({ direction, what: 'x', kind: 'help', weight: 3, on, people })
    })
    const ada: Acquaintance = { encounters: 2, lastOn: '2026-02-05', gave: 2, got: 0 }
    expect(journal.closeness.of([1, 4], '2026-11-03')).toEqual(
      new Map([
        [1, ada],
        [4, STRANGER],
      ]),
    )
    expect(journal.closeness.inShort([1, 4], '2026-11-03')).toEqual(
      new Map([
        [1, { ...ada, gave: 1 }],
        [4, STRANGER],
      ]),
    )
    expect(journal.closeness.of([1], '2026-12-31').get(1)).toMatchObject({ encounters: 3, got: 1 })
  })

  test('whom I have met: in an encounter, by a favour or an introduction, or as noted', () => {
    const { journal } = withPeople()
    journal.operations.record('log', () => {
      journal.introductions.add({ introducerId: 3, aId: 2, bId: null, on: '2026-10-01' })
      journal.introductions.add({ introducerId: 4, aId: 1, bId: null, on: '2026-10-01', offered: true })
      journal.contacts.add({ name: 'Zoë', metOn: '2019' }, '2020-01-01')
    })
    expect(journal.closeness.met([1, 2, 3, 4, 5], '2026-11-03')).toEqual(new Set([2, 3, 5]))
    expect(journal.closeness.met([1, 2, 3, 4, 5], '2026-09-30')).toEqual(new Set([5]))
  })
})

describe('organisations and places a way may lead to', () => {
  test('by whole words, else by their beginnings, however they are written', () => {
    const { journal } = withPeople()
    journal.operations.record('add', () => {
      journal.contacts.add({ name: 'A', org: 'Müller & Söhne GmbH', place: 'Köln' }, '2020-01-01')
      journal.contacts.add({ name: 'B', org: 'Mueller Labs', place: 'São Paulo, Brazil' }, '2020-01-01')
    })
    const { paths } = journal
    expect(paths.destinations('mueller').names.sort()).toEqual(['Mueller Labs', 'Müller & Söhne GmbH'])
    expect(paths.destinations('Müller Söhne')).toEqual({ names: ['Müller & Söhne GmbH'], whole: true })
    expect(paths.destinations('sao p')).toEqual({ names: ['São Paulo, Brazil'], whole: false })
    expect(paths.destinations('brazil')).toEqual({ names: ['São Paulo, Brazil'], whole: true })
    expect(paths.destinations('  ')).toMatchObject({ names: [] })
    expect(paths.peopleAt(['Köln', 'Mueller Labs'])).toEqual([5, 6])
  })
})

test('an introduction that is not made leads nobody anywhere: no tie, no origin, no count', () => {
  const { journal } = withPeople()
  journal.operations.record('intro offer', () => {
    journal.introductions.add({ introducerId: 1, aId: 2, bId: null, on: '2026-10-01', offered: true })
  })
  expect(journal.ties.list()).toEqual([])
  expect(journal.origins.chain(2)).toEqual([])
  expect(journal.reports.introductions({ from: '2026-01-01', to: '2026-12-31' })).toEqual({
    made: 0,
    received: 0,
  })
  journal.operations.record('intro made', () => journal.introductions.make(1, '2026-10-09', {}))
  expect(journal.introductions.introducedBy(2)).toEqual({ id: 1, name: 'Ada' })
  expect(journal.ties.list()).toMatchObject([{ sinceOn: null, introduction: 1 }])
  expect(journal.origins.wayBack(2, 1)).toMatchObject([{ name: 'Ada' }])
  expect(journal.origins.wayBack(1, 2)).toBeUndefined()
})
