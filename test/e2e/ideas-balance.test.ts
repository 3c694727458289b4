import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

/** Runs as of a day; it must go well. */
const on = ({ netWith }: Sandbox, day: string, ...args: string[]) => {
  const run = netWith({ env: { NET_NOW: day } }, ...args)
  expect(run.code, `${args.join(' ')}: ${run.err}`).toBe(0)
  return run
}

const reproach =
  /\b(scores?|ranking|ranked|grades?|debts?|owes?|owed|neglect\w*|fail(ed|ure)?|overdue|useless|worthless|guilt\w*|should have|forgot\w*|too late|shame|lazy)\b/i

/** Two years of a made-up network, with everything in it. */
const rich = sandboxWith((box) => {
  expect(box.net('demo', '--out', box.db)).toMatchObject({ code: 0 })
})

test('A1: what I have put in and drawn out is said before I ask, of the network and never of the one I ask', () => {
  const box = sandbox()
  on(
    box,
    '2025-10-01',
    'log',
    'Coffee with Ada Lovelace. gave: feedback on the pitch. offers Ada: web design',
  )
  on(box, '2026-02-01', 'log', 'Lunch with Ben Okafor. gave: intro to Ada Lovelace. got: tip on the grant')
  const asking = [
    ['who', 'designer'],
    ['path', 'Ada'],
  ]
  for (const ask of asking) {
    const { code, out, err } = box.net(...ask)
    expect(code).toBe(0)
    expect(err.replaceAll('\n', ' ')).toContain(
      'So far you have put 2 favours into your network and drawn 1 out of it; this year 1 in, 1 out.',
    )
    expect(`${out}${err}`).not.toMatch(reproach)
  }
  expect(box.net('report', '--year', '2026').out).toContain('you have put more into your network')
})

describe('A2: lasting one-sidedness', () => {
  /** Ada and Cleo only come to me, I only come to Ben; with Dora it goes both ways; with Eve it has just begun. */
  const box = sandboxWith((made) => {
    for (const name of ['Ada Lovelace', 'Ben Okafor', 'Cleo Marsh', 'Dora Wind', 'Eve Stone'])
      on(made, '2026-01-01', 'add', name)
    for (const day of ['2026-01-10', '2026-04-10', '2026-07-20']) {
      on(made, day, 'gave', 'Ada', 'feedback')
      on(made, day, 'gave', 'Cleo', 'a lift')
      on(made, day, 'got', 'Ben', 'a tip')
      on(made, day, 'gave', 'Dora', 'a lift')
    }
    on(made, '2026-08-01', 'got', 'Dora', 'soup')
    for (const day of ['2026-07-01', '2026-07-10', '2026-07-20']) on(made, day, 'gave', 'Eve', 'a tip')
  })
  const names = (some: { name: string }[]) => some.map(({ name }) => name)
  const seen = ({ net }: Sandbox) => net('report', '--json').json.oneSided

  test('A2: is told in both directions alike, kindly and without a figure', () => {
    const made = box()
    expect(names(seen(made).drawOnMe)).toEqual(['Ada Lovelace', 'Cleo Marsh'])
    expect(names(seen(made).iDrawOn)).toEqual(['Ben Okafor'])
    const { out } = made.net('report')
    const section = out.slice(out.indexOf('One way, so far'), out.indexOf('People to see'))
    expect(section).toMatch(/Coming to you: Ada Lovelace \(since Jan 2026\)[\s\S]*coming to: Ben Okafor/)
    expect(section.replaceAll('Jan 2026', '')).not.toMatch(/\d/)
    expect(section).not.toMatch(reproach)
  })

  test('A2: is told of circles and events too', () => {
    const made = box()
    on(made, '2026-01-01', 'circle', 'add', 'founders', '--cadence', '90')
    for (const name of ['Ada', 'Cleo']) on(made, '2026-01-01', 'circle', 'put', name, 'founders')
    for (const [day, name] of [
      ['2026-01-15', 'Fay Winter'],
      ['2026-04-15', 'Gus Holt'],
      ['2026-08-15', 'Fay Winter'],
    ] as const)
      on(made, day, 'log', '--with', name, '--event', 'Breakfast', '--got', 'a tip')
    const { circles, events } = seen(made)
    expect(circles).toEqual({ drawOnMe: [{ id: 1, name: 'founders', since: '2026-01-10' }], iDrawOn: [] })
    expect(events).toEqual({ drawOnMe: [], iDrawOn: [{ name: 'Breakfast', since: '2026-01-15' }] })
    const { out } = made.net('report')
    expect(out).toContain('Circles you have been giving to: founders (since Jan 2026).')
    expect(out).toContain('Events you have been taking from: Breakfast (since Jan 2026).')
    on(made, '2026-09-01', 'got', 'Cleo', 'a ticket')
    expect(seen(made).circles.drawOnMe).toEqual([])
  })

  test('A2: can be switched off for a contact, and altogether', () => {
    const made = box()
    expect(made.net('edit', 'Ada', '--no-one-sided-hints').out).toMatch(/one-sided hints +on → off/)
    expect(names(seen(made).drawOnMe)).toEqual(['Cleo Marsh'])
    expect(made.net('show', 'Ada').out).toMatch(/^report +left out where it speaks of one-sidedness$/m)
    expect(made.net('show', 'Ada', '--json').json.oneSidedHints).toBe(false)
    expect(made.net('edit', 'Ada', '--no-one-sided-hints', '--json').json.operation).toBeNull()
    on(made, '2026-11-03', 'undo')
    expect(names(seen(made).drawOnMe)).toEqual(['Ada Lovelace', 'Cleo Marsh'])
    on(made, '2026-11-03', 'config', 'one-sided', 'off')
    expect(seen(made)).toMatchObject({ drawOnMe: [], iDrawOn: [], circles: { drawOnMe: [] } })
    expect(made.net('report').out).not.toContain('One way')
    expect(made.net('config', 'one-sided', 'loud')).toMatchObject({ code: 2, out: '' })
  })
})

describe('B3 and C3: nobody is scored, graded or in debt', () => {
  const reading = [
    [],
    ['stale'],
    ['stale', '--all'],
    ['list'],
    ['find', 'Podcast'],
    ['show', 'Änne'],
    ['show', 'Quentin'],
    ['show', 'Wilhelmina'],
    ['todo'],
    ['report'],
    ['report', '--year', '2026'],
    ['report', '--year', '2026', '--md'],
    ['history'],
    ['circle', 'list'],
    ['brief', 'Quentin'],
    ['brief', 'Wilhelmina'],
    ['who', 'Podcast'],
    ['path', 'Leipzig'],
    ['match'],
    ['gaps'],
    ['advocates'],
    ['network'],
    ['intro', 'list'],
    ['event', 'list'],
    ['outcome', 'list'],
  ]

  test.each(reading.map((args) => [args.join(' '), args] as const))(
    'B3: net %s speaks of no debt, score or reproach',
    (_, args) => {
      const { code, out, err } = rich().net(...args)
      expect(code).toBe(0)
      expect(`${out}${err}`).not.toMatch(reproach)
    },
  )

  /** Every object in some data that stands for a person. */
  const peopleIn = (data: any): any[] => {
    if (typeof data !== 'object' || data === null) return []
    const inside = Object.values(data).flatMap(peopleIn)
    return 'id' in data && 'name' in data && !Array.isArray(data) ? [data, ...inside] : inside
  }

  test.each(reading.filter((args) => !args.includes('--md')).map((args) => [args.join(' '), args] as const))(
    'B3: net %s --json has no account of a person',
    (_, args) => {
      const { code, json } = rich().net(...args, '--json')
      expect(code).toBe(0)
      const accounts =
        /^(balance|score|rank|grade|debt|points|worth|weight|gave|got|given|received|reliability)$/i
      const keys = new Set(peopleIn(json).flatMap(Object.keys))
      expect([...keys].filter((key) => accounts.test(key))).toEqual([])
    },
  )

  test('B3: what passed with a person is told as it happened, and not added up', () => {
    const box = rich()
    const { favours } = box.net('show', 'Quentin', '--json').json
    expect(favours.length).toBeGreaterThan(2)
    expect(favours.every(({ direction }: any) => direction === 'gave')).toBe(true)
    const { out } = box.net('show', 'Quentin')
    expect(out).toMatch(/you gave: /)
    expect(out).not.toMatch(/balance|more than|in return|back from/i)
  })

  test('C3: who brought nothing yet is in every list like all others', () => {
    const box = sandbox()
    on(box, '2026-05-01', 'log', 'Coffee with Ada Lovelace and Ben Okafor')
    on(box, '2026-05-02', 'got', 'Ada', 'an order', '--weight', 'large')
    on(box, '2026-05-03', 'outcome', 'add', 'Website', '--via', 'Ada')
    for (const list of ['list', 'stale']) {
      const rows = box.net(list, '--json').json
      expect(rows.map(({ name }: any) => name).sort()).toEqual(['Ada Lovelace', 'Ben Okafor'])
    }
    const [ada, ben] = box.net('stale', '--json').json
    expect([ada.ratio, ada.state]).toEqual([ben.ratio, ben.state])
  })
})

test('B4: care keeps a contact warm: whom I see more often, I know better and am told of first', () => {
  const box = sandbox()
  for (const day of ['2026-02-01', '2026-04-01', '2026-06-01', '2026-08-01', '2026-10-01'])
    on(box, day, 'log', 'Coffee with Ada Lovelace')
  on(box, '2026-10-01', 'log', 'Coffee with Ben Okafor')
  on(box, '2026-10-02', 'add', 'Tara Voss')
  on(box, '2026-10-02', 'add', 'Ulf Brandt')
  on(box, '2026-10-02', 'vouch', 'Ben', 'for', 'Tara', '--topic', 'design')
  on(box, '2026-10-02', 'vouch', 'Ada', 'for', 'Ulf', '--topic', 'design')
  // One endorsement each: that of the one I know better weighs more.
  expect(box.net('who', 'design', '--json').json.map(({ name }: any) => name)).toEqual([
    'Ulf Brandt',
    'Tara Voss',
  ])
  const ada = box.net('stale', '--json').json.find(({ name }: any) => name === 'Ada Lovelace')
  // Every two months: 59, 61, 61 and 61 days.
  expect(ada).toMatchObject({ cadenceDays: 61, cadenceFrom: 'rhythm', state: 'warm' })
})

test('C1: the balance is a curve over years: deposits first, withdrawals later', () => {
  const box = sandbox()
  on(box, '2024-01-01', 'add', 'Ada Lovelace')
  for (const day of ['2024-02-01', '2024-08-01', '2025-03-01']) on(box, day, 'gave', 'Ada', 'feedback')
  on(box, '2026-09-01', 'got', 'Ada', 'an order', '--weight', 'large')
  const { curve } = box.net('report', '--year', '2026', '--json').json.balance
  // From February 2024 to November 2026 are 34 months: +3, +6, +9, and in the end 9 - 9.
  expect(curve).toHaveLength(34)
  const at = (month: string) => curve.find((point: any) => point.month === month).balance
  expect(['2024-02', '2024-07', '2024-08', '2025-03', '2026-08', '2026-09', '2026-11'].map(at)).toEqual([
    3, 3, 6, 9, 9, 0, 0,
  ])
  const { out } = box.net('report', '--year', '2026')
  expect(out).toMatch(/Feb 2024 {2}[▁▂▃▄▅▆▇█]+ {2}Nov 2026/)
  expect(box.net('report', '--year', '2024', '--json').json.balance.curve).toHaveLength(11)
})

describe('C4: promises', () => {
  /** Mine: one kept on time, one late, one broken, one let off, one open. Theirs: one kept on time, one late. */
  const box = sandboxWith((made) => {
    on(
      made,
      '2026-10-01',
      'log',
      `Coffee with Ada Lovelace. todo: slides by 2026-10-10; book by 2026-10-11; draft by 2026-10-12; call by 2026-10-13;
      photos by 2026-10-14. they: paper by 2026-10-10; number by 2026-10-11`.replace(/\s+/g, ' '),
    )
    on(made, '2026-10-10', 'done', '1')
    on(made, '2026-10-20', 'done', '2')
    on(made, '2026-10-20', 'done', '3', '--broken')
    on(made, '2026-10-20', 'done', '4', '--let-off')
    on(made, '2026-10-20', 'done', '6', '--on', '2026-10-09')
    on(made, '2026-10-20', 'done', '7')
  })

  test('C4: my own reliability is in the report, by what happened', () => {
    const made = box()
    const { followUps } = made.net('report', '--json').json
    expect(followUps).toMatchObject({ due: 4, kept: 2, onTime: 1, late: 1, broken: 1, open: 1, letOff: 1 })
    expect(followUps).not.toHaveProperty('theirs')
    const { out } = made.net('report')
    expect(out.replaceAll('\n  ', ' ')).toContain(
      'You kept 2 of 4 that fell due: 1 on time, 1 later. 1 is still open, 1 did not come about, 1 was let off.',
    )
    expect(out).not.toMatch(/Promised to you|They promised/)
  })

  test('C4: theirs are told with the person alone, as facts', () => {
    const made = box()
    const states = made
      .net('show', 'Ada', '--json')
      .json.followUps.map(({ whose, what, state }: any) => [whose, what, state])
    expect(states.sort()).toEqual([
      ['mine', 'book', 'late'],
      ['mine', 'call', 'let-off'],
      ['mine', 'draft', 'broken'],
      ['mine', 'photos', 'open'],
      ['mine', 'slides', 'kept'],
      ['theirs', 'number', 'late'],
      ['theirs', 'paper', 'kept'],
    ])
    const { out } = made.net('show', 'Ada')
    expect(out).toContain('Your earlier ones: 1 kept, 1 kept late, 1 did not come about, 1 let off')
    expect(out).toContain('Promises to you: 1 kept, 1 kept late')
  })
})

describe('C5: a pause', () => {
  /** Twelve people long not met, and promises due in summer; then the journal rests from June to the end of September. */
  const names =
    'Ben Okafor,Cleo Marsh,Dora Wind,Eve Stone,Fay Winter,Gus Holt,Hal Voss,Ida Brandt,Jon Weiss,Kim Adler,Lou Costa,Mia Engel'
  const box = sandboxWith((made) => {
    for (const [at, name] of names.split(',').entries())
      on(made, `2026-01-${10 + at}`, 'log', `Coffee with ${name}. todo: write by 2026-07-${10 + at}`)
    on(made, '2026-06-01', 'pause', '--all', '--why', 'newborn')
    on(made, '2026-07-05', 'log', 'Call with Ada Lovelace. got: an order from the museum')
    on(made, '2026-07-06', 'met', 'Lin Chen', '--via', 'Ada')
    on(made, '2026-08-01', 'outcome', 'add', 'Poster', '--via', 'Ada')
    on(made, '2026-10-01', 'resume', '--all')
  })
  const cold = (made: Sandbox, day: string, ...more: string[]) =>
    on(made, day, 'stale', '--json', ...more).json.filter(({ state }: any) => state === 'cold').length

  test('C5: is followed by no pile: five people a week, and five promises', () => {
    const made = box()
    expect(['2026-10-01', '2026-10-07', '2026-10-08', '2026-10-15'].map((day) => cold(made, day))).toEqual([
      5, 5, 10, 12,
    ])
    expect(cold(made, '2026-10-01', '--all')).toBe(12)
    expect(on(made, '2026-10-01', 'stale').err).toContain('7 more come up over the next weeks')
    expect(on(made, '2026-10-01', 'stale', '--brief').out).toMatch(/^net: 5 promises due, 5 going cold: /)
    const today = on(made, '2026-10-01', '--json').json
    expect(today.promises.mine.map(({ state }: any) => state)).toEqual(Array(5).fill('rested'))
    expect(today.later).toEqual({ people: 7, promises: 7 })
    const { out } = on(made, '2026-10-01')
    expect(out).toContain('in your pause')
    expect(out).not.toMatch(reproach)
    expect(on(made, '2026-10-01', 'todo', '--json').json).toHaveLength(12)
    expect(on(made, '2026-10-15', '--json').json.later).toEqual({ people: 0, promises: 0 })
  })

  test('C5: whoever is met makes room for the next', () => {
    const made = box()
    on(made, '2026-10-02', 'log', 'Coffee with Ben Okafor')
    expect(cold(made, '2026-10-03')).toBe(5)
  })

  test('C5: the report tells that the network carried', () => {
    const made = box()
    const { pauses } = made.net('report', '--year', '2026', '--json').json
    expect(pauses).toEqual([
      {
        from: '2026-06-01',
        to: '2026-09-30',
        why: ['newborn'],
        encounters: { count: 1, people: 1 },
        got: { count: 2, weight: 6 },
        introductions: 1,
        outcomes: 1,
      },
    ])
    expect(made.net('report', '--year', '2026').out.replace(/\n +/g, ' ')).toContain(
      '1 Jun to 30 Sep 2026 (newborn): your network carried on. 1 person in touch with you, 2 favours received, 1 introduction to somebody and 1 outcome.',
    )
    const [half] = made.net('report', '--quarter', 'Q2', '--json').json.pauses
    expect(half).toMatchObject({ from: '2026-06-01', to: '2026-06-30', got: { count: 0 } })
    expect(made.net('report', '--quarter', 'Q2').out).toContain('all was quiet')
  })

  test('C5: days in it count for nobody, and while it lasts nobody is named', () => {
    const made = sandbox()
    on(made, '2026-01-01', 'log', 'Coffee with Ada Lovelace')
    on(made, '2026-02-01', 'pause', '--all', '--until', '2026-06-30', '--why', 'newborn')
    on(made, '2026-05-01', 'pause', '--all', '--until', '2026-09-30')
    expect(on(made, '2026-08-01', 'stale', '--json').json).toEqual([])
    expect(on(made, '2026-08-01', 'stale', '--brief').out).toBe('')
    // 31 days to 1 February less one, and October: 30 + 1.
    expect(on(made, '2026-10-01', 'stale', '--json').json[0]).toMatchObject({ daysSince: 31, state: 'warm' })
  })
})

test('E1: one line in a corridor records all of it at once', () => {
  const { net } = sandbox()
  net('log', 'Coffee with Ada Lovelace yesterday')
  const began = performance.now()
  const { operation, ...said } = net(
    'log',
    'Coffee break with Ada and Lin Chen at Betahaus. gave Lin: the logo job (from Ada). got Ada: tip on the grant. todo: send slides by friday. they: send the draft. learned Lin: moving to Lisbon #startup',
    '--json',
  ).json
  expect(performance.now() - began).toBeLessThan(5000)
  expect(said).toMatchObject({
    encounter: { kind: 'coffee', place: 'Betahaus', tags: ['startup'] },
    gave: [{ what: 'the logo job', passedOn: [{ people: [{ name: 'Ada Lovelace' }] }] }],
    got: [{ what: 'tip on the grant' }],
    todo: [{ due: '2026-11-06' }],
    they: [{ what: 'send the draft' }],
    learned: [{ what: 'moving to Lisbon', people: [{ name: 'Lin Chen', new: true }] }],
  })
  expect(net('undo', '--json').json.operation).toBe(operation)
  expect(net('list', '--json').json.map(({ name }: any) => name)).toEqual(['Ada Lovelace'])
})

describe('E4: passing on', () => {
  test('E4: what one gave me and I gave to another is linked, at both ends', () => {
    const box = sandbox()
    for (const name of ['Ada Lovelace', 'Lin Chen']) on(box, '2026-10-01', 'add', name)
    on(box, '2026-10-01', 'got', 'Ada', 'an order for a logo')
    on(box, '2026-10-02', 'got', 'Ada', 'tea')
    expect(on(box, '2026-10-05', 'gave', 'Lin', 'the logo job', '--from', 'Ada').out).toContain(
      'Passed on from Ada Lovelace: an order for a logo, 1 Oct.',
    )
    const favour = (name: string, what: string) =>
      box.net('show', name, '--json').json.favours.find((each: any) => each.what === what)
    expect(favour('Lin', 'the logo job').passedOn).toMatchObject([
      { what: 'an order for a logo', on: '2026-10-01' },
    ])
    expect(favour('Ada', 'an order for a logo').passedOn).toMatchObject([{ people: [{ name: 'Lin Chen' }] }])
    expect(box.net('show', 'Lin').out).toContain('you gave: the logo job (from Ada Lovelace)')
    expect(box.net('report', '--json').json.balance.passedOn).toEqual({ count: 1, weight: 3 })
  })

  test('E4: the report tells how much came from people I had given nothing to', () => {
    const box = sandbox()
    for (const name of ['Ada Lovelace', 'Ben Okafor', 'Lin Chen']) on(box, '2026-10-01', 'add', name)
    on(box, '2026-10-02', 'gave', 'Ada', 'feedback')
    on(box, '2026-10-10', 'got', 'Ada', 'a tip')
    on(box, '2026-10-11', 'got', 'Ben', 'an order', '--weight', 'large')
    on(box, '2026-10-12', 'got', 'Lin', 'a lift', '--weight', 'small')
    // Ben's 9 and Lin's 1, two of three.
    expect(box.net('report', '--json').json.balance.fromOthers).toEqual({
      count: 2,
      weight: 10,
      share: 2 / 3,
    })
    expect(box.net('report').out.replaceAll('\n  ', ' ')).toContain(
      '2 of 3 favours received came from people you had given nothing to: it goes round.',
    )
  })
})
