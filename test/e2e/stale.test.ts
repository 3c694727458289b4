import { describe, expect, it } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

const run = ({ netWith }: Sandbox, on: string, ...args: string[]) => {
  const done = netWith({ env: { NET_NOW: on } }, ...args)
  expect(done).toMatchObject({ code: 0 })
}

/** Ada is met every 30 days or so, Grace and Lin each have a cadence, Theo was never met. Today is 2026-11-03. */
const journal = sandboxWith((box) => {
  run(box, '2026-01-01', 'add', 'Ada Lovelace', '--birthday', '1990-11-12')
  run(box, '2026-01-01', 'add', 'Grace Hopper', '--cadence', '10', '--tag', 'work')
  run(box, '2026-01-01', 'circle', 'add', 'friends', '--cadence', '60')
  run(box, '2026-01-01', 'add', 'Lin Chen', '--circle', 'friends')
  run(box, '2026-08-05', 'add', 'Theo Brandt')
  for (const on of ['2026-05-01', '2026-05-31', '2026-07-10', '2026-08-09'])
    run(box, on, 'log', 'Coffee with Ada Lovelace')
  run(box, '2026-10-26', 'log', 'Call with Grace Hopper. learned Grace: moving to Lisbon')
  run(box, '2026-10-04', 'log', 'Lunch with Lin Chen. they: send the paper by 2026-10-20')
})

describe('net stale', () => {
  it('lists who was met, the coldest first, as scripts rely on it', () => {
    const { net } = journal()
    const { code, err, json } = net('stale', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(json).toEqual([
      {
        id: 1,
        name: 'Ada Lovelace',
        circles: [],
        lastOn: '2026-08-09',
        daysSince: 86,
        cadenceDays: 30,
        cadenceFrom: 'rhythm',
        ratio: 86 / 30,
        state: 'cold',
        reason: 'Birthday on 12 Nov, turning 36',
        because: { kind: 'birthday', on: '2026-11-12', inDays: 9, turns: 36 },
      },
      {
        id: 2,
        name: 'Grace Hopper',
        circles: [],
        lastOn: '2026-10-26',
        daysSince: 8,
        cadenceDays: 10,
        cadenceFrom: 'contact',
        ratio: 0.8,
        state: 'cooling',
        reason: 'Last heard: moving to Lisbon',
        because: { kind: 'fact', what: 'moving to Lisbon', on: '2026-10-26' },
      },
      {
        id: 3,
        name: 'Lin Chen',
        circles: ['friends'],
        lastOn: '2026-10-04',
        daysSince: 30,
        cadenceDays: 60,
        cadenceFrom: 'circle',
        ratio: 0.5,
        state: 'warm',
        reason: 'They promised: send the paper (was due 20 Oct)',
        because: { kind: 'promise', whose: 'theirs', what: 'send the paper', due: '2026-10-20' },
      },
    ])
  })

  it('shows a table under what they are, dates for a pipe', () => {
    const { code, out, err } = journal().net('stale')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      [
        '  Who           Last met      Every  Why now',
        'Going cold',
        '  Ada Lovelace  2026-08-09  30 days  Birthday on 12 Nov, turning 36',
        'Cooling',
        '  Grace Hopper  2026-10-26  10 days  “moving to Lisbon”',
        'Warm',
        '  Lin Chen      2026-10-04  60 days  They promised: send the paper (was due 20…',
        '',
      ].join('\n'),
    )
  })

  it('fits a narrow terminal', () => {
    const { out } = journal().netWith({ env: { COLUMNS: '40' } }, 'stale')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
    expect(out).toContain('Ada Lovelace  Birthday')
  })

  it('counts those never met from the day of adding, when asked', () => {
    const { net } = journal()
    const theo = net('stale', '--all', '--json').json.find(
      ({ name }: { name: string }) => name === 'Theo Brandt',
    )
    expect(theo).toMatchObject({
      lastOn: null,
      daysSince: 90,
      cadenceDays: 90,
      ratio: 1,
      state: 'cold',
      reason: null,
    })
    expect(net('stale', '--all').out).toContain('not yet')
  })

  it('narrows to a circle, a tag, a number', () => {
    const { net } = journal()
    const names = (...args: string[]) =>
      net('stale', '--json', ...args).json.map(({ name }: { name: string }) => name)
    expect(names('--circle', 'Friends')).toEqual(['Lin Chen'])
    expect(names('--tag', 'WORK')).toEqual(['Grace Hopper'])
    expect(names('--limit', '1')).toEqual(['Ada Lovelace'])
    expect(names('--circle', 'friends', '--tag', 'work')).toEqual([])
    expect(net('stale', '--circle', 'freinds')).toMatchObject({ code: 3, out: '' })
    expect(net('stale', '--limit', '0')).toMatchObject({ code: 2, out: '' })
  })

  it('leaves out the paused, the let go and the snoozed, until they are back', () => {
    const box = journal()
    const names = (on = '2026-11-03') =>
      box.netWith({ env: { NET_NOW: on } }, 'stale', '--json').json.map(({ name }: { name: string }) => name)
    run(box, '2026-11-03', 'snooze', 'Ada', '2026-11-10')
    run(box, '2026-11-03', 'pause', 'Grace', '--until', '2026-11-05')
    run(box, '2026-11-03', 'letgo', 'Lin')
    expect(names()).toEqual([])
    expect(box.net('stale')).toMatchObject({ code: 0, out: '' })
    expect(box.net('stale').err).toContain('paused, snoozed or let go')
    expect(names('2026-11-06')).toEqual(['Grace Hopper'])
    expect(names('2026-11-10')).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  it('does not count the days of a pause', () => {
    const box = journal()
    run(box, '2026-11-03', 'pause', 'Ada', '--from', '2026-09-01', '--until', '2026-10-30')
    const [ada] = box.net('stale', '--json').json.filter(({ id }: { id: number }) => id === 1)
    expect(ada).toMatchObject({ daysSince: 26, cadenceDays: 30, state: 'cooling' })
  })

  it('names nobody while the whole journal is paused', () => {
    const box = journal()
    run(box, '2026-11-01', 'pause', '--all', '--until', '2026-11-30')
    expect(box.net('stale', '--json').json).toEqual([])
    expect(box.net('stale').err).toContain('The journal is paused')
    expect(box.net('stale').err).toContain('"net resume --all"')
    expect(box.net('stale', '--brief')).toMatchObject({ code: 0, out: '', err: '' })
    const { json } = box.net('--json')
    expect(json).toMatchObject({ see: [], birthdays: [], promises: { mine: [], theirs: [] } })
  })

  it('writes CSV that a spreadsheet can do no harm with', () => {
    const box = journal()
    run(box, '2026-11-01', 'log', 'Coffee with Grace Hopper. learned Grace: "=1+1, she says"')
    const { out } = box.net('stale', '--csv')
    const [heading, ada] = out.split('\r\n')
    expect(heading).toBe('id,name,circles,lastOn,daysSince,cadenceDays,cadenceFrom,ratio,state,reason')
    expect(ada).toBe('1,Ada Lovelace,,2026-08-09,86,30,rhythm,2.867,cold,"Birthday on 12 Nov, turning 36"')
  })

  it('shows twenty, says how many more there are, and all as data', () => {
    const box = sandbox()
    const people = Array.from({ length: 23 }, (_, at) => `Person ${String.fromCharCode(65 + at)}onsen`)
    run(box, '2026-06-01', 'log', ...people.flatMap((name) => ['--with', name]), '--new')
    const { out, err } = box.net('stale')
    expect(out.match(/onsen/g)).toHaveLength(20)
    expect(err).toBe('… and 3 more; "--limit 23" shows all of them.\n')
    expect(box.net('stale', '--limit', '23')).toMatchObject({ err: '' })
    expect(box.net('stale', '--json').json).toHaveLength(23)
    expect(box.net('stale', '--csv').out.trim().split('\r\n')).toHaveLength(24)
  })

  it('teaches when there is nobody yet, and makes no file', () => {
    const { net } = sandbox()
    const { code, out, err } = net('stale')
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('Nobody is in the journal yet')
    expect(err).toContain('net log')
    expect(net('stale', '--json')).toMatchObject({ out: '[]\n', err: '' })
    net('add', 'Ada Lovelace')
    expect(net('stale').err).toContain('No encounter is written down yet')
  })
})

describe('net stale --brief', () => {
  it('says in one line who is going cold and what is due', () => {
    const box = journal()
    expect(box.net('stale', '--brief')).toMatchObject({
      code: 0,
      err: '',
      out: 'net: 1 going cold: Ada Lovelace\n',
    })
    run(box, '2026-11-01', 'log', 'Coffee with Grace Hopper. todo: send slides by 2026-11-03')
    expect(box.net('stale', '--brief').out).toBe('net: 1 promise due, 1 going cold: Ada Lovelace\n')
    run(box, '2026-11-02', 'log', 'Coffee with Ada Lovelace')
    expect(box.net('stale', '--brief').out).toBe('net: 1 promise due\n')
  })

  it('is silent when all is well, and without a journal', () => {
    const { net, netWith } = sandbox()
    expect(net('stale', '--brief')).toMatchObject({ code: 0, out: '', err: '' })
    netWith({ env: { NET_NOW: '2026-11-01' } }, 'log', 'Coffee with Ada Lovelace', '--new')
    expect(net('stale', '--brief')).toMatchObject({ code: 0, out: '', err: '' })
  })

  it('reminds of nobody who is let go', () => {
    const box = journal()
    run(box, '2026-11-01', 'log', 'Coffee with Ada Lovelace. todo: send slides by 2026-11-02')
    expect(box.net('stale', '--brief').out).toBe('net: 1 promise due\n')
    run(box, '2026-11-03', 'letgo', 'Ada')
    expect(box.net('stale', '--brief').out).toBe('')
    expect(box.net().out).not.toContain('send slides')
  })

  it('stays in the width there is', () => {
    const box = journal()
    for (const name of ['Anna-Lena von Sömmerda', 'Maximiliane Oberhuber', 'Jean-Luc Ortíz'])
      run(box, '2025-01-01', 'log', '--with', name, '--new')
    const { out } = box.netWith({ env: { COLUMNS: '60' } }, 'stale', '--brief')
    expect(out).toMatch(/^net: 4 going cold: .*, …\n$/)
    expect(out.trimEnd().length).toBeLessThanOrEqual(60)
  })

  it('goes with no other form of answer', () => {
    expect(sandbox().net('stale', '--brief', '--json')).toMatchObject({ code: 2, out: '' })
  })
})
