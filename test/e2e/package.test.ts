import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const HOME = join(import.meta.dirname, '..', '..')
const { version, bin } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'))

/** Where a global install puts things. */
const prefix = mkdtempSync(join(tmpdir(), 'net package '))
const installed = join(prefix, 'lib', 'node_modules', 'net-journal')
const elsewhere = join(prefix, 'some where else')
let files: string[]

beforeAll(() => {
  const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', prefix]
  const [tarball] = JSON.parse(execFileSync('npm', packing, { cwd: HOME, encoding: 'utf8' }))
  files = tarball.files.map((file: { path: string }) => file.path)
  mkdirSync(installed, { recursive: true })
  mkdirSync(join(prefix, 'bin'))
  mkdirSync(elsewhere)
  execFileSync('tar', ['-xzf', join(prefix, tarball.filename), '-C', installed, '--strip-components=1'])
  installDependencies()
  for (const [name, file] of Object.entries<string>(bin))
    symlinkSync(join(installed, file), join(prefix, 'bin', name))
})
afterAll(() => rmSync(prefix, { recursive: true, force: true }))

/** Copies what the lockfile says a user gets, and none of the development tools, from where it is already installed and compiled. */
function installDependencies(): void {
  const { packages } = JSON.parse(readFileSync(join(HOME, 'package-lock.json'), 'utf8'))
  const wanted = Object.entries<{ dev?: boolean }>(packages).filter(([path, { dev }]) => path !== '' && !dev)
  const sources = join('better-sqlite3', 'deps')
  for (const [path] of wanted)
    if (existsSync(join(HOME, path)))
      cpSync(join(HOME, path), join(installed, path), {
        recursive: true,
        filter: (from) => !from.includes(sources) && !from.includes('obj.target'),
      })
}

function run(command: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, HOME: elsewhere, NET_NOW: '2026-11-03' }
  const { status, stdout, stderr } = spawnSync(join(prefix, 'bin', command), args, {
    cwd: elsewhere,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

test('the package holds the program, its migrations and its documents, and nothing else', () => {
  const migrations = readdirSync(join(HOME, 'migrations')).map((name) => `migrations/${name}`)
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'README.md',
      'LICENSE',
      'bin/net.js',
      'dist/net.cjs',
      'dist/net-log.cjs',
      ...migrations,
    ]),
  )
  const expected =
    /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/net\.js|dist\/net(-[a-z]+)?\.cjs|(migrations|docs)\/.+)$/
  expect(files.filter((file) => !expected.test(file))).toEqual([])
})

describe('installed from the package', () => {
  test.each(Object.keys(bin))('%s tells its version', (name) => {
    expect(run(name, '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test('an encounter is logged from any folder, into the data folder', () => {
    const { code, err } = run(
      'net',
      'log',
      'Coffee with Ada Lovelace at Betahaus. gave: intro to Lin',
      '--new',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(existsSync(join(elsewhere, '.local', 'share', 'net', 'journal.db'))).toBe(true)
    expect(
      JSON.parse(run('net', 'list', '--json').out).map((contact: { name: string }) => contact.name),
    ).toContain('Ada Lovelace')
  })

  test('what is loaded only when it is used is there', () => {
    const modules = ['inquirer', 'chrono-node'].map((name) => `import('${name}')`)
    const script = `Promise.all([${modules}]).then(() => console.log('all there'))`
    expect(execFileSync(process.execPath, ['-e', script], { cwd: installed, encoding: 'utf8' })).toBe(
      'all there\n',
    )
  })
})
