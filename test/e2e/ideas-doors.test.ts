import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

/** Each has to do what it says, or the rest of the test means nothing. */
function run({ net }: Sandbox, ...lines: string[][]): void {
  for (const line of lines) {
    const { code, err } = net(...line)
    expect(code, `net ${line.join(' ')}: ${err}`).toBe(0)
  }
}

const names = (people: { name: string }[]) => people.map(({ name }) => name)

/**
 * Three designers: Dora offers it and nobody speaks for her; Emil has Ada's word, whom I meet often; Finn has the words of
 * Ben and Cleo, whom I hardly know. Finn and Gita are in Lisbon.
 */
const designers = sandboxWith((box) => {
  run(
    box,
    ['add', 'Dora Maar'],
    ['add', 'Emil Nolde', '--role', 'Product designer'],
    ['add', 'Finn Koch', '--role', 'Designer', '--place', 'Lisbon'],
    ['add', 'Gita Rao', '--place', 'Lisbon', '--org', 'Siemens'],
    ['add', 'Ben Adler'],
    ['add', 'Cleo Weiss'],
    ...['2026-08-04', '2026-09-01', '2026-10-06'].map((on) => [
      'log',
      'Coffee with Ada Lovelace',
      '--on',
      on,
    ]),
    ['log', 'Call with Dora Maar. offers: logo design', '--on', '2026-10-20'],
    [
      'vouch',
      'Ada',
      'for',
      'Emil',
      '--topic',
      'UX design',
      '--story',
      'turned our onboarding round',
      '--on',
      '2026-09-12',
    ],
    ['vouch', 'Ben', 'for', 'Finn', '--topic', 'design', '--on', '2026-02-02'],
    ['vouch', 'Cleo', 'for', 'Finn', '--topic', 'web design', '--on', '2026-03-03'],
  )
})

describe('B2: who knows a designer', () => {
  test('B2: several who say so independently first, then whose endorser I know better, with who said what and when', () => {
    const { net } = designers()
    const found = net('who', 'a', 'designer', '--json').json
    expect(found.map(({ name, endorsers }: any) => [name, endorsers])).toEqual([
      ['Finn Koch', 2],
      ['Emil Nolde', 1],
      ['Dora Maar', 0],
    ])
    expect(found[1].why[0]).toEqual({
      kind: 'endorsement',
      text: 'UX design: turned our onboarding round',
      by: { id: 7, name: 'Ada Lovelace' },
      on: '2026-09-12',
    })
    const { out } = net('who', 'designer')
    expect(out).toContain('Emil Nolde #2')
    expect(out).toMatch(
      /endorsed {2}by Ada Lovelace: UX design: turned our onboarding round \(12 Sep\s+2026\)/,
    )
    expect(out).toMatch(/offers +logo design \(20 Oct 2026\)/)
  })

  test('B2: of two with one endorser each, the one whose endorser I know better', () => {
    const box = designers()
    run(box, ['vouch', 'remove', '3'])
    expect(names(box.net('who', 'designer', '--json').json)).toEqual(['Emil Nolde', 'Finn Koch', 'Dora Maar'])
    // A word of the same person again adds nothing.
    run(box, ['vouch', 'Ben', 'for', 'Finn', '--topic', 'designer'])
    expect(names(box.net('who', 'designer', '--json').json)).toEqual(['Emil Nolde', 'Finn Koch', 'Dora Maar'])
  })

  test('B2: who speaks for whom is told with both', () => {
    const { net } = designers()
    expect(net('show', 'Finn', '--json').json.endorsements).toMatchObject([
      { by: { name: 'Cleo Weiss' }, for: { name: 'Finn Koch' }, topic: 'web design', on: '2026-03-03' },
      { by: { name: 'Ben Adler' } },
    ])
    expect(net('show', 'Ada').out).toMatch(
      /Good words\n {2}2026-09-12 {2}for Emil Nolde: UX design: “turned our/,
    )
    expect(net('report', '--year', '2026', '--json').json.endorsements).toMatchObject({
      forMe: [],
      forOthers: [{ by: { name: 'Ada Lovelace' } }, { topic: 'web design' }, { topic: 'design' }],
    })
  })
})

describe('C2: find who could open a door', () => {
  test('C2: by field and place together, by company, by what was learned', () => {
    const box = designers()
    const found = (...words: string[]) => names(box.net('who', ...words, '--json').json)
    expect(found('designers in Lisbon')).toEqual(['Finn Koch'])
    expect(found('Siemens')).toEqual(['Gita Rao'])
    run(box, ['log', 'Walk with Gita Rao. learned: worked in India for years', '--on', '2023-10-10'])
    expect(found('who knows somebody in India?')).toEqual(['Gita Rao'])
  })

  test('C2: where nobody fits all of it, those who fit a part, and it is told so', () => {
    const { net } = designers()
    const asked = net('who', 'lawyer in Lisbon')
    expect(asked.err).toContain('Nobody fits all of "lawyer in Lisbon"; these fit a part of it.')
    expect(asked.out).toContain('nothing of lawyer')
    expect(net('who', 'lawyer in Lisbon', '--json').json).toMatchObject([
      { name: 'Finn Koch', missing: ['lawyer'] },
      { name: 'Gita Rao', missing: ['lawyer'] },
    ])
  })

  test('C2: of whom I do not know well, the way there is pointed to', () => {
    expect(designers().net('who', 'Siemens').err).toContain(
      'net path "Gita Rao" shows who could take you there.',
    )
  })

  test('C2: an introduction waiting to happen: who could help whom', () => {
    const box = designers()
    run(box, ['log', 'Lunch with Ben Adler. needs: a designer for the shop'], ['tie', 'Ben', 'Emil'])
    const [match] = box.net('match', '--json').json
    expect(match.need).toMatchObject({ what: 'a designer for the shop', who: { name: 'Ben Adler' } })
    expect(match.helpers.map(({ who, knowEachOther }: any) => [who.name, knowEachOther])).toEqual([
      ['Dora Maar', false],
      ['Emil Nolde', true],
      ['Finn Koch', true], // Ben has spoken for him
    ])
    const { out } = box.net('match')
    expect(out).toContain('Ben Adler looks for a designer for the shop')
    expect(out).toContain('net intro "Ben Adler" "Dora Maar" --for "a designer for the shop"')
    run(box, ['need', 'close', String(match.need.id)])
    expect(box.net('match', '--json').json).toEqual([])
  })
})

test('A1: before an ask, what I have put into the network and drawn out of it', () => {
  const box = designers()
  run(
    box,
    ['gave', 'Ada', 'feedback'],
    ['gave', 'Ben', 'a book', '--on', '2025-05-05'],
    ['got', 'Dora', 'a logo'],
  )
  const { err, out } = box.net('who', 'designer')
  expect(err).toMatch(
    /^So far you have put 2 favours into your network and drawn 1 out of it; this year\s+1 in, 1 out\./,
  )
  expect(out).not.toMatch(/favour/)
})

test('B3: nobody has a score, a rank or a debt, whoever is asked for', () => {
  const box = designers()
  run(
    box,
    ['got', 'Finn', 'a logo'],
    ['got', 'Finn', 'a poster'],
    ['got', 'Finn', 'a flyer'],
    ['need', 'Ben', 'a designer'],
  )
  for (const args of [['who', 'designer'], ['match'], ['gaps'], ['advocates'], ['vouch', 'list']]) {
    const { out, err } = box.net(...args)
    expect(`${out}${err}`).not.toMatch(/\b(score|rank|points?|owe|debt|rating|best)\b|%|★/i)
    // What is drawn on somebody changes neither what is told of them nor whether they are found.
    expect(out).not.toMatch(/a (logo|poster|flyer)/)
  }
})

describe('E3: the handful who put in a good word for me', () => {
  test('E3: with their stories, the newest first', () => {
    const box = designers()
    run(
      box,
      [
        'vouch',
        'Ben Adler',
        'for',
        'me',
        '--story',
        'told his board how we saved the launch',
        '--on',
        '2026-05-05',
      ],
      ['vouch', 'Ada', 'for', 'me', '--topic', 'workshops', '--on', '2025-11-11'],
      [
        'vouch',
        'Ada',
        'for',
        'me',
        '--story',
        'named me when the ministry asked around',
        '--on',
        '2026-10-10',
      ],
    )
    expect(box.net('advocates', '--json').json).toEqual([
      {
        id: 7,
        name: 'Ada Lovelace',
        lastOn: '2026-10-06',
        stories: [
          { id: 6, topic: null, story: 'named me when the ministry asked around', on: '2026-10-10' },
          { id: 5, topic: 'workshops', story: null, on: '2025-11-11' },
        ],
      },
      {
        id: 5,
        name: 'Ben Adler',
        lastOn: null,
        stories: [{ id: 4, topic: null, story: 'told his board how we saved the launch', on: '2026-05-05' }],
      },
    ])
    const { out } = box.net('advocates')
    expect(out).toMatch(/^Ada Lovelace #7, last met 28 days ago\n {2}10 Oct 2026 {2}“named me when/)
    expect(box.net('report', '--year', '2026').out).toMatch(
      /Good words\n.*2 for you.*\n {2}Ada Lovelace {2}“named me when the ministry asked around”\n {2}Ben Adler/,
    )
  })

  test('E3: where nobody is written down yet, how to begin', () => {
    const { code, out, err } = sandbox().net('advocates')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('net vouch Ada for me --story')
  })
})

describe('E5: build it before you need it', () => {
  test('E5: the needs I might have: who is there, and where nobody is', () => {
    const box = designers()
    run(
      box,
      ['need', 'me', 'a designer'],
      ['need', 'me', 'a tax adviser'],
      ['need', 'me', 'a lawyer in Lisbon'],
    )
    const gaps = box.net('gaps', '--json').json
    expect(gaps.map(({ what, who, partly }: any) => [what, names(who), names(partly)])).toEqual([
      ['a lawyer in Lisbon', [], ['Finn Koch', 'Gita Rao']],
      ['a tax adviser', [], []],
      ['a designer', ['Finn Koch', 'Emil Nolde', 'Dora Maar'], []],
    ])
    const { out } = box.net('gaps')
    expect(out).toMatch(/^Nobody there yet\n {2}#4 a lawyer in Lisbon\n {5}close: Finn Koch/)
    expect(out).toMatch(/\n\nSomebody is there\n {2}#2 a designer\n {5}Finn Koch \(/)
    // As soon as somebody is there, the gap is closed.
    run(box, ['offer', 'Cleo', 'tax advice and bookkeeping'], ['tag', 'add', 'Cleo', 'advisers'])
    expect(names(box.net('gaps', '--json').json[1].who)).toEqual(['Cleo Weiss'])
  })

  test('E5: what people offer and need is taken from the log line', () => {
    const box = sandbox()
    const logged = box.net(
      'log',
      'Kaffee mit Ada und Ben. bietet Ada: Vorträge über KI. sucht: ein Büro',
      '--json',
    ).json
    expect(logged.offers).toEqual([
      { id: 1, what: 'Vorträge über KI', people: [expect.objectContaining({ name: 'Ada' })] },
    ])
    expect(logged.needs.map(({ what, people }: any) => [what, names(people)])).toEqual([
      ['ein Büro', ['Ada']],
      ['ein Büro', ['Ben']],
    ])
    expect(names(box.net('who', 'Vortrag', '--json').json)).toEqual(['Ada'])
    expect(names(box.net('who', 'KI', '--json').json)).toEqual(['Ada'])
    expect(box.net('find', 'Büro', '--json').json.map(({ kind }: any) => kind)).toContain('offering')
  })

  test('E5: where nothing is written down yet, the question to begin with', () => {
    const { code, out, err } = sandbox().net('gaps')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('net need me "a tax adviser"')
  })
})
