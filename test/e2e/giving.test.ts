import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'

const box = sandboxWith(({ net }) => {
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Grace Kelly']) expect(net('add', name).code).toBe(0)
})

describe('net gave and net got', () => {
  test('record a favour and say so', () => {
    const { net } = box()
    const gave = net('gave', 'ada', 'intro', 'to', 'Lin')
    expect([gave.code, gave.out, gave.err]).toEqual([
      0,
      '✓ You gave Ada Lovelace: intro to Lin (2026-11-03)\n',
      '',
    ])
    const got = net('got', 'Grace Hopper', 'feedback on the talk', '--weight', 'small', '--on', 'yesterday')
    expect(got.out).toBe('✓ You got from Grace Hopper: feedback on the talk (small, 2026-11-02)\n')
  })

  test('answer as JSON, with the kind that the words suggest', () => {
    const { net } = box()
    expect(net('got', 'ada', 'Tipp zum Zuschuss', '--weight', 'large', '--json').json).toEqual({
      operation: 4,
      favour: {
        id: 1,
        direction: 'got',
        what: 'Tipp zum Zuschuss',
        kind: 'advice',
        weight: 9,
        on: '2026-11-03',
        people: [{ id: 1, name: 'Ada Lovelace' }],
        passedOn: [],
      },
      received: [],
      introductions: [],
    })
  })

  test('what was passed on is linked with what I had got; where nothing is known of that, it is recorded along', () => {
    const { net } = box()
    net('got', 'Ada', 'an order for a logo', '--on', '2026-10-02')
    expect(net('gave', 'Grace Hopper', 'the logo job', '--from', 'Ada').out).toBe(
      '✓ You gave Grace Hopper: the logo job (2026-11-03)\n  Passed on from Ada Lovelace: an order for a logo, 2 Oct.\n',
    )
    const { operation, received } = net('gave', 'Ada', 'a desk', '--from', 'Grace Kelly', '--json').json
    expect(received).toHaveLength(1)
    const [desk] = net('show', 'Grace Kelly', '--json').json.favours
    expect(desk).toMatchObject({ id: received[0], direction: 'got', what: 'a desk' })
    expect(desk.passedOn).toMatchObject([{ what: 'a desk', people: [{ name: 'Ada Lovelace' }] }])
    expect(net('undo', '--json').json.operation).toBe(operation)
    expect(net('show', 'Grace Kelly', '--json').json.favours).toEqual([])
    expect(net('show', 'Ada').out).toContain('you got: an order for a logo (passed on to Grace Hopper)')
  })

  test.each([
    ['passed on to the one it is from', ['gave', 'Ada', 'tea', '--from', 'ada'], 2, /whom you gave it to/],
    ['from somebody not known', ['gave', 'Ada', 'tea', '--from', 'Nobody'], 3, /No contact "Nobody"/],
    ['from one of several', ['gave', 'Ada', 'tea', '--from', 'Grace'], 4, /Grace Kelly/],
    ['got from somebody else', ['got', 'Ada', 'tea', '--from', 'Grace Kelly'], 2, /--from/],
    ['somebody not known', ['gave', 'Nobody', 'tea'], 3, /No contact "Nobody"/],
    ['a near miss', ['gave', 'Adda', 'tea'], 3, /Did you mean "Ada Lovelace"/],
    ['several of that name', ['gave', 'Grace', 'tea'], 4, /#2 Grace Hopper[\s\S]*#3 Grace Kelly/],
    ['no words', ['gave', 'Ada', '  '], 2, /no words/],
    ['nothing at all', ['gave', 'Ada'], 2, /missing required argument/i],
    ['an unknown weight', ['gave', 'Ada', 'tea', '--weight', 'huge'], 2, /small, medium, large/],
    ['a day to come', ['gave', 'Ada', 'tea', '--on', '2026-12-24'], 2, /lies in the future/],
    ['no day', ['gave', 'Ada', 'tea', '--on', 'whenever'], 2, /no date/],
  ])('%s: refused, and nothing is written', (_, args, code, words) => {
    const { net } = box()
    const run = net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(net('history', '--json').json).toHaveLength(3)
  })

  test('very long words are kept whole and said in short', () => {
    const { net } = box()
    const words = 'so much help '.repeat(8000).trim()
    const run = net('gave', 'Ada', words)
    expect(run.code).toBe(0)
    expect(run.out.length).toBeLessThan(400)
    expect(net('show', 'Ada', '--json').json.favours[0].what).toBe(words)
  })
})

test('an introduction in a favour is one in the journal too, among people who are known', () => {
  const { net } = sandbox()
  for (const name of ['Ada Lovelace', 'Lin', 'Ben']) net('add', name)
  const gave = net('gave', 'ada', 'intro to Lin')
  expect(gave.out).toContain('That is an introduction: you brought Ada Lovelace and Lin together.')
  expect(net('got', 'ada', 'introduced me to Ben', '--json').json.introductions).toEqual([
    { introducer: { id: 1, name: 'Ada Lovelace' }, people: [{ id: 3, name: 'Ben' }] },
  ])
  expect(net('show', 'lin', '--json').json.ties).toMatchObject([{ name: 'Ada Lovelace' }])
  expect(net('show', 'ben', '--json').json.introducedBy).toEqual({ id: 1, name: 'Ada Lovelace' })
  expect(net('gave', 'ada', 'intro to Somebody', '--json').json.introductions).toEqual([])
  for (let count = 0; count < 3; count++) net('undo')
  expect(net('show', 'lin', '--json').json.ties).toEqual([])
})
