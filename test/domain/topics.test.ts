import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/domain/names.ts'
import { isAbout, partsOf, rootOf, soughtOf, topicsIn, topicsOf } from '../../src/domain/topics.ts'

const rootsOf = (text: string) => topicsOf(text).map(({ root }) => root)

describe('words of one kin have one root', () => {
  test.each([
    ['designer designers design designs Designerin Designerinnen'],
    ['agency agencies'],
    ['tax taxes'],
    ['developer developers development'],
    ['Beratung Berater Beraterin Beraterinnen Beratungen'],
    ['Steuerberater Steuerberaterin Steuerberatung'],
    ['Übersetzer Uebersetzerin ÜBERSETZUNG Ubersetzungen'],
    ['photographer photography photographers'],
    ['Fotograf Fotografin Fotografen Fotografie'],
    ['translator translators translation translations'],
    ['marketing market'],
    ['adviser advisor'],
    ['Anwalt Anwältin Anwältinnen'],
    ['Journalist Journalistin'],
  ])('%s', (words) => {
    expect([...new Set(words.split(' ').map((word) => rootOf(fold(word))))]).toHaveLength(1)
  })

  test.each([
    ['Java', 'JavaScript'],
    ['tax', 'taxi'],
    ['Paris', 'Pari'],
    ['UX', 'UI'],
    ['Berlin', 'Berliner Luft'],
  ])('but %s is not %s', (one, other) => {
    expect(rootOf(fold(one))).not.toBe(rootOf(fold(other)))
  })
})

describe('what a text is about', () => {
  test.each([
    ['Who knows a good designer in Lisbon?', ['design', 'lisbon']],
    ['someone for the new website', ['websit']],
    ['Wer kennt einen Steuerberater für Freie?', ['steurberat', 'frei']],
    ['C++ and C#', ['c++', 'c#']],
    ['help with IT', ['it']],
    ['it is for us', ['it', 'is', 'for', 'us']],
    ['日本語', ['日本語']],
    ['designer, designers; DESIGN', ['design']],
    ['!?', []],
    ['', []],
  ])('%s', (text, roots) => {
    expect(rootsOf(text)).toEqual(roots)
  })

  test.each([
    ['designer', 'does web design'],
    ['designers', 'Webdesignerin bei Foo'],
    ['Beraterin', 'Steuerberatung'],
    ['IT', 'runs the IT of a school'],
    ['UX', 'UI/UX'],
    ['photographer', 'photo'],
    ['Patentanwältin', 'patents'],
    ['设计师', '她是设计师。'],
    ['c++', 'writes C++'],
    ['Muenchen', 'zieht nach München'],
  ])('%s occurs in "%s"', (asked, text) => {
    expect(topicsIn(text, topicsOf(asked))).toHaveLength(1)
  })

  test.each([
    ['java', 'JavaScript'],
    ['tax', 'takes a taxi'],
    ['IT', 'likes it a lot'],
    ['design', 'resigned'],
    ['art', 'smart people'],
  ])('%s does not occur in "%s"', (asked, text) => {
    expect(topicsIn(text, topicsOf(asked))).toEqual([])
  })
})

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })

describe('of any words', () => {
  test('a root is the beginning of its word, never empty', () => {
    fc.assert(
      fc.property(words, (word) => {
        const folded = fold(word)
        if (folded === '') return
        expect(folded.startsWith(rootOf(folded))).toBe(true)
        expect(rootOf(folded)).not.toBe('')
      }),
    )
  })

  test('a text is about each of its topics', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ')
        const topics = topicsOf(text)
        expect(topicsIn(text, topics)).toEqual(topics)
      }),
    )
  })

  test('what is about something holds its root, so that it is found by it', () => {
    const some = fc.constantFrom(
      'design',
      'webdesign',
      'designer',
      'resign',
      'beratung',
      'steuerberater',
      'art',
      '设计',
    )
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [wanted, root] = [rootOf(one), rootOf(other)]
        if (!isAbout(wanted, root)) return
        expect(root).toContain(soughtOf({ root: wanted, said: one }))
        if (root !== wanted && root.length > wanted.length && wanted.length >= 5)
          expect(partsOf(root)).toContain(wanted)
      }),
    )
  })
})
