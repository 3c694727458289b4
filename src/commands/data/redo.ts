import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { operationSentence, redoneView } from '../../ui/views/history.ts'
import { examples } from '../arguments.ts'

export function registerRedo(parent: Command, context: AppContext): void {
  const command = parent
    .command('redo')
    .description('do again what "net undo" took back, unless something was written since')
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => redo(context, options))
  examples(command, 'net redo')
}

function redo(context: AppContext, options: { json?: boolean }): void {
  // Where nothing was ever written no journal is to be made.
  const holdsSomething = context.reading().operations.list(1).length > 0
  const redone = holdsSomething ? context.journal().operations.redo() : undefined
  if (!redone) throw new NetError({ kind: 'not-found', what: 'operation', wanted: 'redo', suggestions: [] })
  const { id, what, about, at } = redone
  context.output.show(
    { operation: id, command: what, what: operationSentence({ what, about }), at },
    redoneView,
    options,
  )
}
