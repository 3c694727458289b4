import { describe, expect, test } from 'vitest'
import { type Sandbox, sandboxWith } from './net.ts'

const on = ({ netWith }: Sandbox, day: string, ...args: string[]) => {
  const run = netWith({ env: { NET_NOW: day } }, ...args)
  expect(run, args.join(' ')).toMatchObject({ code: 0 })
  return run
}

/**
 * Lin was met at the Breakfast on 10 January 2025, and introduced Ada on 1 March 2025. Ada brought work for Grace on
 * 1 October 2025 (214 days after 1 March). Grace introduced Zoë on 5 January 2026, who is a customer since 15 March 2026
 * (69 days). Ben, met at the Breakfast as well on 10 January 2025, brought work on 10 January 2026 (365 days).
 * 2025: 6,000 EUR of 8,000 through the network. 2026: 3,000 of 3,000 EUR, 1,000 of 1,000 CHF, and a talk without an amount
 * that came another way.
 */
const journal = sandboxWith((box) => {
  on(box, '2025-01-10', 'log', '--with', 'Lin Chen', '--with', 'Ben Okri', '--event', 'Breakfast', '--new')
  on(box, '2025-03-01', 'log', 'Coffee with Ada Lovelace')
  on(box, '2025-03-01', 'met', 'Ada', '--via', 'Lin', '--on', '2025-03-01')
  on(box, '2025-06-01', 'add', 'Grace Hopper')
  const relaunch = [
    'outcome',
    'add',
    'Website relaunch',
    '--value',
    '6000',
    '--via',
    'Ada',
    '--customer',
    'Grace',
  ]
  on(box, '2025-10-01', ...relaunch)
  on(box, '2025-10-01', 'stage', 'Grace', 'customer')
  on(box, '2025-11-01', 'outcome', 'add', 'Logo for the bakery', '--value', '2.000,00', '--not-network')
  on(box, '2026-01-05', 'log', 'Lunch with Zoë Müller')
  on(box, '2026-01-05', 'met', 'Zoë', '--via', 'Grace')
  on(box, '2026-01-10', 'outcome', 'add', 'Workshop', '--value', '1000', '--currency', 'CHF', '--via', 'Ben')
  on(box, '2026-01-20', 'stage', 'Zoë', 'interested')
  on(box, '2026-03-15', 'outcome', 'add', 'Audit', '--value', '3000', '--customer', 'Zoë')
  on(box, '2026-03-15', 'stage', 'Zoë', 'Kundin')
  on(box, '2026-05-01', 'outcome', 'add', 'A talk', '--not-network')
})

describe('D3: the share of work that came through the network', () => {
  test('is counted by number and by value, for each year and each currency by itself', () => {
    const { json } = journal().net('report', '--year', '2026', '--json')
    const euros2025 = { currency: 'EUR', value: 800000, fromNetwork: 600000, share: 0.75 }
    const of2026 = {
      count: 3,
      fromNetwork: { count: 2, share: 2 / 3 },
      byCurrency: [
        { currency: 'CHF', value: 100000, fromNetwork: 100000, share: 1 },
        { currency: 'EUR', value: 300000, fromNetwork: 300000, share: 1 },
      ],
    }
    const of2025 = { count: 2, fromNetwork: { count: 1, share: 0.5 }, byCurrency: [euros2025] }
    expect(json.outcomes).toMatchObject({
      ...of2026,
      before: of2025,
      byYear: [
        { year: 2025, ...of2025 },
        { year: 2026, ...of2026 },
      ],
    })
  })

  test('is told with the events it goes back to, and every part adds up', () => {
    const { json } = journal().net('report', '--since', '2025-01-01', '--json')
    // Website: 2,000 each to Ada, Lin and the Breakfast; the audit: 1,500 each to Zoë and Grace; the logo to nobody.
    expect(json.outcomes.attributed).toEqual([
      {
        currency: 'CHF',
        value: 100000,
        people: 50000,
        events: 50000,
        unattributed: 0,
        byEvent: [{ id: 1, name: 'Breakfast', value: 50000, count: 1 }],
      },
      {
        currency: 'EUR',
        value: 1100000,
        people: 700000,
        events: 200000,
        unattributed: 200000,
        byEvent: [{ id: 1, name: 'Breakfast', value: 200000, count: 1 }],
      },
    ])
    const { out } = journal().net('report', '--year', '2025')
    expect(out).toContain('1 of 2 came through your network: 6,000 of 8,000 EUR (75\u00a0%).')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Counting each link of a chain alike, this goes back to events: 2,000 EUR to Breakfast.',
    )
  })

  test('stands under the list of outcomes', () => {
    const { net } = journal()
    const { out } = net('outcome', 'list')
    expect(out.replace(/\s+/g, ' ')).toContain(
      '3 of 5 came through your network: all of 1,000 CHF and 9,000 of 11,000 EUR (82 %).',
    )
    expect(out).toContain('2025: 1 of 2 came through your network: 6,000 of 8,000 EUR (75\u00a0%).')
    expect(net('outcome', 'list', '--year', '2025', '--json').json).toHaveLength(2)
  })
})

describe('C6: often it is not the customer one meets, but who will introduce the customer', () => {
  test('the way an outcome came is found by itself, back to the third link', () => {
    const { net } = journal()
    expect(net('outcome', 'list', '--year', '2025', '--json').json[1]).toEqual({
      id: 1,
      title: 'Website relaunch',
      on: '2025-10-01',
      value: 600000,
      currency: 'EUR',
      fromNetwork: true,
      via: { id: 3, name: 'Ada Lovelace' },
      customer: { id: 4, name: 'Grace Hopper' },
      event: null,
      note: '',
      chain: [
        { kind: 'contact', id: 3, name: 'Ada Lovelace' },
        { kind: 'contact', id: 1, name: 'Lin Chen' },
        { kind: 'event', id: 1, name: 'Breakfast' },
      ],
    })
    const chain = 'through Ada Lovelace ← introduced by Lin Chen ← met at Breakfast'
    expect(net('outcome', 'list').out).toContain(chain)
    expect(net('report', '--year', '2025').out.replace(/\s+/g, ' ')).toContain(chain)
  })

  test('net show tells it of everybody who had a part in it', () => {
    const { net } = journal()
    const brought = (who: string) => net('show', who, '--json').json.outcomes.map((each: any) => each.title)
    expect(brought('Lin')).toEqual(['Website relaunch'])
    expect(brought('Ada')).toEqual(['Website relaunch'])
    expect(brought('Grace')).toEqual(['Audit', 'Website relaunch'])
    expect(brought('Zoë')).toEqual(['Audit'])
    expect(net('show', 'Lin').out.replace(/\s+/g, ' ')).toContain(
      'What came of it 2025-10-01 Website relaunch, 6,000 EUR, through Ada Lovelace ← introduced by Lin Chen ←',
    )
  })

  test('customers who came through earlier customers are told as a story', () => {
    const { net } = journal()
    const { stages } = net('report', '--year', '2026', '--json').json
    expect(stages.snowball).toEqual([
      {
        customer: { id: 5, name: 'Zoë Müller' },
        on: '2026-03-15',
        through: [
          { id: 4, name: 'Grace Hopper', stage: 'customer', since: '2025-10-01' },
          { id: 3, name: 'Ada Lovelace', stage: 'recommender', since: '2025-10-01' },
        ],
      },
    ])
    expect(net('report', '--year', '2026').out.replace(/\s+/g, ' ')).toContain(
      'Zoë Müller came through Grace Hopper (a customer since Oct 2025), who came through Ada Lovelace (recommends you since Oct 2025)',
    )
  })
})

describe('A3: a network is no fast sales channel', () => {
  test('the time from the first meeting to the first outcome is measured', () => {
    const { json } = journal().net('report', '--since', '2025-01-01', '--json')
    // Sorted: 69, 214, 365 days; quartiles between the neighbours.
    expect(json.outcomes).toMatchObject({
      measured: 3,
      medianDays: 214,
      quartileDays: { lower: 142, upper: 290 },
    })
    const added = on(journal(), '2026-06-01', 'outcome', 'add', 'Shop', '--via', 'Lin')
    expect(added.out).toContain('The first that came through Lin Chen, 17 months after you first met.')
  })

  test('each stage and when it was reached is on record, with how long it took', () => {
    const { net } = journal()
    const { stage, stages } = net('show', 'Zoë', '--json').json
    expect(stage).toBe('customer')
    expect(stages).toEqual([
      { stage: 'interested', on: '2026-01-20', daysSinceMet: 15 },
      { stage: 'customer', on: '2026-03-15', daysSinceMet: 69 },
    ])
    expect(net('show', 'Zoë').out.replace(/\s+/g, ' ')).toContain(
      'stage customer since 15 Mar 2026, 2 months after you first met; before that interested (20 Jan 2026)',
    )
    expect(net('stage', 'list', '--json').json).toEqual([
      { id: 4, name: 'Grace Hopper', stage: 'customer', on: '2025-10-01', daysSinceMet: null },
      { id: 5, name: 'Zoë Müller', stage: 'customer', on: '2026-03-15', daysSinceMet: 69 },
    ])
  })

  test('stages are proposed by what is recorded, and never set without being asked for', () => {
    const box = journal()
    const proposed = () =>
      box.net('stage', '--json').json.map(({ contact, stage, on }: any) => [contact.name, stage, on])
    expect(proposed()).toEqual([
      ['Ada Lovelace', 'recommender', '2025-10-01'],
      ['Ben Okri', 'recommender', '2026-01-10'],
    ])
    expect(box.net('show', 'Ada', '--json').json).toMatchObject({ stage: null, stages: [] })
    expect(box.net('stage').out).toContain('net stage "Ada Lovelace" recommender --on 2025-10-01')
    on(box, '2026-06-01', 'stage', 'Ada Lovelace', 'recommender', '--on', '2025-10-01')
    expect(proposed()).toEqual([['Ben Okri', 'recommender', '2026-01-10']])
    const added = on(box, '2026-06-01', 'outcome', 'add', 'Course', '--customer', 'Lin')
    expect(added.out).toContain('Worth keeping: net stage "Lin Chen" customer')
  })

  test('the report shows the movement', () => {
    const { net } = journal()
    const { stages } = net('report', '--year', '2026', '--json').json
    expect(stages.reached.map(({ name, stage }: any) => [name, stage])).toEqual([
      ['Zoë Müller', 'interested'],
      ['Zoë Müller', 'customer'],
    ])
    expect(stages.standing.map(({ count }: any) => count)).toEqual([0, 0, 2, 0])
    expect(stages.before).toEqual({ reached: 1, snowball: 0 })
    expect(net('report', '--year', '2026').out).toContain('1 became a customer  Zoë Müller')
  })
})
