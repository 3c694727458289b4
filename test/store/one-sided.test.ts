import { expect, test } from 'vitest'
import type { FavourDirection } from '../../src/domain/favours.ts'
import type { Journal } from '../../src/store/journal.ts'
import { newJournal } from './journals.ts'

const ref = (id: number) => ({ id, name: '' })

function favour(
  journal: Journal,
  direction: FavourDirection,
  on: string,
  ids: number[],
  event?: string,
): void {
  const people = ids.map(ref)
  const encounterId =
    event === undefined
      ? undefined
      : journal.encounters.add({ on, kind: 'event', place: null, event, text: '', tags: [], people })
  journal.favours.add({ direction, what: 'x', kind: 'help', weight: 3, on, people, encounterId })
}

test('of circles and events a favour counts once, however many of their people it was for', () => {
  const { journal } = newJournal()
  journal.operations.record('log', () => {
    for (const name of ['Ada', 'Grace', 'Lin', 'Ben']) journal.contacts.add({ name }, '2026-01-01')
    const [founders, friends] = ['founders', 'friends'].map((name) => journal.circles.add(name, null).id)
    for (const id of [1, 2]) journal.circles.put(founders!, id)
    for (const id of [2, 3]) journal.circles.put(friends!, id)
    favour(journal, 'gave', '2026-01-10', [1, 2])
    favour(journal, 'gave', '2026-08-10', [2])
    favour(journal, 'got', '2026-09-10', [3])
    favour(journal, 'got', '2026-02-01', [3], 'Breakfast')
    favour(journal, 'got', '2026-09-01', [3, 4], 'breakfast')
    favour(journal, 'gave', '2026-12-01', [4], 'Breakfast')
  })
  expect(journal.oneSided.circles('2026-11-03')).toEqual([
    { id: 1, name: 'founders', gave: 2, got: 0, firstOn: '2026-01-10', lastOn: '2026-08-10', people: 2 },
  ])
  expect(journal.oneSided.events('2026-11-03')).toMatchObject([
    { gave: 0, got: 2, firstOn: '2026-02-01', lastOn: '2026-09-01', people: 2 },
  ])
  expect(journal.oneSided.events('2026-12-31')).toMatchObject([{ gave: 1, got: 2 }])
  expect(journal.oneSided.people('2026-11-03').map(({ id }) => id)).toEqual([1, 4, 2, 3])
  journal.operations.record('edit', () => journal.contacts.nameAsOneSided(3, false))
  expect(journal.oneSided.people('2026-11-03').map(({ id }) => id)).toEqual([1, 4, 2])
})
