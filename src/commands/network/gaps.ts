import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { topicsOf } from '../../domain/topics.ts'
import { type GapRow, gapsCsv, gapsView, noNeeds } from '../../ui/views/gaps.ts'
import { examples } from '../arguments.ts'
import { doorsToEach } from './seeking.ts'

interface GapsOptions {
  json?: boolean
  csv?: boolean
}

/** More than these nobody asks. */
const PEOPLE = 3

export function registerGaps(parent: Command, context: AppContext): void {
  const command = parent
    .command('gaps')
    .description(
      'see which of the needs you might have nobody is there for, and who is for the others: before you need them',
    )
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: GapsOptions) => showGaps(context, options))
  examples(command, 'net gaps', 'net gaps --json')
}

function showGaps(context: AppContext, options: GapsOptions): void {
  const journal = context.reading()
  const today = context.today()
  const needs = journal.offerings.list('need', { contactId: null })
  const sought = needs.map(({ what }) => topicsOf(what))
  const found = needs.length === 0 ? [] : doorsToEach(journal, sought, today, PEOPLE)
  const rows = needs.map(({ id, what, on }, at): GapRow => {
    const { doors } = found[at]!
    return {
      id,
      what,
      on,
      who: doors.filter(({ missing }) => missing.length === 0),
      partly: doors.filter(({ missing }) => missing.length > 0),
    }
  })
  context.output.showRows(rows, gapsView, gapsCsv, options)
  if (rows.length === 0) context.output.tell(undefined, noNeeds)
}
