import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPerson, fold, isNearMiss, nameWords } from '../../src/domain/names.ts'
import { directoryOf } from './directory.ts'

describe('fold', () => {
  it.each([
    ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller'],
    ['Straße', 'Strasse', 'STRASSE', 'STRAẞE'],
    ['Zoë', 'Zoe', 'ZOË'],
    ['Łukasz', 'Lukasz'],
    ['Søren', 'Soren', 'Sören'],
    ["O'Neill", 'O’Neill', 'o‘neill'],
    ['Ada  Lovelace', ' ada\u00a0lovelace ', 'Ada\u200b Lovelace'],
  ])('%s', (name, ...others) => {
    for (const other of others) expect(fold(other)).toBe(fold(name))
  })

  it('keeps other names and other scripts apart', () => {
    expect(new Set(['Ю', 'Я', '王芳', '李雷', 'Ann', 'Anna', '🚀'].map(fold)).size).toBe(7)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom('a', 'e', 'o', 'ü', 'ë', 'æ', 'Ǿ', 'ſ', 'ß', 'İ', 'Σ', ' ', '̈'),
          }),
        ),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('does not mind case, or how accents are composed', () => {
    const accented = fc.string({ unit: fc.constantFrom(...'aeiouäöüéèñçłøšžABÄÖÜ -') })
    fc.assert(
      fc.property(accented, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })
})

describe('nameWords', () => {
  it.each([
    ['Anna-Lena van der Berg', ['anna-lena', 'van', 'der', 'berg', 'anna', 'lena']],
    ['J.P. Morgan', ['jp', 'morgan']],
    ["Sean O'Neill", ['sean', 'oneill']],
    ['Dr. Ada (Countess) Lovelace', ['dr', 'ada', 'countess', 'lovelace']],
    ['Robin 🚀', ['robin']],
    ['王芳', ['王芳']],
    ['', []],
  ])('%s', (name, words) => {
    expect(nameWords(name)).toEqual(words)
  })
})

describe('isNearMiss', () => {
  it.each([
    ['anna', 'anja', true],
    ['lovelace', 'lovelase', true],
    ['schneider', 'schnieder', true],
    ['jens', 'jnes', true],
    ['jens', 'jsne', false],
    ['ben', 'jen', false],
    ['anna', 'anna', false],
    ['grace', 'gregor', false],
    ['jonas berg', 'jonas kern', false],
    ['jonas berg', 'jona bergk', true],
    ['jens berg', 'jnes berg', true],
    ['anna maier', 'anna meyer', true],
    ['annalena', 'anna lena', true],
  ])('%s and %s: %s', (one, other, near) => {
    expect(isNearMiss(one, other)).toBe(near)
  })
})

describe('findPerson', () => {
  const directory = directoryOf([
    { name: 'Ada Lovelace', aliases: ['Countess'] },
    { name: 'Anna', lastOn: '2026-01-01' },
    { name: 'Anna-Lena Vogt', lastOn: '2026-02-01' },
    { name: 'Eva Roth', lastOn: '2025-01-01' },
    { name: 'Eva Weiss', lastOn: '2026-01-01' },
    'Michael Kohl',
    'Michał Nowak',
    'J.P.',
    "Sean O'Neill",
    'Jürgen Müller',
    'Jean Luc Picard',
  ])
  const find = (wanted: string) => {
    const found = findPerson(wanted, directory)
    if (found.state === 'one') return `${found.how} ${found.person.name}`
    return [
      found.state,
      ...(found.state === 'several' ? found.people : found.near).map(({ name }) => name),
    ].join(' ')
  }

  it.each([
    ['#1', 'id Ada Lovelace'],
    ['2', 'id Anna'],
    ['ada lovelace', 'exact Ada Lovelace'],
    ['countess', 'exact Ada Lovelace'],
    ['Lovelace', 'part Ada Lovelace'],
    ['A. Lovelace', 'part Ada Lovelace'],
    ['Ada L.', 'part Ada Lovelace'],
    ['Anna', 'exact Anna'],
    ['Vogt', 'part Anna-Lena Vogt'],
    ['Anna Lena', 'part Anna-Lena Vogt'],
    ['Eva', 'several Eva Weiss Eva Roth'],
    ['Michael', 'part Michael Kohl'],
    ['Michał', 'part Michał Nowak'],
    ['JP', 'exact J.P.'],
    ['ONeill', "part Sean O'Neill"],
    ['mueller', 'part Jürgen Müller'],
    ['Jean-Luc', 'part Jean Luc Picard'],
    ['Lovelase', 'none Ada Lovelace'],
    ['Anna Weber', 'none Anna'],
    ['B. Lovelace', 'none'],
    ['Nobody', 'none'],
    ['', 'none'],
    ['#99', 'none'],
  ])('%j: %s', (wanted, found) => {
    expect(find(wanted)).toBe(found)
  })

  it('finds everybody by the whole name', () => {
    const names = fc.uniqueArray(
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((name) => fold(name) !== '' && !/^#?\d+$/.test(name.trim())),
      {
        selector: fold,
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(names, (list) => {
        const people = directoryOf(list)
        for (const name of list)
          expect(findPerson(name, people)).toMatchObject({ state: 'one', person: { name } })
      }),
    )
  })
})
