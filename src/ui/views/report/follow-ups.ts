import type { PromisesKept } from '../../../domain/promises.ts'
import type { SectionView } from './blocks.ts'

/** How reliable I was. What others promised is told in `net show` alone. */
export interface FollowUpsData extends PromisesKept {
  before: PromisesKept
}

const keptText = ({ due, kept }: PromisesKept) => `${kept} of ${due}`

function howKept({ kept, onTime, late }: PromisesKept): string {
  if (kept === 0) return ''
  if (late === 0) return kept === 1 ? ', on time' : ', all on time'
  return onTime === 0 ? ', a little later' : `: ${onTime} on time, ${late} later`
}

/** What became of the others, in a sentence, if there are any. */
function othersText({ open, broken, letOff }: PromisesKept): string {
  const parts = [
    open > 0 && `${open} ${open === 1 ? 'is' : 'are'} still open`,
    broken > 0 && `${broken} did not come about`,
    letOff > 0 && `${letOff} ${letOff === 1 ? 'was' : 'were'} let off`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.`
}

export const followUpsView: SectionView<FollowUpsData> = {
  title: 'Promises',
  blocks: (mine, telling) => {
    const { due, letOff, before } = mine
    if (due === 0)
      return letOff === 0
        ? []
        : [{ kind: 'text', text: `${letOff} that fell due ${letOff === 1 ? 'was' : 'were'} let off.` }]
    const then = before.due > 0 ? ` (${telling.before}: ${keptText(before)})` : ''
    const text = `You kept ${keptText(mine)} that fell due${howKept(mine)}${then}.${othersText(mine)}`
    return [{ kind: 'text', text }]
  },
  figures: ({ before, ...mine }) =>
    (['due', 'kept', 'onTime', 'late', 'broken', 'open', 'letOff'] as const).map((key) => ({
      key,
      value: mine[key],
      before: before[key],
    })),
}
