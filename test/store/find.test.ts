import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, phoneDigits, searchTerms } from '../../src/domain/search.ts'
import { newJournal } from './journals.ts'

test('any query is a search for what it says: it throws nothing and finds whole hits', () => {
  const { journal } = newJournal()
  const ada = journal.contacts.add({ name: 'Ada Lovelace', note: 'likes C++ & "tea"' }, '2026-01-01')
  journal.favours.add({
    direction: 'gave',
    what: 'a tip (on the grant) a-b a.b',
    kind: 'advice',
    weight: 3,
    on: '2026-01-02',
    people: [ada],
  })
  const words = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc
      .array(fc.constantFrom('ada', 'a', 'tip', '"', '*', '(', ')', '-', '+', ':', 'NEAR', 'OR', '5'), {
        maxLength: 6,
      })
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(words, (query) => {
      const terms = searchTerms(query)
      for (const { text } of journal.find.hits(terms, phoneDigits(query), 5)) {
        const { text: snippet, hits } = excerpt(text, terms, 40)
        for (const [from, to] of hits) expect(from < to && to <= snippet.length).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
  expect(journal.find.hits(searchTerms('tea'), '', 5)).toMatchObject([{ kind: 'contact', id: ada.id }])
})
