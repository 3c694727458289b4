import { expect, test } from 'vitest'
import { clusterNames, type Label } from '../../src/domain/cluster-names.ts'

const all = (kind: Label['kind'], name: string, ...ids: number[]): Label[] =>
  ids.map((id) => ({ id, kind, name }))

test('a group is named by what at least half of it has in common, and few others have', () => {
  const labels = [
    ...all('place', 'Berlin', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    ...all('event', 'Breakfast', 1, 2, 3),
    ...all('org', 'Acme', 4),
  ]
  expect(clusterNames([[1, 2, 3, 4]], labels)).toEqual([{ kind: 'event', name: 'Breakfast' }])
})

test('of what fits as well, a circle says more than a place', () => {
  const labels = [...all('place', 'Lisbon', 1, 2, 3), ...all('circle', 'designers', 1, 2, 3)]
  expect(clusterNames([[1, 2, 3]], labels)).toEqual([{ kind: 'circle', name: 'designers' }])
})

test('no two groups have one name: the larger has it, the other the next that fits, or its people', () => {
  const labels = [...all('place', 'Lisbon', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...all('tag', 'design', 5, 6)]
  const clusters = [
    [1, 2, 3, 4],
    [7, 5, 6],
    [9, 8, 10],
  ]
  expect(clusterNames(clusters, labels)).toEqual([
    { kind: 'place', name: 'Lisbon' },
    { kind: 'tag', name: 'design' },
    { kind: 'people', people: [9, 8] },
  ])
})

test('what fewer than half share names nobody', () => {
  expect(clusterNames([[1, 2, 3, 4, 5]], all('tag', 'design', 1, 2))).toEqual([
    { kind: 'people', people: [1, 2] },
  ])
  expect(clusterNames([[1, 2, 3]], [])).toEqual([{ kind: 'people', people: [1, 2] }])
})
