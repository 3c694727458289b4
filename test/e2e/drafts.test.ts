import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//y//EN',
  ...event(
    'UID:a',
    'DTSTART:20261005T100000',
    'SUMMARY:Kaffee mit Ada',
    'LOCATION:Café',
    'DESCRIPTION:Über Preise\\nhttps://teams.example/1',
    'ATTENDEE;CN=Ich:mailto:me@home.example',
    'ATTENDEE;CN=A. B.:MAILTO:Ada@x.example',
  ),
  ...event('UID:b', 'DTSTART:20261006T100000', 'SUMMARY:Zahnarzt'),
  ...event(
    'UID:c',
    'DTSTART:20261007T100000',
    'SUMMARY:Jour fixe',
    'RRULE:FREQ=WEEKLY',
    'ATTENDEE;CN=Grace Leer:mailto:g@x.example',
  ),
  'END:VCALENDAR',
  '',
].join('\r\n')

const calendar = (box: Sandbox): string => {
  const path = join(box.folder, 'cal.ics')
  writeFileSync(path, CALENDAR)
  return path
}

const waiting = sandboxWith((box) => {
  box.net('add', 'Ada Lovelace', '--email', 'ADA@x.example')
  box.net('config', 'addresses', 'me@home.example')
  box.net('import', calendar(box))
})

describe('meetings of a calendar', () => {
  test('wait as drafts: past ones with somebody else, matched by address; nothing is logged', () => {
    const box = waiting()
    expect(box.net('drafts', '--json').json).toMatchObject([
      {
        id: 1,
        on: '2026-10-05',
        title: 'Kaffee mit Ada',
        place: 'Café',
        description: 'Über Preise\nhttps://teams.example/1',
        known: [{ name: 'Ada Lovelace' }],
        unknown: [],
      },
      { id: 2, on: '2026-10-07', known: [], unknown: [{ name: 'Grace Leer', email: 'g@x.example' }] },
      { id: 3, on: '2026-10-14' },
      { id: 4, on: '2026-10-21' },
      { id: 5, on: '2026-10-28' },
    ])
    expect(box.net('show', 'Ada', '--json').json.encounters).toEqual([])
  })

  test('come only once, whether they wait, were logged or were left out', () => {
    const box = waiting()
    const again = () => box.net('import', calendar(box), '--json').json
    expect(again()).toMatchObject({ drafts: 0, unchanged: 5, skipped: 1, operation: null })
    box.net('drafts', 'take', '1')
    box.net('drafts', 'drop', '2')
    expect(again()).toMatchObject({ drafts: 0, unchanged: 5 })
    expect(box.net('drafts', 'take', '1').code).toBe(2)
    expect(box.net('drafts', '--json').json).toHaveLength(3)
  })

  test('all that wait are left out at once, in one step that undoes', () => {
    const box = waiting()
    expect(box.net('drafts', 'drop')).toMatchObject({ code: 2, out: '' })
    expect(box.net('drafts', 'drop', '--all', '--json').json.dropped).toHaveLength(5)
    expect(box.net('drafts', '--json').json).toEqual([])
    expect(box.net('list', '--json').json).toHaveLength(1)
    box.net('undo')
    expect(box.net('drafts', '--json').json).toHaveLength(5)
    expect(box.net('drafts', 'take', '--all', '--json').json.taken).toHaveLength(5)
  })

  test('that were moved or renamed there are so here while they wait', () => {
    const box = waiting()
    box.net('drafts', 'take', '2')
    const path = join(box.folder, 'cal.ics')
    const moved = CALENDAR.replace('20261005T100000', '20261004T100000').replace('Jour fixe', 'Runde')
    writeFileSync(path, moved)
    expect(box.net('import', path).out).toContain('0 new meetings, 4 that changed there, 1 known already')
    expect(box.net('drafts', '--json').json).toMatchObject([
      { id: 1, on: '2026-10-04' },
      { id: 3, title: 'Runde' },
      {},
      {},
    ])
    expect(box.net('show', 'Grace', '--json').json.encounters).toMatchObject([{ text: 'Jour fixe' }])
    expect(box.net('import', path, '--json').json).toMatchObject({ operation: null, drafts: 0, updated: 0 })
  })

  test('of a calendar kept for oneself: whom of the journal the title names; no birthdays', () => {
    const box = sandbox()
    box.net('add', 'Ada Lovelace')
    box.net('add', 'Grace Muster')
    box.net('add', 'Grace Leer')
    const path = join(box.folder, 'cal.ics')
    const entries = [
      ['a', ':20261005T100000', 'Kaffee mit Ada'],
      ['b', ':20261006T100000', 'Lunch with Grace'],
      ['c', ':20261007T100000', 'Call Grace Muster, Ada Lovelace'],
      ['d', ';VALUE=DATE:20261008', 'Geburtstag Ada Lovelace'],
      ['e', ':20261009T100000', 'Zahnarzt'],
      ['f', ':20261109T100000', 'Kaffee mit Ada'],
    ].flatMap(([uid, start, title]) => event(`UID:${uid}`, `DTSTART${start}`, `SUMMARY:${title}`))
    writeFileSync(path, ['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR'].join('\r\n'))
    expect(box.net('import', path).out).toContain('Found 2 new meetings and 3 with nobody else')
    const named = (id: number) => box.net('drafts', '--json').json[id].known.map(({ name }: any) => name)
    expect(named(0)).toEqual(['Ada Lovelace'])
    expect(named(1)).toEqual(['Grace Muster', 'Ada Lovelace'])
  })

  test('are logged one by one or all, in operations that undo', () => {
    const box = waiting()
    const before = box.net('export').out
    expect(box.net('drafts', '--all').out).toContain('5 meetings logged')
    expect(box.net('show', 'Ada', '--json').json.encounters).toMatchObject([
      { on: '2026-10-05', kind: 'coffee', place: 'Café', text: 'Kaffee mit Ada' },
    ])
    expect(box.net('show', 'Grace', '--json').json).toMatchObject({
      name: 'Grace Leer',
      reach: [{ kind: 'email', value: 'g@x.example' }],
      encounters: [{}, {}, {}, {}],
    })
    expect(box.net('drafts', '--json').json).toEqual([])
    box.net('undo')
    expect(box.net('export').out).toBe(before)
  })

  test('--dry-run changes nothing; without my addresses it says how to name them', () => {
    const box = sandbox()
    const run = box.net('import', calendar(box), '--dry-run')
    expect(run.out).toContain('Would find 5 new meetings and 1 with nobody else.')
    expect(run.out).toContain('net config addresses')
    expect(box.net('drafts', '--json').json).toEqual([])
  })

  test('of an empty journal there are none, and none is made', () => {
    const box = sandbox()
    expect(box.net('drafts', '--all').out).toBe('Nothing was changed.\n')
    expect(existsSync(box.db)).toBe(false)
  })

  test('bad numbers and broken calendars: a clear message', () => {
    const box = waiting()
    expect(box.net('drafts', 'take', '99').code).toBe(3)
    expect(box.net('drafts', 'take', 'x').code).toBe(2)
    const path = join(box.folder, 'bad.ics')
    writeFileSync(
      path,
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:z\r\nDTSTART:nonsense\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    )
    expect(box.net('import', path, '--json').json).toMatchObject({ drafts: 0, failed: [{ line: 2 }] })
  })
})

describe('on a terminal each is asked about, with one key', () => {
  test('log it, in other words, leave it out, later, stop: each is an operation', async () => {
    const box = waiting()
    const run = terminal(box, ['drafts'])
    await run.sees('Kaffee mit Ada with Ada Lovelace at Café (5 left)')
    await run.sees('“Über Preise https://teams.example/1”')
    await run.sees('<y> log it')
    run.types('x')
    run.types('y')
    await run.sees('Grace Leer (new) (4 left)')
    run.types('e')
    await run.sees('What was it?')
    run.types(` im Büro${KEYS.enter}`)
    // Who was new is known by now.
    await run.sees('2026-10-14: Jour fixe with Grace Leer (3 left)')
    run.types('n')
    await run.sees('2026-10-21')
    run.types('l')
    await run.sees('2026-10-28')
    run.types('q')
    await run.sees('2 meetings logged and 1 left out')
    await run.sees('"net undo" takes back the last one.')
    expect((await run.ends()).code).toBe(0)
    expect(box.net('show', 'Ada', '--json').json.encounters).toMatchObject([{ text: 'Kaffee mit Ada' }])
    expect(box.net('show', 'Grace', '--json').json.encounters).toMatchObject([{ text: 'Jour fixe im Büro' }])
    expect(box.net('drafts', '--json').json).toMatchObject([{ on: '2026-10-21' }, { on: '2026-10-28' }])
    expect(box.net('undo').out).toContain('Jour fixe')
    expect(box.net('drafts', '--json').json).toHaveLength(3)
  })

  test('a question that is wider than the terminal breaks between words', async () => {
    const box = waiting()
    const path = join(box.folder, 'long.ics')
    const title = `${'Plan für das Jahr und '.repeat(4)}Zusammenarbeit`
    writeFileSync(path, CALENDAR.replaceAll('Kaffee mit Ada', title))
    box.net('import', path)
    const run = terminal(box, ['drafts'])
    // The hundredth column is in the middle of "und".
    await run.sees('und Zusammenarbeit with Ada Lovelace')
    run.types('q')
    expect((await run.ends()).code).toBe(0)
  })

  test('Ctrl-C stops; what was answered before holds, and nothing else is written', async () => {
    const box = waiting()
    const first = terminal(box, ['drafts'])
    await first.sees('log it')
    first.types(KEYS.ctrlC)
    expect(await first.ends()).toMatchObject({
      code: 130,
      screen: expect.stringContaining('nothing was written'),
    })
    const second = terminal(box, ['drafts'])
    await second.sees('(5 left)')
    second.types('j')
    await second.sees('(4 left)')
    second.types(KEYS.ctrlC)
    const { code, screen } = await second.ends()
    expect(code).toBe(0)
    expect(screen).toContain('1 meeting logged')
    expect(screen).not.toContain('nothing was written')
    expect(box.net('drafts', '--json').json).toHaveLength(4)
  })
})
