import type { View } from '../output.ts'
import { fileSize } from '../text.ts'

export interface BackedUp {
  file: string
  /** Bytes. */
  size: number
}

export const backedUpView: View<BackedUp> = ({ file, size }, { chalk }) =>
  `${chalk.green('✓')} Backed up to ${file} (${fileSize(size)})`

export interface RestoredCopy {
  file: string
  from: string
  before: string | null
}

export const restoredView: View<RestoredCopy> = ({ file, from, before }, { chalk }) =>
  [
    `${chalk.green('✓')} ${file} is what ${from} was.`,
    before && chalk.dim(`  The journal that was there is kept: net restore '${before}' brings it back.`),
  ]
    .filter(Boolean)
    .join('\n')
