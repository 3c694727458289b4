import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { makeDemoJournal } from '../../store/demo.ts'
import { journalPath } from '../../store/journal-path.ts'
import { demoMade } from '../../ui/views/demo.ts'
import { examples } from '../arguments.ts'

interface DemoOptions {
  out?: string
  json?: boolean
}

export function registerDemo(parent: Command, context: AppContext): void {
  const command = parent
    .command('demo')
    .description('make a journal of two years to explore, in a file of its own')
    .option(
      '--out <file>',
      'where to (default: demo.db beside your journal); only a demo is ever overwritten',
    )
    .option('--json', 'answer as JSON')
    .action((options: DemoOptions) => makeDemo(context, options))
  examples(command, 'net demo', 'net demo --out /tmp/demo.db')
}

async function makeDemo(context: AppContext, options: DemoOptions): Promise<void> {
  if (options.out !== undefined && options.out.trim() === '')
    throw badInput('--out', undefined, 'is empty', 'Name a file, e.g. /tmp/demo.db.')
  const file = options.out === undefined ? join(dirname(context.file()), 'demo.db') : journalPath(options.out)
  const made = await makeDemoJournal(file, context.migrations, context.today())
  context.output.show(made, demoMade, options)
}
