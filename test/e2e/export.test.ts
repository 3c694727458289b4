import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BINARY, type Sandbox, sandbox, sandboxWith } from './net.ts'

const filled = sandboxWith((box) => {
  box.net(
    'log',
    'Kaffee mit Ada Beispiel und Grace Muster im Café. gave Ada: intro to Lin Muster. todo: Folien bis Freitag #startup',
  )
  box.net(
    'edit',
    'Ada',
    '--org',
    'Muster, Söhne',
    '--email',
    'ada@beispiel.example',
    '--birthday',
    '--12-10',
    '--note',
    'Zeile 1\nZeile 2',
  )
  box.net('circle', 'add', 'enge', '--cadence', '30')
  box.net('circle', 'put', 'Ada', 'enge')
})

const another = (box: Sandbox, name: string) => ({ env: { NET_DB: join(box.folder, name) } })

describe('net export', () => {
  test('an archive holds the whole journal: read into an empty one it gives the same, uid for uid', () => {
    const box = filled()
    const out = join(box.folder, 'journal.json')
    expect(box.net('export', '--out', out)).toMatchObject({ code: 0, err: '' })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const copy = another(box, 'copy.db')
    expect(box.netWith(copy, 'import', out)).toMatchObject({ code: 0, err: '' })
    expect(box.netWith(copy, 'export').out).toBe(box.net('export').out)
    for (const args of [
      ['report', '--json'],
      ['show', 'Ada', '--json'],
      ['find', 'Folien', '--json'],
      ['stale', '--json'],
    ])
      expect(box.netWith(copy, ...args).out).toBe(box.net(...args).out)
    expect(box.netWith(copy, 'undo').code).toBe(0)
    expect(box.netWith(copy, 'list', '--json').json).toEqual([])
  })

  test('the demo, too', () => {
    const box = sandbox()
    const demo = { env: { NET_DB: '' } }
    const { file } = box.netWith(demo, 'demo', '--json').json
    const out = join(box.folder, 'demo.json')
    box.netWith({ env: { NET_DB: file } }, 'export', '--out', out)
    expect(box.net('import', out).code).toBe(0)
    expect(box.net('export').out).toBe(readFileSync(out, 'utf8'))
  })

  test('an archive does not go into a journal that holds something, nor is a broken one half read', () => {
    const box = filled()
    const out = join(box.folder, 'journal.json')
    box.net('export', '--out', out)
    expect(box.net('import', out)).toMatchObject({ code: 2, out: '' })
    const archive = JSON.parse(readFileSync(out, 'utf8'))
    const copy = another(box, 'copy.db')
    const read = (changed: unknown) => {
      writeFileSync(out, JSON.stringify(changed))
      return box.netWith(copy, 'import', out)
    }
    expect(read({ ...archive, version: 999 })).toMatchObject({
      code: 1,
      err: expect.stringContaining('newer'),
    })
    const refused = (tables: object, message: string) => {
      const run = read({ ...archive, tables: { ...archive.tables, ...tables } })
      expect(run).toMatchObject({ code: 2, out: '' })
      expect(run.err.replace(/\s+/g, ' ')).toContain(message)
      expect(run.err).toContain('the journal is as it was')
    }
    refused({ nonsense: [{ a: 1 }] }, 'has a table "nonsense" that the journal does not know')
    refused({ contact: [{ id: 1, evil: 2 }] }, 'has "evil" in its table "contact"')
    refused({ contact: [] }, 'names a contact_id that its table "contact" does not have')
    const [first] = archive.tables.contact
    refused(
      { contact: [...archive.tables.contact, first] },
      `in "contact", the row with id ${first.id} has the same id as another`,
    )
    refused({ contact: [{ ...first, name: null }] }, `the row with id ${first.id} has no name`)
    refused({ contact: [{ id: first.id }] }, `the row with id ${first.id} has no uid`)
    refused({ contact: [{ ...first, note: null }] }, `the row with id ${first.id} has no note`)
    refused({ contact: [{ ...first, cadence_days: 'soon' }] }, 'for a text: cadence_days')
    refused(
      { contact: [{ ...first, cadence_days: -1 }] },
      "has something in cadence_days that can't be there",
    )
    expect(box.netWith(copy, 'list', '--json').json).toEqual([])
  })

  test('vCards that come back as they went', () => {
    const box = filled()
    const out = join(box.folder, 'people.vcf')
    for (const version of ['vcard3', 'vcard4']) {
      expect(box.net('export', '--as', version, '--out', out, '--force').out).toContain('3 people in')
      const copy = another(box, `${version}.db`)
      box.netWith(copy, 'import', out)
      const { id, uid, addedOn, ...ada } = box.netWith(copy, 'show', 'Ada', '--json').json
      expect(ada).toMatchObject({
        name: 'Ada Beispiel',
        org: 'Muster, Söhne',
        circles: ['enge'],
        notes: 'Zeile 1\nZeile 2',
        reach: [{ kind: 'email', label: null, value: 'ada@beispiel.example' }],
        dates: [{ label: 'birthday', date: '--12-10' }],
      })
    }
  })

  test('what another program wrote and net does not know comes back exactly', () => {
    const box = sandbox()
    const odd = 'X-ODD;FOO=bar:a\\,b; c\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\n'
    const path = join(box.folder, 'in.vcf')
    writeFileSync(path, `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nFN:Ada\r\n${odd}END:VCARD\r\n`)
    box.net('import', path)
    const run = box.net('export', '--as', 'vcard3')
    expect(run.out).toContain(odd)
    expect(run.out).toContain('UID:u-1\r\n')
  })

  test('some people alone', () => {
    const box = filled()
    expect(box.net('export', '--as', 'vcard3', '--contact', 'Grace').out.match(/^FN:/gm)).toHaveLength(1)
    expect(box.net('export', '--as', 'vcard3', '--circle', 'enge').out).toContain('FN:Ada Beispiel')
    expect(box.net('export', '--as', 'archive', '--circle', 'enge').code).toBe(2)
    // All that is stored of somebody, to be handed to them.
    const told = box.net('export', '--contact', 'Ada')
    expect(told.out).toBe(box.net('export', '--as', 'markdown', '--contact', 'Ada').out)
    expect(told.out).toContain('- Email: ada@beispiel.example')
    expect(box.net('export', '--as', 'vcard3', '--contact', 'Nobody').code).toBe(3)
  })

  test('a file that is there is not written over, a folder that is not there is told of', () => {
    const box = filled()
    const out = join(box.folder, 'x.json')
    writeFileSync(out, 'mine')
    expect(box.net('export', '--out', out)).toMatchObject({ code: 4, out: '' })
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect(box.net('export', '--out', join(box.folder, 'no', 'x.json'))).toMatchObject({ code: 2, out: '' })
    expect(readdirSync(box.folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(box.net('export', '--out', out, '--force').code).toBe(0)
  })

  test('the journal itself is never written over, nor what SQLite keeps beside it', () => {
    const box = filled()
    const before = readFileSync(box.db)
    const link = join(box.folder, 'link.json')
    symlinkSync(box.db, link)
    for (const out of [box.db, link, `${box.db}-wal`])
      expect(box.net('export', '--out', out, '--force')).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('is the journal itself'),
      })
    expect(readFileSync(box.db).equals(before)).toBe(true)
    expect(existsSync(`${box.db}-wal`)).toBe(false)
  })

  test('with --force: a link stays a link, and whoever could read the file still can', () => {
    const box = filled()
    const [real, link] = [join(box.folder, 'real.ics'), join(box.folder, 'link.ics')]
    writeFileSync(real, 'old')
    chmodSync(real, 0o644)
    symlinkSync(real, link)
    expect(box.net('export', '--as', 'ics', '--out', link).code).toBe(4)
    expect(box.net('export', '--as', 'ics', '--out', link, '--force').code).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toMatch(/^BEGIN:VCALENDAR/)
    expect(statSync(real).mode & 0o777).toBe(0o644)
    const dangling = join(box.folder, 'dangling.json')
    symlinkSync('later.json', dangling)
    expect(box.net('export', '--out', dangling).code).toBe(0)
    expect(existsSync(join(box.folder, 'later.json'))).toBe(true)
  })

  test('what is no file is written to, and stays what it is; a full disk is told of', () => {
    const box = filled()
    const piped = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BINARY}" export --out /dev/stdout | cat`],
      {
        env: box.environment,
      },
    )
    expect(piped.stdout.toString()).toContain(box.net('export').out)
    expect(box.net('export', '--out', '/dev/full')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('The disk is full'),
    })
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
    expect(box.net('export', '--out', box.folder, '--force')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a folder'),
    })
    expect(readdirSync(box.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test("what a killed run left behind goes, but nothing that is young or somebody else's", () => {
    const box = filled()
    const out = join(box.folder, 'x.json')
    const [old, young, other] = [
      'x.json.net-abc123.part',
      'x.json.net-abc124.part',
      'x.json.backup.part',
    ].map((name) => join(box.folder, name))
    for (const path of [old!, young!, other!]) writeFileSync(path, '')
    for (const path of [old!, other!]) utimesSync(path, 0, 0)
    expect(box.net('export', '--out', out).code).toBe(0)
    expect([old!, young!, other!].map((path) => existsSync(path))).toEqual([false, true, true])
  })

  test('--out - is standard output', () => {
    const box = filled()
    expect(box.net('export', '--out', '-').out).toBe(box.net('export').out)
    expect(readdirSync(box.folder)).not.toContain('-')
  })

  test('of an empty journal: an empty archive, no cards, and no journal is made', () => {
    const box = sandbox()
    expect(box.net('export').code).toBe(0)
    expect(box.net('export', '--as', 'vcard4')).toMatchObject({ code: 0, out: '' })
    expect(existsSync(box.db)).toBe(false)
  })
})
