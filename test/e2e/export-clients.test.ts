import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Sandbox, sandbox, sandboxWith } from './net.ts'

/**
 * What is exported is read back by programs that others wrote. `vdirsyncer` parts a file into one for each entry, as khard
 * (people) and khal (calendars) want them.
 */
const installed = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

function wanting(what: string, ...programs: string[]): boolean {
  const missing = programs.filter((program) => !installed(program))
  if (missing.length > 0) console.log(`skipped: ${what}, for want of ${missing.join(' and ')}`)
  return missing.length > 0
}

/** Runs a program in the box, as somebody who has no settings of their own; fails with what it says. */
function ran(box: Sandbox, program: string, ...args: string[]): string {
  const run = spawnSync(program, args, {
    cwd: box.folder,
    env: { ...box.environment, LC_ALL: 'C.UTF-8', TZ: 'Europe/Berlin' },
    input: '',
    timeout: 30_000,
  })
  expect(run.status, `${program} ${args.join(' ')}\n${run.stdout}${run.stderr}`).toBe(0)
  return run.stdout.toString()
}

/** Parts a file into a folder with a file for each entry. */
function parted(box: Sandbox, file: string, extension: '.vcf' | '.ics'): string {
  const folder = join(box.folder, 'parts')
  mkdirSync(folder)
  const config = join(box.folder, 'vdirsyncer.conf')
  writeFileSync(
    config,
    `[general]
status_path = "${box.folder}/status/"
[pair exported]
a = "file"
b = "folder"
collections = null
[storage file]
type = "singlefile"
path = "${file}"
[storage folder]
type = "filesystem"
path = "${folder}"
fileext = "${extension}"
`,
  )
  ran(box, 'vdirsyncer', '-c', config, 'discover')
  ran(box, 'vdirsyncer', '-c', config, 'sync')
  return folder
}

const filled = sandboxWith((box) => {
  box.net('add', 'Zoë Müller-Lüdenscheidt', '--email', 'zoe@beispiel.example', '--birthday', '1990-03-15')
  box.net('edit', 'Zoë', '--org', 'Muster, Söhne; & Co', '--role', 'Gründerin', '--phone', '+49 30 1234567')
  box.net('edit', 'Zoë', '--note', 'Zeile eins\nZeile "zwei"; mit, allem')
  box.net('add', '王芳', '--email', 'wang@beispiel.example', '--birthday=--12-10')
  box.net(
    'log',
    '--with',
    'Zoë',
    '--on',
    '2026-10-20',
    '--todo',
    'Übersicht, "mehr" bis 2026-11-06',
    'Kaffee',
  )
  box.net('edit', 'Zoë', '--cadence', '30')
})

describe.each(['vcard3', 'vcard4'])('people as %s', (format) => {
  const skipped = wanting(`people as ${format} in khard`, 'khard', 'vdirsyncer')

  test.skipIf(skipped)('are read by khard, with all they have', { timeout: 60_000 }, () => {
    const box = filled()
    const file = join(box.folder, 'people.vcf')
    box.net('export', '--as', format, '--out', file)
    const folder = parted(box, file, '.vcf')
    expect(readdirSync(folder)).toHaveLength(2)
    const config = join(box.folder, 'khard.conf')
    writeFileSync(config, `[addressbooks]\n[[people]]\npath = ${folder}\n[general]\ndefault_action = list\n`)
    const khard = (...args: string[]) => ran(box, 'khard', '-c', config, ...args)

    expect(
      khard('list', '--parsable')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t')[1]),
    ).toEqual(expect.arrayContaining(['Zoë Müller-Lüdenscheidt', '王芳']))
    const emails = khard('email', '--parsable')
    expect(emails).toMatch(/^zoe@beispiel\.example\tZoë Müller-Lüdenscheidt\t/m)
    expect(emails).toMatch(/^wang@beispiel\.example\t王芳\t/m)
    expect(khard('phone', '--parsable')).toMatch(/^\+49 30 1234567\tZoë/m)
    const birthdays = khard('birthdays', '--parsable')
    expect(birthdays).toMatch(/^1990\.03\.15\tZoë Müller-Lüdenscheidt$/m)
    expect(birthdays).toMatch(/12\.?[-.]?10.*\t王芳$/m)
    const shown = khard('show', 'Müller')
    expect(shown).toContain('Organisation: Muster, Söhne; & Co')
    expect(shown).toContain('Gründerin')
    expect(shown).toContain('Zeile "zwei"; mit, allem')
  })
})

describe.each(['vcard3', 'vcard4'])('people of an old address book as %s', (format) => {
  const skipped = wanting(`an old address book as ${format} in khard`, 'khard', 'vdirsyncer')

  test.skipIf(skipped)('keep their addresses, departments and photos', { timeout: 60_000 }, () => {
    const box = sandbox()
    const old = join(box.folder, 'old.vcf')
    writeFileSync(
      old,
      `BEGIN:VCARD
VERSION:2.1
UID:old-1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=BCrgen M=C3=BCller
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=BCro;Einkauf
TEL;CELL;PREF:+49 170 1
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Stra=C3=9Fe 1;K=C3=B6ln;;50667;D
PHOTO;JPEG;ENCODING=BASE64:
 QUJDREVG

END:VCARD
`,
    )
    box.net('import', old)
    const file = join(box.folder, 'people.vcf')
    box.net('export', '--as', format, '--out', file)
    const folder = parted(box, file, '.vcf')
    const config = join(box.folder, 'khard.conf')
    writeFileSync(config, `[addressbooks]\n[[people]]\npath = ${folder}\n[general]\ndefault_action = list\n`)
    const shown = ran(box, 'khard', '-c', config, 'show', 'Müller')
    for (const said of ['Dr. Jürgen Müller', 'Büro', 'Einkauf', '+49 170 1', 'Straße 1', '50667 Köln'])
      expect(shown).toContain(said)
    expect(shown).not.toContain('\\')
  })
})

describe('the calendar', () => {
  const skipped = wanting('the calendar in khal', 'khal', 'vdirsyncer')

  test.skipIf(skipped)('is shown by khal, day by day', { timeout: 60_000 }, () => {
    const box = filled()
    const file = join(box.folder, 'net.ics')
    box.net('export', '--as', 'ics', '--out', file)
    const folder = parted(box, file, '.ics')
    const config = join(box.folder, 'khal.conf')
    writeFileSync(
      config,
      `[calendars]
[[net]]
path = ${folder}
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${box.folder}/khal.db
`,
    )
    const shown = ran(
      box,
      'khal',
      '-c',
      config,
      'list',
      '--once',
      '--day-format',
      '',
      '--format',
      '{start-date} {title}',
      '2026-11-03',
      '400d',
    )
    expect(
      shown
        .split('\n')
        .filter(Boolean)
        .map((line) => line.trim()),
    ).toEqual([
      '2026-11-06 Promised Zoë Müller-Lüdenscheidt: Übersicht, "mehr"',
      '2026-11-19 Get in touch with Zoë Müller-Lüdenscheidt',
      '2026-12-10 Birthday: 王芳',
      '2027-03-15 Birthday: Zoë Müller-Lüdenscheidt',
    ])
  })

  test.skipIf(skipped)(
    'written anew changes what was read before, and doubles nothing',
    { timeout: 60_000 },
    () => {
      const box = filled()
      const file = join(box.folder, 'net.ics')
      box.net('export', '--as', 'ics', '--out', file)
      const folder = parted(box, file, '.ics')
      const names = readdirSync(folder).sort()
      expect(names).toHaveLength(4)
      box.net('log', '--with', 'Zoë', '--on', '2026-11-03', 'Spaziergang')
      box.net('export', '--as', 'ics', '--out', file, '--force')
      ran(box, 'vdirsyncer', '-c', join(box.folder, 'vdirsyncer.conf'), 'sync')
      expect(readdirSync(folder).sort()).toEqual(names)
      const all = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('')
      expect(all).toContain('DTSTART;VALUE=DATE:20261203')
      expect(all).not.toContain('DTSTART;VALUE=DATE:20261119')
    },
  )
})
