import type { View } from '../output.ts'
import { wrap } from '../text.ts'

/** That a list goes on, under what of it is shown. */
export const moreView: View<{ more: number; all: number }> = ({ more, all }, { chalk, width }) =>
  wrap(`… and ${more} more; "--limit ${all}" shows all of them.`, width)
    .map((line) => chalk.dim(line))
    .join('\n')
