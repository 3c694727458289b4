import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const met = () => {
  const box = sandbox()
  box.net('add', 'Ada Lovelace', '--circle', 'friends', '--tag', 'maths', '--email', 'ada@example.org')
  box.net('add', 'Grace Hopper', '--via', 'Ada')
  box.net('log', 'Coffee with Ada and Grace. gave Ada: a tip. todo Ada: send slides. learned Ada: likes tea')
  box.net('alias', 'add', 'Ada', 'Countess')
  return box
}

describe('net delete', () => {
  it('asks, and does nothing without a clear yes', async () => {
    const box = met()
    for (const keys of ['n', '']) {
      const run = terminal(box, ['delete', 'Ada'])
      await run.sees('Delete Ada Lovelace?')
      run.types(keys + KEYS.enter)
      const { code, screen } = await run.ends()
      expect(code).toBe(130)
      expect(screen).toContain('1 encounter and 1 favour stay')
    }
    expect(box.net('list', '--json').json).toHaveLength(2)
  })

  it('deletes after a yes', async () => {
    const box = met()
    const run = terminal(box, ['delete', 'Ada'])
    await run.sees('Delete Ada Lovelace?')
    run.types(`y${KEYS.enter}`)
    expect(await run.ends()).toMatchObject({
      code: 0,
      screen: expect.stringContaining('Deleted Ada Lovelace'),
    })
    expect(box.net('show', 'Ada').code).toBe(3)
  })

  it('refuses where nobody can be asked, unless told to go ahead', () => {
    const { net } = met()
    const refused = net('delete', 'Ada')
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('--yes')
    expect(net('delete', 'Ada', '--yes', '--json').json).toMatchObject({
      contact: { id: 1, name: 'Ada Lovelace' },
      kept: { encounters: 1, favours: 1, outcomes: 0 },
      gone: { promises: 1, facts: 1, offerings: 0, endorsements: 0 },
    })
    const grace = net('show', 'Grace', '--json').json
    expect(grace).toMatchObject({ introducedBy: null, ties: [] })
    expect(grace.encounters).toMatchObject([{ people: [{ name: 'Grace Hopper' }] }])
    expect(net('delete', 'Ada', '--yes').code).toBe(3)
  })

  it('tells all that goes along: each good word by them and of them, and each introduction', () => {
    const { net } = sandbox()
    for (const name of ['Grace Hopper', 'Lin Chen', 'Ada Lovelace']) net('add', name)
    net('vouch', 'Ada', 'for', 'Lin', '--topic', 'looms')
    net('vouch', 'Ada', 'for', 'me', '--story', 'told her board')
    net('vouch', 'Grace', 'for', 'Ada', '--topic', 'maths')
    net('vouch', 'Grace', 'for', 'Lin', '--topic', 'tea')
    net('intro', 'Ada', 'Grace')
    net('met', 'Lin', '--via', 'Ada')
    expect(net('delete', 'Ada', '--yes').out).toContain('3 good words and 2 introductions go along.')
    expect(net('vouch', 'list', '--json').json).toHaveLength(1)
    expect(net('intro', 'list', '--json').json).toEqual([])
    net('undo')
    expect(net('delete', 'Grace', '--yes', '--json').json.gone).toMatchObject({
      endorsements: 2,
      introductions: 1,
    })
  })

  it('is brought back whole by undo', () => {
    const { net } = met()
    const before = net('show', 'Ada', '--json').out
    net('delete', 'Ada', '--yes')
    expect(net('undo').code).toBe(0)
    expect(net('show', 'countess', '--json').out).toBe(before)
    expect(net('show', 'Grace', '--json').json.introducedBy.name).toBe('Ada Lovelace')
  })
})
