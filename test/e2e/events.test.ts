import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const breakfasts = sandboxWith(({ net }) => {
  net('add', 'Ada Lovelace')
  net('add', 'Ben Adler')
  net('add', 'Ben Becker')
  net('event', 'add', 'Breakfast', '--on', '2026-08-04', '--format', 'breakfast', '--place', 'Betahaus')
  net('event', 'add', 'Breakfast', '--on', '2026-10-06')
  net('event', 'add', 'Breakfast', '--on', '2026-11-24', '--with', 'Ada')
  net('event', 'add', 'Rust Meetup', '--on', '2026-05-05')
  net('event', 'add', 'Go Meetup', '--on', '2026-06-05')
})

const dumpOf = ({ net }: Sandbox) => [
  net('event', 'list', '--json').out,
  net('history', '--json').out,
  net('list', '--json').out,
]

test('net event show does not count what is to come as a visit', () => {
  const { net } = breakfasts()
  expect(net('event', 'show', 'Breakfast').out).toContain('\n2 visits so far, 1 to come\n')
})

describe('net event add', () => {
  test('keeps what is said, and takes series, format and place from the last of that name', () => {
    const { net } = sandbox()
    const first = net(
      ...[
        'event',
        'add',
        'Breakfast',
        '--on',
        '2026-10-06',
        '--series',
        'CW Breakfast',
        '--format',
        'breakfast',
      ],
      ...['--place', 'Café Zürich', '--cost', '12,50', '--currency', 'chf', '--hours', '1:30'],
    )
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toBe(
      '✓ #1 Breakfast, 6 Oct, 28 days ago\n  what     CW Breakfast · breakfast · Café Zürich\n  cost     12.50 CHF, 1.5 h\n',
    )
    expect(net('event', 'add', 'breakfast', '--on', '2026-11-24', '--no-place', '--json').json).toMatchObject(
      {
        operation: 2,
        event: {
          id: 2,
          name: 'breakfast',
          on: '2026-11-24',
          series: 'CW Breakfast',
          format: 'breakfast',
          place: null,
          cost: null,
          currency: null,
          minutes: null,
        },
        guests: [],
        likeLast: ['series', 'format'],
      },
    )
  })

  test('is today unless said, and a day without a year is the nearest', () => {
    const { net } = sandbox()
    const dayOf = (name: string, ...on: string[]) => net('event', 'add', name, ...on, '--json').json.event.on
    expect(dayOf('A')).toBe('2026-11-03')
    expect(dayOf('B', '--on', '12.10.')).toBe('2026-10-12')
    expect(dayOf('C', '--on', '24.11.')).toBe('2026-11-24')
    expect(dayOf('D', '--on', 'yesterday')).toBe('2026-11-02')
    expect(dayOf('E', '--on', '2027-01-15')).toBe('2027-01-15')
  })

  test('guests can be expected, and not any more', () => {
    const { net } = breakfasts()
    const more = net('event', 'expect', 'Breakfast', 'Ada', 'Adler')
    expect(more).toMatchObject({
      code: 0,
      out: '✓ Ada Lovelace and Ben Adler are expected at Breakfast (24 Nov)\n',
    })
    expect(net('event', 'expect', 'Breakfast', 'Ada').out).toBe(
      'Ada Lovelace is expected at Breakfast (24 Nov) already.\n',
    )
    expect(net('event', 'expect', 'Breakfast', 'Ada', '--not', '--json').json).toMatchObject({
      guests: [{ name: 'Ben Adler' }],
      not: true,
    })
    expect(net('event', 'show', '3', '--json').json.guests).toEqual([{ id: 2, name: 'Ben Adler' }])
    expect(net('event', 'show', '3').out).toMatch(/expected +Ben Adler/)
  })
})

describe('net log --event', () => {
  test('joins the event of that name around that day, and tells which', () => {
    const { net } = sandbox()
    const first = net('log', 'Met Ada Lovelace', '--event', 'PyCon', '--on', '2026-10-12')
    expect(first.out).toMatch(/event +PyCon \(12 Oct\), a new one/)
    expect(net('log', 'Met Ben Adler', '--event', 'pycon', '--on', '2026-10-14').out).toMatch(
      /at PyCon, .*\n[\s\S]*event +PyCon \(12 Oct\)\n/,
    )
    expect(
      net('log', 'Met Ada Lovelace', '--event', 'pycon', '--on', '2026-10-20', '--json').json,
    ).toMatchObject({
      encounter: { event: 'PyCon' },
      occasion: { id: 2, name: 'PyCon', on: '2026-10-20', new: true },
    })
    expect(net('event', 'list', '--json').json.map(({ id, people }: any) => [id, people])).toEqual([
      [2, 1],
      [1, 2],
    ])
  })

  test('a name that is close to a known one is told of', () => {
    const { net } = breakfasts()
    expect(net('log', 'Met Ada', '--event', 'Brekfast').out).toMatch(
      /event +Brekfast \(3 Nov\), a new one; there is a Breakfast as well/,
    )
  })

  test('an event of these days may be named as a place is; on other days it is a place', () => {
    const { net } = sandbox()
    net('event', 'add', 'PyCon Berlin', '--on', '2026-10-12', '--place', 'bcc')
    const at = (on: string, ...flags: string[]) => {
      const { encounter, occasion } = net(
        'log',
        'Met Ada at PyCon Berlin',
        '--on',
        on,
        ...flags,
        '--json',
      ).json
      return [encounter.event, encounter.place, occasion?.id]
    }
    expect(at('2026-10-13')).toEqual(['PyCon Berlin', 'bcc', 1])
    expect(at('2026-10-20')).toEqual([null, 'PyCon Berlin', undefined])
    expect(at('2026-10-13', '--place', 'PyCon Berlin')).toEqual([null, 'PyCon Berlin', undefined])
  })

  test('--dry-run makes no event', () => {
    const { net } = sandbox()
    expect(net('log', 'Met Ada Lovelace', '--event', 'PyCon', '--dry-run', '--json').json.occasion).toEqual({
      id: null,
      name: 'PyCon',
      on: '2026-11-03',
      new: true,
      near: [],
    })
    expect(net('event', 'list', '--json').json).toEqual([])
  })
})

describe('net event review', () => {
  test('of several the last one that has been is meant, which is told', () => {
    const { net } = breakfasts()
    const run = net(
      'event',
      'review',
      'Breakfast',
      '--contacts',
      '--no-insight',
      '--fun',
      '--note',
      'good talk',
    )
    expect(run.code).toBe(0)
    expect(run.out).toBe(
      [
        '✓ Breakfast (6 Oct): yes to contacts, fun. Worth another visit.',
        '  note     good talk',
        '  guessed  the last one; there is 1 more visit of it, by date or number',
        '',
      ].join('\n'),
    )
  })

  test('a second one changes the first, what is not said stays', () => {
    const { net } = breakfasts()
    net('event', 'review', '2', '--contacts', '--no-insight', '--fun', '--note', 'good talk')
    expect(net('event', 'review', '2', '--no-fun').out).toMatch(
      /✓ Review changed: Breakfast \(6 Oct\): yes to contacts\.[\s\S]*before +yes to contacts, fun\n +note +good talk/,
    )
    expect(net('event', 'review', '2', '--no-fun').out).toMatch(/Nothing to change/)
    expect(net('event', 'review', '2', '--note', 'too long', '--json').json.event.review).toEqual({
      contacts: true,
      insight: false,
      fun: false,
      on: '2026-11-03',
      note: 'too long',
    })
    net('undo')
    expect(net('event', 'show', '2', '--json').json.review.note).toBe('good talk')
    expect(net('history').out).toMatch(/Said how Breakfast was/)
  })

  test('asks on a terminal', async () => {
    const box = breakfasts()
    const run = terminal(box, ['event', 'review', 'Breakfast 2026-08'])
    await run.sees('contacts that matter?')
    run.types(`y${KEYS.enter}`)
    await run.sees('learn something relevant?')
    run.types(`n${KEYS.enter}`)
    await run.sees('enjoy it?')
    run.types(`y${KEYS.enter}`)
    await run.sees('Anything else')
    run.types(`warm croissants${KEYS.enter}`)
    const { code, screen } = await run.ends()
    expect(code).toBe(0)
    expect(screen).toContain('yes to contacts, fun')
    expect(box.net('event', 'show', '1', '--json').json.review).toMatchObject({
      contacts: true,
      insight: false,
      fun: true,
      note: 'warm croissants',
    })
  })

  test('Ctrl-C in between writes nothing', async () => {
    const box = breakfasts()
    const before = dumpOf(box)
    const run = terminal(box, ['event', 'review', 'Breakfast'])
    await run.sees('contacts that matter?')
    run.types(`y${KEYS.enter}`)
    await run.sees('learn something relevant?')
    run.types(KEYS.ctrlC)
    expect((await run.ends()).code).toBe(130)
    expect(dumpOf(box)).toEqual(before)
  })

  test('asks which one where a part of a name fits several', async () => {
    const box = breakfasts()
    const run = terminal(box, ['event', 'show', 'Meetup'])
    await run.sees('Which Meetup?')
    run.types(KEYS.enter)
    expect((await run.ends()).screen).toContain('Go Meetup')
  })
})

describe('net event edit and remove', () => {
  test('change one, or all of a name', () => {
    const { net } = breakfasts()
    expect(net('event', 'edit', '1', '--cost', '12', '--hours', '2', '--place', '').out).toMatch(
      /✓ #1 Breakfast, 4 Aug, 3 months ago\n +what +breakfast\n +cost +12 EUR, 2 h/,
    )
    expect(net('event', 'edit', '1', '--hours', '2').out).toMatch(/Nothing to change/)
    expect(
      net('event', 'edit', 'Breakfast', '--all', '--series', 'CW Breakfast', '--json').json,
    ).toMatchObject({
      changed: 3,
    })
    expect(net('event', 'list', '--series', 'cw breakfast', '--json').json).toHaveLength(3)
    expect(
      net('event', 'edit', 'Breakfast 2026-08', '--name', 'Frühstück', '--no-cost', '--on', '5.8.').code,
    ).toBe(0)
    expect(net('event', 'show', 'fruehstueck', '--json').json).toMatchObject({
      name: 'Frühstück',
      on: '2026-08-05',
      cost: null,
      currency: null,
      minutes: 120,
    })
  })

  test('removing keeps the encounters; undo brings it back with its guests and review', () => {
    const { net } = breakfasts()
    net('log', 'Met Ada', '--event', 'Breakfast', '--on', '2026-10-06')
    net('event', 'review', '2', '--contacts', '--insight', '--fun')
    const before = net('event', 'show', '2', '--json').out
    expect(net('event', 'remove', 'Breakfast 2026-10').out).toMatch(/Breakfast \(6 Oct\) is gone/)
    expect(net('show', 'Ada', '--json').json.encounters).toMatchObject([{ event: null }])
    expect(net('event', 'show', '2').code).toBe(3)
    net('undo')
    expect(net('event', 'show', '2', '--json').out).toBe(before)
  })
})

test('net find finds events by name, place and what was noted', () => {
  const { net } = breakfasts()
  net('event', 'review', '1', '--contacts', '--insight', '--fun', '--note', 'warm croissants')
  expect(net('find', 'betahaus', '--json').json).toMatchObject([
    { kind: 'event', id: 3 },
    { kind: 'event', id: 2 },
    { kind: 'event', id: 1, snippet: 'Breakfast · breakfast · Betahaus · warm croissants' },
  ])
  expect(net('find', 'croissants').out).toMatch(/^Events\n {2}2026-08-04 +Breakfast/)
})

test('lists as CSV; an empty list is one', () => {
  const { net } = breakfasts()
  net('event', 'review', '1', '--contacts', '--no-insight', '--fun')
  const csv = net('event', 'list', '--csv').out.split('\r\n')
  expect(csv[0]).toBe(
    'id,name,series,on,format,place,people,newToMe,contacts,insight,fun,note,secondHand,thirdHand,outcomes,cost,minutes,expected',
  )
  expect(csv).toContain('1,Breakfast,,2026-08-04,breakfast,Betahaus,0,0,yes,no,yes,,0,0,,,,0')
  const empty = sandbox()
  for (const verb of ['list', 'compare']) {
    expect(empty.net('event', verb, '--json')).toMatchObject({ code: 0, out: '[]\n' })
    expect(empty.net('event', verb)).toMatchObject({ code: 0, out: '' })
    expect(empty.net('event', verb).err).toMatch(/No events yet[\s\S]*net event add/)
  }
  expect(net('event', 'list', '--format', 'opera').err).toMatch(/No such event/)
})

test('lines keep to the width, with long names and wide letters', () => {
  const { net, netWith } = sandbox()
  net('event', 'add', '東京スタートアップの朝食会と名刺交換会', '--on', '2026-10-06', '--format', 'meetup')
  net('event', 'add', `Übermäßig ${'langer Name '.repeat(8)}`, '--on', '2026-10-07', '--cost', '99999999.99')
  net(
    'log',
    'Met Ada Lovelace, Grace Hopper and 王芳',
    '--event',
    '東京スタートアップの朝食会と名刺交換会',
    '--on',
    '2026-10-06',
  )
  for (const width of [60, 80, 120])
    for (const args of [['list'], ['compare'], ['list', '--by', 'format'], ['show', '1'], ['show', '2']]) {
      const { out } = netWith({ env: { COLUMNS: String(width) } }, 'event', ...args)
      for (const line of out.split('\n')) expect(columns(line), `${args} ${line}`).toBeLessThanOrEqual(width)
    }
})

/** Wide letters count twice. */
const columns = (line: string) =>
  [...line].reduce((sum, letter) => sum + (/[\u3000-\u9fff]/.test(letter) ? 2 : 1), 0)

test.each<[args: string[], code: number, err: RegExp]>([
  [['review', '3', '--contacts', '--insight', '--fun'], 2, /still to come \(2026-11-24\)/],
  [['review', 'Breakfast'], 2, /--contacts or --no-contacts, --insight or --no-insight, --fun or --no-fun/],
  [['review', 'Breakfast', '--fun'], 2, /--contacts or --no-contacts, --insight or --no-insight/],
  [['review', 'Nowhere', '--contacts', '--insight', '--fun'], 3, /No event "Nowhere"[\s\S]*net event list/],
  [['review', 'Brekfast', '--contacts', '--insight', '--fun'], 3, /Did you mean "Breakfast"/],
  [['review', 'Meetup', '--contacts', '--insight', '--fun'], 4, /Go Meetup \(2026-06-05\)[\s\S]*Rust Meetup/],
  [['edit', 'Breakfast', '--hours', '2'], 4, /#3 Breakfast \(2026-11-24\)[\s\S]*#1 Breakfast \(2026-08-04\)/],
  [['remove', 'Breakfast'], 4, /could be several/],
  [['remove', '99'], 3, /No event "99"/],
  [['show', ''], 3, /No event ""/],
  [['add', 'Breakfast', '--on', '2026-10-06'], 4, /There is an event "Breakfast" already/],
  [['edit', '1', '--on', '2026-10-06'], 4, /already/],
  [['add', '12'], 2, /number of an event/],
  [['add', ' '], 2, /is empty/],
  [['add', '\u0007'], 2, /is empty/],
  [['add', 'x'.repeat(501)], 2, /too long/],
  [['add', 'X', '--cost', '-5'], 2, /negative/],
  [['add', 'X', '--cost', 'much'], 2, /is no amount/],
  [['add', 'X', '--cost', '5.555,5555'], 2, /more than 2 decimals/],
  [['add', 'X', '--cost', '5', '--currency', 'XYZ'], 2, /is no currency/],
  [['add', 'X', '--currency', 'EUR'], 2, /stands alone/],
  [['add', 'X', '--cost', '99999999999999999'], 2, /too large/],
  [['add', 'X', '--hours', '-1'], 2, /no number of hours/],
  [['add', 'X', '--hours', 'two'], 2, /no number of hours/],
  [['add', 'X', '--hours', '5000'], 2, /more than an event can last/],
  [['add', 'X', '--on', '2026-02-30'], 2, /no date/],
  [['add', 'X', '--on', 'soonish'], 2, /no date/],
  [['add', 'X', '--with', 'Nobody'], 3, /No contact "Nobody"/],
  [['add', 'X', '--with', 'Ben'], 4, /Ben Adler[\s\S]*Ben Becker/],
  [['expect', 'Breakfast', 'Ben'], 4, /Ben Adler[\s\S]*Ben Becker/],
  [['expect', 'Nowhere', 'Ada'], 3, /No event/],
  [['compare', '--by', 'colour'], 2, /series, format/],
  [['nonsense'], 2, /nonsense/],
])('net event %j exits with %i and writes nothing', (args, code, err) => {
  const box = breakfasts()
  const before = dumpOf(box)
  const run = box.net('event', ...args)
  expect(run).toMatchObject({ code, out: '' })
  expect(run.err).toMatch(err)
  expect(run.err).not.toMatch(/\bat .*\.(ts|js|cjs)/)
  expect(dumpOf(box)).toEqual(before)
})

test('a shell completes the names of events, those of late first', () => {
  const { net } = breakfasts()
  const lines = (...words: string[]) =>
    net('complete', '--', ...words)
      .out.split('\n')
      .slice(0, -2)
  expect(lines('event', 'show', '')).toEqual([
    'breakfast\tBreakfast',
    'go-meetup\tGo Meetup',
    'rust-meetup\tRust Meetup',
  ])
  expect(lines('log', 'Met Ada', '--event', 'meet')).toEqual([
    'meetup-go\tGo Meetup',
    'meetup-rust\tRust Meetup',
  ])
  expect(lines('event', 'review', '"Rust')[0]).toMatch(/^Rust Meetup/)
  expect(net('event', 'show', 'meetup-rust', '--json').json.name).toBe('Rust Meetup')
})
