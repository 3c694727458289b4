import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { operationSentence, undoneView } from '../../ui/views/history.ts'
import { examples } from '../arguments.ts'

export function registerUndo(parent: Command, context: AppContext): void {
  const command = parent
    .command('undo')
    .description('take back what was written last; once more for what was written before that')
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => undo(context, options))
  examples(command, 'net undo')
}

function undo(context: AppContext, options: { json?: boolean }): void {
  // Where nothing was ever written no journal is to be made.
  const holdsSomething = context.reading().operations.list(1).length > 0
  const undone = holdsSomething ? context.journal().operations.undo() : undefined
  if (!undone) throw new NetError({ kind: 'not-found', what: 'operation', wanted: 'undo', suggestions: [] })
  const { id, what, about, at } = undone
  context.output.show(
    { operation: id, command: what, what: operationSentence({ what, about }), at },
    undoneView,
    options,
  )
}
