import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import { createContext, type GlobalOptions } from './context.ts'
import { EXIT_CODE, NetError } from './domain/errors.ts'
import { run } from './program.ts'
import { asSqliteTrouble } from './store/trouble.ts'
import { problemView, unexpectedView } from './ui/views/problem.ts'

const home = join(import.meta.dirname, '..')
const program = new Command()
const context = createContext(process, join(home, 'migrations'), () => program.opts<GlobalOptions>())

/** @returns the exit code */
async function main(): Promise<number> {
  try {
    await run(program, context, version, process.argv.slice(2))
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    return explain(asSqliteTrouble(error, context.file))
  } finally {
    context.close()
  }
}

function explain(error: unknown): number {
  if (process.env.NET_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  if (error instanceof NetError) {
    context.output.tell(error.problem, problemView)
    return EXIT_CODE[error.problem.kind]
  }
  context.output.tell({ message: error instanceof Error ? error.message : String(error) }, unexpectedView)
  return 1
}

void main().then((code) => process.exit(code))
