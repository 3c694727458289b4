import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sandbox } from './net.ts'

describe('net', () => {
  it('teaches the first commands on an empty journal, and makes no file', () => {
    const { net, db } = sandbox()
    const { code, out, err } = net()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Your journal is empty/)
    for (const command of ['net log', 'net stale', 'net report']) expect(out).toContain(command)
    expect(existsSync(db)).toBe(false)
  })

  it('shows today at a glance', () => {
    const { net, netWith } = sandbox()
    const on = (day: string, ...args: string[]) =>
      expect(netWith({ env: { NET_NOW: day } }, ...args)).toMatchObject({ code: 0 })
    on('2026-01-01', 'add', 'Ada Lovelace', '--birthday', '1990-11-12', '--cadence', '30')
    on('2026-01-01', 'add', 'Grace Hopper', '--birthday', '24 December')
    on('2026-08-09', 'log', 'Coffee with Ada Lovelace. they: send the paper by 2026-11-09')
    on(
      '2026-10-10',
      'log',
      'Lunch with Grace Hopper. gave: intro to the museum. got: tip on the grant. got: a book',
    )
    on(
      '2026-10-12',
      'log',
      'Call with Grace Hopper. todo: send slides by 2026-11-01. todo: plan a trip by 2026-12-24',
    )

    const { code, out, err } = net()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      [
        'You promised',
        '  Grace Hopper  send slides (was due 1 Nov)',
        '',
        'Promised to you',
        '  Ada Lovelace  send the paper (due 9 Nov)',
        '',
        'Birthdays',
        '  Ada Lovelace  on 12 Nov, turning 36',
        '',
        'Who to see',
        '  Ada Lovelace  They promised: send the paper (due 9 Nov)',
        '',
        'Q4 2026, since 1 Oct: 2 encounters with 1 person, 1 favour given, 2 received.',
        '',
      ].join('\n'),
    )

    const { json } = net('--json')
    expect(json).toMatchObject({
      today: '2026-11-03',
      promises: {
        mine: [
          { what: 'send slides', due: '2026-11-01', state: 'overdue', people: [{ name: 'Grace Hopper' }] },
        ],
        theirs: [
          { what: 'send the paper', due: '2026-11-09', state: 'soon', people: [{ name: 'Ada Lovelace' }] },
        ],
      },
      see: [{ name: 'Ada Lovelace', state: 'cold', daysSince: 86 }],
      birthdays: [{ name: 'Ada Lovelace', on: '2026-11-12', inDays: 9, turns: 36 }],
      quarter: { label: '2026-Q4', encounters: 2, people: 1, gave: 1, got: 2 },
    })
  })

  it('says so when nothing is due', () => {
    const { net } = sandbox()
    net('log', 'Coffee with Ada Lovelace', '--new')
    expect(net().out).toBe(
      'Nothing is due, and nobody is going cold.\n\nQ4 2026, since 1 Oct: 1 encounter with 1 person, 0 favours given, 0 received.\n',
    )
  })

  it('keeps each part short, and says where the rest is', () => {
    const { net } = sandbox()
    const promises = Array.from({ length: 7 }, (_, at) => [
      '--todo',
      `send part ${at + 1} by tomorrow`,
    ]).flat()
    net('log', '--with', 'Ada Lovelace', '--new', ...promises)
    const { out } = net()
    expect(out.match(/send part/g)).toHaveLength(5)
    expect(out).toContain('… and 2 more: net todo')
  })

  it('fits a narrow terminal, whatever the names', () => {
    const { net, netWith } = sandbox()
    const name = 'Anna-Lena von Sömmerda-Hagenbuch'
    net('log', '--with', name, '--todo', 'send the slides of the talk about bridges by tomorrow', '--new')
    const { out } = netWith({ env: { COLUMNS: '40' } })
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(40)
    for (const word of 'send the slides of the talk about bridges'.split(' ')) expect(out).toContain(word)
  })

  it('refuses what it does not know', () => {
    expect(sandbox().net('--nonsense')).toMatchObject({ code: 2, out: '' })
  })
})
