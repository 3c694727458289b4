import type { PromisesKept } from '../../../domain/promises.ts'
import { capitalised } from '../../text.ts'
import type { SectionView } from './blocks.ts'

/** How reliable I was. What others promised is told in `net show` alone. */
export interface FollowUpsData extends PromisesKept {
  before: PromisesKept
}

const keptText = ({ due, kept }: PromisesKept) => `${kept} of ${due}`

function howKept({ kept, onTime, late }: PromisesKept): string {
  if (late === 0) return kept === 1 ? ', on time' : ', all on time'
  return onTime === 0 ? ', a little later' : `: ${onTime} on time, ${late} later`
}

/** What became of the others, if there are any. */
function othersText({ open, broken, letOff }: PromisesKept): string {
  const parts = [
    open > 0 && `${open} ${open === 1 ? 'is' : 'are'} still open`,
    broken > 0 && `${broken} did not come about`,
    letOff > 0 && `${letOff} ${letOff === 1 ? 'was' : 'were'} let off`,
  ].filter((part) => part !== false)
  return parts.join(', ')
}

export const followUpsView: SectionView<FollowUpsData> = {
  title: 'Promises',
  blocks: (mine, telling) => {
    const { due, kept, letOff, before } = mine
    if (due + letOff === 0) return []
    const then = before.due > 0 ? ` (${telling.before}: ${keptText(before)})` : ''
    // That none was kept says itself.
    const how = kept === 0 ? 'Of what fell due' : `You kept ${keptText(mine)} that fell due${howKept(mine)}`
    const others = othersText(mine)
    const text =
      kept === 0 ? `${how}, ${others}${then}.` : `${how}${then}.${others && ` ${capitalised(others)}.`}`
    return [{ kind: 'text', text }]
  },
  figures: ({ before, ...mine }) =>
    (['due', 'kept', 'onTime', 'late', 'broken', 'open', 'letOff'] as const).map((key) => ({
      key,
      value: mine[key],
      before: before[key],
    })),
}
