import { describe, expect, it } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

const run = ({ netWith }: Sandbox, on: string, ...args: string[]) => {
  const done = netWith({ env: { NET_NOW: on } }, ...args)
  expect(done, args.join(' ')).toMatchObject({ code: 0 })
}

/**
 * Two quarters, small enough to count by hand.
 * Q2: an encounter with Ada on 10 April, one with Ada and Grace on 20 June; gave Ada a small favour, got a large one from Grace.
 * Q3: Ada on 10 July; Lin (new) on 15 August; Grace on 20 September, after a cadence of 30 days three times over.
 */
const journal = sandboxWith((box) => {
  run(box, '2026-01-01', 'add', 'Ada Lovelace', '--cadence', '60')
  run(box, '2026-01-01', 'add', 'Grace Hopper', '--cadence', '30')
  run(
    box,
    '2026-04-10',
    'log',
    'Coffee with Ada Lovelace. todo: send slides by 2026-07-15. todo: write by 2026-08-01',
  )
  run(box, '2026-04-10', 'gave', 'Ada', 'a lift home', '--weight', 'small')
  run(
    box,
    '2026-06-20',
    'log',
    'Lunch with Ada Lovelace and Grace Hopper. they Grace: send the paper by 2026-07-01',
  )
  run(box, '2026-06-20', 'got', 'Grace', 'an order from the museum', '--weight', 'large')
  run(box, '2026-07-10', 'log', 'Call with Ada Lovelace')
  run(box, '2026-07-12', 'gave', 'Ada', 'feedback on the pitch')
  run(box, '2026-07-14', 'done', '1')
  run(box, '2026-08-15', 'log', '--with', 'Lin Chen', '--gave', 'tip on the grant')
  run(box, '2026-09-20', 'log', 'Coffee with Grace Hopper')
})

describe('net report', () => {
  it('answers in the shape that scripts rely on', () => {
    const { code, err, json } = journal().net('report', '--quarter', '2026-Q3', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(json).toEqual({
      period: { kind: 'quarter', label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' },
      previous: { kind: 'quarter', label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
      encounters: {
        count: 3,
        people: 3,
        before: 2,
        peopleBefore: 2,
        byMonth: [
          { month: '2026-07', count: 1 },
          { month: '2026-08', count: 1 },
          { month: '2026-09', count: 1 },
        ],
      },
      contacts: {
        new: [{ id: 3, name: 'Lin Chen', on: '2026-08-15' }],
        rekindled: [{ id: 2, name: 'Grace Hopper', on: '2026-09-20', lastOn: '2026-06-20' }],
        // Ada, every 60 days, since 8 September; Grace was due on 20 October only.
        cold: [{ id: 1, name: 'Ada Lovelace', lastOn: '2026-07-10' }],
        before: { new: 2, rekindled: 0 },
      },
      balance: {
        gave: { count: 2, weight: 6 },
        got: { count: 0, weight: 0 },
        byKind: [
          { kind: 'advice', gave: { count: 1, weight: 3 }, got: { count: 0, weight: 0 } },
          { kind: 'feedback', gave: { count: 1, weight: 3 }, got: { count: 0, weight: 0 } },
        ],
        curve: [
          { month: '2026-04', gave: 1, got: 0, balance: 1 },
          { month: '2026-05', gave: 1, got: 0, balance: 1 },
          { month: '2026-06', gave: 1, got: 9, balance: -8 },
          { month: '2026-07', gave: 4, got: 9, balance: -5 },
          { month: '2026-08', gave: 7, got: 9, balance: -2 },
          { month: '2026-09', gave: 7, got: 9, balance: -2 },
        ],
        before: { gave: { count: 1, weight: 1 }, got: { count: 1, weight: 9 } },
        fromOthers: { count: 0, weight: 0, share: 0 },
        passedOn: { count: 0, weight: 0 },
      },
      oneSided: {
        drawOnMe: [],
        iDrawOn: [],
        circles: { drawOnMe: [], iDrawOn: [] },
        events: { drawOnMe: [], iDrawOn: [] },
      },
      introductions: { made: 0, received: 0, open: [], results: [], before: { made: 0, received: 0 } },
      endorsements: { forMe: [], forOthers: [], before: { forMe: 0, forOthers: 0 } },
      events: [],
      visits: {
        count: 0,
        people: 0,
        newToMe: 0,
        before: { count: 0, people: 0, newToMe: 0 },
        inQuestion: [],
        told: [],
        bySeries: [],
      },
      outcomes: {
        count: 0,
        fromNetwork: { count: 0, share: 0 },
        byCurrency: [],
        measured: 0,
        medianDays: null,
        quartileDays: null,
        chains: [],
        attributed: [],
        byYear: [],
        before: { count: 0, fromNetwork: { count: 0, share: 0 }, byCurrency: [] },
      },
      stages: {
        reached: [],
        standing: [
          { stage: 'contact', count: 0 },
          { stage: 'interested', count: 0 },
          { stage: 'customer', count: 0 },
          { stage: 'recommender', count: 0 },
        ],
        snowball: [],
        before: { reached: 0, snowball: 0 },
      },
      followUps: {
        due: 2,
        kept: 1,
        onTime: 1,
        late: 0,
        broken: 0,
        open: 1,
        letOff: 0,
        before: { due: 0, kept: 0, onTime: 0, late: 0, broken: 0, open: 0, letOff: 0 },
      },
      ties: { new: 0, byIntroduction: 0, total: 0, before: { new: 0, byIntroduction: 0, total: 0 } },
      pauses: [],
      next: [
        {
          id: 1,
          name: 'Ada Lovelace',
          reason: 'You promised: write (was due 1 Aug)',
          because: { kind: 'promise', whose: 'mine', what: 'write', due: '2026-08-01' },
        },
        {
          id: 2,
          name: 'Grace Hopper',
          reason: 'They promised: send the paper (was due 1 Jul)',
          because: { kind: 'promise', whose: 'theirs', what: 'send the paper', due: '2026-07-01' },
        },
        { id: 3, name: 'Lin Chen', reason: 'Last met 3 months ago', because: null },
      ],
    })
  })

  it('draws it for a reader', () => {
    const { code, out, err } = journal().net('report', '--quarter', '2026-Q3')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const full = '█'.repeat(36)
    expect(out).toBe(
      `Q3 2026: 1 Jul to 30 Sep

Encounters
  3 encounters with 3 people (Q2 2026: 2 with 2)
  Jul  ${full}  1
  Aug  ${full}  1
  Sep  ${full}  1

People
  1 new  Lin Chen
  1 met again after a long time  Grace Hopper
  1 going cold  Ada Lovelace

Give and take
  By weight: a small favour counts 1, a medium one 3, a large one 9.
  given     ████████████████████████  6  2 favours (Q2 2026: 1 favour, weight 1)
  received                            0  0 favours (Q2 2026: 1 favour, weight 9)

                           given │ received
  advice    3 ██████████████████ │
  feedback  3 ██████████████████ │

  Apr 2026  ██▁▃▆▆  Sep 2026
  Balance −2: your network has carried you; a good time to give.

Promises
  You kept 1 of 2 that fell due, on time. 1 is still open.

People to see next
  Ada Lovelace  You promised: write (was due 1 Aug)
  Grace Hopper  They promised: send the paper (was due 1 Jul)
  Lin Chen      Last met 3 months ago
`,
    )
  })

  it.each(['20', '40', '80', '120'])('fits into %s columns', (columns) => {
    const box = journal()
    run(
      box,
      '2026-09-21',
      'log',
      '--with',
      'Anna-Lena von Sömmerda-Hagenbuch',
      '--gave',
      'intro to Lin Chen',
      '--new',
    )
    const { out } = box.netWith({ env: { COLUMNS: columns } }, 'report', '--quarter', 'Q3')
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(Number(columns))
    expect(out).toContain('Give and take')
  })

  it('looks at the quarter before in the first 21 days of a new one', () => {
    const { netWith } = journal()
    const label = (now: string, ...args: string[]) =>
      netWith({ env: { NET_NOW: now } }, 'report', '--json', ...args).json.period.label
    expect(label('2026-10-21')).toBe('2026-Q3')
    expect(label('2026-10-22')).toBe('2026-Q4')
    expect(label('2026-10-22', '--quarter', 'last')).toBe('2026-Q3')
    expect(label('2026-10-22', '--year', '2026')).toBe('2026')
    expect(label('2026-10-22', '--year')).toBe('2026')
    expect(label('2026-10-21', '--quarter')).toBe('2026-Q4')
    expect(label('2026-10-22', '--since', '2026-07-01', '--until', '2026-08-15')).toBe(
      '2026-07-01/2026-08-15',
    )
    expect(label('2026-10-22', '--since', '2026-10-01')).toBe('2026-10-01/2026-10-22')
    expect(label('2026-10-22', '--until', '2026-08-15')).toBe('2026-04-10/2026-08-15')
  })

  it('counts a running quarter up to today', () => {
    const box = journal()
    run(box, '2026-11-03', 'gave', 'Grace', 'help with the move')
    const { json } = box.net('report', '--json')
    expect(json.balance.curve.at(-1)).toEqual({ month: '2026-11', gave: 10, got: 9, balance: 1 })
    expect(json.encounters.byMonth.map(({ month }: { month: string }) => month)).toEqual([
      '2026-10',
      '2026-11',
    ])
    expect(box.net('report').out).toMatch(/^Q4 2026 so far, day 34 of 92\n/)
  })

  it('names lasting one-sidedness both ways, without a figure, and not of those let go', () => {
    const box = sandbox()
    for (const [person, verb] of [
      ['Ada Lovelace', 'gave'],
      ['Grace Hopper', 'got'],
      ['Lin Chen', 'gave'],
    ] as const) {
      run(box, '2026-01-01', 'add', person)
      for (const on of ['2026-01-10', '2026-04-10', '2026-07-10'])
        run(box, on, verb, person, 'help with the move')
    }
    run(box, '2026-07-11', 'got', 'Lin', 'a tip')
    const { json } = box.net('report', '--quarter', 'Q3', '--json')
    expect(json.oneSided).toMatchObject({
      drawOnMe: [{ id: 1, name: 'Ada Lovelace', since: '2026-01-10' }],
      iDrawOn: [{ id: 2, name: 'Grace Hopper', since: '2026-01-10' }],
    })
    expect(box.net('report', '--quarter', 'Q3').out).toContain(
      `One way, so far
  Coming to you: Ada Lovelace (since Jan 2026). You could ask them for a hand
  some time, too.
  You have been coming to: Grace Hopper (since Jan 2026). Is there something you
  could do for them?
`,
    )
    run(box, '2026-11-03', 'letgo', 'Ada')
    expect(box.net('report', '--quarter', 'Q3', '--json').json.oneSided.drawOnMe).toEqual([])
  })

  it('counts introductions and ties', () => {
    const box = sandbox()
    run(box, '2026-08-01', 'add', 'Lin Chen')
    run(box, '2026-08-01', 'log', '--with', 'Ada Lovelace', '--gave', 'intro to Lin Chen')
    const { json } = box.net('report', '--quarter', 'Q3', '--json')
    expect(json.introductions).toMatchObject({ made: 1, received: 0 })
    expect(json.ties).toMatchObject({ new: 1, total: 1 })
    expect(json.balance.byKind).toMatchObject([{ kind: 'introduction' }])
  })

  it('writes one flat table as CSV', () => {
    const { out } = journal().net('report', '--quarter', 'Q3', '--csv')
    const lines = out.trim().split('\r\n')
    expect(lines[0]).toBe('section,key,value,before')
    for (const line of [
      'encounters,count,3,2',
      'contacts,new,1,2',
      'balance,gave.weight,6,1',
      'balance,curve.2026-09,-2,',
      'followUps,onTime,1,0',
      'next,3,Lin Chen: Last met 3 months ago,',
    ])
      expect(lines).toContain(line)
  })

  it('writes Markdown for a wiki, in which names stay what they are', () => {
    const box = journal()
    run(box, '2026-09-25', 'log', '--with', 'J*P*_Smith|<b>', '--new')
    const { out } = box.net('report', '--quarter', 'Q3', '--md')
    expect(out).toMatch(/^# Q3 2026: 1 Jul to 30 Sep\n\n## Encounters\n\n4 encounters/)
    expect(out).toContain('| Jul | 1 |')
    expect(out).toContain('|  | given | received |\n| --- | ---: | ---: |\n| advice | 3 | 0 |')
    expect(out).toContain('J\\*P\\*\\_Smith\\|\\<b\\>')
    expect(out).toContain('- **Lin Chen**: Last met 3 months ago')
  })

  it.each([
    ['an outcome', ['outcome', 'add', 'Logo', '--not-network'], 'What came of it'],
    ['a good word', ['vouch', 'Ada', 'for', 'me'], 'Good words'],
    ['a stage', ['stage', 'Ada', 'customer'], 'From contact to customer'],
    ['an event', ['event', 'add', 'Breakfast', '--on', '2026-10-05'], 'Events'],
  ])('does not say that nothing is written down where there is %s', (_, line, title) => {
    const { net } = sandbox()
    net('add', 'Ada')
    expect(net('report').err).toContain('Nothing is written down')
    expect(net(...line).code).toBe(0)
    if (title === 'Events') net('event', 'review', 'Breakfast', '--contacts', '--insight', '--fun')
    const { out, err } = net('report')
    expect(out).toContain(`\n${title}\n`)
    expect(err).toBe('')
  })

  it('teaches when there is nothing to tell yet', () => {
    const { net } = sandbox()
    const { code, err } = net('report')
    expect(code).toBe(0)
    expect(err).toContain('Nothing is written down for Q4 2026 yet')
    const { json, err: silent } = net('report', '--json')
    expect(silent).toBe('')
    expect(json.balance).toMatchObject({ curve: [], byKind: [], gave: { count: 0, weight: 0 } })
    expect(net('report', '--csv').out).toContain('encounters,count,0,0')
  })

  it.each([
    [['--quarter', 'Q5'], '"Q5" is no quarter'],
    [['--quarter', '2027-Q1'], 'has not begun yet'],
    [['--year', '26'], 'is no year'],
    [['--since', 'sometime'], 'is no date'],
    [['--since', '2026-12-01'], 'lies in the future'],
    [['--since', '2026-08-01', '--until', '2026-07-01'], 'comes after'],
    [['--quarter', 'Q3', '--year', '2026'], 'cannot be used with'],
    [['--json', '--md'], 'cannot be used with'],
  ])('refuses %j', (args, why) => {
    const { code, out, err } = sandbox().net('report', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(why)
  })
})
