import { spawn } from 'node:child_process'
import { appendFileSync, chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BINARY, type Sandbox, sandbox } from './net.ts'

function inbox(box: Sandbox, content: string | Buffer): string {
  const path = join(box.folder, 'inbox.txt')
  writeFileSync(path, content)
  return path
}

const FIRST =
  'Ada Bruno Cäcilie Dietmar Elfriede Ferdinand Gisela Hannelore Ingeborg Joachim Kunigunde Leopold'.split(
    ' ',
  )
const LAST =
  'Adlerhorst Bergmann Cordes Dachstein Eichendorf Fuchsbau Gutenberg Heidekraut Immergrün Jasmin'.split(' ')
/** 120 people whose names are not near to one another. */
const somebody = (at: number) => `${FIRST[at % 12]} ${LAST[Math.floor(at / 12)]}`

const encounters = (box: Sandbox): number => {
  const out = box.net('export').out
  return JSON.parse(out).tables.encounter.length
}

describe('net inbox', () => {
  test('logs what is clear and marks it, and leaves the rest with the reason', () => {
    const box = sandbox()
    box.net('add', 'Ada Beispiel')
    box.net('add', 'Ada Muster')
    const path = inbox(
      box,
      '# Notizen\n- Kaffee mit Grace Leer gestern. gab: Tipp\n\nLunch with Ada\n- [x] mein Haken\n',
    )
    const run = box.net('inbox', path)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toContain('✓ Logged 1 line, 1 left in')
    expect(readFileSync(path, 'utf8')).toBe(
      '# Notizen\n✓ #1 - Kaffee mit Grace Leer gestern. gab: Tipp\n\nLunch with Ada\n  ↳ net: "Ada" could be several: #1 Ada Beispiel, #2 Ada Muster. Give more of the name, or the number, e.g. "#1".\n- [x] mein Haken\n',
    )
    expect(box.net('show', 'Grace', '--json').json).toMatchObject({
      encounters: [{ on: '2026-11-02', kind: 'coffee', text: 'Kaffee mit Grace Leer gestern. gab: Tipp' }],
      favours: [{ what: 'Tipp' }],
    })
  })

  test('a line is logged once, the same words written anew are a new line', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\n')
    box.net('inbox', path)
    expect(box.net('inbox', path).out).toContain('Nothing waits')
    writeFileSync(path, `${readFileSync(path, 'utf8')}Kaffee mit Ada\n`)
    expect(box.net('inbox', path, '--json').json.logged).toMatchObject([{ encounter: 2, people: ['Ada'] }])
    expect(encounters(box)).toBe(2)
  })

  test('what was unclear is taken once it is said more clearly', () => {
    const box = sandbox()
    box.net('add', 'Ada Beispiel')
    box.net('add', 'Ada Muster')
    const path = inbox(box, 'Lunch with Ada')
    expect(box.net('inbox', path, '--json').json.unclear).toHaveLength(1)
    writeFileSync(path, readFileSync(path, 'utf8').replace('with Ada', 'with Ada Muster'))
    expect(box.net('inbox', path, '--json').json.logged).toHaveLength(1)
    expect(readFileSync(path, 'utf8')).toBe('✓ #1 Lunch with Ada Muster')
  })

  test('undo takes a line back; it stays marked, so that it is not logged again unasked', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\nKaffee mit Grace\n')
    box.net('inbox', path)
    box.net('undo')
    expect(encounters(box)).toBe(1)
    expect(box.net('inbox', path).out).toContain('Nothing waits')
    box.net('redo')
    expect(box.net('inbox', path).out).toContain('Nothing waits')
    expect(encounters(box)).toBe(2)
  })

  test('a number that comes again after an undo belongs to the new line alone', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\n')
    box.net('inbox', path)
    box.net('undo')
    writeFileSync(path, `${readFileSync(path, 'utf8')}Kaffee mit Grace\nKaffee mit Ada\n`)
    expect(box.net('inbox', path, '--json').json.logged).toHaveLength(2)
    expect(readFileSync(path, 'utf8')).toBe('✓ Kaffee mit Ada\n✓ #1 Kaffee mit Grace\n✓ #2 Kaffee mit Ada\n')
    expect(box.net('inbox', path).out).toContain('Nothing waits')
    expect(encounters(box)).toBe(2)
  })

  test('an older copy of the file that comes back without its marks is not logged again', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\n2026-10-01: Tee mit Grace\n')
    box.net('inbox', path)
    inbox(box, 'Kaffee mit Ada\n2026-10-01: Tee mit Grace\nTee mit Lin\n')
    const later = { env: { NET_NOW: '2026-11-06' } }
    const { logged, unclear } = box.netWith(later, 'inbox', path, '--json').json
    expect(logged).toMatchObject([{ people: ['Lin'] }])
    expect(unclear.map(({ problem }: any) => problem)).toEqual([
      expect.stringContaining('is in the journal already (#1, 2026-11-03)'),
      expect.stringContaining('is in the journal already (#2, 2026-10-01)'),
    ])
    // A week later the same words are of another day; what names its day stays the same.
    const week = { env: { NET_NOW: '2026-11-10' } }
    expect(box.netWith(week, 'inbox', path, '--json').json).toMatchObject({
      logged: [{ line: 'Kaffee mit Ada', on: '2026-11-10' }],
      unclear: [{ line: '2026-10-01: Tee mit Grace' }],
    })
    expect(encounters(box)).toBe(4)
  })

  test('a line says --new and --planned itself, as the reason below it advises', () => {
    const box = sandbox()
    box.net('add', 'Grace Leer')
    const path = inbox(box, 'Kaffee mit Grase Leer\n2026-12-05: Tee mit Grace\n')
    expect(box.net('inbox', path, '--json').json.unclear).toMatchObject([
      { problem: expect.stringContaining('--new') },
      { problem: expect.stringContaining('--planned') },
    ])
    const said = readFileSync(path, 'utf8')
      .replace('Grase Leer', 'Grase Leer --new')
      .replace('mit Grace\n', 'mit Grace --planned\n')
    writeFileSync(path, said)
    expect(box.net('inbox', path, '--json').json).toMatchObject({
      logged: [{ people: ['Grase Leer'] }, { on: '2026-12-05' }],
      unclear: [],
    })
    expect(box.net('show', 'Grase', '--json').json.encounters).toMatchObject([
      { text: 'Kaffee mit Grase Leer' },
    ])
  })

  test('a byte-order mark stays where it is', () => {
    const box = sandbox()
    const path = inbox(box, '\ufeffKaffee mit Ada\n')
    box.net('inbox', path)
    expect(readFileSync(path, 'utf8')).toBe('\ufeff✓ #1 Kaffee mit Ada\n')
  })

  test('lines that another program adds meanwhile are kept, and each is logged once', async () => {
    const box = sandbox()
    const path = inbox(box, '')
    box.net('add', 'Zoë')
    let written = 0
    const write = setInterval(() => {
      if (written < 30) appendFileSync(path, `Kaffee mit Zoë, zum ${++written}. Mal\n`)
    }, 15)
    while (written < 30) expect((await box.start('inbox', path)).code).toBe(0)
    clearInterval(write)
    expect(box.net('inbox', path).code).toBe(0)
    expect(readFileSync(path, 'utf8').match(/^✓ #\d+ Kaffee mit Zoë, zum \d+\. Mal$/gm)).toHaveLength(30)
    expect(encounters(box)).toBe(30)
  })

  test('--dry-run changes neither the file nor the journal', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\n')
    expect(box.net('inbox', path, '--dry-run').out).toContain('Would log 1 line')
    expect(readFileSync(path, 'utf8')).toBe('Kaffee mit Ada\n')
    expect(readdirSync(box.folder)).toEqual(['inbox.txt'])
  })

  test('who may read the file stays, and line ends stay', () => {
    const box = sandbox()
    const path = inbox(box, 'Kaffee mit Ada\r\n\r\n')
    chmodSync(path, 0o640)
    box.net('inbox', path)
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readFileSync(path, 'utf8')).toBe('✓ #1 Kaffee mit Ada\r\n\r\n')
  })

  test('killed again and again, no line is lost or logged twice', async () => {
    const box = sandbox()
    const lines = Array.from({ length: 120 }, (_, at) => `Kaffee mit ${somebody(at)}. gave: Tipp ${at}`)
    const path = inbox(box, `${lines.join('\n')}\n`)
    for (const wait of [80, 100, 120, 140, 160, 180]) {
      const child = spawn(process.execPath, [BINARY, 'inbox', path], {
        env: box.environment,
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('close', resolve))
      await new Promise((resolve) => setTimeout(resolve, wait))
      child.kill('SIGKILL')
      await ended
    }
    expect(box.net('inbox', path).code).toBe(0)
    expect(encounters(box)).toBe(120)
    const marked = readFileSync(path, 'utf8').trimEnd().split('\n')
    expect(marked.map((line) => line.replace(/^✓ #\d+ /, ''))).toEqual(lines)
    expect(marked.every((line) => line.startsWith('✓ #'))).toBe(true)
  })

  test('two at once take each line once', async () => {
    const box = sandbox()
    const lines = Array.from({ length: 40 }, (_, at) => `Kaffee mit ${somebody(at * 3)}`)
    const path = inbox(box, `${lines.join('\n')}\n`)
    box.net('add', 'Zoë')
    const runs = await Promise.all([
      box.start('inbox', path),
      box.start('inbox', path),
      box.start('inbox', path),
    ])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    box.net('inbox', path)
    expect(encounters(box)).toBe(40)
    expect(readFileSync(path, 'utf8').match(/^✓/gm)).toHaveLength(40)
  })

  test('a line that tells of nobody and nothing is left, one that says what it was is taken', () => {
    const box = sandbox()
    const path = inbox(box, 'Milch kaufen\nTee im Park\nmit Jo geredet --on 2026-11-01\n')
    const { logged, unclear } = box.net('inbox', path, '--json').json
    expect(unclear).toMatchObject([
      { line: 'Milch kaufen', problem: expect.stringContaining('names nobody') },
    ])
    expect(logged).toMatchObject([{ kind: 'coffee' }, { people: ['Jo'], on: '2026-11-01' }])
  })

  const NOTHING: [string, (box: Sandbox) => string, number][] = [
    ['a file that is not there', () => '/nowhere/inbox.txt', 3],
    ['a folder', (box) => box.folder, 2],
    ['what is no file', () => '/dev/null', 2],
    ['standard input', () => '/dev/stdin', 2],
    ['bytes that are no UTF-8', (box) => inbox(box, Buffer.from([0x4a, 0xfc, 0x72])), 2],
  ]
  test.each(NOTHING)('%s: a clear message, and nothing is written', (_, path, code) => {
    const box = sandbox()
    expect(box.net('inbox', path(box))).toMatchObject({ code, out: '' })
    expect(readdirSync(box.folder).filter((name) => name !== 'inbox.txt')).toEqual([])
  })
})
