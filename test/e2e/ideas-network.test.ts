import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

/** Each has to do what it says, or the rest of the test means nothing. */
function run(box: Sandbox, ...lines: string[][]): void {
  for (const line of lines) {
    const { code, err } = box.net(...line)
    expect(code, `net ${line.join(' ')}: ${err}`).toBe(0)
  }
}

const everyPair = (names: string[]): string[][] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => ['tie', one, other]))

const BREAKFAST = ['Ada', 'Ben', 'Cleo', 'Dora']
const LISBON = ['Lin', 'Maja', 'Nils', 'Olga']

/** Four of the breakfast who all know each other, four in Lisbon likewise, and Ada and Lin know each other. */
const twoGroups = sandboxWith((box) => {
  for (const name of BREAKFAST) run(box, ['add', name, '--circle', 'Breakfast'])
  for (const name of LISBON) run(box, ['add', name, '--place', 'Lisbon', '--circle', 'far'])
  for (const name of ['Uwe', 'Vera', 'Wim']) run(box, ['add', name, '--circle', 'far'])
  run(box, ...everyPair(BREAKFAST), ...everyPair(LISBON), ['tie', 'Ada', 'Lin'], ['tie', 'Uwe', 'Vera'])
})

const names = (people: { name: string }[]) => people.map(({ name }) => name)

describe('net network', () => {
  test('B1: groups of people who know each other, who connects them, and who stands alone', () => {
    const box = twoGroups()
    const { json, code, err } = box.net('network', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(json).toMatchObject({ contacts: 11, ties: 14, metTogether: [] })
    // 14 of the 11 · 10 / 2 ties that are possible.
    expect(json.density).toBeCloseTo(14 / 55)
    expect(json.clusters.map(({ name, people }: any) => [name, names(people)])).toEqual([
      ['Breakfast', BREAKFAST],
      ['Lisbon', LISBON],
    ])
    expect(json.pairs.map(names)).toEqual([['Uwe', 'Vera']])
    expect(json.bridges.map(({ name, between }: any) => [name, between])).toEqual([
      ['Ada', ['Breakfast', 'Lisbon']],
      ['Lin', ['Lisbon', 'Breakfast']],
    ])
    expect(names(json.isolated)).toEqual(['Wim'])
    const { out } = box.net('network')
    expect(out).toContain('11 contacts with 14 ties between them: 2 groups, 1 pair and 1 without a tie.')
    expect(out).toMatch(/Who connects them\n {2}Ada {2}Breakfast and Lisbon\n {2}Lin {2}Lisbon and Breakfast/)
    expect(out).toMatch(/Without a tie\n {2}Wim\n.*net tie Wim …|net tie "Wim" …/)
  })

  test('E3: how tight a circle is, as the share of the ties that are possible', () => {
    const box = twoGroups()
    // far: 4 in Lisbon with 6 ties, Uwe and Vera with one; 7 people have 21 possible ties.
    expect(box.net('network', '--json').json.circles).toEqual([
      { name: 'Breakfast', people: 4, ties: 6, possible: 6, tightness: 1 },
      { name: 'far', people: 7, ties: 7, possible: 21, tightness: 7 / 21 },
    ])
    expect(box.net('network').out).toMatch(
      /Breakfast {2}Tightly knit: 6 of 6 possible ties \(100\u00a0%\)\n {2}far {8}Knit: 7 of 21 possible ties \(33\u00a0%\)/,
    )
  })

  test('a tie that an introduction made counts, one that was only offered does not', () => {
    const box = sandbox()
    run(box, ['add', 'Ada'], ['add', 'Grace'], ['add', 'Lin'], ['intro', 'Ada', 'Grace'])
    expect(box.net('network', '--json').json).toMatchObject({ ties: 1, clusters: [] })
    run(box, ['intro', 'Ada', 'Lin', '--offer'])
    expect(box.net('network', '--json').json.ties).toBe(1)
  })

  test('people met together at a small table are asked about, a crowd is not', () => {
    const box = sandbox()
    const crowd = ['Ben', 'Cleo', 'Dora', 'Emil', 'Fritz']
    run(box, ...[...crowd, 'Ada', 'Grace'].map((name) => ['add', name]))
    for (const on of ['2026-10-01', '2026-10-08']) {
      run(box, ['log', 'coffee', '--with', 'Ada', '--with', 'Grace', '--on', on])
      run(box, ['log', 'dinner', ...crowd.flatMap((name) => ['--with', name]), '--on', on])
    }
    const { json } = box.net('network', '--json')
    expect(json.metTogether.map(({ people, times }: any) => [names(people), times])).toEqual([
      [['Ada', 'Grace'], 2],
    ])
    const { out } = box.net('network')
    expect(out).toContain('no ties between them yet')
    expect(out).toContain('net tie "Ada" "Grace"')
    run(box, ['tie', 'Ada', 'Grace'])
    expect(box.net('network', '--json').json.metTogether).toEqual([])
  })

  test('without contacts it teaches, and makes no file', () => {
    const box = sandbox()
    expect(box.net('network')).toMatchObject({ code: 0, out: '' })
    expect(box.net('network').err).toContain('No contacts yet')
    expect(box.net('network', '--json')).toMatchObject({ code: 0, err: '' })
    expect(box.net('network', '--json').json).toMatchObject({
      contacts: 0,
      ties: 0,
      clusters: [],
      isolated: [],
    })
    expect(existsSync(box.db)).toBe(false)
  })

  test('reading writes nothing', () => {
    const box = twoGroups()
    const before = readFileSync(box.db)
    run(box, ['network'], ['brief', 'Ada'])
    expect(readFileSync(box.db).equals(before)).toBe(true)
  })
})

/** Ada of whom much is known, Lin of whom nothing is. */
const known = sandboxWith((box) => {
  run(
    box,
    ['add', 'Ada Lovelace', '--org', 'Engines', '--role', 'Analyst', '--place', 'London'],
    ['edit', 'Ada Lovelace', '--birthday', '1986-11-12'],
    ['add', 'Grace Hopper'],
    ['add', 'Lin'],
    ['add', 'Zoë'],
    ['tie', 'Ada Lovelace', 'Zoë'],
    ['log', 'Coffee with Ada Lovelace at Betahaus. learned: moving to Lisbon', '--on', '2026-10-01'],
    [
      'log',
      'Call with Ada Lovelace. todo: send slides by 2026-11-20. they: intro to Maja',
      '--on',
      '2026-10-10',
    ],
    ['log', 'Lunch with Ada Lovelace. They liked the soup.', '--on', '2026-10-20'],
    ['log', 'Walk with Ada Lovelace.', '--on', '2026-09-01'],
    ['offer', 'Ada Lovelace', 'statistics'],
    ['need', 'Ada Lovelace', 'a UX designer'],
    ['intro', 'Ada Lovelace', 'Grace Hopper', '--on', '2026-10-12'],
  )
})

/** As much as can be said of somebody, and all of it long. */
const talkative = sandboxWith((box) => {
  const long = 'wort '.repeat(60).trim()
  run(box, ['add', `Ada ${'Lovelace-'.repeat(12)}King`, '--org', long, '--role', long, '--place', long])
  run(box, ['edit', 'Ada', '--birthday', '1986-11-12', '--met-at', long])
  for (let day = 1; day <= 9; day++) {
    run(box, ['add', `Person ${day} ${long.slice(0, 90)}`, '--new'], ['tie', 'Ada', `Person ${day}`])
    run(box, ['offer', 'Ada', `${day} ${long}`], ['need', 'Ada', `${day} ${long}`])
    run(box, [
      'log',
      `東京 ${day} with Ada. ${long}. todo: ${day} ${long}. they: ${day} ${long}. learned: ${day} ${long}`,
      '--on',
      `2026-10-0${day}`,
    ])
  }
})

describe('net brief', () => {
  test('E2: what she cares about, what was promised, whom we both know and what to ask, before we meet again', () => {
    const { json, code, err } = known().net('brief', 'Ada', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(json).toMatchObject({
      name: 'Ada Lovelace',
      org: 'Engines',
      metOn: '2026-09-01',
      lastOn: '2026-10-20',
      birthday: { on: '2026-11-12', inDays: 9, turns: 40 },
      promises: {
        mine: [{ what: 'send slides', due: '2026-11-20' }],
        theirs: [{ what: 'intro to Maja', due: null }],
      },
      offers: [{ what: 'statistics' }],
      needs: [{ what: 'a UX designer' }],
    })
    expect(json.encounters.map(({ on }: any) => on)).toEqual(['2026-10-20', '2026-10-10', '2026-10-01'])
    expect(json.facts).toEqual([{ what: 'moving to Lisbon', on: '2026-10-01' }])
    expect(names(json.ties)).toEqual(['Grace Hopper', 'Zoë'])
    expect(json.ask.map(({ kind, text }: any) => [kind, text])).toEqual([
      ['introduction', 'How did it go with Grace Hopper?'],
      ['fact', 'How is it going with moving to Lisbon?'],
      ['need', 'Still looking for a UX designer?'],
      ['theirs', 'How far did this get: intro to Maja?'],
    ])
    const { out } = known().net('brief', 'Ada')
    for (const text of [
      'Analyst at Engines · London',
      'on 12 Nov, turning 40',
      'Grace Hopper and Zoë',
      'due 20 Nov',
    ])
      expect(out).toContain(text)
  })

  test('what is done with is asked of another way: my promise that I kept', () => {
    const box = known()
    const [{ id }] = box.net('brief', 'Ada', '--json').json.promises.mine
    run(box, ['done', String(id)])
    const { json } = box.net('brief', 'Ada', '--json')
    expect(json.promises.mine).toEqual([])
    expect(json.ask.map(({ text }: any) => text)).toContain('Was it of use: send slides?')
  })

  test.each([80, 60, 120])('fits on one screen at %i columns, however much there is', (columns) => {
    const box = talkative()
    const { out } = box.netWith({ env: { COLUMNS: String(columns) } }, 'brief', 'Ada')
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(23)
    expect(lines.length).toBeGreaterThan(18)
    expect(lines.filter((line) => line.replace(/[東京]/g, '__').length > columns)).toEqual([])
    expect(out).toContain('(7 more)')
  })

  test('of whom nothing is known it says how to begin', () => {
    const run = known().net('brief', 'Lin')
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toMatch(/^Lin #\d+\n\nNothing is written down yet\. .*net log "Coffee with Lin/)
  })

  test('everybody expected at an event, a few lines each', () => {
    const box = known()
    run(box, ['event', 'add', 'Breakfast', '--on', '2026-11-05', '--place', 'Betahaus'])
    run(box, ['event', 'expect', 'Breakfast', 'Ada Lovelace', 'Lin'])
    const { json } = box.net('brief', '--event', 'breakfast', '--json')
    expect(json).toMatchObject({
      event: { name: 'Breakfast', on: '2026-11-05', place: 'Betahaus' },
      from: 'guests',
    })
    expect(names(json.people)).toEqual(['Ada Lovelace', 'Lin'])
    const { out } = box.net('brief', '--event', 'Breakfast')
    const blocks = out.trimEnd().split('\n\n')
    expect(blocks[0]).toBe('Breakfast, 5 Nov 2026, in 2 days, at Betahaus\n2 people expected')
    for (const block of blocks.slice(1)) {
      expect(block.split('\n').length).toBeGreaterThanOrEqual(2)
      expect(block.split('\n').length).toBeLessThanOrEqual(4)
    }
    expect(blocks[1]).toContain('How did it go with Grace Hopper?')
    expect(blocks[2]).toContain('Not met yet')
  })

  test('where nobody is noted as expected, whoever was met at the last visits', () => {
    const box = known()
    run(box, ['log', 'Talked with Zoë', '--event', 'Breakfast', '--on', '2026-10-05'])
    const been = box.net('brief', '--event', 'Breakfast', '--json').json
    expect(been).toMatchObject({ from: 'visits', event: { on: '2026-10-05' } })
    run(box, ['event', 'add', 'Breakfast', '--on', '2026-12-01'])
    const { json } = box.net('brief', '--event', 'Breakfast', '--json')
    expect(json).toMatchObject({ from: 'visits', event: { on: '2026-12-01' } })
    expect(names(json.people)).toEqual(['Zoë'])
  })

  test('where nobody was met either, it says how to note who will come', () => {
    const box = known()
    run(box, ['event', 'add', 'Pitch Night', '--on', '2026-12-01'])
    const answer = box.net('brief', '--event', 'Pitch Night')
    expect(answer).toMatchObject({ code: 0, out: '' })
    expect(answer.err).toContain('net event expect "Pitch Night"')
    expect(box.net('brief', '--event', 'Pitch Night', '--json').json.people).toEqual([])
  })

  test.each<[args: string[], code: number, named: RegExp]>([
    [[], 2, /net brief --help/],
    [['Ada', '--event', 'Breakfast'], 2, /one of them/],
    [['Nobody'], 3, /Nobody/],
    [['--event', 'Nowhere'], 3, /Nowhere/],
    [['--event', ''], 3, /net: /],
    [['\u001b[31mAda'], 3, /net: /],
    [['#999'], 3, /#999/],
  ])('net brief %j is refused', (args, code, named) => {
    const run = known().net('brief', ...args)
    expect(run).toMatchObject({ code, out: '' })
    expect(run.err).toMatch(named)
    expect(run.err).not.toContain('\u001b')
  })
})
