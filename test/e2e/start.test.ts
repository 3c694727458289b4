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
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const HOME = join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'))
const ANSWER = { code: 0, out: `${version}\n`, err: '' }

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
    cache: () => join(dist, `net-${process.version}-${process.arch}.cache`),
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

test('a command that was not called before adds its functions to the cache, a failing one does not', () => {
  const { run, cache } = installation()
  run('--version')
  const before = statSync(cache())
  expect(run('nonsense').code).toBe(2)
  expect(statSync(cache()).ino).toBe(before.ino)
  expect(run('list').code).toBe(0)
  expect(statSync(cache()).size).toBeGreaterThan(before.size)
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
  expect(
    existsSync(join(folder, '.cache', 'net-journal', `net-${process.version}-${process.arch}.cache`)),
  ).toBe(true)
  expect(readdirSync(dist)).toHaveLength(2)
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
