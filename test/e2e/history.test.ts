import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'

/** A journal that has seen every command that writes. */
const steps: string[][] = [
  ['add', 'Ada Lovelace', '--org', 'Analytical Engines'],
  ['log', 'Coffee with Ada and Grace Hopper. todo: send slides by friday', '--new'],
  ['gave', 'Ada', 'intro to Lin'],
  ['got', 'Grace', 'feedback'],
  ['done', '1'],
  ['alias', 'add', 'Ada', 'Countess'],
  ['tag', 'add', 'Ada', 'math'],
  ['edit', 'Ada', '--place', 'London'],
  ['circle', 'add', 'Inner', '--cadence', '30'],
  ['circle', 'put', 'Ada', 'Inner'],
  ['pause', 'Grace', '--until', '2026-12-01'],
  ['snooze', 'Ada', '2026-12-01'],
  ['letgo', 'Grace'],
  ['config', 'cadence', '60'],
  ['delete', 'Grace', '--yes'],
]
const box = sandboxWith(({ net }) => {
  for (const args of steps) {
    const run = net(...args)
    expect({ args, code: run.code, err: run.err }).toMatchObject({ code: 0 })
  }
})

/** What every command shows of the journal. */
const views = [
  ['list', '--json'],
  ['show', '#1', '--json'],
  ['show', '#2', '--json'],
  ['todo', '--json'],
  ['find', 'ada', '--json'],
  ['find', 'grace', '--json'],
  ['stale', '--all', '--json'],
  ['config', '--json'],
  ['circle', 'list', '--json'],
  ['report', '--json'],
]

describe('net history', () => {
  test('tells in plain words what was written, newest first', () => {
    const { net } = box()
    const { out } = net('history')
    for (const sentence of [
      'Deleted Grace Hopper',
      'Set cadence to 60',
      'Let Grace Hopper go',
      'Left Ada Lovelace out of reminders until 2026-12-01',
      'Paused Grace Hopper until',
      'Put Ada Lovelace into the circle Inner',
      'Made the circle Inner',
      'Changed Ada Lovelace (place)',
      'Tagged Ada Lovelace #math',
      'Ada Lovelace also goes by Countess',
      'Kept a promise: send slides',
      'Got from Grace Hopper: feedback',
      'Gave Ada Lovelace: intro to Lin',
      'Added Ada Lovelace',
    ])
      expect(out).toContain(sentence)
    expect(out).toMatch(/Logged coffee with Ada Lovelace and Grace Hopper/)
    expect(out.indexOf('Deleted')).toBeLessThan(out.indexOf('Added'))
    expect(out.trim().split('\n')).toHaveLength(steps.length + 1)
  })

  test('as JSON and CSV, as many as are asked for', () => {
    const { net } = box()
    expect(net('history', '--limit', '2').err).toBe('There is more: --limit 10 shows it.\n')
    expect(net('history', '--limit', String(steps.length)).err).toBe('')
    const rows = net('history', '--limit', '2', '--json').json
    expect(rows).toEqual([
      {
        id: 15,
        at: '2026-11-03T12:00:00+01:00',
        what: 'deleted Grace Hopper',
        command: 'delete',
        people: ['Grace Hopper'],
        undone: false,
      },
      {
        id: 14,
        at: '2026-11-03T12:00:00+01:00',
        what: 'set cadence to 60',
        command: 'config',
        people: [],
        undone: false,
      },
    ])
    const lines = net('history', '--csv').out.trim().split('\r\n')
    expect(lines[0]).toBe('id,at,what,command,undone')
    expect(lines[1]).toBe('15,2026-11-03T12:00:00+01:00,deleted Grace Hopper,delete,false')
    expect(net('history', '--limit', '0').code).toBe(2)
  })

  test('of an empty journal is an empty list', () => {
    const { net } = sandbox()
    expect(net('history', '--json').out).toBe('[]\n')
    expect(net('history').out).toContain('Nothing was written yet')
  })

  test('control characters in what was written never reach the terminal', () => {
    const { net } = sandbox()
    net('add', 'Ada \u001b[31mRed\u0007')
    expect(net('history').out).not.toMatch(/[\u0007\u001b]/)
    expect(net('history', '--json').out).not.toMatch(/[\u0007\u001b]/)
    expect(net('undo').out).not.toMatch(/[\u0007\u001b]/)
  })
})

describe('net undo and net redo', () => {
  test('go back to the empty journal step by step and forth again; every view shows each state as it was', () => {
    const { net } = box()
    const look = () => views.map((args) => net(...args).out)
    const full = look()
    for (const [at] of steps.entries()) {
      const run = net('undo')
      expect({ at, code: run.code }).toEqual({ at, code: 0 })
      expect(run.out).toMatch(/^✓ Taken back: .+\.\n {2}"net redo" brings it again\.\n$/)
    }
    expect(net('list', '--json').json).toEqual([])
    expect(net('find', 'ada', '--json').json).toEqual([])
    expect(net('config', 'cadence').out).toBe('90\n')
    expect(net('history', '--json').json.every(({ undone }: any) => undone)).toBe(true)
    for (const _ of steps) expect(net('redo').code).toBe(0)
    expect(look()).toEqual(full)
    expect(net('doctor').code).toBe(0)
  }, 60_000)

  test('nothing to take back or do again: exit code 3, a kind word, no file made', () => {
    const { net, folder } = sandbox()
    for (const [verb, words] of [
      ['undo', 'nothing to take back'],
      ['redo', 'nothing to do again'],
    ] as const)
      for (const args of [[verb], [verb, '--json']]) {
        const run = net(...args)
        expect([run.code, run.out]).toEqual([3, ''])
        expect(run.err).toContain(words)
      }
    expect(readdirSync(folder)).toEqual([])
  })

  test('answer as JSON', () => {
    const { net } = box()
    expect(net('undo', '--json').json).toEqual({
      operation: 15,
      command: 'delete',
      what: 'deleted Grace Hopper',
      at: '2026-11-03T12:00:00+01:00',
    })
    expect(net('redo', '--json').json.operation).toBe(15)
  })

  test('what was taken back does not come again once something was written', () => {
    const { net } = box()
    net('undo')
    net('undo')
    expect(net('gave', 'Ada', 'a book').code).toBe(0)
    expect(net('redo').code).toBe(3)
    expect(net('undo').out).toContain('gave Ada Lovelace: a book')
    expect(net('undo').out).toContain('let Grace Hopper go')
    expect(net('redo').out).toContain('let Grace Hopper go')
    expect(net('redo').out).toContain('a book')
    expect(net('redo').code).toBe(3)
  })
})
