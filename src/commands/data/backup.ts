import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { journalPath } from '../../store/journal-path.ts'
import { backedUpView } from '../../ui/views/copies.ts'
import { examples } from '../arguments.ts'

export function registerBackup(parent: Command, context: AppContext): void {
  const command = parent
    .command('backup')
    .description('copy the whole journal into a file, by default a dated one beside it')
    .argument('[file]', 'where to; a file that is there is never overwritten')
    .option('--json', 'answer as JSON')
    .action((file: string | undefined, options: { json?: boolean }) => backUp(context, file, options))
  examples(command, 'net backup', 'net backup /media/stick/journal.db')
}

function backUp(context: AppContext, to: string | undefined, options: { json?: boolean }): void {
  const journal = context.reading()
  if (!journal.exists)
    throw new NetError({ kind: 'not-found', what: 'file', wanted: journal.file, suggestions: [] })
  const copy = journal.backUp(context.today(), to === undefined ? undefined : journalPath(to))
  context.output.show(copy, backedUpView, options)
}
