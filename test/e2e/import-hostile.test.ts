import { spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { BINARY, type Sandbox, sandbox } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const MB = 1024 * 1024
const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'

function file(box: Sandbox, name: string, content: string | Buffer): string {
  const path = join(box.folder, name)
  writeFileSync(path, content)
  return path
}

/** A file with a line of so many bytes between two texts; most of it is a hole that takes no room on the disk. */
function longLine(box: Sandbox, name: string, head: string, bytes: number, tail: string): string {
  const path = file(box, name, head)
  const open = openSync(path, 'r+')
  ftruncateSync(open, head.length + bytes)
  writeSync(open, tail, head.length + bytes)
  closeSync(open)
  return path
}

/** Runs net, and tells how much memory it took at its worst, in MB. */
function measured(box: Sandbox, ...args: string[]) {
  const told = join(box.folder, 'memory')
  const hook = file(
    box,
    'hook.cjs',
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)))`,
  )
  // The machine may be busy: no haste.
  const run = spawnSync(process.execPath, [BINARY, ...args], {
    env: { ...box.environment, NODE_OPTIONS: `--require ${hook}` },
    encoding: 'utf8',
    timeout: 280_000,
  })
  return {
    code: run.status,
    out: run.stdout,
    err: run.stderr,
    megabytes: Number(readFileSync(told, 'utf8')) / 1024,
  }
}

describe('a line of a gigabyte: a clear message, and no more memory than ever', () => {
  const GB = 1024 * MB
  const ENDLESS: [format: string, head: string, code: number, message: RegExp][] = [
    [
      'people.vcf',
      'BEGIN:VCARD\nFN:Ada\nNOTE:',
      0,
      /1 new, 0 updated, 0 unchanged and 1 not read[\s\S]*people\.vcf:1 has a line that is too long/,
    ],
    ['c.csv', `${CONNECTIONS}\nAda,`, 2, /larger than 128 MB/],
    ['cal.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:', 2, /larger than 128 MB/],
    ['monica.json', '{"app_version":"4","account":{"x":"', 2, /larger than 128 MB/],
    ['friends.md', '### Friends:\n- Ada\n\n### Activities:\n- 2018-01-04: ', 2, /larger than 128 MB/],
    [
      'journal.json',
      '{"format": "net-journal", "version": 3, "exportedOn": "2026-11-03", "tables": {\n"contact": [\n  {"id":1,"x":"',
      2,
      /broken or not whole: line 3/,
    ],
  ]
  test.each(ENDLESS)('%s', (name, head, code, message) => {
    const box = sandbox()
    const path = longLine(
      box,
      name,
      head + 'x'.repeat(2000),
      GB,
      '\nEND:VCARD\nBEGIN:VCARD\nFN:Grace\nEND:VCARD\n',
    )
    const run = measured(box, 'import', path)
    expect(run.code).toBe(code)
    expect(run.out + run.err).toMatch(message)
    expect(run.megabytes).toBeLessThan(300)
    expect(box.net('list', '--json').json.map(({ name }: any) => name)).toEqual(code === 0 ? ['Grace'] : [])
  })
})

test('50,000 vCards: 300 MB at most, and a bar', async () => {
  const box = sandbox()
  const cards = Array.from(
    { length: 50_000 },
    (_, at) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-${at}\r\nFN:Person${at} Muster\r\nEMAIL:p${at}@muster.example\r\nTEL:+49 151 ${10_000_000 + at}\r\nORG:Firma ${at % 500}\r\nX-FOO:bar\r\nEND:VCARD\r\n`,
  )
  const path = file(box, 'many.vcf', cards.join(''))
  const run = measured(box, 'import', path)
  expect(run.out).toContain('✓ vcard: 50000 new')
  expect(run.err).toBe('')
  expect(run.megabytes).toBeLessThan(300)
  const few = file(box, 'few.vcf', cards.slice(0, 500).join(''))
  const seen = terminal(box, ['import', few])
  await seen.sees('few.vcf  100 records █')
  await seen.sees('100 %')
  await seen.sees('✓ vcard: 0 new, 0 updated and 500 unchanged.')
  expect((await seen.ends()).code).toBe(0)
}, 300_000)

test('Ctrl-C in the middle leaves the journal as it was, and the file can be read again', async () => {
  const box = sandbox()
  box.net('add', 'Zoe')
  const before = box.net('export').out
  const cards = Array.from(
    { length: 5000 },
    (_, at) => `BEGIN:VCARD\nUID:${at}\nFN:Person ${at}\nEND:VCARD\n`,
  )
  const path = file(box, 'many.vcf', cards.join(''))
  const run = terminal(box, ['import', path])
  await run.sees('100 records')
  run.types(KEYS.ctrlC)
  expect((await run.ends()).screen).not.toContain('✓')
  expect(box.net('export').out).toBe(before)
  expect(box.net('doctor').code).toBe(0)
  expect(box.net('import', path, '--json').json).toMatchObject({ new: 5000 })
}, 60_000)

describe('files that mean no good', () => {
  test('a text a person wrote is kept, one of megabytes is not', () => {
    const box = sandbox()
    const long = 'x'.repeat(5 * MB)
    const friends = file(
      box,
      'friends.md',
      `### Activities:\n- 2018-01-04: **Ada** ${long}\n\n### Friends:\n- Ada\n`,
    )
    const run = box.net('import', friends)
    expect(run.out).toContain('✓ friends: 1 new, 0 updated, 0 unchanged and 1 not read.')
    expect(run.out).toContain('friends.md:2 has a line that is too long')
    const calendar = file(
      box,
      'cal.ics',
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261005T100000\nSUMMARY:${long}\nATTENDEE;CN=#5:mailto:five@x.example\nEND:VEVENT\nEND:VCALENDAR\n`,
    )
    box.net('import', calendar)
    const [draft] = box.net('drafts', '--json').json
    expect(draft.title).toBe('x'.repeat(500))
    expect(draft.unknown).toEqual([{ name: null, email: 'five@x.example' }])
  })

  test('100,000 columns, formulas and nested quotes in cells', () => {
    const box = sandbox()
    const wide = file(box, 'wide.csv', `${CONNECTIONS}${',x'.repeat(100_000)}\nAda,Muster\n`)
    expect(box.net('import', wide)).toMatchObject({ code: 2, out: '' })
    const row = file(
      box,
      'row.csv',
      `${CONNECTIONS}\n=HYPERLINK("http://x"),@SUM(1),,,"a ""b"" ""c"""" d",+1,01 Jan 2024${',x'.repeat(100_000)}\nGrace,Muster,,,,,02 Jan 2024\n`,
    )
    expect(box.net('import', row, '--json').json).toMatchObject({ new: 2, failed: [] })
    expect(box.net('list', '--csv').out).not.toMatch(/^[^,]*,"?[=+@]/m)
  })

  test('a ZIP that says it is small, and paths that lead elsewhere', () => {
    const box = sandbox()
    const table = Buffer.from(`${CONNECTIONS}\nGrace,Muster,,,,,02 Jan 2024\n${'\n'.repeat(2 * MB)}`)
    const bytes = Buffer.from(zipSync({ '/etc/../../Connections.csv': table }))
    // The size stands in the local header and in the directory.
    for (let at = bytes.indexOf('PK\x01\x02') + 24, size = 100; size > 0; size = 0)
      bytes.writeUInt32LE(size, at)
    const run = box.net('import', file(box, 'lies.zip', bytes), '--json')
    expect(run.json).toMatchObject({ new: 1 })
  })

  test('vCards in UTF-16, as some phones write them', () => {
    const box = sandbox()
    const text = '\ufeffBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jürgen Müller\r\nEND:VCARD\r\n'
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
      expect(box.net('import', file(box, 'p.vcf', bytes), '--json').json).toMatchObject({
        format: 'vcard',
        failed: [],
      })
    expect(box.net('list', '--json').json.map(({ name }: any) => name)).toEqual(['Jürgen Müller'])
  })

  test('JSON that breaks off, a calendar or an archive under another name, several at once', () => {
    const box = sandbox()
    const cut = file(box, 'cut.json', '{"app_version":"4","account":{"data":[')
    expect(box.net('import', cut)).toMatchObject({
      code: 2,
      err: expect.stringContaining('broken or not whole'),
    })
    const other = file(box, 'other.json', '{"a":1}')
    expect(box.net('import', other).err).toContain('nothing that net can read people from')
    const calendar = file(box, 'cal.ics', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n')
    const asCards = box.net('import', calendar, '--as', 'vcard')
    expect(asCards).toMatchObject({ code: 2, out: '' })
    expect(asCards.err).toContain('is no such file (vcard)')
    expect(box.net('import', calendar, '--as', 'archive').code).toBe(2)
    expect(box.net('import', calendar, '--as', 'ics', '--json').json).toMatchObject({ format: 'ics' })
    const people = file(box, 'p.vcf', 'BEGIN:VCARD\nFN:Ada\nEND:VCARD\n')
    expect(box.net('import', people, calendar)).toMatchObject({
      code: 2,
      err: expect.stringContaining('goes by itself'),
    })
    expect(box.net('import', people, join(box.folder, 'gone.vcf')).code).toBe(3)
    mkdirSync(join(box.folder, 'sub'))
    expect(box.net('import', people, join(box.folder, 'sub')).code).toBe(2)
    rmSync(people)
    expect(box.net('list', '--json').json).toEqual([])
  })

  test('two imports at once: both are whole', async () => {
    const box = sandbox()
    const cards = (letter: string) =>
      Array.from(
        { length: 300 },
        (_, at) => `BEGIN:VCARD\nUID:${letter}${at}\nFN:${letter} ${at}\nEND:VCARD\n`,
      ).join('')
    const [a, b] = [file(box, 'a.vcf', cards('a')), file(box, 'b.vcf', cards('b'))]
    const runs = await Promise.all([box.start('import', a), box.start('import', b)])
    expect(runs.map(({ code }) => code)).toEqual([0, 0])
    expect(box.net('list', '--json').json).toHaveLength(600)
    expect(box.net('doctor').code).toBe(0)
  })
})
