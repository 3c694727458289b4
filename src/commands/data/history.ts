import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { historyCsv, historyView, olderHistory, operationSentence } from '../../ui/views/history.ts'
import { examples, positiveNumber } from '../arguments.ts'

interface HistoryOptions {
  limit: number
  json?: boolean
  csv?: boolean
}

export function registerHistory(parent: Command, context: AppContext): void {
  const command = parent
    .command('history')
    .description('show what was written into the journal, newest first')
    .option('--limit <number>', 'how many', positiveNumber, 20)
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: HistoryOptions) => showHistory(context, options))
  examples(command, 'net history', 'net history --limit 100 --json')
}

function showHistory(context: AppContext, options: HistoryOptions): void {
  const journal = context.reading()
  const found = journal.operations.list(options.limit + 1).map(({ id, at, what, about, undone }) => ({
    id,
    at,
    what: operationSentence({ what, about }),
    command: what,
    people: about.people ?? [],
    undone,
  }))
  const rows = found.slice(0, options.limit)
  context.output.showRows(rows, historyView(journal.archive.isEmpty()), historyCsv, options)
  if (found.length > rows.length) context.output.tell({ shown: options.limit }, olderHistory)
}
