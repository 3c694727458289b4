import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BINARY, type Run, type Sandbox, sandbox, sandboxWith } from './net.ts'

const READING = ['list']
const WRITING = ['add', 'Grace Hopper']

/** A box with a journal in which Ada is. */
const withJournal = sandboxWith(({ net }) => expect(net('add', 'Ada Lovelace').code).toBe(0))

/** Every file below a folder, by what is in it: what must not change. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
  )
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(files.sort().map((name) => [name, sum(name)]))
}

/** A failure told in a line or two, on stderr alone, without a trace. */
function expectTold(run: Run, code: number, words: RegExp): void {
  expect({ code: run.code, out: run.out, err: run.err }).toMatchObject({ code, out: '' })
  expect(run.err).toMatch(words)
  expect(run.err).toMatch(/^net: /)
  expect(run.err).not.toMatch(/^\s+at |SqliteError|node:internal|\bundefined\b/m)
  expect(run.err.trimEnd().split('\n').length).toBeLessThanOrEqual(3)
}

/** What can't be tried on this machine says so. */
function skipped(why: string): void {
  console.log(`skipped: ${why}`)
}

const mayMount = (): boolean => {
  const box = sandbox()
  const point = join(box.folder, 'point')
  mkdirSync(point)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', point])
  if (status === 0) spawnSync('umount', [point])
  return status === 0
}

/** A file system of its own; gone when the test is over. */
function mounted(point: string, size: string): void {
  mkdirSync(point, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', point])
  onTestFinished(() => {
    spawnSync('umount', ['-l', point])
  })
}

/** A journal with so much in it that damage in its middle is damage to what is read. */
function withLargeJournal(): Sandbox {
  const box = withJournal()
  const db = new Database(box.db)
  db.exec(`INSERT INTO contact (uid, name, folded, added_on, note)
    WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 2000)
    SELECT 'uid' || n, 'Person ' || n, 'person ' || n, '2026-01-01', hex(zeroblob(100)) FROM many`)
  db.close()
  return box
}

describe('a path that holds no journal', () => {
  const text = 'Dear diary, this is no database. '.repeat(200)
  const odd: [string, (path: string) => void, RegExp][] = [
    ['a folder', (path) => mkdirSync(path), /is a folder, not a file/],
    ['a text file', (path) => writeFileSync(path, text), /no SQLite file/],
    ['a single byte', (path) => writeFileSync(path, 'x'), /no SQLite file/],
    [
      'random bytes',
      (path) => writeFileSync(path, createHash('shake256', { outputLength: 9000 }).update('seed').digest()),
      /no SQLite file/,
    ],
    ['a named pipe', (path) => execFileSync('mkfifo', [path]), /no SQLite file/],
    [
      "another program's database",
      (path) => new Database(path).exec('CREATE TABLE t (a)').close(),
      /another program/,
    ],
    [
      "another program's database in write-ahead mode",
      (path) => {
        const db = new Database(path)
        db.pragma('journal_mode = WAL')
        db.exec('CREATE TABLE t (a); PRAGMA application_id = 77')
        db.close()
      },
      /another program/,
    ],
    [
      'a journal of a newer version',
      (path) => {
        const box = withJournal()
        cpSync(box.db, path)
        const db = new Database(path)
        db.pragma('user_version = 999')
        db.close()
      },
      /newer version of net[\s\S]*Update net/,
    ],
  ]
  test.each(odd)('%s: refused for reading and writing, and left as it is', (_, make, words) => {
    const box = sandbox()
    const place = join(box.folder, 'place')
    mkdirSync(place)
    const path = join(place, 'journal.db')
    make(path)
    const before = fingerprint(place)
    for (const args of [READING, WRITING, ['undo'], ['backup']])
      expectTold(box.netWith({ env: { NET_DB: path } }, ...args), 1, words)
    expect(fingerprint(place)).toEqual(before)
    const doctor = box.netWith({ env: { NET_DB: path } }, 'doctor')
    expect(doctor.code).toBe(1)
    expect(doctor.out).toContain('✗')
    expect(fingerprint(place)).toEqual(before)
    expect(readdirSync(place)).toEqual(['journal.db'])
  })

  test.each([
    ['a folder of the path is a file', 'file/journal.db', /can't be opened/],
    ['a name that is too long', `${'n'.repeat(300)}.db`, /can't be opened/],
  ])('%s', (_, path, words) => {
    const box = sandbox()
    writeFileSync(join(box.folder, 'file'), 'text')
    for (const args of [READING, WRITING])
      expectTold(box.netWith({ env: { NET_DB: join(box.folder, path) } }, ...args), 1, words)
    expect(readFileSync(join(box.folder, 'file'), 'utf8')).toBe('text')
  })

  test('a link that goes round in circles', () => {
    const box = sandbox()
    symlinkSync('journal.db', box.db)
    for (const args of [READING, WRITING]) expectTold(box.net(...args), 1, /can't be opened/)
  })

  test.runIf(process.platform === 'linux')('a folder in which none can be made, though it is there', () => {
    const box = sandbox()
    expectTold(box.net('--db', '/proc/nowhere/journal.db', ...WRITING), 1, /can't be opened/)
  })

  test('/dev/null and /dev/zero are no journals either', () => {
    const box = sandbox()
    for (const path of ['/dev/null', '/dev/zero'])
      for (const args of [READING, WRITING]) expectTold(box.net('--db', path, ...args), 1, /no SQLite file/)
  })
})

describe('a damaged journal', () => {
  test.each([1, 15, 16, 50, 99, 100, 511, 512, 1000, 4095, 4096, 4097, 8192, 100_000])(
    'cut off after %i bytes is refused and left as it is',
    (length) => {
      const box = withLargeJournal()
      truncateSync(box.db, length)
      const before = fingerprint(box.folder)
      for (const args of [READING, WRITING]) expectTold(box.net(...args), 1, /is damaged|no SQLite file/)
      expect(fingerprint(box.folder)).toEqual(before)
      const doctor = box.net('doctor')
      expect(doctor.code).toBe(1)
      expect(doctor.out).toMatch(/damaged|no SQLite file/)
      expect(fingerprint(box.folder)).toEqual(before)
    },
  )

  test('cut off by its last page or in half', () => {
    for (const cut of [(size: number) => size - 4096, (size: number) => Math.floor(size / 2)]) {
      const box = withLargeJournal()
      truncateSync(box.db, cut(statSync(box.db).size))
      const before = fingerprint(box.folder)
      for (const args of [READING, WRITING]) expectTold(box.net(...args), 1, /is damaged/)
      expect(fingerprint(box.folder)).toEqual(before)
    }
  })

  test('with pages of noise in its middle: what it reads fails plainly, the doctor sees it, a restore brings it back', () => {
    const box = withLargeJournal()
    expect(box.net('backup').code).toBe(0)
    const sound = box.net('list', '--json').json
    const size = statSync(box.db).size
    const file = openSync(box.db, 'r+')
    for (let at = 40_960; at < size; at += 8192) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, at)
    const before = fingerprint(box.folder)
    expectTold(box.net(...READING), 1, /is damaged[\s\S]*net doctor/)
    expectTold(box.net(...WRITING), 1, /is damaged/)
    const doctor = box.net('doctor', '--json')
    expect(doctor.code).toBe(1)
    expect(doctor.json).toMatchObject({ sound: false, trouble: 'damaged' })
    expect(doctor.json.damage.length).toBeGreaterThan(0)
    // SQLite may leave its side files when it finds damage; there is nothing in them.
    expect(fingerprint(box.folder)).toMatchObject(before)
    expect(statSync(`${box.db}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    const restore = box.net('restore', doctor.json.backups[0].file, '--yes', '--json')
    expect(restore.code).toBe(0)
    expect(box.net('list', '--json').json).toEqual(sound)
    expect(readFileSync(restore.json.before).subarray(40_960, 45_056).equals(Buffer.alloc(4096, 0xa5))).toBe(
      true,
    )
    expect(box.net('doctor').code).toBe(0)
  })
})

describe('a place that can only be read', () => {
  const places: [string, (box: Sandbox) => boolean][] = [
    [
      'a read-only file system',
      (box) => {
        if (!mayMount()) return false
        const saved = join(box.folder, 'saved.db')
        renameSync(box.db, saved)
        const point = join(box.folder, 'point')
        mounted(point, '4m')
        cpSync(saved, join(point, 'journal.db'))
        execFileSync('mount', ['-o', 'remount,ro', point])
        return true
      },
    ],
    [
      'a folder nobody may change',
      (box) => {
        const point = join(box.folder, 'point')
        mkdirSync(point)
        renameSync(box.db, join(point, 'journal.db'))
        if (spawnSync('chattr', ['+i', point, join(point, 'journal.db')]).status !== 0) return false
        onTestFinished(() => {
          spawnSync('chattr', ['-i', point, join(point, 'journal.db')])
        })
        return true
      },
    ],
  ]
  test.each(places)('%s: reading works, writing says why not, nothing changes', (what, make) => {
    const box = withJournal()
    if (!make(box)) return skipped(`${what} can't be made here`)
    const env = { NET_DB: join(box.folder, 'point', 'journal.db') }
    const before = fingerprint(join(box.folder, 'point'))
    const list = box.netWith({ env }, 'list', '--json')
    expect(list.json.map((row: { name: string }) => row.name)).toEqual(['Ada Lovelace'])
    expect(box.netWith({ env }, 'history').out).toContain('Added Ada Lovelace')
    expect(box.netWith({ env }, 'find', 'ada').code).toBe(0)
    for (const args of [WRITING, ['gave', 'Ada', 'a book'], ['undo']])
      expectTold(box.netWith({ env }, ...args), 1, /can't be written to[\s\S]*Nothing was changed/)
    expect(box.netWith({ env }, 'doctor').out).toContain("✗ It can't be written to")
    expect(fingerprint(join(box.folder, 'point'))).toEqual(before)
    const copy = join(box.folder, 'copy.db')
    expect(box.netWith({ env }, 'backup', copy).code).toBe(0)
    expect(box.net('--db', copy, 'list', '--json').json).toEqual(list.json)
  })

  test('a user who may read the journal of somebody else, or not even that', () => {
    if (process.getuid?.() !== 0) return skipped('only root can become somebody else')
    const box = withJournal()
    chmodSync(box.folder, 0o755)
    const asNobody = (...args: string[]): Run => {
      const run = spawnSync(
        'setpriv',
        ['--reuid', '65534', '--regid', '65534', '--clear-groups', process.execPath, BINARY, ...args],
        {
          env: { ...box.environment, HOME: '/nonexistent' },
          encoding: 'utf8',
        },
      )
      return { code: run.status, out: run.stdout, err: run.stderr, json: undefined }
    }
    if (asNobody('--version').code !== 0) return skipped('nobody can run the program here')
    expectTold(asNobody('list'), 1, /can't be opened/)
    chmodSync(box.db, 0o644)
    const before = fingerprint(box.folder)
    expect(asNobody('list').out).toContain('Ada Lovelace')
    expectTold(asNobody(...WRITING), 1, /can't be written to/)
    expect(fingerprint(box.folder)).toEqual(before)
  })
})

describe('a disk that is full', () => {
  test('a write fails plainly, and all that was acknowledged before is there', () => {
    if (!mayMount()) return skipped('a small file system can not be mounted here')
    const box = sandbox()
    const point = join(box.folder, 'point')
    mounted(point, '1200k')
    const env = { NET_DB: join(point, 'journal.db') }
    expect(box.netWith({ env }, 'add', 'Ada Lovelace').code).toBe(0)
    const note = 'n'.repeat(40_000)
    let acknowledged = 0
    let last: Run
    do {
      last = box.netWith({ env }, 'gave', 'Ada', `${note}${acknowledged}`)
      if (last.code === 0) acknowledged++
    } while (last.code === 0 && acknowledged < 100)
    expect(acknowledged).toBeGreaterThan(0)
    expectTold(last, 1, /the disk is full[\s\S]*Nothing was changed/)
    expect(box.netWith({ env }, 'show', 'Ada', '--json').json.favours).toHaveLength(acknowledged)
    expect(box.netWith({ env }, 'doctor').out).not.toMatch(/damaged/)
  }, 60_000)

  test('there is not even room for the journal itself', () => {
    if (!mayMount()) return skipped('a small file system can not be mounted here')
    const box = sandbox()
    const point = join(box.folder, 'point')
    mounted(point, '40k')
    const env = { NET_DB: join(point, 'journal.db') }
    expectTold(box.netWith({ env }, ...WRITING), 1, /the disk is full/)
    expect(box.netWith({ env }, 'list', '--json').json).toEqual([])
  })

  test('there is no room for a backup: none is left half made', () => {
    if (!mayMount()) return skipped('a small file system can not be mounted here')
    const box = withLargeJournal()
    const point = join(box.folder, 'point')
    mounted(point, '100k')
    const before = fingerprint(box.folder)
    expectTold(box.net('backup', join(point, 'copy.db')), 1, /backup .*disk is full/)
    expect(fingerprint(box.folder)).toEqual(before)
    expect(readdirSync(point)).toEqual([])
  })

  test('a limit on the size of files counts as such', () => {
    const box = withJournal()
    const kilobytes = Math.ceil(statSync(box.db).size / 1024) + 8
    const run = spawnSync(
      'bash',
      [
        '-c',
        `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`,
        '-',
        process.execPath,
        BINARY,
        'gave',
        'Ada',
        '-'.repeat(10) + 'x'.repeat(90_000),
      ],
      {
        env: box.environment,
        encoding: 'utf8',
      },
    )
    // How the limit shows differs between systems; what matters is that it is told and nothing is lost.
    expect(run.status).not.toBe(0)
    expect(run.stderr).not.toMatch(/^\s+at /m)
    expect(box.net('show', 'Ada', '--json').json.favours).toEqual([])
    expect(box.net('doctor').code).toBe(0)
  })
})

describe('somebody else at work on the journal', () => {
  test('a writer that does not end, or holds the whole file, is waited for, but not for ever', async () => {
    const [box, locked] = [withJournal(), withJournal()]
    const [writer, owner] = [new Database(box.db), new Database(locked.db)]
    onTestFinished(() => void writer.close())
    onTestFinished(() => void owner.close())
    writer.exec('BEGIN IMMEDIATE')
    owner.pragma('journal_mode = DELETE')
    owner.pragma('locking_mode = EXCLUSIVE')
    owner.exec('BEGIN EXCLUSIVE')
    expect(box.net(...READING).code).toBe(0)
    const from = Date.now()
    const waits = [box.start(...WRITING), locked.start(...READING), locked.start(...WRITING)]
    expectTold(await Promise.race(waits), 1, /in use by another program/)
    expect(Date.now() - from).toBeGreaterThan(4000)
    for (const run of await Promise.all(waits)) expectTold(run, 1, /in use by another program/)
    expectTold(await waits[0]!, 1, /Nothing was changed/)
    expect(Date.now() - from).toBeLessThan(12_000)
    writer.exec('ROLLBACK')
    expect(box.net(...WRITING).code).toBe(0)
  }, 30_000)

  test('a short wait is no trouble', async () => {
    const box = withJournal()
    const other = new Database(box.db)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    setTimeout(() => other.exec('COMMIT'), 700)
    expect((await box.start(...WRITING)).code).toBe(0)
  })

  test('eight that make the first journal at once all get their line in', async () => {
    const box = sandbox()
    const names = ['Ada', 'Grace', 'Lin', 'Mary', 'Joan', 'Hedy', 'Radia', 'Karen']
    const runs = await Promise.all(names.map((name) => box.start('add', `${name} Example`)))
    for (const run of runs) expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' })
    expect(
      box
        .net('list', '--json')
        .json.map((row: { name: string }) => row.name)
        .sort(),
    ).toEqual(names.map((name) => `${name} Example`).sort())
    expect(box.net('doctor').code).toBe(0)
    expect(readdirSync(box.folder).filter((name) => name.startsWith('journal'))).toEqual(['journal.db'])
  }, 60_000)

  test('eight at a time write eighty lines', async () => {
    const box = withJournal()
    const writer = async (number: number) => {
      for (let at = 0; at < 10; at++) {
        const run = await box.start('gave', 'Ada', `favour ${number}-${at}`)
        expect(run.code).toBe(0)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)))
    expect(box.net('show', 'Ada', '--json').json.favours).toHaveLength(80)
  }, 120_000)
})

describe('a program that is killed in the middle', () => {
  test('nothing that was acknowledged is lost, and what is there is whole', async () => {
    const box = withJournal()
    const acknowledged: string[] = []
    let at = 0
    let killed = 0
    const worker = async () => {
      while (acknowledged.length < 15 || killed < 15) {
        const what = `favour ${at++}`
        const child = spawn(process.execPath, [BINARY, 'gave', 'Ada', what], { env: box.environment })
        child.stdout.on('data', (text) => {
          if (String(text).includes(what)) acknowledged.push(what)
        })
        // Anywhere from before the journal is opened to after the answer.
        const timer = setTimeout(() => child.kill('SIGKILL'), 30 + Math.random() * 120)
        const signal = await new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))
        if (signal !== null) killed++
        clearTimeout(timer)
      }
    }
    await Promise.all([worker(), worker(), worker()])
    const kept = new Set(
      box.net('show', 'Ada', '--json').json.favours.map((favour: { what: string }) => favour.what),
    )
    expect(acknowledged.filter((what) => !kept.has(what))).toEqual([])
    expect(box.net('doctor').code).toBe(0)
    expect(box.net('history', '--limit', '1000', '--json').json).toHaveLength(kept.size + 1)
  }, 60_000)

  test('what is left of it in the write-ahead log is read, and belongs to the backup and the doctor as well', () => {
    const box = withJournal()
    const holder = new Database(box.db)
    holder.prepare('SELECT count(*) FROM contact').get()
    const place = join(box.folder, 'crashed')
    mkdirSync(place)
    expect(box.net('gave', 'Ada', 'a lift').code).toBe(0)
    for (const suffix of ['', '-wal']) cpSync(box.db + suffix, join(place, `journal.db${suffix}`))
    holder.close()
    expect(statSync(join(place, 'journal.db-wal')).size).toBeGreaterThan(0)
    const env = { NET_DB: join(place, 'journal.db') }
    expect(box.netWith({ env }, 'doctor').code).toBe(0)
    expect(box.netWith({ env }, 'backup', join(place, 'copy.db')).code).toBe(0)
    for (const db of [join(place, 'copy.db'), join(place, 'journal.db')])
      expect(box.net('--db', db, 'show', 'Ada', '--json').json.favours).toHaveLength(1)
  })
})

describe('where the journal is', () => {
  const at = (box: Sandbox, env: Record<string, string>, ...args: string[]) => box.netWith({ env }, ...args)

  test.each([
    ['spaces', 'my journal.db'],
    ['umlauts', 'Übersicht/Jörg.db'],
    ['a line break', 'two\nlines.db'],
    ['quotes and dollars', `it's "$HOME".db`],
    ['a leading dash', '-rf.db'],
    ['what SQLite takes for memory', ':memory:'],
    ['what SQLite may take for an address', 'file:x.db?mode=memory'],
    ['no ending', 'journal'],
  ])('a name with %s', (_, name) => {
    const box = sandbox()
    const path = join(box.folder, 'here', name)
    expect(at(box, { NET_DB: path }, ...WRITING).code).toBe(0)
    expect(existsSync(path)).toBe(true)
    expect(at(box, { NET_DB: path }, 'list').out).toContain('Grace Hopper')
    expect(at(box, { NET_DB: path }, 'backup').code).toBe(0)
    expect(at(box, { NET_DB: path }, 'doctor', '--json').json.backups).toHaveLength(1)
  })

  test('a relative path is taken from where net is called; --db goes before NET_DB', () => {
    const box = sandbox()
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [BINARY, ...args], {
        cwd: box.folder,
        env: { ...box.environment, NET_DB: 'sub/one.db' },
        encoding: 'utf8',
      })
    expect(run('add', 'Ada').status).toBe(0)
    expect(existsSync(join(box.folder, 'sub', 'one.db'))).toBe(true)
    expect(run('--db', ':memory:', 'add', 'Grace').status).toBe(0)
    expect(run('--db', ':memory:', 'list').stdout).toContain('Grace')
    expect(existsSync(join(box.folder, ':memory:'))).toBe(true)
    expect(existsSync(box.db)).toBe(false)
  })

  test('without a name: XDG_DATA_HOME if it is absolute, else ~/.local/share', () => {
    const box = sandbox()
    const places: [Record<string, string>, string][] = [
      [{ NET_DB: '' }, '.local/share/net/journal.db'],
      [{ NET_DB: '', XDG_DATA_HOME: 'relative' }, '.local/share/net/journal.db'],
      [{ NET_DB: '', XDG_DATA_HOME: join(box.folder, 'xdg') }, 'xdg/net/journal.db'],
    ]
    for (const [env, path] of places)
      expect(at(box, env, 'doctor', '--json').json.file).toBe(join(box.folder, path))
    expect(at(box, { NET_DB: '' }, ...WRITING).code).toBe(0)
    expect(statSync(join(box.folder, '.local/share/net')).mode & 0o777).toBe(0o700)
  })

  test('without HOME the system is asked; where nobody knows it says what to do', () => {
    const box = sandbox()
    const run = (command: string[], env: Record<string, string | undefined>, ...args: string[]) =>
      spawnSync(command[0]!, [...command.slice(1), process.execPath, BINARY, ...args], {
        cwd: box.folder,
        env: { PATH: box.environment.PATH, NET_NOW: box.environment.NET_NOW, ...env },
        encoding: 'utf8',
      })
    for (const env of [{}, { HOME: '' }])
      expect(JSON.parse(run(['env'], env, 'doctor', '--json').stdout).file).toMatch(
        /^\/.+\/net\/journal\.db$/,
      )
    if (process.getuid?.() !== 0) return skipped('only root can become a user that is not listed')
    chmodSync(box.folder, 0o777)
    const stranger = ['setpriv', '--reuid', '54321', '--regid', '54321', '--clear-groups']
    if (run(stranger, { HOME: '/' }, '--version').status !== 0)
      return skipped('a stranger can not run the program here')
    expect(run(stranger, {}, '--help').status).toBe(0)
    for (const args of [READING, WRITING, ['doctor']]) {
      const { status, stdout, stderr } = run(stranger, {}, ...args)
      expectTold(
        { code: status, out: stdout, err: stderr, json: undefined },
        2,
        /HOME is not set[\s\S]*NET_DB/,
      )
    }
    const named = run(stranger, { NET_DB: join(box.folder, 'stranger.db') }, 'add', 'Ada')
    expect({ code: named.status, err: named.stderr }).toEqual({ code: 0, err: '' })
    expect(readdirSync(box.folder).filter((name) => name === '.local')).toEqual([])
  })

  test('a link to the journal is followed, and stays a link; its backups lie beside the file itself', () => {
    const box = withJournal()
    const real = join(box.folder, 'real', 'journal.db')
    mkdirSync(join(box.folder, 'real'))
    renameSync(box.db, real)
    symlinkSync(real, box.db)
    expect(box.net(...WRITING).code).toBe(0)
    expect(box.net('backup').code).toBe(0)
    expect(readdirSync(join(box.folder, 'real')).sort()).toEqual([
      'journal.backup-2026-11-03.db',
      'journal.db',
    ])
    expect(box.net('gave', 'Ada', 'tea').code).toBe(0)
    expect(box.net('restore', join(box.folder, 'real', 'journal.backup-2026-11-03.db'), '--yes').code).toBe(0)
    expect(box.net('--db', real, 'list', '--json').json).toHaveLength(2)
    expect(box.net('show', 'Ada', '--json').json.favours).toEqual([])
    expect(readdirSync(box.folder).sort()).toContain('journal.db')
    expect(statSync(box.db).ino).toBe(statSync(real).ino)
  })

  test('a link to where nothing is yet', () => {
    const box = sandbox()
    symlinkSync(join(box.folder, 'later.db'), box.db)
    expect(box.net('list', '--json').json).toEqual([])
    expect(existsSync(join(box.folder, 'later.db'))).toBe(false)
    expect(box.net(...WRITING).code).toBe(0)
    expect(statSync(join(box.folder, 'later.db')).mode & 0o777).toBe(0o600)
  })
})

describe('who may read it', () => {
  test.each(['000', '022', '077', '777'])('with a umask of %s only its owner', (mask) => {
    const box = sandbox()
    const path = join(box.folder, 'new', 'folder', 'journal.db')
    // While another connection is open the side files stay to be looked at.
    const run = (...args: string[]) =>
      spawnSync(
        'bash',
        ['-c', `umask ${mask}; exec "$@"`, '-', process.execPath, BINARY, '--db', path, ...args],
        {
          env: box.environment,
          encoding: 'utf8',
        },
      )
    if (mask === '777' && process.getuid?.() !== 0)
      return skipped('such a umask leaves a folder only root can enter')
    expect(run('add', 'Ada').status).toBe(0)
    const holder = new Database(path)
    holder.prepare('SELECT count(*) FROM contact').get()
    expect(run('gave', 'Ada', 'tea').status).toBe(0)
    expect(run('backup').status).toBe(0)
    const modes = readdirSync(join(path, '..')).map((name) => [
      name,
      (statSync(join(path, '..', name)).mode & 0o777).toString(8),
    ])
    holder.close()
    expect(Object.fromEntries(modes)).toEqual({
      'journal.db': '600',
      'journal.db-wal': '600',
      'journal.db-shm': '600',
      'journal.backup-2026-11-03.db': '600',
    })
    for (const folder of ['new', 'new/folder'])
      expect(statSync(join(box.folder, folder)).mode & 0o077).toBe(0)
  })

  test('the doctor says when others may, and what to do', () => {
    const box = withJournal()
    chmodSync(box.folder, 0o755)
    expect(box.net('doctor').code).toBe(0)
    chmodSync(box.db, 0o644)
    const run = box.net('doctor')
    expect(run.code).toBe(1)
    expect(run.out).toContain(`chmod 600 '${box.db}'`)
    chmodSync(box.folder, 0o700)
    expect(box.net('doctor').code).toBe(0)
  })
})

describe('reading', () => {
  const commands = [
    ['list'],
    ['show', 'Ada'],
    ['stale'],
    ['stale', '--brief'],
    ['todo'],
    ['find', 'ada'],
    ['history'],
    ['doctor'],
    ['config'],
    ['config', 'cadence'],
    ['report'],
    ['circle', 'list'],
    ['--help'],
    [],
    ['completion', 'bash'],
    ['--version'],
    ['find', 'nobody'],
    ['show', 'Nobody'],
    ['redo'],
    ['done', '99'],
    ['gave', 'Nobody', 'x'],
    ['delete', 'Nobody', '--yes'],
  ].map((args): [string, string[]] => [args.join(' ') || '(alone)', args])
  test.each(commands)('net %s: changes no byte and leaves no file', (_, args) => {
    const box = withJournal()
    expect(box.net('gave', 'Ada', 'tea').code).toBe(0)
    const before = fingerprint(box.folder)
    const { mtimeMs } = statSync(box.db)
    box.net(...args)
    expect(fingerprint(box.folder)).toEqual(before)
    expect(statSync(box.db).mtimeMs).toBe(mtimeMs)
  })

  test.each(commands)('net %s: makes no journal where there is none', (_, args) => {
    const box = sandbox()
    const run = box.net(...args)
    expect(run.err).not.toMatch(/^\s+at /m)
    expect(readdirSync(box.folder)).toEqual([])
  })

  test('an empty file is no journal yet: it stays empty until the first write', () => {
    const box = sandbox()
    writeFileSync(box.db, '', { mode: 0o600 })
    expect(box.net('list', '--json').json).toEqual([])
    expect(statSync(box.db).size).toBe(0)
    expect(box.net(...WRITING).code).toBe(0)
    expect(box.net('list', '--json').json).toHaveLength(1)
  })

  test('goes on when the file is in the mode of before its first write, and leaves it in that', () => {
    const box = withJournal()
    const db = new Database(box.db)
    db.pragma('journal_mode = DELETE')
    db.close()
    const before = fingerprint(box.folder)
    expect(box.net(...READING).out).toContain('Ada Lovelace')
    expect(fingerprint(box.folder)).toEqual(before)
    expect(box.net(...WRITING).code).toBe(0)
    const bytes = Buffer.alloc(20)
    readSync(openSync(box.db, 'r'), bytes, 0, 20, 0)
    expect([bytes[18], bytes[19]]).toEqual([2, 2])
  })
})

describe('an update that a newer program brings', () => {
  test('reading brings the journal up to date once, after a backup beside it', () => {
    const box = withJournal()
    const home = join(box.folder, 'newer')
    for (const part of ['bin', 'dist', 'migrations', 'package.json'])
      cpSync(join(BINARY, '..', '..', part), join(home, part), { recursive: true })
    symlinkSync(join(BINARY, '..', '..', 'node_modules'), join(home, 'node_modules'))
    const number = readdirSync(join(home, 'migrations')).filter((name) => name.endsWith('.sql')).length + 1
    const step = join(home, 'migrations', `${String(number).padStart(4, '0')}_more.sql`)
    writeFileSync(step, '-- one more column\nALTER TABLE contact ADD COLUMN pronouns TEXT;')
    const newer = (...args: string[]) =>
      spawnSync(process.execPath, [join(home, 'bin', 'net.js'), ...args], {
        env: box.environment,
        encoding: 'utf8',
      })
    expect(newer('list').stdout).toContain('Ada Lovelace')
    const backup = readdirSync(box.folder).find((name) => name.includes('before-update'))!
    expect(statSync(join(box.folder, backup)).mode & 0o777).toBe(0o600)
    expectTold(box.net(...READING), 1, /newer version/)
    expect(box.net('--db', join(box.folder, backup), 'list').out).toContain('Ada Lovelace')
    writeFileSync(
      step,
      '-- breaks\nALTER TABLE contact ADD COLUMN pronouns TEXT;\nINSERT INTO nowhere VALUES (1);',
    )
    const old = join(box.folder, backup)
    const before = readFileSync(old)
    const failed = newer('--db', old, 'list')
    expect(failed.status).toBe(1)
    expect(failed.stderr).not.toMatch(/^\s+at /m)
    expect(readFileSync(old).equals(before)).toBe(true)
    rmSync(home, { recursive: true })
  })
})
