import { expect, test } from 'vitest'
import { sandbox } from './net.ts'

test('who was met long before is not new at the event where they are first logged, and did not come by it', () => {
  const { net } = sandbox()
  for (const [name, met] of [
    ['Ada Beispiel', '2017'],
    ['Clara Fabelhaft', '2026-10'],
    ['Grace Muster', '2026-10-09'],
  ] as const)
    expect(net('add', name, '--met', met).code).toBe(0)
  const line = 'Breakfast with Ada, Clara, Grace and Bo Neumann'
  expect(net('log', line, '--event', 'Breakfast', '--on', '2026-10-10').code).toBe(0)
  for (const name of ['Ada', 'Clara', 'Grace', 'Bo'])
    expect(net('outcome', 'add', `work of ${name}`, '--via', name).code).toBe(0)

  const { people, newToMe } = net('event', 'list', '--json').json[0]
  expect({ people, newToMe }).toEqual({ people: 4, newToMe: 2 })
  const chains = net('outcome', 'list', '--json').json.map(({ chain }: any) =>
    chain.map(({ name }: any) => name.split(' ')[0]),
  )
  // Some day of October 2026 may have been that of the breakfast.
  expect(chains).toEqual([['Bo', 'Breakfast'], ['Grace'], ['Clara', 'Breakfast'], ['Ada']])
  const { contacts, visits, events } = net('report', '--quarter', 'Q4', '--json').json
  // The quarter began on 1 October: Grace was met in it.
  expect(contacts.new.map(({ name }: any) => name)).toEqual(['Bo Neumann', 'Clara Fabelhaft', 'Grace Muster'])
  expect(visits.newToMe).toBe(2)
  expect(events[0].newToMe).toBe(2)
})
