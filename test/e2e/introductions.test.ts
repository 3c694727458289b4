import { describe, expect, test } from 'vitest'
import { sandboxWith } from './net.ts'

const box = sandboxWith(({ net }) => {
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Grace Kelly', 'Lin Chen', 'Zoë Müller'])
    expect(net('add', name).code).toBe(0)
})
const WRITTEN = 5

describe('net intro', () => {
  test('takes an introduction from the offer to what came of it', () => {
    const { net } = box()
    const steps: [args: string[], says: RegExp][] = [
      [
        ['intro', 'Ada', 'Grace Hopper', '--for', 'looms', '--offer', '--on', '2026-10-01'],
        /You offered to bring/,
      ],
      [['intro', 'agree', '1', 'Ada', '--on', '2026-10-02'], /to be asked yet: Grace Hopper/],
      [['intro', 'agree', '#1', 'Grace Hopper', '--on', '2026-10-05'], /are fine with it/],
      [['intro', 'made', '1', '--on', '2026-10-06'], /You brought Ada Lovelace and Grace Hopper together/],
      [['intro', 'result', '1', 'a', 'workshop', '--on', '2026-10-20'], /What came of .*a workshop/],
      [['intro', 'result', '1', 'and a second one'], /a workshop; and a second one/],
    ]
    for (const [args, says] of steps) {
      const run = net(...args)
      expect([run.code, run.err]).toEqual([0, ''])
      expect(run.out.replace(/\s+/g, ' ')).toMatch(says)
    }
    expect(net('intro', 'list', '--json').json).toEqual([
      {
        id: 1,
        on: '2026-10-06',
        introducer: null,
        people: [
          { id: 1, name: 'Ada Lovelace', agreedOn: '2026-10-02' },
          { id: 2, name: 'Grace Hopper', agreedOn: '2026-10-05' },
        ],
        me: null,
        purpose: 'looms',
        offeredOn: '2026-10-01',
        declinedOn: null,
        result: 'a workshop; and a second one',
        resultOn: '2026-11-03',
        thankedOn: null,
        state: 'made',
        open: null,
      },
    ])
  })

  test('counts as a favour given only once it is made, and ties the two', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin', '--offer')
    expect(net('show', 'Ada', '--json').json).toMatchObject({ favours: [], ties: [] })
    net('intro', 'made', '1')
    expect(net('show', 'Ada', '--json').json).toMatchObject({
      favours: [{ direction: 'gave', what: 'introduced Ada Lovelace to Lin Chen', on: '2026-11-03' }],
      ties: [{ name: 'Lin Chen', sinceOn: '2026-11-03' }],
    })
    expect(net('report', '--json').json.balance.byKind).toMatchObject([
      { kind: 'introduction', gave: { count: 1 }, got: { count: 0 } },
    ])
  })

  test('by somebody else is no favour of mine; by somebody else for me is one I got', () => {
    const { net } = box()
    expect(net('intro', 'Ada', 'Lin', '--by', 'Zoë').out).toContain(
      'Zoë Müller brought Ada Lovelace and Lin Chen together',
    )
    expect(net('show', 'Ada', '--json').json.favours).toEqual([])
    expect(net('intro', 'me', 'Ada', '--by', 'Zoë').out).toContain(
      'Zoë Müller introduced you to Ada Lovelace',
    )
    expect(net('show', 'Zoë', '--json').json.favours).toMatchObject([
      { direction: 'got', what: 'introduced me to Ada Lovelace' },
    ])
  })

  test('logged and noted on one day is one introduction, one favour', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin')
    net('log', 'Coffee with Ada. gave Ada: intro to Lin')
    expect(net('intro', 'list', '--json').json).toHaveLength(1)
    expect(net('show', 'Ada', '--json').json.favours).toMatchObject([{ what: 'intro to Lin' }])
    // What it was for can be said afterwards.
    expect(net('intro', 'Lin', 'Ada', '--for', 'looms').out).toContain('looms')
    expect(net('intro', 'list', '--json').json).toMatchObject([{ purpose: 'looms' }])
    expect(net('report', '--json').json.balance.gave.count).toBe(1)
  })

  test('what was offered is made by a log line that tells of it', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin', '--offer', '--for', 'looms', '--on', '2026-10-01')
    net('log', 'Coffee with Ada yesterday. gave Ada: intro to Lin')
    expect(net('intro', 'list', '--json').json).toMatchObject([
      { id: 1, state: 'made', on: '2026-11-02', purpose: 'looms', offeredOn: '2026-10-01' },
    ])
  })

  test('the same again is known; about something else it is another one', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin', '--for', 'looms', '--on', '2026-10-01')
    const again = net('intro', 'Lin', 'Ada')
    expect([again.code, again.out]).toEqual([4, ''])
    expect(again.err).toContain('Ada Lovelace and Lin Chen (#1)')
    expect(net('intro', 'Ada', 'Lin', '--for', 'LOOMS').code).toBe(4)
    expect(net('intro', 'Ada', 'Lin', '--for', 'a flat').code).toBe(0)
    // One that was declined may come about some other time.
    net('intro', 'Ada', 'Zoë', '--offer')
    expect(net('intro', 'Ada', 'Zoë', '--offer').code).toBe(4)
    expect(net('intro', 'decline', '3').code).toBe(0)
    expect(net('intro', 'Ada', 'Zoë').code).toBe(0)
    expect(net('show', 'Zoë', '--json').json.introductions.map((each: any) => each.state)).toEqual([
      'made',
      'declined',
    ])
  })

  test('remove takes the tie of the introducer along, but not what somebody said themselves', () => {
    const { net } = box()
    const ties = (who: string) => net('show', who, '--json').json.ties.map(({ name }: any) => name)
    net('tie', 'Ada', 'Zoë')
    net('met', 'Lin', '--via', 'Ada')
    net('met', 'Zoë', '--via', 'Ada')
    expect(ties('Ada')).toEqual(['Lin Chen', 'Zoë Müller'])
    const before = net('show', 'Ada', '--json').out
    for (const number of ['1', '2']) expect(net('intro', 'remove', number).code).toBe(0)
    expect(ties('Ada')).toEqual(['Zoë Müller'])
    for (const _ of ['1', '2']) net('undo')
    expect(net('show', 'Ada', '--json').out).toBe(before)
    expect(net('tie', 'add', 'Ada', 'Lin', '--since', '2019').code).toBe(0)
    net('intro', 'remove', '1')
    expect(ties('Ada')).toEqual(['Lin Chen', 'Zoë Müller'])
    const known = net('show', 'Ada', '--json').out
    net('delete', 'Lin', '--yes')
    net('undo')
    expect(net('show', 'Ada', '--json').out).toBe(known)
  })

  test('remove takes its tie and its favour along, and undo brings all back', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin')
    const before = net('show', 'Ada', '--json').out
    expect(net('intro', 'remove', '1').code).toBe(0)
    expect(net('show', 'Ada', '--json').json).toMatchObject({ ties: [], favours: [], introductions: [] })
    net('undo')
    expect(net('show', 'Ada', '--json').out).toBe(before)
    // What somebody wrote down in words of their own stays.
    net('log', 'Coffee with Zoë. gave Zoë: intro to Lin')
    net('intro', 'remove', '2')
    expect(net('show', 'Zoë', '--json').json).toMatchObject({
      ties: [],
      favours: [{ what: 'intro to Lin' }],
    })
  })

  test('list: those of one contact, those that are open, as CSV, and none', () => {
    const { net } = box()
    const empty = net('intro', 'list')
    expect([empty.code, empty.out]).toEqual([0, ''])
    expect(empty.err).toContain('net intro Ada Grace')
    expect(net('intro', 'list', '--json').json).toEqual([])
    net('intro', 'Ada', 'Lin', '--for', '=SUM(A1)')
    net('intro', 'Ada', 'Zoë', '--offer')
    expect(net('intro', 'list', 'Lin').out).toBe(
      '#1  2026-11-03  You brought Ada Lovelace and Lin Chen together: =SUM(A1)\n',
    )
    expect(net('intro', 'list', '--open').out).toBe(
      '#2  2026-11-03  You offered to bring Ada Lovelace and Zoë Müller together\n                offered, nobody was asked yet\n',
    )
    expect(net('intro', 'list', 'Grace Kelly').err).toContain('No introductions with Grace Kelly')
    expect(net('intro', 'list', '--csv').out.split('\r\n').slice(0, 3)).toEqual([
      'id,on,people,withMe,introducer,purpose,state,open,result,resultOn,thankedOn',
      '2,2026-11-03,Ada Lovelace; Zoë Müller,false,me,,offered,agree,,,',
      "1,2026-11-03,Ada Lovelace; Lin Chen,false,me,'=SUM(A1),made,,,,",
    ])
  })

  test.each<[string, string[], number, RegExp]>([
    ['to oneself', ['intro', 'Ada', 'ada lovelace'], 2, /to oneself/],
    ['of me and me', ['intro', 'me', 'me', '--by', 'Ada'], 2, /to oneself/],
    ['of me by nobody', ['intro', 'me', 'Ada'], 2, /--by has to say/],
    ['by one of the two', ['intro', 'Ada', 'Lin', '--by', 'Lin'], 2, /one of the two/],
    ['of somebody not known', ['intro', 'Ada', 'Bo'], 3, /No contact "Bo"/],
    ['of one of several', ['intro', 'Ada', 'Grace'], 4, /Grace Hopper[\s\S]*Grace Kelly/],
    ['on a day to come', ['intro', 'Ada', 'Lin', '--on', '2026-12-01'], 2, /future/],
    ['on no day', ['intro', 'Ada', 'Lin', '--on', 'some day'], 2, /no date/],
    ['for nothing', ['intro', 'Ada', 'Lin', '--for', ' '], 2, /--for is empty/],
    ['with nobody else', ['intro', 'Ada'], 2, /Missing required argument/],
    ['of no number', ['intro', 'made', 'Ada'], 2, /is no number/],
    ['of an unknown number', ['intro', 'made', '77'], 3, /No introduction "#77"[\s\S]*net intro list/],
    ['agreed to by somebody else', ['intro', 'agree', '1', 'Lin'], 2, /none of the two/],
    ['agreed to by me, where I am none of the two', ['intro', 'agree', '1', 'me'], 2, /none of the two/],
    ['agreed to before it was offered', ['intro', 'agree', '1', 'Ada', '--on', '2026-10-01'], 2, /before/],
    ['with a result before it is made', ['intro', 'result', '1', 'x'], 2, /not made yet/],
    ['with a result without words', ['intro', 'result', '2', ' '], 2, /is empty/],
    ['with thanks to me', ['intro', 'thank', '2'], 2, /made by you/],
    ['made twice', ['intro', 'made', '2'], 2, /was made on 2026-11-03/],
    ['declined when made', ['intro', 'decline', '2'], 2, /was made on/],
    ['that is gone', ['intro', 'remove', '9'], 3, /No introduction "#9"/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    net('intro', 'Ada', 'Grace Hopper', '--offer')
    net('intro', 'Ada', 'Zoë')
    const run = net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(WRITTEN + 2)
  })

  test('control characters in what it is for are not kept', () => {
    const { net } = box()
    net('intro', 'Ada', 'Lin', '--for', 'red \u001b[31mlooms\u0007')
    expect(net('intro', 'list', '--json').json).toMatchObject([{ purpose: 'red looms' }])
  })
})

describe('net met', () => {
  test('makes both known, with when, where and by whom', () => {
    const { net } = box()
    const run = net('met', 'Bo Diddley', '--via', 'Cy', '--on', '2026-10-30', '--at', 'Betahaus', '--json')
    expect(run.json).toMatchObject({
      operation: WRITTEN + 1,
      contact: { id: 6, name: 'Bo Diddley', new: true },
      via: { id: 7, name: 'Cy', new: true },
      introduction: { introducer: { name: 'Cy' }, people: [{ name: 'Bo Diddley' }], on: '2026-10-30' },
      metAtBefore: null,
    })
    expect(net('show', 'Bo', '--json').json).toMatchObject({
      metOn: '2026-10-30',
      metAt: 'Betahaus',
      introducedBy: { name: 'Cy' },
      ties: [{ name: 'Cy' }],
    })
    expect(net('show', 'Cy', '--json').json.favours).toMatchObject([
      { direction: 'got', what: 'introduced me to Bo Diddley', on: '2026-10-30' },
    ])
    net('undo')
    expect(net('list', '--json').json).toHaveLength(WRITTEN)
  })

  test('of somebody known keeps when and where we first met', () => {
    const { net } = box()
    net('edit', 'Lin', '--met', '2019', '--met-at', 'a train')
    const run = net('met', 'Lin', '--via', 'Ada', '--at', 'Betahaus')
    expect(run.out).toContain('You first met at "a train" already')
    expect(net('show', 'Lin', '--json').json).toMatchObject({ metOn: '2019', metAt: 'a train' })
    net('log', 'Coffee with Zoë on 2026-01-05')
    net('met', 'Zoë', '--via', 'Ada', '--on', '2026-05-05')
    expect(net('show', 'Zoë', '--json').json).toMatchObject({
      metOn: null,
      introducedBy: { name: 'Ada Lovelace' },
    })
  })

  test('waits for a word of thanks, in net too, and not for ever', () => {
    const { net, netWith } = box()
    net('met', 'Lin', '--via', 'Ada')
    expect(net().out).toContain('introduced you to Lin Chen; a word of thanks? (#1)')
    expect(net('--json').json.introductions).toMatchObject([{ id: 1, open: 'thank' }])
    const muchLater = netWith({ env: { NET_NOW: '2027-03-03' } }, 'intro', 'list', '--open', '--json')
    expect(muchLater.json).toEqual([])
    net('intro', 'thank', '1')
    expect(net('intro', 'list', '--open', '--json').json).toEqual([])
    expect(net('intro', 'thank', '1')).toMatchObject({ code: 2, out: '' })
    net('met', 'Zoë', '--via', 'Ada')
    net('pause', 'Ada', '--until', '2027-01-01')
    expect(net('--json').json.introductions).toEqual([])
  })

  test.each<[string, string[], number, RegExp]>([
    ['by herself', ['met', 'Ada', '--via', 'Ada'], 2, /who you met/],
    ['by oneself, both new', ['met', 'Bo', '--via', 'bo'], 2, /who you met/],
    ['by nobody', ['met', 'Lin'], 2, /who introduced you/],
    ['near a known name', ['met', 'Adda', '--via', 'Lin'], 3, /Ada Lovelace.*--new/s],
    ['by somebody near a known name', ['met', 'Bo', '--via', 'Adda'], 3, /Ada Lovelace/],
    ['by one of several', ['met', 'Bo', '--via', 'Grace'], 4, /Grace Kelly/],
    ['without a name', ['met', ' ', '--via', 'Ada'], 2, /empty|no letter/],
    ['by no name', ['met', 'Bo', '--via', '...'], 2, /no letter/],
    ['by me', ['met', 'Bo', '--via', 'me'], 2, /yourself/],
    ['on a day to come', ['met', 'Bo', '--via', 'Ada', '--on', '2027-01-01'], 2, /future/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    const run = net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(WRITTEN)
  })

  test('a name close to a known one is new with --new', () => {
    const { net } = box()
    expect(net('met', 'Adda', '--via', 'Lin', '--new').code).toBe(0)
    expect(net('list', '--json').json).toHaveLength(WRITTEN + 1)
  })
})

describe('two who introduced each other to me', () => {
  const circle = sandboxWith(({ net }) => {
    for (const name of ['Ada', 'Grace', 'Lin']) net('add', name)
    net('met', 'Grace', '--via', 'Lin')
    net('met', 'Ada', '--via', 'Grace')
  })
  const written = 5

  test.each<[string[]]>([
    [['met', 'Lin', '--via', 'Ada']],
    [['edit', 'Lin', '--via', 'Ada']],
    [['intro', 'me', 'Lin', '--by', 'Ada']],
  ])('%j is refused, with the chain between them', (args) => {
    const { net } = circle()
    const run = net(...args)
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toContain('"Ada" came to you through Grace, who came through Lin')
    expect(net('history', '--json').json).toHaveLength(written)
  })

  test('an offer of it can be noted, but not made', () => {
    const { net } = circle()
    expect(net('intro', 'me', 'Lin', '--by', 'Ada', '--offer').code).toBe(2)
  })

  test.each<[string[]]>([
    [['log', 'Coffee with Ada. got Ada: intro to Lin']],
    [['got', 'Ada', 'intro to Lin']],
  ])('%j stays a favour, in its words', (args) => {
    const { net } = circle()
    const run = net(...args)
    expect(run.code).toBe(0)
    expect(run.err.replace(/\s+/g, ' ')).toContain('Ada came to you through Grace, who came through Lin')
    expect(net('show', 'Ada', '--json').json.favours).toMatchObject([
      { direction: 'got', what: 'intro to Lin' },
    ])
    expect(net('show', 'Lin', '--json').json).toMatchObject({ introducedBy: null, origin: [] })
  })
})

describe('net tie', () => {
  test('is known once, whoever is named first', () => {
    const { net } = box()
    expect(net('tie', 'Lin', 'Ada', '--json').json).toEqual({
      operation: WRITTEN + 1,
      tie: {
        people: [
          { id: 4, name: 'Lin Chen' },
          { id: 1, name: 'Ada Lovelace' },
        ],
        sinceOn: null,
      },
      done: 'added',
    })
    expect(net('tie', 'Ada', 'Lin')).toMatchObject({ code: 4, out: '' })
    expect(net('tie', 'Ada', 'Lin', '--since', '2019').out).toContain('since 2019')
    expect(net('tie', 'Ada', 'Lin', '--since', '2020').code).toBe(4)
    expect(net('tie', 'list', '--json').json).toEqual([
      {
        people: [
          { id: 1, name: 'Ada Lovelace' },
          { id: 4, name: 'Lin Chen' },
        ],
        sinceOn: '2019',
        introduction: null,
      },
    ])
  })

  test('list puts the contact that is asked for first; CSV too', () => {
    const { net } = box()
    net('tie', 'Ada', 'Lin', '--since', '2024-05')
    net('tie', 'Zoë', 'Lin')
    expect(net('tie', 'list', 'Lin').out).toBe(
      'Who       Knows         Since     Introduction\nLin Chen  Ada Lovelace  May 2024\nLin Chen  Zoë Müller\n',
    )
    expect(net('tie', 'list', '--csv').out).toBe(
      'id,name,otherId,other,sinceOn,introduction\r\n1,Ada Lovelace,4,Lin Chen,2024-05,\r\n4,Lin Chen,5,Zoë Müller,,\r\n',
    )
    expect(net('tie', 'list', 'Grace Kelly').err).toContain('whom Grace Kelly knows')
    expect(net('tie', 'remove', 'Lin', 'Zoë').code).toBe(0)
    expect(net('show', 'Lin', '--json').json.ties).toMatchObject([{ name: 'Ada Lovelace' }])
    net('undo')
    expect(net('tie', 'list', '--json').json).toHaveLength(2)
  })

  test.each<[string, string[], number, RegExp]>([
    ['to oneself', ['tie', 'Ada', 'Ada Lovelace'], 2, /themselves/],
    ['of somebody not known', ['tie', 'Ada', 'Bo'], 3, /No contact "Bo"/],
    ['of one of several', ['tie', 'Ada', 'Grace'], 4, /Grace Kelly/],
    ['since a day to come', ['tie', 'Ada', 'Lin', '--since', '2027'], 2, /future/],
    ['since no year', ['tie', 'Ada', 'Lin', '--since', '15 March'], 2, /future|no date/],
    ['since no day', ['tie', 'Ada', 'Lin', '--since', 'ever'], 2, /no date/],
    ['that is none', ['tie', 'remove', 'Ada', 'Lin'], 3, /No tie "Ada Lovelace and Lin Chen"/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    const run = net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(WRITTEN)
  })
})
