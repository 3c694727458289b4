import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const box = sandboxWith(({ net }) => {
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Grace Kelly']) expect(net('add', name).code).toBe(0)
  expect(net('log', 'Coffee with Ada Lovelace', '--on', '2026-04-03', '--event', 'Breakfast').code).toBe(0)
  expect(net('outcome', 'add', 'Website', '--value', '4.800,50', '--via', 'Ada').code).toBe(0)
})

/** What the set-up wrote. */
const WRITTEN = 5

describe('net outcome', () => {
  test('says what it recorded, how it came and how long it took', () => {
    const run = box().net(
      'outcome',
      'add',
      'Schulung',
      'für',
      'das',
      'Museum',
      '--via',
      'ada',
      '--customer',
      'hopper',
    )
    expect([run.code, run.err]).toEqual([0, ''])
    expect(run.out).toBe(
      `✓ Schulung für das Museum (#2, 2026-11-03)
  came  through Ada Lovelace ← met at Breakfast
  The first that came through Ada Lovelace, 7 months after you first met.
  Worth keeping: net stage "Grace Hopper" customer
  Worth keeping: net stage "Ada Lovelace" recommender
`,
    )
  })

  test('answers as JSON, amounts in minor units', () => {
    const { json } = box().net('outcome', 'add', 'Shop', '--value', '¥120,000', '--via', 'Ada', '--json')
    expect(json).toEqual({
      operation: 6,
      done: 'added',
      outcome: {
        id: 2,
        title: 'Shop',
        on: '2026-11-03',
        value: 120000,
        currency: 'JPY',
        fromNetwork: true,
        via: { id: 1, name: 'Ada Lovelace' },
        customer: null,
        event: null,
        note: '',
        chain: [
          { kind: 'contact', id: 1, name: 'Ada Lovelace' },
          { kind: 'event', id: 1, name: 'Breakfast' },
        ],
        parts: [
          { kind: 'contact', id: 1, name: 'Ada Lovelace', value: 60000 },
          { kind: 'event', id: 1, name: 'Breakfast', value: 60000 },
        ],
        daysSinceMet: 214,
      },
      proposed: [
        {
          contact: { id: 1, name: 'Ada Lovelace' },
          stage: 'recommender',
          on: '2026-11-03',
          because: { kind: 'outcome', id: 1, text: 'Website' },
        },
      ],
    })
  })

  test('takes the currency of the settings', () => {
    const { net } = box()
    net('config', 'currency', 'CHF')
    expect(
      net('outcome', 'add', 'Shop', '--value', '10', '--event', 'Breakfast', '--json').json.outcome,
    ).toMatchObject({ value: 1000, currency: 'CHF', event: { id: 1, name: 'Breakfast' }, via: null })
  })

  test.each<[string, string[], number, RegExp]>([
    ['no title', ['add', ' ', '--via', 'Ada'], 2, /the outcome is empty/],
    ['nothing at all', ['add'], 2, /missing required argument/i],
    ['how it came is left out', ['add', 'Shop'], 2, /does not say how it came[\s\S]*--not-network/],
    [
      'a customer is no way to have come, if it came another way',
      ['add', 'X', '--not-network', '--via', 'Ada'],
      2,
      /cannot be used with/,
    ],
    [
      'an event and another way',
      ['add', 'X', '--not-network', '--event', 'Breakfast'],
      2,
      /cannot be used with/,
    ],
    ['somebody not known', ['add', 'X', '--via', 'Nobody'], 3, /No contact "Nobody"/],
    ['a near miss', ['add', 'X', '--customer', 'Adda'], 3, /Did you mean "Ada Lovelace"/],
    ['several of that name', ['add', 'X', '--via', 'Grace'], 4, /#2 Grace Hopper[\s\S]*#3 Grace Kelly/],
    ['an event not known', ['add', 'X', '--event', 'Conference'], 3, /No event "Conference"/],
    [
      'an event that was later',
      ['add', 'X', '--event', 'Breakfast', '--on', '2026-04-02'],
      2,
      /"X" of 2026-04-02 came before Breakfast \(2026-04-03\)/,
    ],
    ['a negative value', ['add', 'X', '--via', 'Ada', '--value', '-5'], 2, /is negative/],
    ['no amount', ['add', 'X', '--via', 'Ada', '--value', 'much'], 2, /is no amount/],
    ['too many decimals', ['add', 'X', '--via', 'Ada', '--value', '1,234567'], 2, /decimals|is no amount/],
    ['no currency', ['add', 'X', '--via', 'Ada', '--value', '5', '--currency', 'EURO'], 2, /is no currency/],
    [
      'two currencies',
      ['add', 'X', '--via', 'Ada', '--value', '5 USD', '--currency', 'EUR'],
      2,
      /is not in EUR/,
    ],
    ['a currency without a value', ['add', 'X', '--via', 'Ada', '--currency', 'EUR'], 2, /stands alone/],
    ['a day to come', ['add', 'X', '--via', 'Ada', '--on', '2026-12-24'], 2, /lies in the future/],
    ['no day', ['add', 'X', '--via', 'Ada', '--on', 'whenever'], 2, /is no date/],
    ['no such outcome', ['show', '7'], 3, /No outcome "#7"/],
    ['no number', ['remove', 'Website'], 2, /is no number/],
    ['nothing left of how it came', ['edit', '1', '--no-via'], 2, /would leave nothing of how it came/],
    ['an empty title', ['edit', '1', '--title', ' '], 2, /--title is empty/],
    ['a negative value instead', ['edit', '1', '--value', '-1'], 2, /is negative/],
    ['a year to come', ['list', '--year', '2027'], 2, /has not begun yet/],
    ['no year', ['list', '--year', 'soon'], 2, /is no year/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    const run = net('outcome', ...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(WRITTEN)
  })

  test('asks on a terminal how it came', async () => {
    const journal = box()
    const asked = terminal(journal, ['outcome', 'add', 'Shop'])
    await asked.sees('How did it come?')
    asked.types(KEYS.enter)
    await asked.sees('Who brought it?')
    await asked.sees('Ada Lovelace')
    asked.types(KEYS.enter)
    await asked.sees('came  through Ada Lovelace')
    expect((await asked.ends()).code).toBe(0)
    const again = terminal(journal, ['outcome', 'add', 'Advert'])
    await again.sees('How did it come?')
    again.types(KEYS.ctrlC)
    expect((await again.ends()).code).toBe(130)
    expect(journal.net('outcome', 'list', '--json').json).toHaveLength(2)
  })

  test('is changed, keeping what is not named', () => {
    const { net } = box()
    const edit = (...args: string[]) => net('outcome', 'edit', '1', ...args, '--json').json
    expect(edit('--value', '5200').outcome).toMatchObject({
      value: 520000,
      currency: 'EUR',
      title: 'Website',
    })
    expect(edit('--value', '10', '--currency', 'USD').outcome).toMatchObject({ value: 1000, currency: 'USD' })
    expect(edit('--value', '12').outcome).toMatchObject({ value: 1200, currency: 'USD' })
    expect(edit('--title', 'Shop', '--on', '2026-10-01', '--note', 'nice').outcome).toMatchObject({
      title: 'Shop',
      on: '2026-10-01',
      note: 'nice',
    })
    expect(edit('--not-network').outcome).toMatchObject({ fromNetwork: false, via: null, chain: [] })
    expect(edit('--event', 'Breakfast', '--no-value').outcome).toMatchObject({
      fromNetwork: true,
      value: null,
      currency: null,
      chain: [{ name: 'Breakfast' }],
    })
    expect(net('outcome', 'edit', '1', '--title', 'Shop')).toMatchObject({
      code: 0,
      out: 'Nothing to change: Shop is so already.\n',
    })
  })

  test('is removed, and comes back with undo', () => {
    const { net } = box()
    expect(net('outcome', 'remove', '#1').out).toBe('✓ Removed: Website\n')
    expect(net('outcome', 'list')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('No outcomes yet'),
    })
    expect(net('undo').out).toContain('removed the outcome Website')
    expect(net('outcome', 'list', '--json').json).toHaveLength(1)
  })

  test('is shown with the steps it came by', () => {
    const { net } = box()
    net('outcome', 'edit', '1', '--customer', 'hopper', '--note', 'the first one')
    expect(net('outcome', 'show', '1').out).toBe(`Website #1
4,800.50 EUR · 3 Nov 2026 · for Grace Hopper

How it came
  through Ada Lovelace
  ← met at Breakfast
  The first that came through Ada Lovelace, 7 months after you first met.
  In reports its value is shared among these 2 in equal parts: 2,400.25 EUR
  each.

the first one
`)
  })

  test('goes into a spreadsheet in its major unit, and cells that would run there do not', () => {
    const { net } = box()
    net('outcome', 'add', '=SUM(1)', '--value', '1', '--not-network', '--note', 'a "b", c')
    expect(net('outcome', 'list', '--csv').out).toBe(
      [
        'id,on,title,value,currency,fromNetwork,via,customer,event,chain,note',
        `2,2026-11-03,'=SUM(1),1,EUR,false,,,,,"a ""b"", c"`,
        '1,2026-11-03,Website,4800.50,EUR,true,Ada Lovelace,,,Ada Lovelace < Breakfast,',
        '',
      ].join('\r\n'),
    )
  })

  test('is found by its words and its people, and stays when a person goes', () => {
    const { net } = box()
    expect(net('find', 'websi', '--json').json).toMatchObject([
      { kind: 'outcome', id: 1, on: '2026-11-03', people: [{ name: 'Ada Lovelace' }], snippet: 'Website' },
    ])
    const found = net('find', 'Ada', '--json').json
    expect(found.map(({ kind }: any) => kind)).toContain('outcome')
    expect(net('delete', 'Ada', '--yes').out).toContain('1 encounter and 1 outcome stay, without the person.')
    expect(net('outcome', 'list').out).toContain('← through your network')
    expect(net('outcome', 'show', '1').out).toContain('through your network')
    expect(net('outcome', 'edit', '1', '--title', 'Shop').code).toBe(0)
  })

  test('keeps within 80 and 40 columns, with control characters and wide letters made harmless', () => {
    const { net, netWith } = box()
    net('add', '王芳芳芳芳芳芳芳芳芳芳芳芳芳芳')
    const title = `\u001b[31m${'Überarbeitung '.repeat(20)}`
    expect(net('outcome', 'add', title, '--via', '王芳芳芳芳芳芳芳芳芳芳芳芳芳芳', '--value', '1').code).toBe(
      0,
    )
    for (const columns of ['40', '80'])
      for (const args of [
        ['outcome', 'list'],
        ['outcome', 'show', '2'],
        ['show', '王芳芳芳芳芳芳芳芳芳芳芳芳芳芳'],
        ['report'],
      ]) {
        const { out } = netWith({ env: { COLUMNS: columns } }, ...args)
        expect(out).not.toContain('\u001b')
        for (const line of out.split('\n'))
          expect(line.replace(/\p{Script=Han}/gu, '..').length, line).toBeLessThanOrEqual(Number(columns))
      }
  })
})

test('Tab completes outcomes by their numbers, stages, people and events', () => {
  const { net } = box()
  const completed = (...words: string[]) =>
    net('complete', '--', ...words)
      .out.split('\n')
      .slice(0, -2)
  expect(completed('outcome', 'show', '')).toEqual(['1\tWebsite'])
  expect(completed('outcome', 'add', 'Shop', '--via', 'ad')).toEqual(['ada-lovelace\tAda Lovelace'])
  expect(completed('outcome', 'add', 'Shop', '--event', 'b')).toEqual(['breakfast\tBreakfast'])
  expect(completed('stage', 'set', 'Ada', 'c')).toEqual(['contact\t', 'customer\t'])
})

describe('net stage', () => {
  test('says where somebody stands, since when, and how long it took', () => {
    const { net } = box()
    expect(net('stage', 'Ada', 'Interessentin', '--on', '2026-06-01').out).toBe(
      '✓ Ada Lovelace is interested (2026-06-01, 59 days after you first met)\n',
    )
    expect(net('stage', 'ada', 'customer', '--json').json).toEqual({
      operation: 7,
      contact: { id: 1, name: 'Ada Lovelace' },
      stage: 'customer',
      on: '2026-11-03',
      daysSinceMet: 214,
      stages: [
        { stage: 'interested', on: '2026-06-01' },
        { stage: 'customer', on: '2026-11-03' },
      ],
      done: 'set',
    })
    expect(net('stage', 'list').out).toBe(`Stage     Who           Since       After you first met
customer  Ada Lovelace  2026-11-03  7 months
`)
    expect(net('stage', 'list', '--csv').out).toBe(
      'id,name,stage,on,daysSinceMet\r\n1,Ada Lovelace,customer,2026-11-03,214\r\n',
    )
    expect(net('history').out).toContain('Set the stage of Ada Lovelace: customer')
  })

  test('that is so already changes nothing; a day makes it right', () => {
    const { net } = box()
    net('stage', 'Ada', 'customer', '--on', '2026-06-01')
    expect(net('stage', 'Ada', 'customer').out).toBe(
      'Ada Lovelace is a customer already, since 1 Jun 2026.\n',
    )
    expect(net('stage', 'Ada', 'customer', '--on', '2026-05-01', '--json').json).toMatchObject({
      done: 'moved',
      stages: [{ stage: 'customer', on: '2026-05-01' }],
    })
    expect(net('stage', 'Ada', 'interested', '--on', '2026-04-10').out).toContain(
      'What came later stands: Ada Lovelace is a customer, since 1 May 2026.',
    )
  })

  test('is taken off again', () => {
    const { net } = box()
    net('stage', 'Ada', 'interested', '--on', '2026-05-01')
    net('stage', 'Ada', 'customer')
    expect(net('stage', 'remove', 'Ada').out).toBe(
      '✓ Taken off: Ada Lovelace is a customer (2026-11-03).\n  Now: Ada Lovelace is interested, since 1 May 2026.\n',
    )
    expect(net('stage', 'remove', 'Ada', 'interested').code).toBe(0)
    expect(net('show', 'Ada', '--json').json.stages).toEqual([])
  })

  test('teaches where nothing is recorded', () => {
    const { net } = sandbox()
    expect(net('stage')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('Nothing to propose'),
    })
    expect(net('stage', 'list')).toMatchObject({
      code: 0,
      err: expect.stringContaining('Nobody has a stage yet'),
    })
    expect(net('stage', 'list', '--json').json).toEqual([])
    expect(net('outcome', 'list', '--json')).toMatchObject({ code: 0, out: '[]\n' })
  })

  test('a good word for me proposes one', () => {
    const { net } = box()
    net('vouch', 'hopper', 'for', 'me', '--story', 'told her board')
    expect(net('stage', 'list', '--proposed').out).toContain(
      'Grace Hopper  put in a good word for you: told her board (2026-11-03)\n  net stage "Grace Hopper" recommender\n',
    )
  })

  test('somebody alone: all of their stages, the earliest first, or how to set one', () => {
    const { net } = box()
    const none = net('stage', 'Ada')
    expect([none.code, none.out]).toEqual([0, ''])
    expect(none.err).toMatch(/^Ada Lovelace has no stage yet: .*\n.*net stage "Ada Lovelace" interested\n$/)
    net('stage', 'Ada', 'interested', '--on', '2026-09-01')
    net('stage', 'Ada', 'customer')
    expect(net('stage', 'Ada', '--json').json).toMatchObject([
      { name: 'Ada Lovelace', stage: 'interested', on: '2026-09-01' },
      { name: 'Ada Lovelace', stage: 'customer', on: '2026-11-03' },
    ])
  })

  test.each<[string, string[], number, RegExp]>([
    ['an unknown stage', ['Ada', 'friend'], 2, /contact, interested, customer, recommender/],
    ['an empty stage', ['Ada', ''], 2, /contact, interested/],
    ['somebody not known', ['Nobody', 'customer'], 3, /No contact "Nobody"/],
    ['several of that name', ['Grace', 'customer'], 4, /#2 Grace Hopper/],
    ['a day to come', ['Ada', 'customer', '--on', '2026-12-24'], 2, /lies in the future/],
    ['no day', ['Ada', 'customer', '--on', 'whenever'], 2, /is no date/],
    ['too many words', ['Ada', 'customer', 'now'], 2, /too many arguments/i],
    ['taking off what is not there', ['remove', 'Ada'], 2, /finds no stage of Ada Lovelace/],
    ['taking off another one', ['remove', 'Ada', 'customer'], 2, /no stage "customer"/],
    ['a list of an unknown stage', ['list', '--stage', 'friend'], 2, /none that net knows/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    const run = net('stage', ...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(WRITTEN)
  })
})
