import { expect, test } from 'vitest'
import { newJournal } from './journals.ts'

const [ada, grace, lin] = ['Ada', 'Grace', 'Lin'].map((name, at) => ({ id: at + 1, name })) as any[]
const usual = { weight: 3, introduces: [] }
const Q4 = { from: '2026-10-01', to: '2026-12-31' }

function journalWithThree() {
  const { journal } = newJournal()
  journal.operations.record('add', () => {
    for (const { name } of [ada, grace, lin]) journal.contacts.add({ name }, '2026-01-01')
  })
  return journal
}

test('a favour passed on is linked at both ends, each of them once', () => {
  const journal = journalWithThree()
  const { result } = journal.operations.record('gave', () => {
    const [old, tea] = ['an order', 'tea'].map(
      (what, at) =>
        journal.entries.addFavour(
          { ...usual, direction: 'got', what, people: [ada], from: [] },
          `2026-10-0${at + 1}`,
        ).id,
    )
    const pass = (what: string, people: any[]) =>
      journal.entries.addFavour({ ...usual, direction: 'gave', what, people, from: [ada] }, '2026-10-05')
    return {
      old,
      tea,
      first: pass('a job', [lin]),
      second: pass('a job', [grace]),
      third: pass('a job', [lin]),
    }
  })
  const { old, tea, first, second, third } = result
  const linked = (id: number) => journal.favours.byId(id)!.passedOn
  expect(linked(first.id)).toEqual([{ id: old, what: 'an order', on: '2026-10-01', people: [ada] }])
  expect(linked(old!)).toEqual([{ id: first.id, what: 'a job', on: '2026-10-05', people: [lin] }])
  expect(linked(second.id)).toMatchObject([{ id: tea }])
  expect([first, second].map(({ received }) => received)).toEqual([[], []])
  // By now nothing of hers is left to be passed on.
  expect(journal.favours.byId(third.received[0]!)).toMatchObject({
    direction: 'got',
    what: 'a job',
    kind: 'work',
    people: [ada],
    passedOn: [{ id: third.id }],
  })
  expect(journal.passedOn.inPeriod(Q4)).toEqual({ count: 3, weight: 9 })
  expect(journal.passedOn.inPeriod({ from: '2026-07-01', to: '2026-09-30' })).toEqual({ count: 0, weight: 0 })
})

test('what comes from those I have given nothing to', () => {
  const journal = journalWithThree()
  journal.operations.record('gave', () => {
    const add = (direction: 'gave' | 'got', on: string, ...people: any[]) =>
      journal.favours.add({ direction, what: 'x', kind: 'help', weight: 3, on, people })
    add('got', '2026-10-01', ada)
    add('gave', '2026-10-02', ada)
    add('got', '2026-10-02', ada)
    add('got', '2026-10-03', grace)
    add('got', '2026-10-04', ada, grace)
    add('got', '2026-10-05')
    add('got', '2027-01-01', grace)
  })
  expect(journal.passedOn.fromOthers(Q4)).toEqual({ count: 2, weight: 6 })
})
