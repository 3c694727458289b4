import type { View } from '../output.ts'
import { counted } from '../text.ts'

export interface Exported {
  file: string
  format: string
  /** Rows of an archive, else people. */
  count: number
}

export const exportedView: View<Exported> = ({ file, format, count }, { chalk }) =>
  `${chalk.green('✓')} ${format === 'archive' ? counted(count, 'record') : counted(count, 'person', 'people')} in ${file}`
