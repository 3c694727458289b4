import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'

const journal = sandboxWith(({ net }) => {
  const steps: string[][] = [
    [
      'log',
      'Coffee with Ada Lovelace and Grace Hopper at Betahaus on 2026-10-20. gave Ada: feedback on the talk. got: tip on the grant. todo: send slides by friday. they: send the draft. learned Grace: moving to Lisbon #startup',
      '--new',
    ],
    ['log', 'Lunch with Grace Hopper on 2026-05-02, we spoke about Rust and C++ 🎉', '--new'],
    [
      'add',
      'Zoë Müller',
      '--org',
      'Straßenbau AG',
      '--role',
      'Designerin',
      '--place',
      'Łódź',
      '--email',
      'zoe@example.org',
      '--phone',
      '+49 170 1234567',
      '--tag',
      'pottery',
      '--note',
      'knows everybody in ceramics',
    ],
    ['add', '王芳', '--note', '我们在柏林见过面'],
    ['circle', 'add', 'Inner', '--cadence', '30'],
    ['circle', 'put', 'Zoë', 'Inner'],
    ['alias', 'add', 'Zoë', 'Zozo'],
    ['gave', 'Zoë', 'introduced her to a gallery'],
  ]
  for (const args of steps) expect({ args, code: net(...args).code }).toEqual({ args, code: 0 })
})

function box() {
  const made = journal()
  const find = (...words: string[]): string[] =>
    made
      .net('find', '--json', '--', ...words)
      .json.map(({ kind, people, snippet }: any) =>
        kind === 'contact' ? people[0].name : `${kind}: ${snippet.slice(0, 25)}`,
      )
  return { ...made, find }
}

describe('net find', () => {
  test('finds records of every kind, by what is written in them', () => {
    const { find } = box()
    expect(find('lisbon')).toEqual([expect.stringMatching(/^encounter: /), 'fact: moving to Lisbon'])
    expect(find('grant')).toEqual([expect.stringMatching(/^encounter: /), 'favour: tip on the grant'])
    expect(find('slides')).toEqual([expect.stringMatching(/^encounter: /), 'follow-up: send slides'])
    expect(find('betahaus').some((hit) => hit.startsWith('encounter'))).toBe(true)
    expect(find('startup')).toEqual([expect.stringMatching(/^encounter: /)])
  })

  test.each([
    ['name', 'zoe muller'],
    ['name, another spelling', 'ZOË MUELLER'],
    ['alias', 'zozo'],
    ['organisation', 'strassenbau'],
    ['role', 'designerin'],
    ['place', 'lodz'],
    ['note', 'ceramics'],
    ['tag', 'pottery'],
    ['circle', 'inner'],
    ['e-mail', 'zoe@example.org'],
    ['part of an e-mail', 'zoe@ex'],
    ['phone', '0170 1234567'],
    ['phone, written otherwise', '+49-170-12345'],
    ['several of these', 'muller pottery lodz'],
  ])('finds a person by %s', (_, words) => {
    expect(box().find(words)).toContain('Zoë Müller')
  })

  test('finds records by their people, as they are called now', () => {
    const { net, find } = box()
    expect(find('zozo', 'gallery')).toEqual(['favour: introduced her to a galle'])
    expect(net('edit', 'Zoë', '--name', 'Zora Neumann').code).toBe(0)
    expect(find('neumann')).toEqual(['Zora Neumann', 'favour: introduced her to a galle'])
    expect(net('delete', 'Zora', '--yes').code).toBe(0)
    expect(find('neumann')).toEqual([])
    net('undo')
    expect(find('neumann')).toHaveLength(2)
  })

  test('all words have to occur; beginnings will do; whole words and newer ones go first', () => {
    const { find } = box()
    expect(find('grace lunch')).toEqual([expect.stringMatching(/^encounter: Lunch/)])
    expect(find('grace pottery')).toEqual([])
    expect(find('lisb')).toHaveLength(2)
    expect(find('grace')[0]).toBe('Grace Hopper')
    expect(find('grace').filter((hit) => hit.startsWith('encounter'))).toEqual([
      expect.stringMatching(/^encounter: Coffee/),
      expect.stringMatching(/^encounter: Lunch/),
    ])
  })

  test('signs, emoji and scripts without spaces are found as they stand', () => {
    const { find } = box()
    expect(find('C++')).toEqual([expect.stringMatching(/^encounter: Lunch/)])
    expect(find('🎉')).toEqual([expect.stringMatching(/^encounter: Lunch/)])
    expect(find('芳')).toEqual(['王芳'])
    expect(find('柏林')).toEqual(['王芳'])
    expect(find('🦄')).toEqual([])
  })

  test('shows who, when and the part with the hit, by kind, no wider than the terminal', () => {
    const { net, netWith } = box()
    const { out } = net('find', 'lisbon')
    expect(out).toMatch(
      /^Encounters\n {2}2026-10-20 {2}Ada Lovelace and Grace Hopper\n {14}… .*moving to Lisbon/,
    )
    expect(out).toContain('Learned\n  2026-10-20  Grace Hopper: moving to Lisbon\n')
    for (const COLUMNS of ['40', '60', '200'])
      for (const line of netWith({ env: { COLUMNS } }, 'find', 'grace').out.split('\n'))
        expect(line.length).toBeLessThanOrEqual(Number(COLUMNS))
  })

  test('the hit stands out where there are colours', () => {
    const { netWith } = box()
    expect(netWith({ env: { FORCE_COLOR: '1' } }, 'find', 'lisb').out).toContain(
      'moving to \u001b[1m\u001b[33mLisbon\u001b[39m\u001b[22m\n',
    )
  })

  test('answers as JSON and CSV', () => {
    const { net } = box()
    expect(net('find', 'lisbon', '--json').json[1]).toEqual({
      kind: 'fact',
      id: 1,
      on: '2026-10-20',
      people: [{ id: 2, name: 'Grace Hopper' }],
      snippet: 'moving to Lisbon',
      hits: [[10, 16]],
    })
    expect(net('find', 'pottery', '--csv').out).toMatch(
      /^kind,id,on,people,snippet\r\ncontact,3,,Zoë Müller,/,
    )
  })

  test('says where there is more', () => {
    const made = box()
    for (let at = 0; at < 4; at++) made.net('gave', 'Ada', `book number ${at}`)
    const run = made.net('find', 'book', '--limit', '2')
    expect(run.out.match(/book number/g)).toHaveLength(2)
    expect(run.err).toContain('--limit')
    expect(made.net('find', 'book', '--limit', '4').err).toBe('')
  })

  test('nothing found: an empty list and a word on stderr, no failure', () => {
    const { net } = box()
    const run = net('find', 'unicorn')
    expect([run.code, run.out, run.err]).toEqual([0, '', 'Nothing found for "unicorn".\n'])
    expect(net('find', 'unicorn', '--json').out).toBe('[]\n')
    expect(sandbox().net('find', 'ada', '--json').out).toBe('[]\n')
  })

  test.each([
    ['no words', ['find']],
    ['only space', ['find', '  ']],
    ['a limit of nothing', ['find', 'x', '--limit', '0']],
  ])('%s: refused', (_, args) => {
    const run = sandbox().net(...args)
    expect([run.code, run.out]).toEqual([2, ''])
  })

  const nasty = [
    '"',
    '""',
    "'",
    '*',
    '^',
    ':',
    'a:b',
    'text:x',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    'NEAR(a b, 3)',
    'a AND',
    'AND b',
    'a OR NOT b',
    '(',
    ')',
    '((a',
    'a*',
    '*a',
    '^a',
    'a^',
    '-a',
    '+a',
    '{a b}: c',
    '{',
    '}',
    '"unclosed',
    'a" OR "b',
    'a\\',
    '%',
    '_',
    "'; DROP TABLE contact; --",
    '?',
    '@',
    '#12',
    '$x',
    '`',
    '~',
    '|',
    '<b>',
    '🎉🎊',
    '👨‍👩‍👧',
    '王',
    'ราตรี',
    'שלום',
    'a\u0301',
    '\u200b',
    '\u202e',
    '\ud83d',
    '\u0001',
    '\t',
    '.',
    '!!!',
    '…',
    '–',
    '0',
    '١٢٣',
    'ß',
    'x'.repeat(5000),
    'rowid',
    'rank',
    'search',
  ]
  test('no query crashes it or means anything but itself', () => {
    const { net } = box()
    for (const words of nasty) {
      const run = net('find', '--json', '--', words)
      expect({ words, code: run.code, err: run.err }).toMatchObject({
        words,
        err: expect.not.stringMatching(/^\s+at |SQLITE|fts5|went wrong/m),
      })
      expect({ words, code: run.code === 0 || (run.code === 2 && run.err.includes('no words')) }).toEqual({
        words,
        code: true,
      })
    }
    expect(net('list', '--json').json).toHaveLength(4)
  }, 60_000)
})
