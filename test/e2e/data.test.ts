import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BINARY, type Sandbox, sandbox, sandboxWith } from './net.ts'
import { KEYS, terminal } from './terminal.ts'

const box = sandboxWith(({ net }) => expect(net('add', 'Ada Lovelace').code).toBe(0))

const names = ({ net }: Sandbox): string[] =>
  net('list', '--json')
    .json.map(({ name }: any) => name)
    .sort()

describe('net config', () => {
  test('shows all settings, or one', () => {
    const { net } = sandbox()
    expect(net('config').out).toMatch(/cadence +90 \(default\)[\s\S]*currency +EUR/)
    expect(net('config', 'currency').out).toBe('EUR\n')
    expect(net('config', '--json').json).toContainEqual({
      key: 'dates',
      value: 'dmy',
      default: 'dmy',
      set: false,
    })
    expect(net('config', '--csv').out.split('\r\n')[0]).toBe('key,value,default')
  })

  test('sets one, takes it back, and says so', () => {
    const { net } = sandbox()
    expect(net('config', 'cadence', '60').out).toBe('✓ cadence is 60 now.\n')
    expect(net('config', 'cadence', '60', '--json').json).toMatchObject({
      operation: null,
      value: 60,
      set: true,
    })
    expect(net('config', 'currency', 'chf').out).toBe('✓ currency is CHF now.\n')
    expect(net('config', 'cadence', '--unset', '--json').json).toEqual({
      operation: 3,
      key: 'cadence',
      value: 90,
      default: 90,
      set: false,
    })
    expect(net('config', 'cadence', '--unset').out).toBe('cadence is 90 already.\n')
    net('undo')
    expect(net('config', 'cadence').out).toBe('60\n')
  })

  test('a setting is heeded', () => {
    const made = box()
    expect(made.net('gave', 'Ada', 'tea', '--on', '3/2', '--json').json.favour.on).toBe('2026-02-03')
    made.net('config', 'dates', 'mdy')
    expect(made.net('gave', 'Ada', 'tea', '--on', '3/2', '--json').json.favour.on).toBe('2026-03-02')
  })

  test.each([
    [['config', 'cadence', '0'], 2, /whole number of days/],
    [['config', 'cadence', '-5'], 2, /./],
    [['config', 'cadence', '1.5'], 2, /whole number of days/],
    [['config', 'cadence', '100000'], 2, /whole number of days/],
    [['config', 'currency', 'EURO'], 2, /three letters/],
    [['config', 'dates', 'ymd'], 2, /dmy/],
    [['config', 'colour', 'pink'], 2, /auto/],
    [['config', 'color', 'auto'], 3, /colour/],
    [['config', 'constructor'], 3, /No setting/],
    [['config', '--unset'], 2, /name of a setting/],
    [['config', 'cadence', '5', '--unset'], 2, /no value/],
  ])('%j is refused', (args, code, words) => {
    const { net, folder } = sandbox()
    const run = net(...args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('net backup', () => {
  test('makes a dated copy beside the journal, readable by its owner alone, and never overwrites one', () => {
    const made = box()
    const first = made.net('backup', '--json').json
    expect(first).toEqual({
      file: join(made.folder, 'journal.backup-2026-11-03.db'),
      size: statSync(first.file).size,
    })
    expect(statSync(first.file).mode & 0o777).toBe(0o600)
    expect(made.net('backup').out).toContain('journal.backup-2026-11-03-2.db')
    expect(made.net('--db', first.file, 'list').out).toContain('Ada Lovelace')
  })

  test('goes into a file that is named, unless there is one', () => {
    const made = box()
    const copy = join(made.folder, 'stick', 'my copy.db')
    const nowhere = made.net('backup', copy)
    expect([nowhere.code, nowhere.out]).toEqual([1, ''])
    mkdirSync(dirname(copy))
    expect(made.net('backup', copy).code).toBe(0)
    const bytes = readFileSync(copy)
    made.net('add', 'Grace')
    const again = made.net('backup', copy)
    expect([again.code, again.out]).toEqual([4, ''])
    expect(again.err).toContain('Nothing was overwritten')
    expect(readFileSync(copy).equals(bytes)).toBe(true)
    expect(made.net('backup', made.folder).code).toBe(4)
    expect(made.net('backup', made.db).code).toBe(4)
  })

  test('without a journal there is nothing to copy', () => {
    const made = sandbox()
    expect(made.net('backup').code).toBe(3)
    expect(readdirSync(made.folder)).toEqual([])
  })

  test('holds all of it: history and undo as well', () => {
    const made = box()
    made.net('gave', 'Ada', 'tea')
    const { file } = made.net('backup', '--json').json
    const of = (db: string, ...args: string[]) => made.net('--db', db, ...args).out
    for (const args of [
      ['history', '--json'],
      ['show', 'Ada', '--json'],
      ['find', 'tea', '--json'],
    ])
      expect(of(file, ...args)).toBe(of(made.db, ...args))
    expect(of(file, 'undo')).toContain('tea')
  })
})

describe('net restore', () => {
  /** A journal with a backup of before Grace came. */
  function withBackup() {
    const made = box()
    const { file } = made.net('backup', '--json').json
    made.net('add', 'Grace Hopper')
    return { made, backup: file as string }
  }

  test('puts the backup in the place of the journal and keeps what was there', () => {
    const { made, backup } = withBackup()
    const run = made.net('restore', backup, '--yes', '--json')
    expect(run.json).toEqual({
      file: made.db,
      from: backup,
      before: join(made.folder, 'journal.before-restore.db'),
    })
    expect(names(made)).toEqual(['Ada Lovelace'])
    expect(statSync(made.db).mode & 0o777).toBe(0o600)
    expect(statSync(run.json.before).mode & 0o777).toBe(0o600)
    expect(made.net('restore', run.json.before, '--yes').code).toBe(0)
    expect(names(made)).toEqual(['Ada Lovelace', 'Grace Hopper'])
    expect(made.net('add', 'Lin').code).toBe(0)
    expect(made.net('doctor').code).toBe(0)
  })

  test('asks on a terminal, and takes no for an answer', async () => {
    const { made, backup } = withBackup()
    const no = terminal(made, ['restore', backup])
    await no.sees('Replace')
    no.types(KEYS.enter)
    expect((await no.ends()).code).toBe(130)
    expect(names(made)).toHaveLength(2)
    const yes = terminal(made, ['restore', backup])
    await yes.sees('Replace')
    yes.types(`y${KEYS.enter}`)
    expect((await yes.ends()).code).toBe(0)
    expect(names(made)).toEqual(['Ada Lovelace'])
  })

  test('without a terminal it wants --yes, but where there is nothing to lose it goes on', () => {
    const { made, backup } = withBackup()
    const run = made.net('restore', backup)
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toContain('--yes')
    const fresh = sandbox()
    expect(fresh.net('restore', backup).code).toBe(0)
    expect(names(fresh)).toEqual(['Ada Lovelace'])
    expect(statSync(fresh.db).mode & 0o777).toBe(0o600)
    expect(readdirSync(fresh.folder)).toEqual(['journal.db'])
  })

  test('brings an old backup up to date like any journal', () => {
    const { made, backup } = withBackup()
    const db = new Database(backup)
    db.pragma('journal_mode = WAL')
    db.close()
    expect(made.net('restore', backup, '--yes').code).toBe(0)
    expect(names(made)).toEqual(['Ada Lovelace'])
  })

  const written = (file: string, content: string | Buffer): string => {
    writeFileSync(file, content)
    return file
  }
  const unfit: [string, (backup: string, made: Sandbox) => string, number, RegExp][] = [
    ['that is not there', (backup) => `${backup}.gone`, 3, /No file/],
    ['that is a folder', (_, made) => made.folder, 1, /backup .* is a folder/],
    ['that is text', (backup) => written(backup, 'Dear diary'), 1, /backup .* no SQLite file/],
    ['that is empty', (backup) => written(backup, ''), 1, /backup .* no SQLite file/],
    [
      'that was cut off',
      (backup) => written(backup, readFileSync(backup).subarray(0, 100_000)),
      1,
      /backup .* damaged/,
    ],
    [
      'with noise in its middle',
      (backup) => {
        const bytes = readFileSync(backup)
        bytes.fill(0xa5, 20_480, 40_960)
        writeFileSync(backup, bytes)
        return backup
      },
      1,
      /backup .* damaged/,
    ],
    [
      'of another program',
      (backup) => {
        writeFileSync(backup, '')
        new Database(backup).exec('CREATE TABLE t (a)').close()
        return backup
      },
      1,
      /backup .* another program/,
    ],
    [
      'of a newer version',
      (backup) => {
        const db = new Database(backup)
        db.pragma('user_version = 999')
        db.close()
        return backup
      },
      1,
      /backup .* newer version/,
    ],
    [
      'in which records are missing',
      (backup) => {
        const db = new Database(backup)
        db.pragma('foreign_keys = OFF')
        db.exec("INSERT INTO alias (uid, contact_id, name, folded) VALUES ('u', 99, 'x', 'x')")
        db.close()
        return backup
      },
      1,
      /backup .* damaged/,
    ],
    ['that is the journal itself', (_, made) => made.db, 2, /journal itself/],
  ]
  test.each(unfit)('a backup %s is refused, and the journal stays', (_, spoil, code, words) => {
    const { made, backup } = withBackup()
    const from = spoil(backup, made)
    const before = readFileSync(made.db)
    const run = made.net('restore', from, '--yes')
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(words)
    expect(readFileSync(made.db).equals(before)).toBe(true)
    expect(readdirSync(made.folder).sort()).toEqual(['journal.backup-2026-11-03.db', 'journal.db'])
  })

  test('somebody else at work: those who read go on, one who writes is waited for, not for ever', async () => {
    const { made, backup } = withBackup()
    const other = new Database(made.db)
    onTestFinished(() => void other.close())
    other.exec('BEGIN')
    expect(other.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(2)
    expect((await made.start('restore', backup, '--yes')).code).toBe(0)
    expect(other.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(2)
    other.exec('COMMIT')
    expect(other.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(1)
    other.exec('BEGIN IMMEDIATE')
    const from = Date.now()
    const refused = await made.start('restore', backup, '--yes')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('in use by another program')
    expect(Date.now() - from).toBeLessThan(9000)
    other.exec('ROLLBACK')
    expect(readdirSync(made.folder).filter((name) => name.includes('before-restore'))).toEqual([
      'journal.before-restore.db',
    ])
  }, 30_000)

  test('what others write while it works is kept, or is in the journal after it', async () => {
    const { made, backup } = withBackup()
    const people = ['Hedy', 'Joan', 'Karen', 'Mary', 'Radia', 'Tim', 'Vint', 'Wu']
    const [restore, ...writers] = await Promise.all([
      made.start('restore', backup, '--yes'),
      ...people.map((name) => made.start('add', name)),
    ])
    expect([restore!, ...writers].map(({ code }) => code)).toEqual(Array(people.length + 1).fill(0))
    const kept = made.net('--db', join(made.folder, 'journal.before-restore.db'), 'list', '--json').json
    const everywhere = new Set([...names(made), ...kept.map(({ name }: any) => name)])
    expect(people.filter((name) => !everywhere.has(name))).toEqual([])
    expect(made.net('doctor').code).toBe(0)
  })
})

describe('net doctor', () => {
  test('finds a sound journal sound', () => {
    const made = box()
    const run = made.net('doctor')
    expect([run.code, run.err]).toEqual([0, ''])
    expect(run.out).toContain(made.db)
    expect(run.out).toContain('1 contact, 0 encounters')
    expect(made.net('doctor', '--json').json).toMatchObject({
      sound: true,
      exists: true,
      mode: '600',
      contacts: 1,
      trouble: null,
      backups: [],
    })
  })

  test('says so where there is no journal yet', () => {
    const made = sandbox()
    expect(made.net('doctor').out).toContain('No journal yet')
    expect(made.net('doctor', '--json').json).toMatchObject({ sound: true, exists: false })
  })

  test('sees records that point nowhere, and a search that does not fit the records', () => {
    const links = box()
    const db = new Database(links.db)
    db.pragma('foreign_keys = OFF')
    db.exec("INSERT INTO alias (uid, contact_id, name, folded) VALUES ('u', 99, 'x', 'x')")
    db.close()
    expect(links.net('doctor').code).toBe(1)
    expect(links.net('doctor').out).toContain('1 record without the one it belongs to')
    const search = box()
    const other = new Database(search.db)
    other.exec("INSERT INTO search (search, rowid, folded) VALUES ('delete', 1, 'wrong words')")
    other.close()
    const run = search.net('doctor')
    expect(run.code).toBe(1)
    expect(run.out).toContain('does not fit the records')
  })

  test('lists the backups, the newest first', () => {
    const made = box()
    made.net('backup')
    made.net('backup')
    copyFileSync(made.db, join(made.folder, 'unrelated.db'))
    expect(
      made
        .net('doctor', '--json')
        .json.backups.map(({ file }: any) => file)
        .sort(),
    ).toEqual([
      join(made.folder, 'journal.backup-2026-11-03-2.db'),
      join(made.folder, 'journal.backup-2026-11-03.db'),
    ])
  })

  test('notices when typing net runs something else', () => {
    const made = box()
    const folders = ['ours', 'samba'].map((name) => join(made.folder, name))
    for (const folder of folders) mkdirSync(folder)
    symlinkSync(BINARY, join(folders[0]!, 'net'))
    writeFileSync(join(folders[1]!, 'net'), '#!/bin/sh\n')
    const under = (...path: string[]) =>
      made.netWith({ env: { PATH: path.join(':') } }, 'doctor', '--json').json
    chmodSync(join(folders[1]!, 'net'), 0o644)
    expect(under(folders[1]!, folders[0]!).otherNet).toBeNull()
    chmodSync(join(folders[1]!, 'net'), 0o755)
    expect(under(folders[1]!, folders[0]!)).toMatchObject({ sound: true, otherNet: join(folders[1]!, 'net') })
    expect(under(folders[0]!, folders[1]!).otherNet).toBeNull()
    expect(under('/nowhere').otherNet).toBeNull()
    expect(made.netWith({ env: { PATH: folders[1]! } }, 'doctor').out).toContain('Type netz instead')
  })
})
