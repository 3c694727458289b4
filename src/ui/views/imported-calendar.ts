import type { View } from '../output.ts'
import { counted, listed, wrap } from '../text.ts'
import { REASONS, SHOWN, type UnreadRow } from './imported.ts'

export interface CalendarImported {
  operation: number | null
  dryRun: boolean
  format: string
  /** Meetings that wait now. */
  drafts: number
  /** Those that waited already and were changed there since. */
  updated: number
  /** Those that were there already, waiting, logged or left out. */
  unchanged: number
  /** Entries with nobody else in them. */
  skipped: number
  failed: UnreadRow[]
  /** My addresses. */
  mine: string[]
}

export const calendarView: View<CalendarImported> = (imported, { chalk, width }) => {
  const { dryRun, drafts, updated, unchanged, skipped, failed, mine } = imported
  const counts = [
    counted(drafts, 'new meeting'),
    ...(updated > 0 ? [`${updated} that changed there`] : []),
    ...(unchanged > 0 ? [`${unchanged} known already`] : []),
    ...(skipped > 0 ? [`${skipped} with nobody else`] : []),
    ...(failed.length > 0 ? [`${failed.length} not read`] : []),
  ]
  return [
    ...wrap(`${dryRun ? 'Would find' : `${chalk.green('✓')} Found`} ${listed(counts)}.`, width),
    ...failed
      .slice(0, SHOWN)
      .map(({ file, line, reason }) => `  ${file}:${line} ${REASONS[reason] ?? reason}`),
    ...(drafts > 0 && !dryRun ? wrap('"net drafts" goes through them; nothing is logged yet.', width) : []),
    ...(mine.length === 0
      ? wrap('So that you are not among the people met: net config addresses you@home.example', width).map(
          (line) => chalk.dim(line),
        )
      : []),
  ].join('\n')
}
