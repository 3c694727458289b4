import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handleFor, typedWords } from '../../src/domain/handles.ts'
import { findPerson, fold, type KnownPerson, type NameDirectory, nameWords } from '../../src/domain/names.ts'

const NAMES = [
  'Anna Müller',
  'Anna Müller-Schmidt',
  'Anna',
  'Anna-Lena van der Berg',
  "J.P. O'Neill",
  'Łukasz Übersee',
  'Zoë Strauß',
  'Jörg Weiß, Dr.',
  '王芳',
  'Ю',
  'Duran Duran',
  'Agent 47',
]

function directoryOf(names: string[]): NameDirectory {
  const people: KnownPerson[] = names.map((name, index) => ({
    id: index + 1,
    name,
    detail: null,
    lastOn: null,
  }))
  return {
    byId: (id) => people[id - 1],
    named: (folded) => people.filter(({ name }) => fold(name) === folded),
    withWords: (words) => people.filter(({ name }) => words.every((word) => nameWords(name).includes(word))),
    near: () => [],
    metWith: () => 0,
  }
}

describe('a handle', () => {
  test.each([
    ['Anna Müller', '', 'anna-mueller'],
    ['Anna Müller', 'an', 'anna-mueller'],
    ['Anna Müller', 'An', 'Anna-Mueller'],
    ['Anna Müller', 'AN', 'ANna-Mueller'],
    ['Anna Müller', 'mue', 'mueller-anna'],
    ['Anna Müller', 'mü', 'müller-anna'],
    ['Anna Müller', 'mul', 'muller-anna'],
    ['Anna Müller', 'anna-mü', 'anna-müller'],
    ['Zoë Strauß', 'strauß', 'strauß-zoë'],
    ['Zoë Strauß', 'zoe', 'zoe-strauss'],
    ['Łukasz Übersee', 'lu', 'lukasz-uebersee'],
    ['Łukasz Übersee', 'Üb', 'Übersee-Łukasz'],
    ["J.P. O'Neill", 'one', 'oneill-jp'],
    ['Anna-Lena van der Berg', 'lena', 'lena-van-der-berg-anna'],
    ['王芳', '王', '王芳'],
    ['Anna Müller', 'b', undefined],
    ['Anna Müller', '-', undefined],
  ])('of %s after "%s" is %s', (name, typed, handle) => {
    expect(handleFor(name, typed)).toBe(handle)
  })

  test.each(NAMES)('finds %s again, whichever word it begins with', (name) => {
    const directory = directoryOf(NAMES)
    for (const word of name.split(/[\s-]/)) {
      const handle = handleFor(name, word.slice(0, 2).replace(/[.']/g, ''))
      expect(handle, word).toBeDefined()
      expect(findPerson(handle!, directory)).toMatchObject({ state: 'one', person: { name } })
    }
  })

  test('with a number tells two of one name apart', () => {
    const directory = directoryOf(['Anna Müller', 'Ben', 'Anna Mueller'])
    expect(findPerson('anna-mueller', directory).state).toBe('several')
    expect(findPerson('anna-mueller-3', directory)).toMatchObject({ state: 'one', person: { id: 3 } })
    expect(findPerson('mueller-anna-1', directory)).toMatchObject({ state: 'one', person: { id: 1 } })
    expect(findPerson('anna-mueller-2', directory).state).toBe('none')
  })

  test('needs no quoting in any shell, goes on from what was typed, and stands for its own name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        const handle = handleFor(name, '')
        if (handle === undefined) return
        expect(handle).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*$/u)
        expect(findPerson(handle, directoryOf(['Somebody Else', name, 'Nobody']))).toMatchObject({
          state: 'one',
          person: { name },
        })
      }),
    )
  })
})

test('what was typed is looked up by its words', () => {
  expect(typedWords('')).toEqual([])
  expect(typedWords('Mü')).toEqual(['mu'])
  expect(typedWords('anna-lena m')).toEqual(['anna', 'lena', 'm'])
})
