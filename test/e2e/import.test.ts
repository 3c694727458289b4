import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox } from './net.ts'

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
const ADA = card(
  'UID:u-ada',
  'FN:Ada Beispiel',
  'EMAIL:ada@beispiel.example',
  'TEL;TYPE=CELL:0151 5550100',
  'ORG:Muster AG',
)
const GRACE = card('UID:u-grace', 'FN:Grace Muster', 'NOTE:Mag Schiffe')
const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'

/** A file in the folder of a box; its path. */
function file(box: Sandbox, name: string, content: string | Buffer): string {
  const path = join(box.folder, name)
  writeFileSync(path, content)
  return path
}

describe('net import', () => {
  test('brings people along, in one operation that undoes', () => {
    const box = sandbox()
    const path = file(box, 'people.vcf', ADA + GRACE)
    const run = box.net('import', path)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toContain('✓ vcard: 2 new, 0 updated and 0 unchanged.')
    expect(box.net('show', 'Ada', '--json').json).toMatchObject({
      org: 'Muster AG',
      reach: [
        { kind: 'email', label: null, value: 'ada@beispiel.example' },
        { kind: 'phone', label: 'cell', value: '0151 5550100' },
      ],
    })
    expect(box.net('history').out).toContain('Imported 2 contacts from people.vcf')
    expect(box.net('find', 'Schiffe').out).toContain('Grace Muster')
    expect(box.net('undo').code).toBe(0)
    expect(box.net('list', '--json').json).toEqual([])
    expect(box.net('redo').code).toBe(0)
    expect(box.net('import', path, '--json').json).toMatchObject({ new: 0, updated: 0, unchanged: 2 })
  })

  test('the same again changes nothing, and is no operation', () => {
    const box = sandbox()
    const path = file(box, 'people.vcf', ADA + GRACE)
    box.net('import', path)
    const again = box.net('import', path, '--json').json
    expect(again).toMatchObject({ operation: null, new: 0, updated: 0, unchanged: 2, conflicts: [] })
    expect(box.net('history', '--json').json).toHaveLength(1)
  })

  test('a changed file brings what changed there, and leaves what was edited here', () => {
    const box = sandbox()
    box.net('import', file(box, 'people.vcf', ADA + GRACE))
    box.net('edit', 'Ada', '--org', 'Eigene GmbH', '--role', 'Chefin')
    const changed = (ADA + GRACE).replace('ORG:Muster AG', 'ORG:Andere AG').replace('Schiffe', 'Segelschiffe')
    const run = box.net('import', file(box, 'people.vcf', changed), '--json')
    expect(run.json).toMatchObject({
      updated: 1,
      unchanged: 1,
      conflicts: [{ name: 'Ada Beispiel', field: 'org', here: 'Eigene GmbH', there: 'Andere AG' }],
    })
    expect(box.net('show', 'Ada', '--json').json).toMatchObject({ org: 'Eigene GmbH', role: 'Chefin' })
    expect(box.net('show', 'Grace', '--json').json.notes).toBe('Mag Segelschiffe')
  })

  test('a card without a key that tells less takes nothing away; one that tells more adds', () => {
    const box = sandbox()
    const whole = card('FN:Bob Boss', 'TEL:0151 5550111', 'EMAIL:bob@firma.example', 'ORG:Firma', 'X-CAT:Mia')
    box.net('import', file(box, 'whole.vcf', whole))
    const before = box.net('show', 'Bob', '--json').json
    expect(box.net('import', file(box, 'bare.vcf', card('FN:Bob Boss')), '--json').json).toMatchObject({
      new: 0,
      updated: 0,
      unchanged: 1,
    })
    expect(box.net('show', 'Bob', '--json').json).toEqual(before)
    box.net('import', file(box, 'other.vcf', card('FN:Bob Boss', 'TEL:0151 5550111', 'TITLE:Chef')))
    expect(box.net('show', 'Bob', '--json').json).toMatchObject({ org: 'Firma', role: 'Chef' })
    box.net('import', file(box, 'moved.vcf', whole.replace('ORG:Firma', 'ORG:Neue Firma')))
    const now = box.net('show', 'Bob', '--json').json
    expect(now).toMatchObject({ org: 'Neue Firma', role: 'Chef', reach: before.reach })
    box.net('export', '--as', 'vcard3', '--out', join(box.folder, 'out.vcf'))
    expect(readFileSync(join(box.folder, 'out.vcf'), 'utf8')).toContain('X-CAT:Mia')
  })

  test('a day that the calendar does not have goes out as it came', () => {
    const box = sandbox()
    box.net('import', file(box, 'odd.vcf', card('UID:u-odd', 'FN:Ada Beispiel', 'BDAY:1999-02-31')))
    const exported = () => box.net('export', '--as', 'vcard3', '--contact', 'Ada').out
    expect(exported()).toContain('BDAY:1999-02-31')
    box.net('edit', 'Ada', '--birthday', '1999-03-03')
    expect(exported().match(/BDAY.*/g)).toEqual(['BDAY:1999-03-03'])
  })

  test('a card that was exported from here is known again', () => {
    const box = sandbox()
    box.net('add', 'Ada Beispiel', '--org', 'Muster AG', '--email', 'ada@beispiel.example')
    const out = join(box.folder, 'out.vcf')
    box.net('export', '--as', 'vcard4', '--out', out)
    expect(box.net('import', out, '--json').json).toMatchObject({ new: 0, updated: 0, unchanged: 1 })
    const text = readFileSync(out, 'utf8').replaceAll('ada@beispiel.example', 'ada@anders.example')
    writeFileSync(out, text.replaceAll('Ada Beispiel', 'Ada Anders').replaceAll('Beispiel;Ada', 'Anders;Ada'))
    expect(box.net('import', out, '--json').json).toMatchObject({ new: 0 })
    expect(box.net('list', '--json').json).toHaveLength(1)
  })

  test('--dry-run tells, and makes not even a journal', () => {
    const box = sandbox()
    const path = file(box, 'people.vcf', ADA)
    const run = box.net('import', path, '--dry-run')
    expect(run.out).toContain('Would be: 1 new, 0 updated and 0 unchanged. Nothing was changed.')
    expect(() => readFileSync(box.db)).toThrow()
    box.net('add', 'Lin')
    const before = box.net('list', '--json').out
    expect(box.net('import', path, '--dry-run', '--json').json).toMatchObject({
      operation: null,
      new: 1,
      dryRun: true,
    })
    expect(box.net('list', '--json').out).toBe(before)
  })

  test('--dry-run names who would be new, and what would change or be removed', () => {
    const box = sandbox()
    box.net('import', file(box, 'people.vcf', ADA + GRACE))
    const changed = (ADA + GRACE)
      .replace('ORG:Muster AG', 'ORG:Andere AG\r\nCATEGORIES:neu')
      .replace('TEL;TYPE=CELL:0151 5550100\r\n', '')
      .replace('NOTE:Mag Schiffe\r\n', '')
    const many = Array.from({ length: 25 }, (_, at) => card(`UID:m${at}`, `FN:Lin Nummer${at}`)).join('')
    const path = file(box, 'again.vcf', changed + many)
    const { out } = box.net('import', path, '--dry-run')
    const told = out.replace(/\s+/g, ' ')
    expect(told).toContain('New: Lin Nummer0, Lin Nummer1,')
    expect(told).toContain('Lin Nummer19 and 5 more.')
    expect(told).toContain('Ada Beispiel: organisation "Muster AG" → "Andere AG", tags with "neu"')
    expect(told).toContain('reach without "0151 5550100 (cell)"')
    expect(told).toContain('Grace Muster: note without "Mag Schiffe"')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    const { json } = box.net('import', path, '--dry-run', '--json')
    expect(json.added).toHaveLength(25)
    expect(json.changed).toMatchObject([
      { name: 'Ada Beispiel' },
      { id: 2, name: 'Grace Muster', changes: [{ field: 'note', before: 'Mag Schiffe', after: '' }] },
    ])
    expect(box.net('import', path, '--json').json).toMatchObject({ updated: 2, added: [], changed: [] })
  })

  test('who is there already by address or number is not added again', () => {
    const box = sandbox()
    box.net('add', 'Ada B.', '--email', 'ADA@beispiel.example')
    box.net('add', 'Grace Muster', '--phone', '+49 30 555 02')
    const path = file(box, 'p.vcf', ADA + card('FN:G. Muster', 'TEL:030/555-02'))
    expect(box.net('import', path, '--json').json).toMatchObject({ new: 0, updated: 1, unchanged: 1 })
    expect(box.net('list', '--json').json).toHaveLength(2)
  })

  test('the name alone is no proof: the new one is told of as perhaps the same', () => {
    const box = sandbox()
    box.net('add', 'Ada Beispiel')
    const run = box.net('import', file(box, 'p.vcf', ADA), '--json')
    expect(run.json).toMatchObject({
      new: 1,
      perhaps: [{ name: 'Ada Beispiel', people: [{ id: 1, name: 'Ada Beispiel' }], evidence: ['name'] }],
    })
  })

  test("a job that changed between two of LinkedIn's exports comes back as what was last heard", () => {
    const box = sandbox()
    const row = (company: string) =>
      `Notes:\n"Some addresses may be missing."\n\n${CONNECTIONS}\nGrace,Muster,https://www.linkedin.com/in/grace,,${company},Admiral,09 Mar 2024\n,,,,,,01 Jan 2024\n`
    expect(box.net('import', file(box, 'c.csv', row('Beispiel GmbH')), '--json').json).toMatchObject({
      format: 'linkedin',
      new: 1,
      skipped: [{ line: 6, reason: 'no-name' }],
    })
    const run = box.net('import', file(box, 'c.csv', row('Neue Firma')))
    expect(run.out).toContain('Grace Muster: Admiral at Neue Firma (before: Admiral at Beispiel GmbH)')
    expect(box.net('find', 'job').out).toContain('new job: Admiral at Neue Firma')
    box.netWith({ env: { NET_NOW: '2026-07-01' } }, 'log', 'Kaffee mit Grace')
    expect(box.net('stale', '--json').json[0].reason).toContain('new job: Admiral at Neue Firma')
    for (const command of [[], ['show', 'Grace'], ['brief', 'Grace']])
      expect(box.net(...command).out).toContain('new job: Admiral at Neue Firma')
    expect(box.net('show', 'Grace', '--json').json.facts).toMatchObject([{ on: '2026-11-03' }])
    const left = file(box, 'c.csv', row('').replace('Admiral', ''))
    expect(box.net('import', left).out).toContain('Grace Muster: none told (before: Admiral at Neue Firma)')
    expect(box.net('show', 'Grace', '--json').json.facts[0].what).toBe(
      'no job told any more, was Admiral at Neue Firma',
    )
  })

  test("the whole of LinkedIn's archive: its table of connections is found in it", () => {
    const box = sandbox()
    const table = Buffer.from(
      `${CONNECTIONS}\nGrace,Muster,https://www.linkedin.com/in/grace,,Beispiel GmbH,Admiral,09 Mar 2024\n`,
    )
    const zip = (files: Record<string, Uint8Array>) => file(box, 'li.zip', Buffer.from(zipSync(files)))
    const path = zip({
      'Basic/messages.csv': Buffer.from('x'),
      'Basic/Invitations.csv': Buffer.from('x'),
      'Basic/Skills.csv': Buffer.from('x'),
      '../../Connections.csv': table,
    })
    const run = box.net('import', path)
    expect(run.out).toContain('✓ linkedin: 1 new')
    expect(run.out).toContain('Left out: messages, invitations and 1 other table.')
    expect(box.net('import', zip({ 'Other.csv': table })).err).toContain('without a Connections.csv')
    const whole = readFileSync(path)
    expect(box.net('import', file(box, 'cut.zip', whole.subarray(0, 60)))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('broken or not whole'),
    })
    expect(readdirSync(box.folder).sort()).toEqual(['cut.zip', 'journal.db', 'li.zip'])
  })

  test('a bomb is not unpacked', () => {
    const box = sandbox()
    const bomb = zipSync({ 'Connections.csv': Buffer.alloc(300 * 1024 * 1024) }, { level: 9 })
    const run = box.net('import', file(box, 'bomb.zip', Buffer.from(bomb)))
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('larger than 128 MB') })
  })

  test('friends.md brings what happened along, once', () => {
    const box = sandbox()
    const path = file(
      box,
      'friends.md',
      '### Activities:\n- 2018-01-04: Lunch with **Grace Muster** in _Paris_. @food\n\n### Notes:\n- 2018-02-01: **Grace Muster** likes ships.\n\n### Friends:\n- Grace Muster (a.k.a. The Admiral) [Paris] @navy\n\n### Locations:\n- Paris\n',
    )
    expect(box.net('import', path, '--json').json).toMatchObject({ format: 'friends', new: 1, records: 2 })
    expect(box.net('import', path, '--json').json).toMatchObject({
      operation: null,
      records: 0,
      unchanged: 1,
    })
    expect(box.net('show', 'Admiral', '--json').json).toMatchObject({
      place: 'Paris',
      tags: ['navy'],
      encounters: [{ on: '2018-01-04', kind: 'meal', place: 'Paris', tags: ['food'] }],
      facts: [{ what: 'Grace Muster likes ships.' }],
    })
  })

  test('from standard input, and several files at once', () => {
    const box = sandbox()
    expect(box.netWith({ input: ADA }, 'import', '-', '--json').json).toMatchObject({ new: 1 })
    const both = [file(box, 'a.vcf', ADA), file(box, 'g.vcf', GRACE)]
    expect(box.net('import', ...both, '--json').json).toMatchObject({
      new: 1,
      unchanged: 1,
      format: 'vcard, vcard',
    })
  })

  test('what can be read of a broken file is read; the rest is named by line and reason', () => {
    const box = sandbox()
    const path = file(
      box,
      'p.vcf',
      `${ADA}${card('TEL:1')}${card('KIND:group', 'FN:All')}BEGIN:VCARD\nFN:Half`,
    )
    const run = box.net('import', path)
    expect(run.code).toBe(0)
    expect(run.out).toContain('1 new, 0 updated, 0 unchanged, 1 passed over and 2 not read')
    expect(run.out).toMatch(/p\.vcf:9 has no name/)
    expect(run.out).toMatch(/p\.vcf:18 is not finished/)
  })

  const NOTHING: [string, (box: Sandbox) => string[], number, RegExp][] = [
    ['a file that is not there', () => ['/nowhere/x.vcf'], 3, /No file.*Look at its path\.\n$/s],
    ['a folder', (box) => [box.folder], 2, /is a folder/],
    ['something else', (box) => [file(box, 'x.txt', 'hello')], 2, /nothing that net can read people from/],
    ['an empty file', (box) => [file(box, 'x.vcf', '')], 2, /nothing that net can read people from/],
    ['bytes of no sense', (box) => [file(box, 'x.bin', Buffer.alloc(5000, 7))], 2, /nothing that net/],
    [
      'another format than named',
      (box) => [file(box, 'x.vcf', ADA), '--as', 'google'],
      2,
      /no such file \(google\)/,
    ],
    [
      'a table that is to be vCards',
      (box) => [file(box, 'x.csv', 'a,b\n'), '--as', 'vcard'],
      2,
      /x\.csv" is no such file \(vcard\)/,
    ],
    ['no format', (box) => [file(box, 'x.vcf', ADA), '--as', 'excel'], 2, /Allowed choices/],
    ['no file', () => [], 2, /missing required argument/i],
  ]
  test('a file of cards that has none yet is no trouble', () => {
    const box = sandbox()
    expect(box.net('import', file(box, 'x.vcf', ''), '--as', 'vcard', '--json').json).toMatchObject({
      new: 0,
    })
  })

  test.each(NOTHING)('%s: a clear message, and no journal', (_, args, code, message) => {
    const box = sandbox()
    mkdirSync(join(box.folder, 'sub'))
    const run = box.net('import', ...args(box))
    expect(run.code).toBe(code)
    expect(run.err).toMatch(message)
    expect(run.out).toBe('')
    expect(() => readFileSync(box.db)).toThrow()
  })

  test('names that would do something to a terminal do nothing', () => {
    const box = sandbox()
    const run = box.net('import', file(box, 'p.vcf', card('FN:A\u001b[31mda', 'UID:x')))
    expect(run.code).toBe(0)
    expect(box.net('list').out).not.toContain('\u001b')
  })

  describe('people who could be taken for one another', () => {
    const GOOGLE = 'First Name,Last Name,Phone 1 - Value,E-mail 1 - Value,Organization Name'
    const names = (box: Sandbox) => box.net('list', '--json').json.map(({ name }: any) => name)

    test('two of one name in a table without keys stay two, however often it is read', () => {
      const box = sandbox()
      const path = file(
        box,
        'g.csv',
        `${GOOGLE}\nMichael,Müller,0151 5550101,,Alpha\nMichael,Müller,0151 5550102,,Beta\n`,
      )
      const run = box.net('import', path)
      expect(run.out).toContain('1 may be known already')
      expect(run.out).toContain('"net duplicates"')
      expect(box.net('import', path, '--json').json).toMatchObject({ operation: null, unchanged: 2 })
      expect(box.net('list', '--json').json.map(({ org }: any) => org)).toEqual(['Alpha', 'Beta'])
      expect(box.net('duplicates', '--json').json).toHaveLength(1)
    })

    test('what is told of one of them is told of that one', () => {
      const box = sandbox()
      const rows = ['Alpha,Segeln', 'Beta,Segeln', 'Gamma,Tee'].map((each) => `Michael,Müller,${each}`)
      const path = file(box, 'o.csv', ['First Name,Last Name,Company,Hobby,Job Title', ...rows].join('\n'))
      expect(box.net('import', path, '--json').json).toMatchObject({ new: 3, records: 3 })
      const hobbies = [1, 2, 3].map((id) => box.net('show', `#${id}`, '--json').json.facts[0].what)
      expect(hobbies).toEqual(['hobby: Segeln', 'hobby: Segeln', 'hobby: Tee'])
      expect(box.net('import', path, '--json').json).toMatchObject({
        operation: null,
        unchanged: 3,
        records: 0,
      })
    })

    test('who shares the number or the address of an office or a family is somebody', () => {
      const box = sandbox()
      const row = (name: string) => `${name},Muster,030 5550100,info@muster.example,Muster AG`
      const path = file(box, 'g.csv', [GOOGLE, ...['Anna', 'Bernd', 'Cem'].map(row)].join('\n'))
      expect(box.net('import', path, '--json').json).toMatchObject({ new: 3, conflicts: [] })
      expect(names(box)).toEqual(['Anna Muster', 'Bernd Muster', 'Cem Muster'])
      const office = file(
        box,
        'g.csv',
        [GOOGLE, ...['Anna', 'Bernd', 'Cem', 'Dora', 'Emil'].map(row)].join('\n'),
      )
      expect(box.net('import', office, '--json').json).toMatchObject({ new: 2, unchanged: 3, perhaps: [] })
    })

    test('who stands in the file twice is one, and the same when it is read again', () => {
      const box = sandbox()
      const path = file(box, 'p.vcf', ADA + ADA.replace('Muster AG', 'Andere AG') + GRACE)
      expect(box.net('import', path, '--json').json).toMatchObject({ new: 2 })
      expect(names(box)).toEqual(['Ada Beispiel', 'Grace Muster'])
      expect(box.net('import', path, '--json').json).toMatchObject({ operation: null, unchanged: 3 })
      box.net('delete', 'Ada', '--yes')
      expect(box.net('import', path, '--json').json).toMatchObject({ operation: null, unchanged: 1 })
    })

    test('who was deleted here does not come again with the same file, unless asked for', () => {
      const box = sandbox()
      const path = file(box, 'p.vcf', ADA + GRACE)
      box.net('import', path)
      box.net('delete', 'Ada', '--yes')
      const run = box.net('import', path)
      expect(run.out).toContain('0 new, 0 updated, 1 unchanged and 1 passed over.')
      expect(run.out).toContain(
        'Deleted here before, and left so: Ada Beispiel. With --deleted they come again.',
      )
      expect(run.out).not.toContain('net undo')
      expect(names(box)).toEqual(['Grace Muster'])
      expect(box.net('import', path, '--deleted', '--json').json).toMatchObject({ new: 1, unchanged: 1 })
      expect(names(box)).toEqual(['Ada Beispiel', 'Grace Muster'])
    })

    test('who was forgotten leaves nothing behind that tells so', () => {
      const box = sandbox()
      const path = file(box, 'g.csv', `${GOOGLE}\nJürgen,Mütze,,j@muetze.example,\n`)
      box.net('import', path)
      box.net('forget', 'Jürgen', '--name', 'Jürgen Mütze')
      expect(box.net('export').out).not.toMatch(/m[uü]tze/i)
    })

    test('names that nobody can be called by are told of', () => {
      const box = sandbox()
      const path = file(box, 'p.vcf', ['me', '#12', '12345', '…'].map((name) => card(`FN:${name}`)).join(''))
      const run = box.net('import', path)
      expect(run.out).toContain('0 new, 0 updated, 0 unchanged and 4 not read')
      expect(run.out).toMatch(/p\.vcf:1 has a name that nobody can be called by/)
    })
  })

  test('of a Monica account what has a home comes along, the rest is told of', () => {
    const box = sandbox()
    const list = (type: string, ...values: unknown[]) => ({ count: values.length, type, values })
    const reminder = (uuid: string, initial_date: string) => ({
      uuid,
      properties: { title: `anrufen ${uuid}`, initial_date, frequency_type: 'one_time' },
    })
    const account = {
      app_version: '4',
      account: {
        data: [
          list(
            'contact',
            {
              uuid: 'a',
              properties: { first_name: 'Ada' },
              data: [
                list('reminder', reminder('later', '2026-12-01'), reminder('over', '2020-01-01')),
                list('gift', {
                  uuid: 'g',
                  properties: { name: 'Buch', status: 'offered', date: '2026-01-01' },
                }),
                list('debt', { uuid: 'd', properties: { amount: 3 } }),
              ],
            },
            { uuid: 'b', properties: { first_name: 'Grace', is_dead: true } },
          ),
          list('relationship', { properties: { type: 'friend', contact_is: 'b', of_contact: 'a' } }),
        ],
      },
    }
    const path = file(box, 'monica.json', JSON.stringify(account))
    const run = box.net('import', path)
    expect(run.out).toContain('✓ monica: 2 new')
    expect(run.out).toContain('Left out: 1 debt and 1 reminder that is over or recurs.')
    expect(box.net('show', 'Ada', '--json').json).toMatchObject({
      favours: [{ direction: 'gave', what: 'Buch', on: '2026-01-01' }],
      followUps: [{ what: 'anrufen later', due: '2026-12-01' }],
      facts: [{ what: 'friend: Grace' }],
      ties: [{ name: 'Grace' }],
    })
    expect(box.net('show', 'Grace', '--json').json.letGoOn).toBe('2026-11-03')
    expect(box.net('import', path, '--json').json).toMatchObject({
      operation: null,
      records: 0,
      unchanged: 2,
    })
  })
})
