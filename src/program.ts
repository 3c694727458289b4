import { type Command, CommanderError } from 'commander'
import type { AppContext } from './context.ts'
import { usageView } from './ui/views/problem.ts'

export type Register = (parent: Command, context: AppContext) => void

interface Entry {
  group: string
  summary: string
  load: () => Promise<Register>
}

const DAILY = 'Every day:'
const PEOPLE = 'People:'
const GIVING = 'Give and take:'
const DATA = 'The journal itself:'

/** The command tree at a glance. A command's file is loaded when it is called, or when its own help is asked for. */
export const COMMANDS: Record<string, Entry> = {
  // every day
  // people
  // give and take
  gave: {
    group: GIVING,
    summary: 'record a favour you did',
    load: () => import('./commands/giving/gave.ts').then((it) => it.registerGave),
  },
  got: {
    group: GIVING,
    summary: 'record a favour done for you',
    load: () => import('./commands/giving/gave.ts').then((it) => it.registerGot),
  },
  // the journal itself
}

/** What `net` alone does. */
const HOME = undefined as Entry['load'] | undefined

/** Options of the program itself that take a value, to be stepped over when looking for the command's name. */
const VALUED = new Set(['--db'])

/** The first argument that is no option. */
function commandName(args: string[]): string | undefined {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (VALUED.has(arg)) at++
    else if (!arg.startsWith('-')) return arg
  }
  return undefined
}

/**
 * Runs the command that the arguments name. Only that one's file is loaded.
 * @param args what stands after `net`
 * @throws NetError by what the command runs into; CommanderError with the exit code 0 for help and version, 2 for misuse
 */
export async function run(
  program: Command,
  context: AppContext,
  version: string,
  args: string[],
): Promise<void> {
  program
    .name('net')
    .description('A personal networking journal: who you met, what you gave and got, who is going cold.')
    .version(version, '-V, --version', 'print the version')
    .option('--db <file>', 'the journal file (else NET_DB, else the data folder)')
    .option('--no-color', 'no colours')
    .helpOption('-h, --help', 'show what a command takes')
    .helpCommand('help [command]', 'show what a command takes')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.output.show(text, (help) => help),
      writeErr: (text) => context.output.tell(text, (help) => help),
      outputError: (message) =>
        context.output.tell(
          { message, command: ['net', commandName(args)].filter(Boolean).join(' ') },
          usageView,
        ),
    })
  program.hook('preAction', () => context.output.prepare())
  await registerCalled(program, context, args)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) error.exitCode = error.exitCode === 0 ? 0 : 2
    throw error
  }
}

async function registerCalled(program: Command, context: AppContext, args: string[]): Promise<void> {
  const name = commandName(args)
  const asksHelp =
    name === 'help' || (name === undefined && args.some((arg) => arg === '-h' || arg === '--help'))
  if (name === undefined && !asksHelp && HOME) return (await HOME())(program, context)
  const wanted = name === 'help' ? args[args.indexOf('help') + 1] : name
  const called = wanted !== undefined && Object.hasOwn(COMMANDS, wanted) ? COMMANDS[wanted] : undefined
  if (called) return (await called.load())(program, context)
  for (const [each, { group, summary }] of Object.entries(COMMANDS))
    program.command(each).summary(summary).helpGroup(group)
}
