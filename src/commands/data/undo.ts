import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { operationSentence, redoneView, undoneView } from '../../ui/views/history.ts'
import { examples } from '../arguments.ts'

export function registerUndo(parent: Command, context: AppContext): void {
  register(
    parent,
    context,
    'undo',
    'take back what was written last; once more for what was written before that',
  )
}

export function registerRedo(parent: Command, context: AppContext): void {
  register(parent, context, 'redo', 'do again what "net undo" took back, unless something was written since')
}

function register(parent: Command, context: AppContext, way: 'undo' | 'redo', summary: string): void {
  const command = parent
    .command(way)
    .description(summary)
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => turn(context, way, options))
  examples(command, `net ${way}`)
}

function turn(context: AppContext, way: 'undo' | 'redo', options: { json?: boolean }): void {
  // Where nothing was ever written no journal is to be made.
  const holdsSomething = context.reading().operations.list(1).length > 0
  const turned = holdsSomething ? context.journal().operations[way]() : undefined
  if (!turned) throw new NetError({ kind: 'not-found', what: 'operation', wanted: way, suggestions: [] })
  const { id, what, about, at } = turned
  context.output.show(
    { operation: id, command: what, what: operationSentence({ what, about }), at },
    way === 'undo' ? undoneView : redoneView,
    options,
  )
}
