import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soughtOf, topicsIn, topicsOf } from '../../src/domain/topics.ts'
import { expectSound, newJournal } from './journals.ts'

const WORDS = [
  'Webdesign',
  'designer',
  'UX-Research',
  '(UX)',
  'luxury',
  'C++',
  'C#',
  'c',
  '设计',
  '平面设计师',
  'IT',
  'item',
  'Übersetzungen',
  'Steuerberaterin',
  'van',
  'advances',
  'naïve',
  '5G',
  'a"b',
  'дизайн',
  'PR',
]

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '))

test('what the index of parts finds is all that the rules would take, of every kind, and follows what is changed', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 4, maxLength: 12 }), text, (texts, asked) => {
      const { journal, db } = newJournal()
      journal.operations.record('test', () => {
        for (const [at, what] of texts.entries()) {
          const { id } = journal.contacts.add(
            { name: `P${at}`, note: at % 4 === 0 ? what : '' },
            '2026-01-01',
          )
          const people = [{ id, name: '' }]
          if (at % 4 === 1) journal.facts.add({ what, on: '2026-01-01', people })
          if (at % 4 === 2) journal.offerings.add({ kind: 'offer', what, contactId: id, on: '2026-01-01' })
          if (at % 4 === 3)
            journal.endorsements.add({ byId: 1, forId: id, topic: what, story: null, on: '2026-01-01' })
        }
      })
      journal.operations.record('test', () => journal.contacts.delete(texts.length))
      expectSound(db)
      const topics = topicsOf(asked)
      const found = journal.evidence
        .about(topics.map(soughtOf))
        .filter((each) => topicsIn(each.text, topics).length > 0)
        .map(({ text: said }) => said)
      const meant = texts.slice(0, -1).filter((said) => topicsIn(said, topics).length > 0)
      expect(found.sort()).toEqual(meant.sort())
    }),
    { numRuns: 100 },
  )
}, 60_000)
