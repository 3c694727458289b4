import { expect, onTestFinished, test } from 'vitest'
import { newJournal, openJournalAt } from './journals.ts'

const TODAY = '2026-11-03'

test('what another net writes while everything is read is not half seen', () => {
  const { file, journal } = newJournal()
  const add = (name: string) =>
    journal.operations.record('add', () => journal.contacts.add({ name }, TODAY).id)
  add('Ada')
  const reader = openJournalAt(file)
  onTestFinished(() => reader.journal.close())
  reader.journal.holdStill()
  const names = () => [...reader.journal.records.all(TODAY).contacts].map(({ name }) => name)
  expect(names()).toEqual(['Ada'])
  add('Grace')
  expect(names()).toEqual(['Ada'])
  const rows = [...reader.journal.archive.rows()].map(({ table, rows }) => [table, [...rows].length])
  expect(Object.fromEntries(rows)).toMatchObject({ contact: 1, name_word: 1 })
})

test('records come page by page with their people, and anew each time they are walked through', () => {
  const { journal } = newJournal()
  journal.operations.record('log', () => {
    const people = ['Ada', 'Grace'].map((name) => journal.contacts.add({ name }, TODAY))
    for (let at = 0; at < 1100; at++)
      journal.encounters.add({
        on: TODAY,
        kind: 'coffee',
        place: null,
        event: null,
        text: `${at}`,
        tags: [],
        people: [people[at % 2]!],
      })
  })
  const { encounters } = journal.records.all(TODAY)
  for (const _ of [1, 2]) {
    const all = [...encounters]
    expect(all.map(({ text }) => text)).toEqual(Array.from({ length: 1100 }, (_, at) => `${at}`))
    expect(all[1099]).toMatchObject({ people: [{ name: 'Grace' }] })
  }
})
