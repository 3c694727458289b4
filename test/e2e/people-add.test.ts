import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

describe('net add', () => {
  it('adds a contact with all that is said, and show tells it all', () => {
    const { net } = sandbox()
    const added = net(
      ...[
        'add',
        'Ada Lovelace',
        '--org',
        'Analytical Engines',
        '--role',
        'Mathematician',
        '--place',
        'London',
      ],
      ...['--circle', 'friends', '--circle', 'core', '--tag', '#maths', '--tag', 'poetry', '--cadence', '30'],
      ...[
        '--met',
        '2019-05',
        '--met-at',
        'the breakfast',
        '--email',
        'ada@example.org',
        '--phone',
        '+44 20 1',
      ],
      ...['--birthday', '10 December', '--note', 'Likes tea.', '--json'],
    )
    expect(added.code).toBe(0)
    expect(added.json).toMatchObject({ operation: 1, contact: { id: 1 }, newCircles: ['friends', 'core'] })
    expect(net('show', 'ada', '--json').json).toMatchObject({
      id: 1,
      name: 'Ada Lovelace',
      aliases: [],
      org: 'Analytical Engines',
      role: 'Mathematician',
      place: 'London',
      circles: ['core', 'friends'],
      tags: ['maths', 'poetry'],
      cadenceDays: 30,
      pausedUntil: null,
      stage: null,
      stages: [],
      introducedBy: null,
      metOn: '2019-05',
      metAt: 'the breakfast',
      reach: [
        { kind: 'email', label: null, value: 'ada@example.org' },
        { kind: 'phone', label: null, value: '+44 20 1' },
      ],
      encounters: [],
      favours: [],
      followUps: [],
      facts: [],
      ties: [],
      offers: [],
      needs: [],
      endorsements: [],
      dates: [{ label: 'birthday', date: '--12-10' }],
      notes: 'Likes tea.',
    })
  })

  it('takes a name without quotes', () => {
    const { net } = sandbox()
    expect(net('add', 'Ada', 'Lovelace').out).toContain('Added Ada Lovelace #1')
  })

  it('records who introduced them, on the day we met, and the tie', () => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace')
    expect(net('add', 'Lin', '--via', 'ada', '--met', '2026-10').out).toContain('through Ada Lovelace')
    expect(net('show', 'Lin', '--json').json).toMatchObject({
      introducedBy: { id: 1, name: 'Ada Lovelace' },
      ties: [{ id: 1, name: 'Ada Lovelace' }],
    })
  })

  it('does not add anybody when the introducer is not known', () => {
    const { net } = sandbox()
    net('add', 'Ada')
    const refused = net('add', 'Lin', '--via', 'Bob')
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('No contact "Bob"')
    expect(net('list', '--json').json).toHaveLength(1)
  })

  it.each([
    ['müller', 'Müller'],
    ['Jürgen MUELLER', 'Jurgen Muller'],
  ])('refuses %s when %s is there, unless told that it is somebody else', (again, first) => {
    const { net } = sandbox()
    net('add', first)
    const refused = net('add', again)
    expect(refused.code).toBe(4)
    expect(refused.out).toBe('')
    expect(refused.err).toContain(`There is a contact "${first}" already (#1)`)
    expect(refused.err).toContain('--new')
    expect(net('add', again, '--new').code).toBe(0)
    expect(net('list', '--json').json).toHaveLength(2)
  })

  it('refuses a name by which somebody else goes', () => {
    const { net } = sandbox()
    net('add', 'Grace Hopper')
    net('alias', 'add', 'Grace', 'Amazing Grace')
    expect(net('add', 'amazing grace').code).toBe(4)
  })

  it.each(['Grace Hoper', 'Hopper Grace'])(
    'takes %s for a slip, unless told that it is somebody new',
    (name) => {
      const { net } = sandbox()
      net('add', 'Grace Hopper')
      const refused = net('add', name)
      expect(refused.code).toBe(3)
      expect(refused.err).toContain('Did you mean "Grace Hopper"?')
      expect(net('add', name, '--new').code).toBe(0)
    },
  )

  it('asks on a terminal whether it is a slip', async () => {
    const box = sandbox()
    box.net('add', 'Grace Hopper')
    const known = terminal(box, ['add', 'Grace Hoper'])
    await known.sees('Grace Hopper, who is known already')
    known.types(KEYS.enter)
    expect(await known.ends()).toMatchObject({ code: 4, screen: expect.stringContaining('already (#1)') })
    const anew = terminal(box, ['add', 'Grace Hoper'])
    await anew.sees('somebody new')
    anew.types(KEYS.down)
    anew.types(KEYS.enter)
    expect(await anew.ends()).toMatchObject({
      code: 0,
      screen: expect.stringContaining('Added Grace Hoper #2'),
    })
  })

  it('adds somebody whose name is a part of another, and says so', () => {
    const { net } = sandbox()
    net('add', 'Ada Lovelace')
    const added = net('add', 'Ada')
    expect(added.code).toBe(0)
    expect(added.err).toContain('There is Ada Lovelace (#1) as well')
  })

  it.each([
    'Anna "#2"',
    "O'Neill",
    'Jean-Luc van der Berg',
    '王芳',
    'Ю',
    '👩‍🚀 Sally',
    '🦊',
    'J.P.',
    'R2-D2',
    `${'Lang '.repeat(39)}Name`,
    '100% Bob',
    "Robert'); DROP TABLE contact;--",
    '=HYPERLINK("x")',
    '-n',
  ])('keeps the name %s as it is and finds it again', (name) => {
    const { net } = sandbox()
    expect(net('add', '--', name).code).toBe(0)
    const shown = net('show', '--json', '--', name)
    expect(shown.code).toBe(0)
    expect(shown.json.name).toBe(name)
    expect(net('show', '--', name).code).toBe(0)
    expect(net('list').code).toBe(0)
  })

  it.each(['', '   ', '…!?', '\u001b[31m', '\u200b'])('refuses a name without a letter: %j', (name) => {
    const { net, db } = sandbox()
    const refused = net('add', name)
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/^net: the name/)
    expect(existsSync(db)).toBe(false)
  })

  it.each([
    ['12', 'number of a contact'],
    ['#7', 'number of a contact'],
    ['#Anna', 'number of a contact'],
    ['me', 'yourself'],
    ['x'.repeat(501), 'too long'],
  ])('refuses the name %s', (name, why) => {
    const { net } = sandbox()
    const refused = net('add', name)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(why)
  })

  it('keeps control characters and terminal escapes out of names and off the screen', () => {
    const { net } = sandbox()
    const name = '\u001b[31mEvil\u001b[0m\nTwin\u202e\u0007 \u001b]0;title\u0007X\u009b2J'
    const org = '\u001b[2JOrg\r\nTwo'
    const runs = [
      net('add', name, '--org', org, '--note', 'note \u001b[2J here'),
      net('show', 'Evil'),
      net('list'),
      net('list', '--json'),
      net('list', '--csv'),
      net('edit', 'Evil', '--org', 'Other'),
      net('letgo', 'Evil'),
    ]
    for (const { code, out, err } of runs) {
      expect(code).toBe(0)
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/)
    }
    expect(net('show', 'Evil', '--json').json.name).toBe('Evil Twin X2J')
  })

  it.each([
    [['--cadence', '0']],
    [['--cadence', '-3']],
    [['--cadence', '2.5']],
    [['--cadence', '99999999']],
    [['--met', '2026-02-30']],
    [['--met', '2027-01-01']],
    [['--met', 'blah']],
    [['--birthday', '2027-01-01']],
    [['--birthday', '30 February']],
    [['--email', 'nobody']],
    [['--phone', 'none']],
    [['--unknown', 'x']],
    [['--org']],
  ])('refuses %j and adds nobody', (options) => {
    const { net, db } = sandbox()
    const refused = net('add', 'Ada', ...options)
    expect(refused.code).toBe(2)
    expect(refused.out).toBe('')
    expect(refused.err).toMatch(/^net: /)
    expect(existsSync(db)).toBe(false)
  })

  it('says how to go on with a new circle, so that the shell takes it as one word', () => {
    const { net } = sandbox()
    expect(net('add', 'Ada', '--circle', 'work').out).toContain('net circle edit work --cadence 30')
    const told = net('add', 'Bob', '--circle', "Ada's friends").out
    expect(told).toContain("net circle edit 'Ada'\\''s friends' --cadence 30")
  })

  it('takes a circle that is nearly a known one for a slip', () => {
    const { net } = sandbox()
    net('circle', 'add', 'friends')
    const refused = net('add', 'Ada', '--circle', 'freinds')
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('Did you mean "friends"?')
    expect(net('list', '--json').json).toEqual([])
    expect(net('add', 'Ada', '--circle', 'freinds', '--new').code).toBe(0)
    expect(net('add', 'Bob', '--circle', 'FRIENDS', '--json').json.contact.circles).toEqual(['friends'])
  })

  it('adds somebody once when two say so at the same moment', async () => {
    const { net, start } = sandbox()
    const runs = await Promise.all([1, 2, 3, 4].map(() => start('add', 'Ada Lovelace')))
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 4, 4, 4])
    expect(net('list', '--json').json).toHaveLength(1)
  })

  it('adds all of several that are added at the same moment', async () => {
    const { net, start } = sandbox()
    const names = ['Ada', 'Grace', 'Lin', 'Noor']
    const runs = await Promise.all(names.map((name) => start('add', name, '--circle', 'friends')))
    expect(runs.map(({ code, err }) => [code, err])).toEqual(names.map(() => [0, '']))
    expect(net('list', '--circle', 'friends', '--json').json.map(({ name }: any) => name)).toEqual(names)
  })
})
