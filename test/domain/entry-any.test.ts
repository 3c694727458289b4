import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCivilDate } from '../../src/domain/dates.ts'
import type { Entry, Mention } from '../../src/domain/entry/entry.ts'
import type { EntryFlags } from '../../src/domain/entry/parse.ts'
import { parseEntry } from '../../src/domain/entry/parse.ts'
import { mentionsOf } from '../../src/domain/entry/settle.ts'
import { NetError } from '../../src/domain/errors.ts'
import { fold } from '../../src/domain/names.ts'
import { CIRCLE, LOG_LINES, TODAY } from '../fixtures/log-lines.ts'
import { directoryOf } from './directory.ts'

const directory = directoryOf([...CIRCLE, 'Eva Roth', 'Eva Weiss'], [['Eva Roth', 'Ann']])

/** Pieces that lines are made of, put together without sense. */
const PIECES = [
  ...'Ada|Grace Hopper|Will|Eva|Anna-Lena|Herr Sommer|van der Berg|Ю|王芳|Bob|Linn|J.P.|@|@"Mary Ann"|#1|#tag|🚀|with|mit|and|und|,|.|;|:|\n|"|(|at|im|in|bei|@ '.split(
    '|',
  ),
  ...'gave|got:|todo:|they:|learned|offers|needs:|sucht|gegeben|yesterday|am|3.11.|11/12|last tuesday|friday|by friday|intro to|introduced me to|hat mir|vorgestellt|via|über|by|neulich|im Oktober|about|not'.split(
    '|',
  ),
  ..."Betahaus|coffee|Kaffee|http://x.org/#a|the|my friend|'s|-|1|\u0000|\u001b[31m|\u202e|  ".split('|'),
]
const babble = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 25 })
  .map((pieces) => pieces.flat().join(''))
const spliced = fc
  .array(fc.constantFrom(...Object.values(LOG_LINES).flatMap((lines) => lines.map(({ line }) => line))), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.join(' '))
const texts = fc.oneof(babble, spliced, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
const flags: fc.Arbitrary<EntryFlags> = fc.record(
  {
    with: fc.array(babble, { maxLength: 2 }),
    gave: fc.array(babble, { maxLength: 2 }),
    todo: fc.array(babble, { maxLength: 1 }),
    new: fc.boolean(),
    planned: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** The entry, or nothing when it was refused as something that can be refused. */
function understood(text: string, given: EntryFlags): Entry | undefined {
  try {
    return parseEntry(text, given, directory, { today: TODAY, dayFirst: true })
  } catch (error) {
    if (error instanceof NetError) return undefined
    throw error
  }
}

const identity = (mention: Mention): string =>
  mention.state === 'known'
    ? `#${mention.person.id}`
    : mention.state === 'new'
      ? `new ${fold(mention.name)}`
      : `several ${fold(mention.said)}`

const holds = (property: (entry: Entry, text: string) => void) =>
  fc.assert(
    fc.property(texts, flags, (text, given) => {
      const entry = understood(text, given)
      if (entry) property(entry, text)
    }),
    { numRuns: 500 },
  )

describe('whatever is typed', () => {
  it('is kept as it was typed', () => {
    holds((entry, text) => expect(entry.text).toBe(text.trim()))
  })

  it('names nobody twice, and each by one mention', () => {
    holds((entry) => {
      const identities = mentionsOf(entry).map(identity)
      expect(new Set(identities).size).toBe(identities.length)
      for (const { people, introduces } of entry.favours) {
        expect(new Set([...people, ...introduces]).size).toBe(people.length + introduces.length)
      }
    })
  })

  it('leaves nothing empty', () => {
    holds((entry) => {
      expect(isCivilDate(entry.on)).toBe(true)
      for (const { what } of [...entry.favours, ...entry.followUps, ...entry.learned, ...entry.offerings])
        expect(what.trim()).not.toBe('')
      for (const mention of mentionsOf(entry)) expect(mention.said.trim()).not.toBe('')
      for (const mention of mentionsOf(entry))
        if (mention.state === 'new') expect(mention.name.trim()).not.toBe('')
      expect(entry.place).not.toBe('')
      expect(entry.tags).not.toContain('')
    })
  })

  it('lies in the past, or is planned', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const entry = understood(text, {})
        expect(entry === undefined || entry.on <= TODAY).toBe(true)
      }),
    )
  })

  it('takes no near misses for new people who are said to be new', () => {
    holds((entry) => {
      const again = understood(entry.text, { new: true })
      for (const mention of again ? mentionsOf(again) : [])
        if (mention.state === 'new') expect(mention.near).toEqual([])
    })
  })
})

describe('very long text', () => {
  const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

  it.each([
    'a',
    ' ',
    '\n',
    '.',
    '@',
    '#',
    ';',
    ':',
    '"',
    '-',
    'a.',
    '#a',
    'a ',
    'Ada ',
    'Ada, ',
    'with ',
    'with Ada and ',
    'via Ada ',
    'by Ada introduced ',
    'by ',
    'hat mir Ada vorgestellt ',
    'with Ada (x), ',
    'im Oktober ',
    '@Ada ',
    '@"',
    'Coffee with Ada. ',
    'gave ',
    'gave  ',
    '; ',
    '. gave',
    '3.11. ',
    'yesterday ',
    'Frau ',
    'van der ',
    '王',
    '🚀',
    "'",
    'a-',
  ])('two megabytes of %j are read in a moment', (piece) => {
    const text = `Coffee with Ada ${fill(piece, 2_000_000)}`
    const start = performance.now()
    const entry = understood(text, { on: TODAY })
    expect(performance.now() - start).toBeLessThan(2000)
    expect(entry?.text.length).toBe(text.trim().length)
    expect(entry?.people.some((mention) => mention.state === 'known')).toBe(true)
  })

  it.each(['gave: x. ', 'gave Ada: x\n', 'todo: x by friday; '])(
    'twice as many sections %j take about twice as long',
    (piece) => {
      const seconds = (length: number) => {
        const start = performance.now()
        expect(understood(`Coffee with Ada. ${fill(piece, length)}`, {})).toBeDefined()
        return performance.now() - start
      }
      seconds(50_000)
      expect(seconds(500_000)).toBeLessThan(10 * seconds(125_000) + 200)
    },
  )

  it.each(['gave: ', 'todo: ', 'learned: '])('in one section, %j', (heading) => {
    const entry = understood(`Coffee with Ada. ${heading}${fill('very long ', 10_000_000)}`, {})
    expect([...(entry?.favours ?? []), ...(entry?.followUps ?? []), ...(entry?.learned ?? [])]).toHaveLength(
      1,
    )
  })
})
