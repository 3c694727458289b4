import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { historyCsv, historyView, operationSentence } from '../../ui/views/history.ts'
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
  const rows = journal.operations.list(options.limit).map(({ id, at, what, about, undone }) => ({
    id,
    at,
    what: operationSentence({ what, about }),
    command: what,
    people: about.people ?? [],
    undone,
  }))
  context.output.showRows(rows, historyView(journal.archive.isEmpty()), historyCsv, options)
}
