import type { FavourDirection } from '../../domain/favours.ts'
import type { View } from '../output.ts'
import { counted, wrap } from '../text.ts'

/** What I have put into my network and drawn out of it: since the first favour, and since this year began. */
export interface NetworkBalance {
  ever: Favours
  thisYear: Favours
}

/** How many, either way. */
type Favours = Record<FavourDirection, number>

/** To be told before an ask. It speaks of the network as a whole, never of the person who is asked. */
export const networkBalanceView: View<NetworkBalance> = ({ ever, thisYear }, { chalk, width }) =>
  wrap(`${soFar(ever)}${ofThisYear(ever, thisYear)}.`, width)
    .map((line) => chalk.dim(line))
    .join('\n')

function soFar({ gave, got }: Favours): string {
  if (gave + got === 0) return 'No favours are recorded so far, given or received'
  if (gave === 0)
    return `So far you have drawn ${counted(got, 'favour')} out of your network, and put none in yet`
  if (got === 0) return `So far you have put ${counted(gave, 'favour')} into your network, and drawn none out`
  return `So far you have put ${counted(gave, 'favour')} into your network and drawn ${got} out of it`
}

function ofThisYear(ever: Favours, { gave, got }: Favours): string {
  const count = gave + got
  if (count === 0) return ''
  if (count === ever.gave + ever.got) return '; all of that this year'
  return `; this year ${gave} in, ${got} out`
}
