import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import { type CompareBy, compareEvents } from '../../../domain/event-comparison.ts'
import { type NetworkingEvent, toRow, visitedOf } from '../../../domain/events.ts'
import { fold } from '../../../domain/names.ts'
import { comparisonCsv, comparisonView } from '../../../ui/views/events/comparison.ts'
import { eventsCsv, eventsView, noEvents } from '../../../ui/views/events/list.ts'
import { examples } from '../../arguments.ts'
import { LIMIT, type Limited, showList } from '../../screenful.ts'

interface ListOptions extends Limited {
  series?: string
  format?: string
  by?: CompareBy
}

export function addList(event: Command, context: AppContext): void {
  const list = event
    .command('list')
    .description('list your events, newest first, with what came of each')
    .option('--series <name>', 'only those of a series or of that name')
    .option('--format <format>', 'only those of that format')
    .addOption(
      new Option('--by <what>', 'compare whole series, or formats, instead').choices(['series', 'format']),
    )
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: ListOptions) => listEvents(context, options))
  examples(list, 'net event list', 'net event list --series Breakfast', 'net event list --by format')
}

function listEvents(context: AppContext, options: ListOptions): void {
  const journal = context.reading()
  const today = context.today()
  const all = journal.events.all()
  const events = journal.eventFigures.of(
    all.filter((event) => isOf(event, options)),
    today,
  )
  if (options.by)
    context.output.showRows(
      compareEvents(events, options.by, today),
      comparisonView(options.by),
      comparisonCsv,
      options,
    )
  else showList(context, events.map(toRow), eventsView(today), eventsCsv, options)
  if (events.length === 0) context.output.tell({ any: all.length > 0 }, noEvents)
}

const isOf = (event: NetworkingEvent, { series, format }: ListOptions): boolean =>
  (series === undefined || visitedOf(event) === fold(series)) &&
  (format === undefined || fold(event.format ?? '') === fold(format))
