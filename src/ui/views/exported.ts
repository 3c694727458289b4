import type { View } from '../output.ts'
import { counted } from '../text.ts'

export interface Exported {
  /** Of several tables their folder. */
  file: string
  format: string
  /** Rows of an archive or of tables, days of a calendar, else people. */
  count: number
}

export const exportedView: View<Exported> = ({ file, format, count }, { chalk }) =>
  `${chalk.green('✓')} ${countTold(format, count)} in ${file}`

function countTold(format: string, count: number): string {
  if (format === 'archive' || format === 'csv') return counted(count, 'record')
  return format === 'ics'
    ? counted(count, 'day to remember', 'days to remember')
    : counted(count, 'person', 'people')
}
