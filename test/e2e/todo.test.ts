import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'
import { terminal } from './terminal.ts'

/** Promises of both sides, due before, on and after the day it is, and without a day. */
const box = sandboxWith(({ net }) => {
  const lines = [
    'Coffee with Ada Lovelace on 2026-10-20. todo: send slides by 2026-10-31',
    'Lunch with Grace Hopper on 2026-10-25. they: send the draft by 2026-11-03',
    'Call with Ada Lovelace and Grace Hopper on 2026-10-28. todo: find a room by 2026-12-01. todo: ask Lin',
  ]
  for (const line of lines) expect(net('log', line, '--new').code).toBe(0)
})

const numbers = (rows: { what: string; id: number }[]) =>
  Object.fromEntries(rows.map(({ what, id }) => [what, id]))

describe('net todo', () => {
  test('lists what is open, what is due first on top, what has no day last', () => {
    const { net } = box()
    const rows = net('todo', '--json').json
    expect(rows.map(({ what, due, whose }: any) => [what, due, whose])).toEqual([
      ['send slides', '2026-10-31', 'mine'],
      ['send the draft', '2026-11-03', 'theirs'],
      ['find a room', '2026-12-01', 'mine'],
      ['ask Lin', null, 'mine'],
    ])
    expect(rows[0]).toEqual({
      id: expect.any(Number),
      whose: 'mine',
      what: 'send slides',
      due: '2026-10-31',
      madeOn: '2026-10-20',
      people: [{ id: 1, name: 'Ada Lovelace' }],
      encounterId: 1,
    })
  })

  test('shows both sides apart, with their numbers', () => {
    const { net } = box()
    const { out } = net('todo')
    expect(out).toMatch(
      /You promised\n[\s\S]*send slides +Ada Lovelace[\s\S]*Promised to you\n[\s\S]*send the draft +Grace Hopper/,
    )
    expect(out).toContain('"net done"')
  })

  test('on a terminal a day that has passed is told without reproach', async () => {
    const made = box()
    const { screen } = await terminal(made, ['todo']).ends()
    expect(screen).toContain('was due 3 days ago')
    expect(screen).toContain('today')
    expect(screen).toContain('any time')
    expect(screen).not.toMatch(/overdue|late|missed|!/i)
  })

  test('of one side; as CSV', () => {
    const { net } = box()
    expect(net('todo', '--theirs', '--json').json).toHaveLength(1)
    expect(net('todo', '--mine', '--csv').out.split('\r\n')[0]).toBe('id,whose,due,what,people,madeOn')
    expect(net('todo', '--mine', '--csv').out.trim().split('\r\n')).toHaveLength(4)
    const both = net('todo', '--mine', '--theirs')
    expect([both.code, both.out]).toEqual([2, ''])
  })

  test('nothing open: an empty list, and how to make one', () => {
    const { net } = sandbox()
    expect(net('todo', '--json').out).toBe('[]\n')
    expect(net('todo', '--csv').out).toBe('id,whose,due,what,people,madeOn\r\n')
    expect(net('todo').out).toContain('todo:')
  })
})

describe('net done', () => {
  test('closes promises as kept, several at once, as one operation', () => {
    const { net } = box()
    const id = numbers(net('todo', '--json').json)
    const run = net(
      'done',
      String(id['send slides']),
      `#${id['send the draft']}`,
      '--on',
      'yesterday',
      '--json',
    )
    expect(run.code).toBe(0)
    expect(run.json.followUps.map(({ what, kept, doneOn }: any) => [what, kept, doneOn])).toEqual([
      ['send slides', true, '2026-11-02'],
      ['send the draft', true, '2026-11-02'],
    ])
    expect(net('todo', '--json').json).toHaveLength(2)
    expect(net('undo').code).toBe(0)
    expect(net('todo', '--json').json).toHaveLength(4)
  })

  test('lets one go that nobody minds any more', () => {
    const { net } = box()
    const id = numbers(net('todo', '--json').json)
    expect(net('done', String(id['ask Lin']), '--let-off').out).toBe('✓ Let go: ask Lin\n')
    expect(net('history', '--limit', '1').out).toContain('Let a promise go: ask Lin')
    expect(
      net('show', 'Ada', '--json').json.followUps.find(({ what }: any) => what === 'ask Lin'),
    ).toMatchObject({
      kept: false,
      doneOn: '2026-11-03',
    })
  })

  test('closes one that did not come about, which is not the same as let off', () => {
    const { net } = box()
    const id = numbers(net('todo', '--json').json)
    const slides = String(id['send slides'])
    const both = net('done', slides, '--broken', '--let-off')
    expect([both.code, both.out]).toEqual([2, ''])
    expect(net('todo', '--json').json).toHaveLength(4)
    expect(net('done', slides, '--broken').out).toBe('✓ Did not come about: send slides\n')
    expect(net('history', '--limit', '1').out).toContain(
      'Closed a promise that did not come about: send slides',
    )
    const closed = () =>
      net('show', 'Ada', '--json').json.followUps.find(({ what }: any) => what === 'send slides')
    expect(closed()).toMatchObject({ state: 'broken', kept: false, doneOn: '2026-11-03' })
    net('undo')
    expect(closed()).toMatchObject({ state: 'open', kept: null, doneOn: null })
  })

  test('closed already: told, nothing changes; one wrong number and none of them is closed', () => {
    const { net } = box()
    const id = numbers(net('todo', '--json').json)
    const slides = String(id['send slides'])
    expect(net('done', slides).out).toBe('✓ Done: send slides\n')
    const again = net('done', slides)
    expect([again.code, again.out]).toEqual([4, ''])
    expect(again.err).toContain('closed already: send slides')
    const room = String(id['find a room'])
    expect(net('done', room, slides).code).toBe(4)
    expect(net('done', room, '999').code).toBe(3)
    expect(net('done', '999').err).toContain('No open promise "#999"')
    expect(net('todo', '--json').json).toHaveLength(3)
  })

  test.each([['abc'], ['-5'], ['1.5'], ['0x1'], [''], ['99999999999999999999']])(
    'a number such as "%s" is none',
    (text) => {
      const { net } = box()
      const run = net('done', '--', text)
      expect([run.code, run.out]).toEqual([2, ''])
      expect(run.err).not.toMatch(/^\s+at /m)
    },
  )

  test('the same number twice counts once; a day to come is refused', () => {
    const { net } = box()
    const slides = String(numbers(net('todo', '--json').json)['send slides'])
    expect(net('done', slides, '--on', 'tomorrow').code).toBe(2)
    expect(net('done', slides, slides, '--json').json.followUps).toHaveLength(1)
  })
})
