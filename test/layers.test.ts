import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, type Sources, violations } from './layers.ts'

const SRC = join(import.meta.dirname, '..', 'src')

const sources: Sources = Object.fromEntries(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(SRC, name), 'utf8')]),
)

describe('the layers of src', () => {
  test('import only whom they may', () => {
    expect(violations(sources)).toEqual([])
  })

  test('are all there to be looked at', () => {
    for (const folder of ['domain', 'store', 'ui', 'commands'])
      expect(Object.keys(sources).filter((name) => name.startsWith(`${folder}/`)).length).toBeGreaterThan(5)
    expect(importsOf(sources['commands/giving/gave.ts']!)).toContain('../arguments.ts')
    for (const [name, home] of [
      ['better-sqlite3', 'store/'],
      ['chalk', 'ui/'],
      ['cli-table3', 'ui/'],
      ['inquirer', 'ui/'],
    ])
      expect(
        Object.entries(sources).some(
          ([file, text]) => file.startsWith(home!) && importsOf(text).includes(name!),
        ),
      ).toBe(true)
  })

  test('hold no drawer for everything', () => {
    expect(
      Object.keys(sources).filter((name) =>
        /(^|\/)(utils?|helpers?|misc|common|\w*-?manager)(\/|\.ts$)/i.test(name),
      ),
    ).toEqual([])
  })
})

describe('the rule would notice', () => {
  test.each<[string, string, string]>([
    ['domain/a.ts', "import { x } from '../store/journal.ts'", 'domain must not import store/journal.ts'],
    ['domain/a.ts', "import type { X } from '../ui/output.ts'", 'domain must not import ui/output.ts'],
    ['domain/deep/a.ts', "export * from '../../context.ts'", 'domain must not import context.ts'],
    ['domain/a.ts', "import { readFileSync } from 'node:fs'", 'domain must not import node:fs'],
    ['domain/a.ts', "const fs = await import('fs/promises')", 'domain must not import fs/promises'],
    ['domain/a.ts', 'import Database from "better-sqlite3"', 'better-sqlite3 belongs into store'],
    ['store/a.ts', "import { cut } from '../ui/text.ts'", 'store must not import ui/text.ts'],
    ['store/a.ts', "import chalk from 'chalk'", 'chalk belongs into ui'],
    ['ui/a.ts', "import { journal } from '../store/journal.ts'", 'ui must not import store/journal.ts'],
    [
      'ui/views/a.ts',
      "type X = import('../../commands/arguments.ts').X",
      'ui must not import commands/arguments.ts',
    ],
    ['exchange/a.ts', "import '../store/journal.ts'", 'exchange must not import store/journal.ts'],
    [
      'commands/daily/a.ts',
      "import { registerB } from '../people/b.ts'",
      'a command must not import the command commands/people/b.ts',
    ],
    ['commands/daily/a.ts', "import { run } from '../../program.ts'", 'a command must not import program.ts'],
    ['commands/daily/a.ts', "import Table from 'cli-table3'", 'cli-table3 belongs into ui'],
    ['commands/daily/a.ts', "const { default: ask } = await import('inquirer')", 'inquirer belongs into ui'],
    [
      'commands/daily/a.ts',
      "const Database = require('better-sqlite3')",
      'better-sqlite3 belongs into store',
    ],
    ['commands/daily/a.ts', 'const home = process.env.HOME', 'only main and context know the process'],
    [
      'commands/daily/a.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
      'const greeting = `hello ${process.argv[0]}`',
      'only main and context know the process',
    ],
    ['store/a.ts', "import { env } from 'node:process'", 'only main and context know the process'],
    ['program.ts', 'globalThis.process.exit(1)', 'only main and context know the process'],
    ['commands/daily/a.ts', "db.prepare('SELECT name FROM contact')", 'SQL belongs into store'],
    ['ui/a.ts', 'const sql = `\n  DELETE FROM contact`', 'SQL belongs into store'],
    ['main.ts', "import {\n  Chalk,\n  type ChalkInstance,\n} from 'chalk'", 'chalk belongs into ui'],
  ])('%s: %s', (file, text, wrong) => {
    const others: Sources = {
      'commands/people/b.ts': 'export function registerB() {}',
      'commands/arguments.ts': 'export const x = 1',
    }
    expect(violations({ ...others, [file]: text })).toEqual([`${file}: ${wrong}`])
  })

  test.each<[string, string]>([
    ['domain/a.ts', "import dayjs from 'dayjs'\nimport { fold } from './names.ts'"],
    [
      'store/a.ts',
      "import Database from 'better-sqlite3'\nimport { x } from '../domain/x.ts'\nconst s = 'SELECT 1'",
    ],
    ['ui/a.ts', "import chalk from 'chalk'\nimport { x } from '../domain/x.ts'"],
    [
      'commands/daily/a.ts',
      "import { examples } from '../arguments.ts'\nimport type { AppContext } from '../../context.ts'",
    ],
    [
      'commands/daily/a.ts',
      "// import x from 'chalk'\n/* process.exit() */\nconst text = 'process.env is not read'",
    ],
    ['commands/daily/a.ts', 'const url = "https://example.org" // process.exit()'],
    ['ui/a.ts', "const hint = 'Select one of them'; inProcess.start(); it.process.run()"],
    ['main.ts', 'process.exit(0)'],
  ])('but leaves in peace %s: %s', (file, text) => {
    expect(violations({ [file]: text })).toEqual([])
  })
})
