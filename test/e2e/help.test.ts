import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/command-tree.ts'
import { createContext } from '../../src/context.ts'
import { BINARY, type Sandbox, sandbox } from './net.ts'

const home = join(BINARY, '..', '..')
const names = Object.keys(COMMANDS)

/** The command as it is declared, with nothing behind it. */
async function declared(name: string): Promise<Command> {
  const program = new Command('net')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
  const context = createContext(process, join(home, 'migrations'), () => ({ db: '/nowhere/journal.db' }))
  ;(await COMMANDS[name]!.load())(program, context)
  const command = program.commands.find((each) => each.name() === name)!
  // Whatever does something by itself, subcommands or not, does nothing.
  for (const each of [command, ...leavesOf(command)])
    if ('_actionHandler' in each && each._actionHandler) each.action(() => {})
  return command
}

const leavesOf = (command: Command): Command[] =>
  command.commands.length === 0
    ? [command]
    : [command, ...command.commands].flatMap((each) => (each === command ? [] : leavesOf(each)))

/** `circle add` for what stands below `net`. */
const pathOf = (command: Command): string[] =>
  command.parent ? [...pathOf(command.parent), command.name()] : []

/** The lines of the block of examples, without the prompt before them. */
function examplesIn(help: string): string[] {
  const block = /\nExamples:\n((?: {2}.*\n?)+)/.exec(help)?.[1] ?? ''
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.replace(/^\$ /, ''))
}

/** What a shell hands to `net` in a line: quotes and comments taken off, what comes before or after a pipe left out. */
function argumentsIn(line: string): string[] {
  const inner = /[$<]\((net [^)]*)\)/.exec(line)?.[1] ?? line
  const words = [...inner.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+|\s#.*$/g)].map(([word]) => word)
  const end = words.findIndex((word) => /^(\||>|&&|\s?#)/.test(word))
  const own = words.slice(words.indexOf('net') + 1, end < 0 ? undefined : end)
  return own.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single))
}

test('argumentsIn reads a line as a shell does', () => {
  expect(argumentsIn('net gave "Grace Hopper" tip --on yesterday # so')).toEqual([
    'gave',
    'Grace Hopper',
    'tip',
    '--on',
    'yesterday',
  ])
  expect(argumentsIn('net show "#12" | less')).toEqual(['show', '#12'])
  expect(argumentsIn('eval "$(net completion bash)"  # in ~/.bashrc')).toEqual(['completion', 'bash'])
})

describe.each(names)('net %s', (name) => {
  test('has help, by both ways to ask for it', () => {
    const box = sandbox()
    const asked = box.net(name, '--help')
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(box.net('help', name)).toMatchObject({ code: 0, err: '', out: asked.out })
    expect(asked.out).toMatch(new RegExp(`^Usage: net ${name}`))
    expect(asked.out.split('\n\n')[1]?.trim(), 'a description').toMatch(/\p{L}{3}/u)
    expect(existsSync(box.db)).toBe(false)
  })

  test('has help that fits into 80 columns', async () => {
    const { net } = sandbox()
    for (const leaf of [await declared(name), ...leavesOf(await declared(name))]) {
      const [help] = net(...pathOf(leaf), '--help').out.split('\nExamples:')
      for (const line of help!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    }
  })

  test('has examples that it takes', async () => {
    const box = sandbox()
    const command = await declared(name)
    const lines = examplesIn(box.net(name, '--help').out)
    expect(lines, 'examples').not.toEqual([])
    for (const leaf of leavesOf(command).filter((each) => each !== command))
      lines.push(...examplesIn(box.net(...pathOf(leaf), '--help').out))
    for (const line of lines) {
      const [called, ...args] = argumentsIn(line)
      expect(called, line).toBe(name)
      // A parsed command keeps what it was given, so each line gets one of its own.
      await expect(
        (await declared(name)).parent!.parseAsync([name, ...args], { from: 'user' }),
        line,
      ).resolves.toBeDefined()
    }
  })

  test('says what each argument and option is for', async () => {
    for (const leaf of [await declared(name), ...leavesOf(await declared(name))]) {
      expect(leaf.description(), pathOf(leaf).join(' ')).not.toBe('')
      for (const option of leaf.options.filter(({ hidden }) => !hidden))
        expect(option.description, `${pathOf(leaf).join(' ')} ${option.flags}`).not.toBe('')
      for (const argument of leaf.registeredArguments)
        expect(argument.description, `${pathOf(leaf).join(' ')} <${argument.name()}>`).not.toBe('')
    }
  })

  test('answers as JSON too', async () => {
    if (name === 'completion') return
    for (const leaf of leavesOf(await declared(name)))
      expect(
        leaf.options.map((option) => option.long),
        pathOf(leaf).join(' '),
      ).toContain('--json')
  })

  test('has its place in the README', () => {
    expect(readFileSync(join(home, 'README.md'), 'utf8')).toMatch(new RegExp(`\\bnet ${name}\\b`))
  })

  test('is told of in docs/json.md', () => {
    if (name === 'completion') return
    expect(readFileSync(join(home, 'docs', 'json.md'), 'utf8')).toMatch(new RegExp(`\\bnet ${name}\\b`))
  })
})

describe('the help of the program', () => {
  test('names every command with a summary, in 80 columns', () => {
    const { out, code } = sandbox().net('--help')
    expect(code).toBe(0)
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\p{L}.+$`, 'mu'))
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  test('is the same by "net help" and "net --help"', () => {
    const box = sandbox()
    expect(box.net('help')).toMatchObject({ code: 0, out: box.net('--help').out })
  })

  test('shows no command that only shells call', () => {
    expect(sandbox().net('--help').out).not.toMatch(/^ {2}complete\b/m)
  })
})

/** What was asked wrongly, and what the answer must name. */
const SLIPS: [args: string[], named: RegExp][] = [
  [['stael'], /stale/],
  [['helf'], /help/],
  [['gvae', 'Ada', 'a tip'], /gave/],
  [['help', 'stael'], /stale/],
  [['help', 'nonsense'], /net --help/],
  [['stael', '--help'], /stale/],
  [['nonsense'], /net --help/],
  [['stale', '--jsno'], /--json/],
  [['gave', 'Ada', 'a tip', '--wieght', 'small'], /--weight/],
  [['--bd', 'x', 'stale'], /--db/],
  [['gave'], /net gave --help/],
  [['gave', 'Ada', 'a tip', '--weight', 'huge'], /small, medium, large/],
  [['completion', 'tcsh'], /bash, zsh, fish/],
]

describe('a slip', () => {
  const nothingMade = (box: Sandbox) => expect(existsSync(box.db)).toBe(false)

  test.each(SLIPS)('%j is told, with what was likely meant', (args, named) => {
    const box = sandbox()
    const run = box.net(...args)
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toMatch(/^net: /)
    expect(run.err).toMatch(named)
    expect(run.err).not.toMatch(/\bat .*\.(ts|js|cjs)/)
    nothingMade(box)
  })
})
