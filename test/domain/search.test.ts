import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/domain/names.ts'
import { excerpt, phoneDigits, searchTerms } from '../../src/domain/search.ts'

const words = (query: string) => searchTerms(query).map(({ text, within }) => (within ? `*${text}` : text))
/** The excerpt with its hits in brackets. */
const shown = (text: string, query: string, length = 40) => {
  const { text: part, hits } = excerpt(text, searchTerms(query), length)
  return [...hits]
    .reverse()
    .reduce((out, [from, to]) => `${out.slice(0, from)}[${out.slice(from, to)}]${out.slice(to)}`, part)
}

describe('what a query looks for', () => {
  test.each([
    ['Lisbon', ['lisbon']],
    ['Müller STRASSE', ['muller', 'strasse']],
    ['send the slides', ['send', 'the', 'slides']],
    ['"exact phrase" OR b*', ['exact', 'phrase', 'or', 'b']],
    ['NEAR(a b) ^c col:d', ['near', 'a', 'b', 'c', 'col', 'd']],
    ['ada ada Ada', ['ada']],
    ['follow-up', ['follow', 'up']],
    ['ada@example.org', ['ada', 'example', 'org']],
    ['王芳', ['*王芳']],
    ['🎉', ['*🎉']],
    ['C++', ['*c++']],
    ['C#', ['*c#']],
    ['a', ['a']],
    ['...', ['*...']],
    ['   ', []],
    ['', []],
  ])('%s → %j', (query, terms) => {
    expect(words(query)).toEqual(terms)
  })

  test('of a very long query only so much as makes sense', () => {
    expect(searchTerms('word '.repeat(100_000)).length).toBe(1)
    expect(
      searchTerms(Array.from({ length: 500 }, (_, at) => `w${at}`).join(' ')).length,
    ).toBeLessThanOrEqual(12)
  })
})

describe('what may be a phone number', () => {
  test.each([
    ['+49 170 123', '49170123'],
    ['0170/123-45', '17012345'],
    ['0049 170', '49170'],
    ['12', ''],
    ['call 0170', ''],
    ['', ''],
  ])('%s → "%s"', (query, digits) => {
    expect(phoneDigits(query)).toBe(digits)
  })
})

describe('the part of a text that is shown', () => {
  test.each([
    ['moving to Lisbon', 'lisbon', 'moving to [Lisbon]'],
    ['Straße in der Müllerstraße', 'strasse', '[Straße] in der Müllerstraße'],
    ['Zoë met Zoe', 'zoe', '[Zoë] met [Zoe]'],
    ['two\n\n lines \t here', 'lines', 'two [lines] here'],
    ['我见了王芳和李雷', '王芳', '我见了[王芳]和李雷'],
    ['party 🎉 yes', '🎉', 'party [🎉] yes'],
    ['nothing of it', 'lisbon', 'nothing of it'],
    ['', 'x', ''],
  ])('%s, for %s', (text, query, part) => {
    expect(shown(text, query)).toBe(part)
  })

  test('of a long text is around the first hit, at whole words', () => {
    const text = `${'before '.repeat(50)}and then Lisbon came up, ${'after '.repeat(50)}`
    expect(shown(text, 'lisbon')).toMatch(/^… .*\[Lisbon\] came.* …$/)
    expect(shown(text, 'lisbon').length).toBeLessThan(50)
    expect(shown('x'.repeat(1000), 'y').length).toBeLessThan(50)
  })

  test('for any text and query: a part of the text, hits within it that begin with what was looked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        fc.integer({ min: 10, max: 120 }),
        (text, query, length) => {
          const terms = searchTerms(query)
          const part = excerpt(text, terms, length)
          const line = text.replace(/\s+/g, ' ').trim()
          const bare = part.text.replace(/^… /, '').replace(/ …$/, '')
          expect(line === part.text || line.includes(bare)).toBe(true)
          let end = 0
          for (const [from, to] of part.hits) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(part.text.length)
            const hit = fold(part.text.slice(from, to))
            expect(
              terms.some(
                (term) =>
                  hit.startsWith(term.text) || fold(term.text).startsWith(hit) || hit.includes(term.text),
              ),
            ).toBe(true)
            end = to
          }
        },
      ),
    )
  })
})
