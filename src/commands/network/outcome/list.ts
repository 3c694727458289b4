import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { networkShare, networkShareByYear } from '../../../domain/outcomes.ts'
import { patienceOf } from '../../../domain/patience.ts'
import { readYear } from '../../../domain/periods.ts'
import { noOutcomes, outcomesCsv, outcomesView, outcomeView } from '../../../ui/views/outcomes.ts'
import { examples } from '../../arguments.ts'
import { LIMIT, type Limited, showList } from '../../screenful.ts'
import { accountOf } from './account.ts'
import { outcomeById } from './outcome-options.ts'

interface ListOptions extends Limited {
  year?: string
}

export function addList(outcome: Command, context: AppContext): void {
  const list = outcome
    .command('list')
    .description('list outcomes, newest first: how each came, and what share came through your network')
    .option('--year <year>', '2026, last or this')
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: ListOptions) => listOutcomes(context, options))
  examples(list, 'net outcome list', 'net outcome list --year 2026 --csv')
}

function listOutcomes(context: AppContext, options: ListOptions): void {
  const span = options.year === undefined ? undefined : readYear(options.year, context.today())
  const { outcomes } = context.reading()
  const rows = outcomes.withChains(span)
  const summary = {
    ...networkShare(rows),
    ...patienceOf(outcomes.firsts(span)),
    byYear: networkShareByYear(rows),
  }
  showList(context, rows, outcomesView(context.today(), summary), outcomesCsv, options)
  if (rows.length === 0) context.output.tell({ year: span?.label }, noOutcomes)
}

export function addShow(outcome: Command, context: AppContext): void {
  const show = outcome
    .command('show')
    .description('show an outcome, and how it came')
    .argument('<outcome>', 'its number in "net outcome list"')
    .option('--json', 'answer as JSON')
    .action((text: string, options: { json?: boolean }) => {
      const found = outcomeById(context.reading(), text)
      context.output.show(accountOf(context, found), outcomeView(context.today()), options)
    })
  examples(show, 'net outcome show 3')
}
