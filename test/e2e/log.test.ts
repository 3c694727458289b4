import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const LINE =
  'Coffee with Ada Lovelace and Grace Hopper at Betahaus yesterday. gave Ada: intro to Lin. got: tip on the grant. ' +
  'todo: send slides by friday. they Grace: the address. learned Grace: moving to Lisbon #startup'

describe('net log', () => {
  test('records all that one sentence tells, and says what it understood', () => {
    const { net } = sandbox()
    const { code, out, err } = net('log', LINE)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Logged coffee with Ada Lovelace and Grace Hopper at Betahaus, yesterday (2 Nov)',
    )
    expect(out).toContain('you brought Ada Lovelace (new) and Lin (new) together')
    expect(out).toContain('send slides, by 6 Nov (in 3 days)')
    expect(out).toContain('"friday" is due 6 Nov')
    expect(out).toContain('"net undo" takes it back.')

    const ada = net('show', 'ada', '--json').json
    expect(ada).toMatchObject({ name: 'Ada Lovelace', metOn: '2026-11-02', metAt: 'Betahaus' })
    expect(ada.encounters[0].text).toBe(LINE)
    expect(ada.ties.map((tie: { name: string }) => tie.name)).toEqual(['Lin'])
    expect(ada.favours.map(({ direction, what }: any) => [direction, what]).sort()).toEqual([
      ['gave', 'intro to Lin'],
      ['got', 'tip on the grant'],
    ])
    const grace = net('show', 'grace', '--json').json
    expect(grace.facts.map((fact: { what: string }) => fact.what)).toEqual(['moving to Lisbon'])
    expect(grace.followUps.map(({ whose, what, due }: any) => [whose, what, due])).toEqual(
      expect.arrayContaining([
        ['mine', 'send slides', '2026-11-06'],
        ['theirs', 'the address', null],
      ]),
    )
  })

  test('answers in JSON as it is promised', () => {
    const { net } = sandbox()
    const answer = net('log', LINE, '--json').json
    expect(answer).toMatchObject({
      operation: 1,
      encounter: {
        id: 1,
        on: '2026-11-02',
        kind: 'coffee',
        place: 'Betahaus',
        text: LINE,
        event: null,
        tags: ['startup'],
        people: [
          { id: 1, name: 'Ada Lovelace', new: true },
          { id: 2, name: 'Grace Hopper', new: true },
        ],
      },
      gave: [{ id: 1, what: 'intro to Lin', weight: 3, people: [{ name: 'Ada Lovelace' }] }],
      got: [
        {
          id: 2,
          what: 'tip on the grant',
          weight: 3,
          people: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper' }],
        },
      ],
      todo: [{ id: 1, what: 'send slides', due: '2026-11-06' }],
      they: [{ id: 2, what: 'the address', due: null, people: [{ name: 'Grace Hopper' }] }],
      learned: [{ what: 'moving to Lisbon', people: [{ name: 'Grace Hopper' }] }],
      introductions: [{ introducer: null, people: [{ name: 'Ada Lovelace' }, { name: 'Lin' }] }],
      guesses: [{ kind: 'due', said: 'friday', on: '2026-11-06' }],
    })
  })

  test('says when the people were met before', () => {
    const { net } = sandbox()
    net('log', 'Coffee with Ada on 2026-10-20')
    expect(net('log', 'call with Ada').out).toContain('Ada: last met 14 days ago')
  })

  test('a favour may be said to be small or large', () => {
    const { net } = sandbox()
    const { gave, got } = net(
      'log',
      'Lunch with Ada. gave: a lift (small); the whole website (large). got: Auftrag (groß)',
      '--json',
    ).json
    expect(gave.map(({ what, weight }: any) => [what, weight])).toEqual([
      ['a lift', 1],
      ['the whole website', 9],
    ])
    expect(got.map(({ what, weight }: any) => [what, weight])).toEqual([['Auftrag', 9]])
  })

  test('flags say the same as a sentence', () => {
    const { net } = sandbox()
    const flags = [
      '--with',
      'Ada Lovelace',
      '--with',
      'Grace Hopper',
      '--on',
      'yesterday',
      '--kind',
      'coffee',
      '--place',
      'Betahaus',
    ]
    const said = [
      '--gave',
      'Ada: intro to Lin',
      '--todo',
      'send slides by friday',
      '--learned',
      'Grace: moving to Lisbon',
      '--tag',
      'startup',
    ]
    const { encounter, gave, todo, learned } = net(
      'log',
      ...flags,
      ...said,
      '--event',
      'Founders Breakfast',
      '--json',
    ).json
    expect(encounter).toMatchObject({
      on: '2026-11-02',
      kind: 'coffee',
      place: 'Betahaus',
      event: 'Founders Breakfast',
      tags: ['startup'],
    })
    expect(gave[0].people.map((person: any) => person.name)).toEqual(['Ada Lovelace'])
    expect(todo[0]).toMatchObject({ what: 'send slides', due: '2026-11-06' })
    expect(learned[0].people.map((person: any) => person.name)).toEqual(['Grace Hopper'])
  })

  test('a dry run shows the same and writes nothing', () => {
    const { net, db } = sandbox()
    const { code, out } = net('log', LINE, '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('Would log coffee with Ada Lovelace and Grace Hopper')
    expect(existsSync(db)).toBe(false)
    expect(net('log', LINE, '--dry-run', '--json').json).toMatchObject({
      operation: null,
      encounter: { id: null },
    })
  })

  test('says that a time told no day, and how to tell it', () => {
    const { net } = sandbox()
    const { out } = net('log', 'Neulich Kaffee mit Ada')
    expect(out.replace(/\s+/g, ' ')).toContain(
      '"Neulich" tells no day, so today was taken; --on says which it was (--on "last friday")',
    )
    expect(net('log', 'Kaffee mit Ada im Oktober', '--json').json).toMatchObject({
      encounter: { on: '2026-10-15' },
      guesses: [{ kind: 'date', said: 'im Oktober', on: '2026-10-15' }],
    })
    expect(net('log', 'Lunch with Ada, CEO of Foo, and Jane Roe').out).toContain('Ada and Jane Roe')
    expect(net('log', 'Call with Google').out).toContain('Nobody was recognised.')
  })

  test('says that a meeting sounds as if it was called off', () => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace')
    const { out } = net('log', 'Lunch with Ada cancelled')
    expect(out.replace(/\s+/g, ' ')).toContain('"cancelled" sounds as if you did not meet')
  })

  test('what is planned is not the last time that they met', () => {
    const { net } = sandbox()
    net('log', 'Coffee with Ada yesterday')
    net('log', 'Coffee with Ada and Bob tomorrow', '--planned')
    expect(net('list', '--json').json.map(({ lastOn }: any) => lastOn)).toEqual(['2026-11-02', null])
  })

  test('refuses what is not UTF-8, and makes no journal of it', () => {
    const { netWith, net, db } = sandbox()
    const latin1 = netWith({ input: Buffer.from('Kaffee mit Jürgen', 'latin1') }, 'log', '-')
    expect({ code: latin1.code, out: latin1.out }).toEqual({ code: 2, out: '' })
    expect(latin1.err).toContain('is not UTF-8')
    expect(net('log', 'Kaffee mit J\ufffdrgen')).toMatchObject({ code: 2, out: '' })
    expect(existsSync(db)).toBe(false)
  })

  test('shows a person of whom megabytes were written', () => {
    const { netWith, net } = sandbox()
    expect(netWith({ input: `Coffee with Ada\n${'x'.repeat(3_000_000)}` }, 'log', '-').code).toBe(0)
    const { code, out } = net('show', 'Ada')
    expect({ code, short: out.length < 10_000 }).toEqual({ code: 0, short: true })
  })

  test('reads a sentence from standard input, whatever is in it', () => {
    const { netWith } = sandbox()
    const { code, json } = netWith({ input: 'Kaffee mit Ada\n\nüber "Zäune"\n' }, 'log', '-', '--json')
    expect(code).toBe(0)
    expect(json.encounter.text).toBe('Kaffee mit Ada\n\nüber "Zäune"')
  })

  test('undo takes all of it back, new people and all', () => {
    const { net } = sandbox()
    net('log', LINE)
    expect(net('undo').code).toBe(0)
    expect(net('list', '--json').json).toEqual([])
    net('redo')
    expect(net('list', '--json').json).toHaveLength(3)
  })
})

describe('net log tells of introductions in passing', () => {
  test.each([
    ['Met Jonas Berg through Ada at the Founders Breakfast', ['Jonas Berg']],
    ['Jonas Berg über Ada kennengelernt', ['Jonas Berg']],
    ['Ada introduced me to Jonas Berg', ['Ada Lovelace', 'Jonas Berg']],
    ['Ada hat mir Jonas Berg vorgestellt', ['Ada Lovelace', 'Jonas Berg']],
    ['Jonas Berg (via @"Ada Lovelace")', []],
  ])('%s: as net met --via does, and undone at once', (line, met) => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace')
    const before = net('show', 'Ada', '--json').out
    if (met.length === 0) net('add', 'Jonas Berg')
    const { json } = net('log', line, '--json')
    expect(json.introductions).toMatchObject([
      { introducer: { name: 'Ada Lovelace' }, people: [{ name: 'Jonas Berg' }] },
    ])
    if (met.length > 0) expect(json.encounter.people.map(({ name }: any) => name)).toEqual(met)
    const jonas = net('show', 'Jonas', '--json').json
    expect(jonas.introducedBy.name).toBe('Ada Lovelace')
    expect(jonas.ties.map(({ name }: any) => name)).toEqual(['Ada Lovelace'])
    expect(net('show', 'Ada', '--json').json.favours).toMatchObject([
      { direction: 'got', what: 'introduced me to Jonas Berg' },
    ])
    expect(net('show', 'Jonas').out).toContain('through Ada Lovelace')
    expect(net('undo').code).toBe(0)
    expect(net('show', 'Ada', '--json').out).toBe(before)
    expect(net('intro', 'list', '--json').json).toEqual([])
  })

  test('says who introduced whom, and each introduction once', () => {
    const { net } = sandbox()
    net('met', 'Grace Hopper', '--via', 'Ada Lovelace', '--on', '2026-10-01')
    expect(net('log', 'Coffee with Grace (via Ada)', '--json').json.introductions).toEqual([])
    const both = net('log', 'Met Lin Wu via Ada. got Ada: intro to Lin Wu')
    expect(both.out).toContain('intro    Ada Lovelace introduced you to Lin Wu (new)')
    net('log', 'Introduced Grace to Lin')
    expect(
      net('intro', 'list', '--json').json.map(({ introducer, people }: any) => [
        introducer?.name ?? 'me',
        ...people.map(({ name }: any) => name),
      ]),
    ).toEqual([
      ['me', 'Grace Hopper', 'Lin Wu'],
      ['Ada Lovelace', 'Lin Wu'],
      ['Ada Lovelace', 'Grace Hopper'],
    ])
  })

  test('what would lead in a circle stays a favour, and is said', () => {
    const { net } = sandbox()
    net('met', 'Grace Hopper', '--via', 'Ada Lovelace')
    const { code, err } = net('log', 'Coffee with Ada (via Grace)')
    expect({ code, err: err.replace(/\s+/g, ' ') }).toEqual({
      code: 0,
      err: expect.stringContaining('kept as a favour, and not as how you met'),
    })
    expect(net('intro', 'list', '--json').json).toHaveLength(1)
  })
})

describe('net log refuses', () => {
  test('a name close to a known one, unless it is said to be new', () => {
    const { net } = sandbox()
    net('add', 'Katharina Schmidt')
    const { code, err, out } = net('log', 'Coffee with Katharina Schmitt')
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain('Did you mean "Katharina Schmidt"?')
    expect(err).toContain('--new')
    expect(net('log', 'Coffee with Katharina Schmitt', '--new', '--json').json.encounter.people[0].new).toBe(
      true,
    )
  })

  test('a first name of two, but takes the one met with the others', () => {
    const { net } = sandbox()
    net('add', 'Anna Berg')
    net('add', 'Anna Tal')
    net('log', 'Lunch with Anna Tal and Otto')
    const { code, err } = net('log', 'Coffee with Anna')
    expect(code).toBe(4)
    expect(err).toContain('Anna Berg')
    expect(err).toContain('Anna Tal')
    const { json } = net('log', 'Coffee with Anna and Otto', '--json')
    expect(json.encounter.people.map((person: any) => person.name)).toEqual(['Anna Tal', 'Otto'])
    const told = net('log', 'Tea with Anna and Otto', '--dry-run').out.replace(/\s+/g, ' ')
    expect(told).toContain('"Anna" is Anna Tal, met before with the others here, not Anna Berg')
    expect(json.guesses).toMatchObject([{ kind: 'met-together', said: 'Anna', chosen: { name: 'Anna Tal' } }])
  })

  test.each([
    [['log'], 'net log "Coffee with Ada"'],
    [['log', '   '], 'Say what happened'],
    [['log', 'Coffee with Ada', '--on', '2026-02-30'], 'is no date'],
    [['log', 'Coffee with Ada', '--on', '2027-01-01'], 'future'],
    [['log', 'Coffee with Ada on 2027-01-01'], '--planned'],
    [['log', 'Coffee with Ada', '--kind', 'séance'], 'kind'],
    [['log', 'Coffee with Ada', '--nonsense'], "'--nonsense'"],
  ])('%j, and writes nothing', (args, hint) => {
    const { net, db } = sandbox()
    const { code, err, out } = net(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(hint)
    expect(existsSync(db)).toBe(false)
  })
})

describe('net log in a terminal', () => {
  test('asks for everything in turn, shows what it understood, and logs on a yes', async () => {
    const box = sandbox()
    box.net('add', 'Grace Hopper')
    const screen = terminal(box, ['log'])
    await screen.sees('Who did you meet?')
    screen.types('gra')
    await screen.sees('Grace Hopper')
    screen.types(KEYS.enter)
    await screen.sees('Who else?')
    screen.types('Zoë')
    await screen.sees('Zoë (new)')
    screen.types(KEYS.enter)
    await screen.sees('Nobody else')
    screen.types(KEYS.enter)
    await screen.sees('When?')
    screen.types(`yesterday${KEYS.enter}`)
    await screen.sees('What was it?')
    screen.types(`lunch at Mensa${KEYS.enter}`)
    await screen.sees('What did you give')
    screen.types(`Zoë: a lead${KEYS.enter}`)
    await screen.sees('Anything else?')
    screen.types(KEYS.enter)
    await screen.sees('What did you get')
    screen.types(KEYS.enter)
    await screen.sees('What did you promise?')
    screen.types(`send the slides by friday${KEYS.enter}`)
    await screen.sees('Anything else?')
    screen.types(KEYS.enter)
    await screen.sees('What did they promise?')
    screen.types(KEYS.enter)
    await screen.sees('What did you learn')
    screen.types(KEYS.enter)
    await screen.sees('Would log a meal with Grace Hopper and Zoë at Mensa, yesterday (2 Nov)')
    await screen.sees('Log it so?')
    screen.types(KEYS.enter)
    await screen.sees('Logged a meal with Grace Hopper and Zoë')
    expect((await screen.ends()).code).toBe(0)

    const zoe = box.net('show', 'zoe', '--json').json
    expect(zoe).toMatchObject({ name: 'Zoë', metOn: '2026-11-02' })
    expect(zoe.favours.map((favour: { what: string }) => favour.what)).toEqual(['a lead'])
    expect(zoe.followUps[0]).toMatchObject({ what: 'send the slides', due: '2026-11-06' })
    expect(box.net('list', '--json').json).toHaveLength(2)
  })

  test('Ctrl-C at any question leaves with 130 and writes nothing', async () => {
    const box = sandbox()
    const screen = terminal(box, ['log'])
    await screen.sees('Who did you meet?')
    screen.types(KEYS.ctrlC)
    const { code, screen: shown } = await screen.ends()
    expect(code).toBe(130)
    expect(shown).not.toContain('Error')
    expect(existsSync(box.db)).toBe(false)
  })

  test('asks who is meant when a name could be several, or is close to a known one', async () => {
    const box = sandbox()
    box.net('add', 'Anna Berg')
    box.net('add', 'Anna Tal')
    const several = terminal(box, ['log', 'Coffee with Anna'])
    await several.sees('Which Anna?')
    several.types(KEYS.down + KEYS.enter)
    await several.sees('Logged coffee with Anna Tal')
    const near = terminal(box, ['log', 'Coffee with Anna Thal'])
    await near.sees('Who is Anna Thal?')
    near.types(KEYS.enter)
    await near.sees('Logged coffee with Anna Tal')
    expect(box.net('list', '--json').json).toHaveLength(2)
  })
})
