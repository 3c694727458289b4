import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

const box = sandboxWith(({ net }) => {
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Grace Kelly']) expect(net('add', name).code).toBe(0)
  expect(net('offer', 'Ada', 'UX design').code).toBe(0)
  expect(net('need', 'me', 'a tax adviser').code).toBe(0)
  expect(net('vouch', 'Ada', 'for', 'Grace Hopper', '--topic', 'compilers').code).toBe(0)
})
const WRITTEN = 6

const operations = ({ net }: Sandbox) => net('history', '--json').json.length

describe('what is refused, and nothing is written', () => {
  test.each([
    ['an offer of nobody known', ['offer', 'Nobody', 'tea'], 3, /No contact "Nobody"/],
    ['a near miss', ['offer', 'Adda', 'tea'], 3, /Did you mean "Ada Lovelace"/],
    ['several of that name', ['need', 'Grace', 'tea'], 4, /#2 Grace Hopper[\s\S]*#3 Grace Kelly/],
    ['no words', ['offer', 'Ada', '  '], 2, /the offer is empty/],
    ['nothing but control characters', ['need', 'Ada', '\u001b[31m\u0007'], 2, /the need is empty/],
    ['no end of words', ['need', 'Ada', 'x'.repeat(501)], 2, /too long/],
    ['nothing at all', ['offer', 'Ada'], 2, /missing required argument/i],
    ['a day to come', ['need', 'Ada', 'tea', '--on', '2026-12-24'], 2, /lies in the future/],
    ['no day', ['offer', 'Ada', 'tea', '--on', 'whenever'], 2, /no date/],
    ['closing what is not there', ['offer', 'close', '99'], 3, /No offer "#99"/],
    ['closing an offer as a need', ['need', 'close', '1'], 3, /No need "#1"/],
    ['closing by a word', ['need', 'close', 'tax'], 2, /is no number/],
    ['a list of nobody known', ['need', 'list', 'Nobody'], 3, /No contact "Nobody"/],
    ['somebody for themselves', ['vouch', 'Ada', 'for', 'ada lovelace'], 2, /Ada Lovelace on both sides/],
    ['me for somebody', ['vouch', 'me', 'for', 'Ada'], 2, /what others say/],
    ['me for me', ['vouch', 'me', 'for', 'me'], 2, /what others say/],
    ['a word for nobody known', ['vouch', 'Ada', 'for', 'Nobody'], 3, /No contact "Nobody"/],
    ['a word by several of that name', ['vouch', 'Grace', 'for', 'Ada'], 4, /#2 Grace Hopper/],
    ['no "for"', ['vouch', 'Ada', 'Grace', 'Hopper'], 2, /does not say for whom/],
    ['nobody after "for"', ['vouch', 'Ada', 'Lovelace', 'for'], 2, /does not say for whom/],
    ['an empty topic', ['vouch', 'Ada', 'for', 'me', '--topic', ' '], 2, /--topic is empty/],
    ['an empty story', ['vouch', 'Ada', 'for', 'me', '--story', ' \u0007'], 2, /--story is empty/],
    ['a word to come', ['vouch', 'Ada', 'for', 'me', '--on', '2027-01-01'], 2, /lies in the future/],
    [
      'a word that is there',
      ['vouch', 'Ada', 'for', 'Grace Hopper', '--topic', 'Compilers'],
      4,
      /recorded already: Ada Lovelace for Grace Hopper \(#1\)/,
    ],
    ['removing what is not there', ['vouch', 'remove', '9'], 3, /No good word "#9"/],
    ['a path to nowhere', ['path', ' '], 2, /leads nowhere/],
    ['a search without words', ['who', ' ?! '], 2, /has no words/],
    ['no number of people', ['who', 'design', '--limit', '0'], 2, /1 or more/],
    ['matches of nobody known', ['match', 'Nobody'], 3, /No contact "Nobody"/],
  ])('%s', (_, args, code, words) => {
    const made = box()
    const run = made.net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(operations(made)).toBe(WRITTEN)
  })
})

describe('offers and needs', () => {
  test('are recorded, listed, closed and taken back', () => {
    const { net } = box()
    expect(net('need', 'Grace Hopper', 'a', 'quiet', 'room', '--on', 'yesterday', '--json').json).toEqual({
      operation: 7,
      need: {
        id: 3,
        kind: 'need',
        what: 'a quiet room',
        who: { id: 2, name: 'Grace Hopper' },
        on: '2026-11-02',
        closedOn: null,
      },
    })
    expect(net('need', 'list', '--csv').out).toBe(
      'id,who,what,on,closedOn\r\n2,me,a tax adviser,2026-11-03,\r\n3,Grace Hopper,a quiet room,2026-11-02,\r\n',
    )
    expect(net('need', 'close', '#3').out).toBe('✓ Grace Hopper no longer looks for: a quiet room\n')
    expect(net('need', 'close', '3')).toMatchObject({ code: 4, out: '' })
    expect(net('need', 'list', 'hopper', '--json').json).toEqual([])
    expect(net('need', 'list', 'hopper', '--all', '--json').json).toMatchObject([
      { id: 3, closedOn: '2026-11-03' },
    ])
    expect(net('history', '--json').json[0].what).toBe('closed a need of Grace Hopper: a quiet room')
    net('undo')
    net('undo')
    expect(net('need', 'list', '--all', '--json').json).toMatchObject([{ what: 'a tax adviser', who: null }])
  })

  test('what is closed is not offered any more', () => {
    const { net } = box()
    expect(net('who', 'design', '--json').json).toMatchObject([{ name: 'Ada Lovelace' }])
    net('offer', 'close', '1')
    expect(net('who', 'design', '--json').json).toEqual([])
    expect(net('show', 'Ada', '--json').json.offers).toMatchObject([
      { what: 'UX design', closedOn: '2026-11-03' },
    ])
    expect(net('show', 'Ada').out).not.toContain('Can do')
  })

  test('what is said once more is kept once, however it is spelled, until it is closed', () => {
    const { net } = box()
    const again = net('offer', 'Ada', 'ux Design')
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toMatch(/^Noted already: Ada Lovelace offers: UX design \(#1, /)
    expect(net('offer', 'Ada', 'UX design', '--json').json).toMatchObject({
      operation: null,
      offer: { id: 1 },
    })
    net('log', 'Call with Ada. offers Ada: UX DESIGN; pottery')
    const offers = () => net('offer', 'list', '--json').json.map(({ what }: { what: string }) => what)
    expect(offers()).toEqual(['pottery', 'UX design'])
    net('undo')
    expect(offers()).toEqual(['UX design'])
    net('offer', 'close', '1')
    net('offer', 'Ada', 'UX design')
    expect(offers()).toEqual(['UX design'])
  })

  test('mine are mine: who does not find me, match does', () => {
    const { net } = box()
    net('offer', 'me', 'a talk on pricing')
    net('need', 'Ada', 'a speaker on pricing')
    expect(net('who', 'pricing')).toMatchObject({ code: 0, out: '' })
    expect(net('match', '--json').json).toMatchObject([
      { need: { who: { name: 'Ada Lovelace' } }, helpers: [{ who: null, knowEachOther: false }] },
    ])
    expect(net('match').out).toContain('You: offer a talk on pricing')
    expect(net('match', '--csv').out).toMatch(/^needId,need,by,helper,/)
  })

  test('nobody who rests is brought together with anybody', () => {
    const { net } = box()
    net('need', 'Grace Kelly', 'a designer')
    expect(net('match', '--json').json).toHaveLength(1)
    net('pause', 'Ada', '--until', '2027-01-01')
    expect(net('match', '--json').json).toEqual([])
    net('resume', 'Ada')
    net('letgo', 'Grace Kelly')
    expect(net('match', '--json').json).toEqual([])
    expect(names(net('who', 'design', '--json').json)).toEqual(['Ada Lovelace'])
  })

  test('go with the person they are of, and come back with them', () => {
    const { net } = box()
    expect(net('delete', 'Ada', '--yes').out).toContain('1 offer or need and 1 good word go along.')
    expect(net('offer', 'list', '--json').json).toEqual([])
    expect(net('vouch', 'list', '--json').json).toEqual([])
    expect(net('find', 'compilers', '--json').json).toEqual([])
    net('undo')
    expect(net('offer', 'list', '--json').json).toHaveLength(1)
    expect(net('find', 'compilers', '--json').json).toMatchObject([
      { kind: 'endorsement', people: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper' }] },
    ])
  })

  test('empty lists are no failure, and teach', () => {
    const { net } = sandbox()
    for (const [args, taught] of [
      [['offer', 'list'], 'net offer Ada'],
      [['need', 'list'], 'net need me'],
      [['vouch', 'list'], 'net vouch Ada for Lin'],
      [['match'], 'net need Ada'],
      [['who', 'designer'], 'net need me "designer"'],
    ] as const) {
      const run = net(...args)
      expect([run.code, run.out]).toEqual([0, ''])
      expect(run.err).toContain(taught)
      expect(net(...args, '--json')).toMatchObject({ code: 0, out: '[]\n' })
    }
  })
})

describe('endorsements', () => {
  test('names may be of several words, and "für" will do', () => {
    const { net } = box()
    const vouched = net(
      'vouch',
      'Grace',
      'Hopper',
      'für',
      'Ada',
      'Lovelace',
      '--topic',
      'maths',
      '--json',
    ).json
    expect(vouched.endorsement).toEqual({
      id: 2,
      by: { id: 2, name: 'Grace Hopper' },
      for: { id: 1, name: 'Ada Lovelace' },
      topic: 'maths',
      story: null,
      on: '2026-11-03',
    })
    expect(net('vouch', 'list', 'Ada', '--csv').out).toBe(
      'id,by,for,topic,story,on\r\n2,Grace Hopper,Ada Lovelace,maths,,2026-11-03\r\n1,Ada Lovelace,Grace Hopper,compilers,,2026-11-03\r\n',
    )
    expect(net('vouch', 'remove', '2').out).toBe('✓ Removed: Grace Hopper speaks for Ada Lovelace\n')
    expect(names(net('history', '--json').json.map(({ what }: any) => ({ name: what }))).slice(0, 2)).toEqual(
      [
        'removed that Grace Hopper spoke for Ada Lovelace: maths',
        'noted that Grace Hopper spoke for Ada Lovelace: maths',
      ],
    )
  })

  test('a word for me proposes the stage that goes with it, once', () => {
    const { net } = box()
    expect(net('vouch', 'Ada', 'for', 'me').err).toMatch(/net stage "Ada Lovelace" recommender[\s\S]*--story/)
    expect(net('stage', 'Ada Lovelace', 'recommender').code).toBe(0)
    expect(net('vouch', 'Ada', 'for', 'me', '--story', 'told her board').err).toBe('')
    expect(net('vouch', 'list', 'me', '--json').json).toHaveLength(2)
    expect(net('advocates', '--csv').out.split('\r\n')[1]).toBe('1,Ada Lovelace,2026-11-03,,told her board')
  })
})

describe('net who', () => {
  test('shows some, counts all, and shows all of them when asked', () => {
    const { net } = sandbox()
    for (let count = 1; count <= 12; count++) net('add', `Person ${count}x`, '--tag', 'design', '--new')
    const run = net('who', 'designers')
    expect(run.out.match(/^Person/gm)).toHaveLength(10)
    expect(run.err).toContain('… and 2 more; "--limit 12" shows all of them.')
    expect(net('who', 'designers', '--limit', '12', '--json').json).toHaveLength(12)
  })

  test.each(['80', '40'])('fits into %s columns, with long names, umlauts and CJK', (columns) => {
    const { net, netWith } = sandbox()
    net(
      'add',
      'Maximiliane Freifrau von und zu Hohenstein-Waldburg',
      '--role',
      'Übersetzerin für 日本語 und Chinesisch',
    )
    net('add', '王芳', '--note', 'translates 中文 '.repeat(40))
    net(
      'vouch',
      '王芳',
      'for',
      'Maximiliane',
      '--topic',
      'Übersetzungen',
      '--story',
      'übersetzt schneller als ich lesen kann',
    )
    const { out, code } = netWith({ env: { COLUMNS: columns } }, 'who', 'Übersetzer')
    expect(code).toBe(0)
    expect(out).toContain('Maximiliane')
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(Number(columns))
  })
})

const names = (people: { name: string }[]) => people.map(({ name }) => name)
