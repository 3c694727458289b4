import type { Flow } from '../../domain/balance.ts'
import type { View } from '../output.ts'
import { counted, wrap } from '../text.ts'

/** What I have put into my network and drawn out of it: since the first favour, and since this year began. */
export interface NetworkBalance {
  ever: Flow
  thisYear: Flow
}

/** To be told before an ask. It speaks of the network as a whole, never of the person who is asked. */
export const networkBalanceView: View<NetworkBalance> = ({ ever, thisYear }, { chalk, width }) =>
  wrap(`${soFar(ever)}${ofThisYear(ever, thisYear)}.`, width)
    .map((line) => chalk.dim(line))
    .join('\n')

function soFar({ gave, got }: Flow): string {
  if (gave.count + got.count === 0) return 'No favours are recorded so far, given or received'
  if (gave.count === 0)
    return `So far you have drawn ${counted(got.count, 'favour')} out of your network, and put none in yet`
  if (got.count === 0)
    return `So far you have put ${counted(gave.count, 'favour')} into your network, and drawn none out`
  return `So far you have put ${counted(gave.count, 'favour')} into your network and drawn ${got.count} out of it`
}

function ofThisYear(ever: Flow, { gave, got }: Flow): string {
  const count = gave.count + got.count
  if (count === 0) return ''
  if (count === ever.gave.count + ever.got.count) return '; all of that this year'
  return `; this year ${gave.count} in, ${got.count} out`
}
