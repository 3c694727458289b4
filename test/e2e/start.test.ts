import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { COMMANDS } from '../../src/command-tree.ts'

const HOME = join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'))
const ANSWER = { code: 0, out: `${version}\n`, err: '' }

const nameOf = (command: string) => `net-${process.version}-${process.arch}-${command}.cache`

/** An installation of its own, whose files a test may spoil. */
function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'net-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const path of ['bin/net.js', 'dist/net.cjs', 'migrations', 'package.json'])
    cpSync(join(HOME, path), join(folder, path), { recursive: true })
  symlinkSync(join(HOME, 'node_modules'), join(folder, 'node_modules'))
  const dist = join(folder, 'dist')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NET_DB: join(folder, 'journal.db'),
    NET_NOW: '2026-11-03',
  }
  return {
    folder,
    dist,
    env,
    caches: () => readdirSync(dist).filter((name) => name !== 'net.cjs'),
    cache: (command = 'net') => join(dist, nameOf(command)),
    run(...args: string[]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'bin', 'net.js'), ...args],
        {
          env,
          encoding: 'utf8',
        },
      )
      return { code: status, out: stdout, err: stderr }
    },
  }
}

test('the first start leaves a cache that only its owner can write, later ones use it as it is', () => {
  const { run, cache, caches } = installation()
  expect(run('--version')).toEqual(ANSWER)
  expect(caches()).toHaveLength(1)
  expect(statSync(cache()).mode & 0o022).toBe(0)
  const { ino } = statSync(cache())
  expect(run('--version')).toEqual(ANSWER)
  expect(statSync(cache()).ino).toBe(ino)
})

test('each command has a cache of its own, one that fails leaves none', () => {
  const { run, caches, cache } = installation()
  expect(run('nonsense').code).toBe(2)
  expect(caches()).toEqual([])
  expect(run('list').code).toBe(0)
  expect(run('--db', 'other.db', 'stale').code).toBe(0)
  expect(caches()).toEqual([cache('list'), cache('stale')].map((file) => basename(file)))
})

test('a cache is added to after a while', () => {
  const { run, cache } = installation()
  run('list')
  const { size, ino } = statSync(cache('list'))
  run('add', 'Ada Lovelace')
  expect(run('list').out).toContain('Ada Lovelace')
  expect(statSync(cache('list')).ino).toBe(ino)
  const hourAgo = Date.now() / 1000 - 3600
  utimesSync(cache('list'), hourAgo, hourAgo)
  expect(run('list').code).toBe(0)
  expect(statSync(cache('list')).size).toBeGreaterThan(size)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['no cache at all', () => Buffer.from('hello\n'.repeat(1000))],
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  [
    'of another program',
    (whole: Buffer) => Buffer.from(whole.toString('latin1').replace(/^\d+/, '1'), 'latin1'),
  ],
])('a cache that is %s does no harm and is made anew', (_, spoil) => {
  const { run, cache } = installation()
  run('--version')
  const whole = readFileSync(cache())
  writeFileSync(cache(), spoil(whole))
  expect(run('--version')).toEqual(ANSWER)
  const made = readFileSync(cache())
  expect(made.subarray(0, 40)).toEqual(whole.subarray(0, 40))
  expect(made.length).toBeGreaterThan(whole.length * 0.9)
})

test.skipIf(process.platform === 'win32')('a cache that others could have written is not used', () => {
  const { run, cache } = installation()
  run('--version')
  const { ino } = statSync(cache())
  chmodSync(cache(), 0o666)
  expect(run('--version')).toEqual(ANSWER)
  expect(statSync(cache()).ino).not.toBe(ino)
})

test('a rebuilt program of the same length is not run with the code of the one before', () => {
  const { dist, run } = installation()
  run('--version')
  const program = join(dist, 'net.cjs')
  const text = readFileSync(program, 'latin1')
  const changed = text.replace('print the version', 'print the VERSION')
  expect(changed).not.toBe(text)
  writeFileSync(program, changed, 'latin1')
  expect(run('--help').out).toContain('print the VERSION')
})

test('where nothing can be written beside the program, the cache goes to the cache folder', () => {
  const { folder, dist, run, cache } = installation()
  // A folder in the cache's place keeps even root from writing it.
  mkdirSync(cache())
  expect(run('--version')).toEqual(ANSWER)
  expect(existsSync(join(folder, '.cache', 'net-journal', nameOf('net')))).toBe(true)
  expect(readdirSync(dist)).toHaveLength(2)
})

test('a command with a bundle of its own answers as the whole program does', () => {
  const whole = installation()
  const { dist, run } = installation()
  const own = readdirSync(join(HOME, 'dist')).filter((name) => /^net-[a-z]+\.cjs$/.test(name))
  expect(own).toContain('net-log.cjs')
  for (const name of own) cpSync(join(HOME, 'dist', name), join(dist, name))
  const calls = [
    ['log', 'Coffee with Ada. gave: intro to Lin. todo: slides by friday'],
    ['log', '--help'],
    ['log'],
    ['log', '--nonsense'],
    ['stale'],
    ['stale', '--brief'],
    ['report'],
    ['report', '--json'],
    [],
    ['--db', '/nowhere/x.db', 'stale'],
    ['who', 'Lin'],
    ['match'],
    ['gaps'],
    ['list'],
    ['offer', 'Ada', 'UX design'],
    ['need', 'list'],
    ['vouch', 'Ada', 'for', 'me'],
    ['event', 'list'],
    ['outcome', 'list', '--json'],
    ['stage', 'Ada'],
    ['path', 'Ada'],
    ['--version'],
  ]
  for (const args of calls) expect(run(...args), args.join(' ')).toEqual(whole.run(...args))
  for (const name of own) expect(['today', ...Object.keys(COMMANDS)]).toContain(name.slice(4, -4))
})

test('several first starts at once all work and leave one whole cache', async () => {
  const { folder, env, run, caches } = installation()
  const starts = Array.from(
    { length: 6 },
    () =>
      new Promise((resolve) => {
        spawn(process.execPath, [join(folder, 'bin', 'net.js'), '--version'], { env, stdio: 'ignore' }).on(
          'close',
          resolve,
        )
      }),
  )
  expect(await Promise.all(starts)).toEqual([0, 0, 0, 0, 0, 0])
  expect(caches()).toHaveLength(1)
  expect(run('--version')).toEqual(ANSWER)
})

test('a program that is not built says how to build it', () => {
  const { dist, run } = installation()
  rmSync(dist, { recursive: true })
  const { code, out, err } = run('--version')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^net: .*net\.cjs is not there\. Make it with "npm run build"\.\n$/)
})

test('an old Node is told which one is needed', () => {
  const { folder, env } = installation()
  const old = join(folder, 'old.cjs')
  writeFileSync(
    old,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`,
  )
  const { status, stderr } = spawnSync(process.execPath, ['-r', old, join(folder, 'bin', 'net.js')], {
    env,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'net: Node 18.20.4 is too old; net needs 20.17 or newer (https://nodejs.org).\n',
  })
})
