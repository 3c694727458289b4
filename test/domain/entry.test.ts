import { describe, expect, it } from 'vitest'
import type { Entry, Mention } from '../../src/domain/entry/entry.ts'
import { parseEntry } from '../../src/domain/entry/parse.ts'
import { NetError } from '../../src/domain/errors.ts'
import type { LogLine, Understood } from '../fixtures/log-lines.ts'
import { CIRCLE, LOG_LINES, TODAY } from '../fixtures/log-lines.ts'
import { directoryOf } from './directory.ts'

const understand = ({ line, known = CIRCLE, together, flags = {}, dayFirst = true }: LogLine): Entry =>
  parseEntry(line, flags, directoryOf(known, together), { today: TODAY, dayFirst })

function named(mention: Mention): string {
  if (mention.state === 'known') return mention.person.name
  if (mention.state === 'ambiguous') return `?${mention.said}`
  return `+${mention.name}${mention.near.length > 0 ? `~${mention.near.map(({ name }) => name).join(', ')}` : ''}`
}

const list = (people: Mention[]) => people.map(named).join(', ')

function told(
  entry: Entry,
): Required<Omit<Understood, 'place' | 'event'>> & { place: string | null; event: string | null } {
  const {
    on,
    kind,
    place,
    event,
    tags,
    people,
    favours,
    introductions,
    followUps,
    learned,
    offerings,
    guesses,
  } = entry
  const favour = (direction: string) =>
    favours
      .filter((each) => each.direction === direction)
      .map(
        (each) =>
          `${list(each.people)}: ${each.what}${each.introduces.length > 0 ? ` > ${list(each.introduces)}` : ''}`,
      )
  const promise = (whose: string) =>
    followUps
      .filter((each) => each.whose === whose)
      .map((each) => `${list(each.people)}: ${each.what}${each.due ? ` @${each.due}` : ''}`)
  const offering = (kind: string) =>
    offerings.filter((each) => each.kind === kind).map((each) => `${list(each.people)}: ${each.what}`)
  return {
    on,
    kind,
    place,
    event,
    tags,
    people: people.map(named),
    gave: favour('gave'),
    got: favour('got'),
    intros: introductions.map(
      ({ introducer, a, b }) => `${introducer ? named(introducer) : 'me'}: ${list(b ? [a, b] : [a])}`,
    ),
    todo: promise('mine'),
    they: promise('theirs'),
    learned: learned.map((each) => `${list(each.people)}: ${each.what}`),
    offers: offering('offer'),
    needs: offering('need'),
    guesses: guesses.map((guess) => `${guess.kind} ${guess.said}`),
  }
}

const NOTHING = {
  on: TODAY,
  kind: 'meeting',
  place: null,
  event: null,
  tags: [],
  people: [],
  gave: [],
  got: [],
  intros: [],
  todo: [],
  they: [],
  learned: [],
  offers: [],
  needs: [],
}

describe.each(Object.entries(LOG_LINES))('%s', (_, lines) => {
  it.each(lines.map((line) => [line.line || JSON.stringify(line.flags), line] as const))(
    '%s',
    (_line, line) => {
      const entry = understand(line)
      const { guesses, ...rest } = told(entry)
      const { guesses: _guesses, ...expected } = line.is
      expect(rest).toEqual({ ...NOTHING, ...expected })
      if (line.is.guesses) expect(guesses).toEqual(line.is.guesses)
      expect(entry.text).toBe(line.line.trim())
    },
  )
})

describe('what is refused', () => {
  const refusal = (line: Omit<LogLine, 'is'>) => {
    try {
      understand({ ...line, is: {} })
    } catch (error) {
      if (error instanceof NetError) return error.problem
      throw error
    }
    return undefined
  }

  it.each(['', '  \n '])('nothing said: %j', (line) => {
    expect(refusal({ line })).toMatchObject({ kind: 'bad-input', why: 'is empty' })
  })

  it('flags that name nobody', () => {
    expect(refusal({ line: '', flags: { gave: ['a book'] } })).toMatchObject({
      kind: 'bad-input',
      why: 'names nobody',
    })
    expect(refusal({ line: '', flags: { with: ['  '] } })).toMatchObject({
      kind: 'bad-input',
      why: 'is empty',
    })
  })

  it.each(['  ', '""', '" "', '@'])('a flag that names nobody: %j', (name) => {
    expect(refusal({ line: '', flags: { with: [name] } })).toMatchObject({ why: 'is empty' })
  })

  it.each([
    'Coffee with Ada tomorrow',
    'Kaffee mit Ada nächsten Freitag',
    '2027-01-01: coffee',
    'Coffee with Ada on 2026-11-19',
  ])('a day to come: %s', (line) => {
    expect(refusal({ line })).toMatchObject({
      kind: 'bad-input',
      why: 'lies in the future',
      hint: expect.stringContaining('--planned'),
    })
  })

  it.each([
    '2026-02-30: coffee',
    '30.2.: Kaffee',
    '31.2. Kaffee mit Ada',
    'Coffee with Ada on 31.11.2026',
    'Coffee with Ada 2026-13-01',
  ])('a day in no calendar: %s', (line) => {
    expect(refusal({ line })).toMatchObject({ kind: 'bad-input', why: 'is not in the calendar' })
    expect(refusal({ line, flags: { on: '2026-11-01' } })).toBeUndefined()
  })

  it('a flag for a day to come', () => {
    expect(refusal({ line: 'Coffee', flags: { on: '2026-11-19' } })).toMatchObject({
      kind: 'bad-input',
      value: '2026-11-19',
    })
  })

  it('a kind there is none of', () => {
    expect(refusal({ line: 'Coffee', flags: { kind: 'seance' } })).toMatchObject({
      kind: 'bad-input',
      value: 'seance',
    })
  })

  it.each([{ line: 'Coffee with #99' }, { line: '', flags: { with: ['99'] } }])(
    'the number of nobody: %j',
    (line) => {
      expect(refusal(line)).toMatchObject({ kind: 'not-found', what: 'contact', suggestions: [] })
    },
  )
})

describe('one person is one mention', () => {
  it('wherever the entry names them', () => {
    const { people, favours, learned } = understand({
      line: 'Coffee with Lin and Ada. gave Lin: a book. got Ada Lovelace: tea. learned Lin: sings',
      is: {},
    })
    const [lin, ada] = people
    expect(favours.map((favour) => favour.people)).toEqual([[lin], [ada]])
    expect(favours[0]!.people[0]).toBe(lin)
    expect(favours[1]!.people[0]).toBe(ada)
    expect(learned[0]!.people[0]).toBe(lin)
  })
})
