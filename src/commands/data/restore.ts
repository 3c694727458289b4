import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { journalPath } from '../../store/journal-path.ts'
import { holdsSomething, restoreJournal } from '../../store/restore.ts'
import { restoredView } from '../../ui/views/copies.ts'
import { examples } from '../arguments.ts'

interface RestoreOptions {
  yes?: boolean
  json?: boolean
}

export function registerRestore(parent: Command, context: AppContext): void {
  const command = parent
    .command('restore')
    .description('put a backup in the place of the journal, which is kept beside it')
    .argument('<file>', 'the backup; "net doctor" lists those beside the journal')
    .option('--yes', 'without asking')
    .option('--json', 'answer as JSON')
    .action((file: string, options: RestoreOptions) => restore(context, journalPath(file), options))
  examples(command, 'net restore journal.backup-2026-11-03.db', 'net restore /media/stick/journal.db --yes')
}

async function restore(context: AppContext, from: string, options: RestoreOptions): Promise<void> {
  const file = context.file()
  if (from === file) throw badInput('the backup', from, 'is the journal itself')
  if (!options.yes && holdsSomething(file)) {
    if (!context.prompt.interactive)
      throw badInput(
        'net restore',
        undefined,
        'asks before it replaces the journal',
        'Without a terminal add --yes.',
      )
    if (!(await context.prompt.confirm(`Replace ${file}? It is kept beside the new one.`, false)))
      throw new NetError({ kind: 'cancelled' })
  }
  context.close()
  const restored = await restoreJournal(from, file, context.migrations)
  context.output.show(restored, restoredView, options)
}
