import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sandbox, sandboxWith } from './net.ts'

const filled = sandboxWith((box) => {
  box.net(
    'log',
    'Kaffee mit Ada Beispiel und Grace Muster im Café. gave Ada: intro to Lin Muster. todo: Folien bis 2026-11-06. learned Grace: *zieht* um #startup',
    '--new',
  )
  box.net('log', '--with', 'Grace Muster', '--on', '2025-02-01', '--kind', 'walk', '--place', 'Park')
  box.net('edit', 'Ada', '--org', '=Muster, Söhne', '--email', 'ada@beispiel.example', '--birthday=--02-29')
  box.net(
    'edit',
    'Grace',
    '--birthday',
    '1990-03-15',
    '--note',
    '# kein Titel\n- keine Liste\n<b>',
    '--cadence',
    '30',
  )
  box.net('circle', 'add', 'enge', '--cadence', '30')
  box.net('circle', 'put', 'Ada', 'enge')
  box.net('outcome', 'add', 'Relaunch', '--value', '4800,50', '--via', 'Grace')
  box.net('event', 'add', 'Frühstück', '--on', '2026-10-01', '--cost', '12')
  box.net('vouch', 'Grace', 'for', 'me', '--topic', 'design')
  box.net('need', 'Ada', 'eine Druckerei')
  box.net('stage', 'Grace', 'customer')
  box.net('tie', 'Ada', 'Grace')
})

/** Rows of a CSV without quoted line breaks, by the names of the columns. */
function rowsIn(csv: string): Record<string, string>[] {
  const [heading = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    )
  return rows.map((cells) => Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? ''])))
}

describe('net export --as csv', () => {
  test('a folder has a file of each table', () => {
    const box = filled()
    const out = join(box.folder, 'tables')
    const run = box.net('export', '--as', 'csv', '--out', out, '--json')
    expect(run).toMatchObject({ code: 0, err: '', json: { file: out, format: 'csv' } })
    expect(readdirSync(out).sort()).toEqual(
      [
        'contacts',
        'encounters',
        'endorsements',
        'events',
        'facts',
        'favours',
        'follow-ups',
        'introductions',
        'offers-and-needs',
        'outcomes',
        'stages',
        'ties',
      ].map((name) => `${name}.csv`),
    )
    const read = (name: string) => rowsIn(readFileSync(join(out, `${name}.csv`), 'utf8'))
    expect(statSync(out).mode & 0o777).toBe(0o700)
    expect(statSync(join(out, 'ties.csv')).mode & 0o777).toBe(0o600)
    expect(read('encounters')).toMatchObject([
      { on: '2025-02-01', kind: 'walk', people: 'Grace Muster', place: 'Park' },
      {
        on: '2026-11-03',
        kind: 'coffee',
        people: 'Ada Beispiel; Grace Muster',
        place: 'Café',
        tags: 'startup',
      },
    ])
    expect(read('favours')).toMatchObject([
      { direction: 'gave', what: 'intro to Lin Muster', weight: '3', people: 'Ada Beispiel' },
    ])
    expect(read('follow-ups')).toMatchObject([
      { whose: 'mine', what: 'Folien', due: '2026-11-06', state: 'open' },
    ])
    expect(read('facts')).toMatchObject([{ what: '*zieht* um', people: 'Grace Muster' }])
    expect(read('introductions')).toMatchObject([
      { introducer: 'me', a: 'Ada Beispiel', b: 'Lin Muster', made: 'true' },
    ])
    expect(read('outcomes')).toMatchObject([
      { title: 'Relaunch', value: '4800.50', currency: 'EUR', via: 'Grace Muster' },
    ])
    expect(read('events')).toMatchObject([{ name: 'Frühstück', on: '2026-10-01', cost: '12' }])
    expect(read('endorsements')).toMatchObject([{ by: 'Grace Muster', for: 'me', topic: 'design' }])
    expect(read('offers-and-needs')).toMatchObject([
      { kind: 'need', who: 'Ada Beispiel', what: 'eine Druckerei' },
    ])
    expect(read('stages')).toMatchObject([{ contact: 'Grace Muster', stage: 'customer' }])
    expect(read('ties').map(({ a, b }) => [a, b])).toContainEqual(['Ada Beispiel', 'Grace Muster'])
    const rows = readdirSync(out)
      .filter((name) => name !== 'contacts.csv')
      .reduce((sum, name) => sum + read(name.slice(0, -4)).length, 3)
    expect(run.json.count).toBe(rows)
  })

  test('one table goes to standard output, the contacts unless another is named', () => {
    const box = filled()
    const contacts = box.net('export', '--as', 'csv')
    expect(contacts).toMatchObject({ code: 0, err: '' })
    expect(box.net('export', '--as', 'csv', '--table', 'contacts').out).toBe(contacts.out)
    expect(rowsIn(contacts.out)[0]).toMatchObject({
      name: 'Ada Beispiel',
      // What a spreadsheet would run is text.
      org: "'=Muster, Söhne",
      birthday: "'--02-29",
      emails: 'ada@beispiel.example',
      circles: 'enge',
      lastOn: '2026-11-03',
    })
    const out = join(box.folder, 'ties.csv')
    expect(box.net('export', '--as', 'csv', '--table', 'ties', '--out', out).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toMatch(/^id,a,aId,b,bId,since\r\n/)
  })

  test('a folder with something in it is left alone; with --force only files of the same names are replaced', () => {
    const box = filled()
    const out = join(box.folder, 'tables')
    const write = (...more: string[]) => box.net('export', '--as', 'csv', '--out', out, ...more)
    mkdirSync(out)
    expect(write().code).toBe(0)
    writeFileSync(join(out, 'ties.csv'), 'mine')
    writeFileSync(join(out, 'other.txt'), 'mine')
    expect(write()).toMatchObject({ code: 4, out: '', err: expect.stringContaining('--force') })
    expect(readFileSync(join(out, 'ties.csv'), 'utf8')).toBe('mine')
    expect(write('--force').code).toBe(0)
    expect(readFileSync(join(out, 'ties.csv'), 'utf8')).toMatch(/^id,/)
    expect(readFileSync(join(out, 'other.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(box.folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('where no folder can be, nothing is left', () => {
    const box = filled()
    const before = readdirSync(box.folder)
    expect(box.net('export', '--as', 'csv', '--out', join(box.folder, 'no', 'tables'))).toMatchObject({
      code: 2,
      out: '',
    })
    expect(box.net('export', '--as', 'csv', '--out', box.db, '--force')).toMatchObject({ code: 2, out: '' })
    expect(readdirSync(box.folder)).toEqual(before)
  })
})

describe('net export --as markdown', () => {
  test('reads as a journal: people, then what happened, by year and month', () => {
    const { out, code, err } = filled().net('export', '--as', 'markdown')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/^#.*$/gm)).toEqual([
      '# Networking journal',
      '## People',
      '### Ada Beispiel',
      '### Grace Muster',
      '### Lin Muster',
      '## Me',
      '## 2025',
      '### February 2025',
      '## 2026',
      '### October 2026',
      '### November 2026',
    ])
    for (const line of [
      '\\=Muster, Söhne',
      '- Email: ada@beispiel.example',
      '- Birthday: 15 Mar 1990',
      '- Looks for: eine Druckerei',
      '- Learned on 2026-11-03: \\*zieht\\* um',
      '- Grace Muster speaks for me: design',
      '- **2025-02-01** A walk with Grace Muster, at Park',
      '- **2026-10-01** Event: Frühstück',
      '- **2026-11-03** I gave Ada Beispiel: intro to Lin Muster',
      '- **2026-11-03** I promised Ada Beispiel and Grace Muster: Folien (due 2026-11-06)',
      '- **2026-11-03** I introduced Ada Beispiel to Lin Muster',
      '- **2026-11-03** Grace Muster: customer',
      '- **2026-11-03** What came of it: Relaunch (4,800.50 EUR), via Grace Muster',
    ])
      expect(out.split('\n')).toContain(line)
    expect(out).toMatch(
      /^- \*\*2026-11-03\*\* Kaffee mit Ada Beispiel und Grace Muster im Café\..*\\#startup$/m,
    )
    // A note stays what was written, and makes no heading, list or tag.
    expect(out).toContain('> \\# kein Titel\\\n> \\- keine Liste\\\n> \\<b\\>\n')
  })

  test('of one person: also what rests, and where it was read', () => {
    const box = filled()
    const card = join(box.folder, 'in.vcf')
    writeFileSync(card, 'BEGIN:VCARD\nVERSION:3.0\nUID:z\nFN:Kay Neu\nX-ABDATE:2027-06-04\nEND:VCARD\n')
    box.net('import', card)
    box.net('pause', 'Kay', '--until', '2026-12-24')
    box.net('snooze', 'Kay', '2027-01-10')
    const lines = box.net('export', '--contact', 'Kay').out.split('\n')
    for (const line of [
      '- Read from: vcard (2026-11-03)',
      '- Paused: 2026-11-03 to 2026-12-24',
      '- Snoozed until: 2027-01-10',
    ])
      expect(lines).toContain(line)
    // A day that is still to come is one to remember.
    box.net('resume', 'Kay')
    expect(box.net('export', '--as', 'ics', '--contact', 'Kay').out).toContain('DTSTART;VALUE=DATE:20270604')
  })

  test('of one person, and since a day', () => {
    const box = filled()
    const ada = box.net('export', '--as', 'markdown', '--contact', 'Ada').out
    expect(ada).toContain('### Ada Beispiel')
    expect(ada).not.toMatch(/### (Grace|Lin)|Park|Relaunch/)
    const lately = box.net('export', '--as', 'markdown', '--since', '2026-11-01').out
    expect(lately).toContain('### Grace Muster')
    expect(lately).not.toMatch(/2025-02-01|Frühstück/)
    expect(box.net('export', '--as', 'markdown', '--circle', 'enge').out).not.toContain('### Grace')
  })
})

/** The events of a calendar: the unfolded values by their names. */
const eventsIn = (ics: string): Record<string, string>[] =>
  ics
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event.split('\r\n').map((line) => [line.split(/[;:]/)[0]!, line.slice(line.indexOf(':') + 1)]),
      ),
    )

describe('net export --as ics', () => {
  test('has birthdays, promises and reminders, each with a name that stays', () => {
    const box = filled()
    const { out, code, err } = box.net('export', '--as', 'ics')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const events = eventsIn(out)
    expect(events).toMatchObject([
      {
        SUMMARY: 'Birthday: Ada Beispiel',
        DTSTART: '20000229',
        RRULE: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
      },
      { SUMMARY: 'Birthday: Grace Muster', DTSTART: '19900315', RRULE: 'FREQ=YEARLY' },
      { SUMMARY: 'Promised Ada Beispiel and Grace Muster: Folien', DTSTART: '20261106' },
      { SUMMARY: 'Get in touch with Ada Beispiel', DTSTART: '20261203' },
      { SUMMARY: 'Get in touch with Grace Muster', DTSTART: '20261203' },
    ])
    const uids = (text: string) => eventsIn(text).map(({ UID }) => UID)
    expect(new Set(uids(out)).size).toBe(5)
    const later = box.netWith({ env: { NET_NOW: '2026-12-24' } }, 'export', '--as', 'ics').out
    expect(uids(later)).toEqual(uids(out))
    // Who is due already comes from today on.
    expect(eventsIn(later).at(-1)!.DTSTART).toBe('20261224')
    for (const line of out.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('nothing of those who are paused or let go, and nothing that is done', () => {
    const box = filled()
    box.net('pause', 'Ada', '--until', '2027-01-01')
    box.net('letgo', 'Grace')
    expect(eventsIn(box.net('export', '--as', 'ics').out)).toEqual([])
    box.net('resume', 'Grace')
    const words = () => eventsIn(box.net('export', '--as', 'ics').out).map(({ SUMMARY }) => SUMMARY)
    expect(words()).toContain('Promised Ada Beispiel and Grace Muster: Folien')
    expect(words()).not.toContain('Birthday: Ada Beispiel')
    box.net('done', '1')
    expect(words()).not.toContain('Promised Ada Beispiel and Grace Muster: Folien')
  })

  test('a pause that is planned takes no reminder into itself', () => {
    const box = filled()
    box.net('pause', 'Ada', '--from', '2026-11-20', '--until', '2026-12-19')
    const reminders = eventsIn(box.net('export', '--as', 'ics').out).filter(({ UID }) =>
      UID!.includes('reminder'),
    )
    // Thirty days of it do not count.
    expect(reminders.map(({ DTSTART }) => DTSTART).sort()).toEqual(['20261203', '20270102'])
  })

  test('of a circle alone', () => {
    expect(filled().net('export', '--as', 'ics', '--circle', 'enge').out).not.toContain('Birthday: Grace')
  })
})

describe('net export --as friends', () => {
  test('is read again to the same people, days and notes', () => {
    const box = filled()
    const out = join(box.folder, 'friends.md')
    expect(box.net('export', '--as', 'friends', '--out', out)).toMatchObject({
      code: 0,
      err: '',
      out: `✓ 3 people in ${out}\n`,
    })
    const copy = { env: { NET_DB: join(box.folder, 'copy.db') } }
    expect(box.netWith(copy, 'import', out, '--json').json).toMatchObject({
      format: 'friends',
      new: 3,
      records: 3,
      failed: [],
    })
    const told = (how: { env?: Record<string, string> }, name: string) => {
      const { encounters, facts } = box.netWith(how, 'show', name, '--json').json
      return {
        encounters: encounters.map(({ id: _, people, ...rest }: any) => ({
          ...rest,
          people: people.map((each: any) => each.name),
        })),
        facts: facts.map(({ what, on }: any) => ({ what, on })),
      }
    }
    const grace = told({}, 'Grace')
    // What has no words goes by its kind, so that this is not lost.
    expect(grace.encounters.at(-1).text).toBe('')
    grace.encounters.at(-1).text = 'walk'
    expect(told(copy, 'Grace')).toEqual(grace)
    expect(box.netWith(copy, 'export', '--as', 'friends').out).toBe(readFileSync(out, 'utf8'))
    expect(box.netWith(copy, 'import', out, '--json').json).toMatchObject({ new: 0, updated: 0, records: 0 })
  })

  test('since a day', () => {
    const { out } = filled().net('export', '--as', 'friends', '--since', '2026-01-01')
    expect(out).not.toContain('2025-02-01')
    expect(out).toContain('- Grace Muster\n')
  })
})

test.each<[args: string[], code: number, named: RegExp]>([
  [['--as', 'xls'], 2, /archive, vcard3/],
  [['--as', 'csv', '--table', 'nonsense'], 2, /contacts, encounters/],
  [['--as', 'markdown', '--table', 'ties'], 2, /--as csv/],
  [['--as', 'ics', '--since', '2026-01-01'], 2, /--since/],
  [['--as', 'vcard3', '--since', '2026-01-01'], 2, /--since/],
  [['--as', 'archive', '--since', '2026-01-01'], 2, /--since/],
  [['--as', 'markdown', '--since', 'gibberish'], 2, /gibberish/],
  [['--as', 'markdown', '--since', '2027-01-01'], 2, /future/],
  [['--as', 'markdown', '--contact', 'Nobody'], 3, /Nobody/],
  [['--as', 'ics', '--circle', 'nowhere'], 3, /nowhere/],
  [['--as', 'csv', '--contact', 'Ada', '--circle', 'enge'], 2, /--circle/],
  [['--as', 'csv', '--json'], 2, /--out/],
])('%j is told', (args, code, named) => {
  const run = filled().net('export', ...args)
  expect(run).toMatchObject({ code, out: '' })
  expect(run.err).toMatch(named)
})

test.each(['csv', 'markdown', 'ics', 'friends'])(
  'of an empty journal: %s, and no journal is made',
  (format) => {
    const box = sandbox()
    expect(box.net('export', '--as', format)).toMatchObject({ code: 0, err: '' })
    expect(box.net('export', '--as', format).out).not.toBe('')
    expect(existsSync(box.db)).toBe(false)
  },
)
