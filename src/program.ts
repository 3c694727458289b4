import { type Command, CommanderError } from 'commander'
import { COMMANDS, loadHome } from './command-tree.ts'
import type { AppContext } from './context.ts'
import { usageView } from './ui/views/problem.ts'

/** Options of the program itself that take a value, to be stepped over when looking for the command's name. */
const VALUED = new Set(['--db'])

/** What stands under the list of commands. */
const BEGINNING = `
Begin with:
  $ net log "Coffee with Ada at Betahaus. gave: intro to Lin"
  $ net demo`

const isCommand = (name: string | undefined): name is string =>
  name !== undefined && Object.hasOwn(COMMANDS, name)

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
 * @param given what stands after `net`
 * @throws NetError by what the command runs into; CommanderError with the exit code 0 for help and version, 2 for misuse
 */
export async function run(
  program: Command,
  context: AppContext,
  version: string,
  given: string[],
): Promise<void> {
  const args = withoutHelpCommand(given)
  program
    .name('net')
    .description('A personal networking journal: who you met, what you gave and got, who is going cold.')
    .version(version, '-V, --version', 'print the version')
    .option('--db <file>', 'the journal file (else NET_DB, else the data folder)')
    .option('--no-color', 'no colours')
    .helpOption('-h, --help', 'show what a command takes')
    .commandsGroup('Help:')
    .helpCommand('help [command]', 'show what a command takes')
    .addHelpText('after', BEGINNING)
    .showSuggestionAfterError()
    .exitOverride()
    // Beside a long list of arguments what a command does still wraps in 80 columns.
    .configureHelp({ minWidthToWrap: 24 })
    .configureOutput({
      writeOut: (text) => context.output.show(text, (help) => help),
      writeErr: (text) => context.output.tell(text, (help) => help),
      outputError: (message) =>
        context.output.tell(
          { message, command: ['net', ...[commandName(args)].filter(isCommand)].join(' ') },
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
  if (name === 'complete') return registerComplete(program, context, args)
  const asksHelp =
    name === 'help' || (name === undefined && args.some((arg) => arg === '-h' || arg === '--help'))
  if (name === undefined && !asksHelp) return (await loadHome())(program, context)
  await registerNamed(program, context, name)
}

/** `help circle add` is `circle add --help`. What is no command has no help, but may be close to one that has. */
function withoutHelpCommand(args: string[]): string[] {
  const name = commandName(args)
  const asked = name === 'help' ? args.slice(args.indexOf('help') + 1) : args
  if (asked.length === 0) return args
  if (name === 'help') return isCommand(asked[0]) ? [...asked, '--help'] : asked.slice(0, 1)
  const isUnknown = name !== undefined && !isCommand(name) && name !== 'complete'
  return isUnknown ? args.filter((arg) => arg !== '-h' && arg !== '--help') : args
}

/** One command in full, or every command's name where none is named. */
async function registerNamed(
  program: Command,
  context: AppContext,
  wanted: string | undefined,
): Promise<void> {
  if (isCommand(wanted)) return (await COMMANDS[wanted]!.load())(program, context)
  for (const [each, { group, summary }] of Object.entries(COMMANDS))
    program.command(each).summary(summary).helpGroup(group)
}

/** A shell asks at each Tab how `args` may go on: that needs the names of all commands, or the one that stands there. */
async function registerComplete(program: Command, context: AppContext, args: string[]): Promise<void> {
  const before = args.slice(args.indexOf('--') + 1, -1)
  await registerNamed(program, context, commandName(before))
  const { registerComplete } = await import('./commands/data/complete.ts')
  registerComplete(program, context)
}
