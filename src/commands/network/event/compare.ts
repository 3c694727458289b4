import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import { type CompareBy, compareEvents } from '../../../domain/event-comparison.ts'
import { comparisonCsv, comparisonView } from '../../../ui/views/events/comparison.ts'
import { noEvents } from '../../../ui/views/events/list.ts'
import { examples } from '../../arguments.ts'

interface CompareOptions {
  by: CompareBy
  json?: boolean
  csv?: boolean
}

export function addCompare(event: Command, context: AppContext): void {
  const compare = event
    .command('compare')
    .summary('compare series, or formats')
    .description('compare series, or formats: visits, yeses, new people, what came of them, cost and hours')
    .addOption(new Option('--by <what>', 'series or format').choices(['series', 'format']).default('series'))
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: CompareOptions) => {
      const journal = context.reading()
      const today = context.today()
      const events = journal.eventFigures.of(journal.events.all(), today)
      const rows = compareEvents(events, options.by, today)
      context.output.showRows(rows, comparisonView(options.by), comparisonCsv, options)
      if (rows.length === 0) context.output.tell({ any: events.length > 0 }, noEvents)
    })
  examples(compare, 'net event compare', 'net event compare --by format')
}
