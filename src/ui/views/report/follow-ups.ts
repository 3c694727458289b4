import type { PromisesKept } from '../../../domain/promises.ts'
import type { Block, SectionView } from './blocks.ts'

/** Mine in the first place; theirs beside them. */
export interface FollowUpsData extends PromisesKept {
  before: PromisesKept
  theirs: PromisesKept
}

const keptText = ({ due, kept }: PromisesKept) => `${kept} of ${due}`

export const followUpsView: SectionView<FollowUpsData> = {
  title: 'Promises',
  blocks: (mine, telling) => {
    const { before, theirs } = mine
    const lines = [
      mine.due > 0 &&
        `You kept ${keptText(mine)} that fell due, ${mine.onTime} on time${before.due > 0 ? ` (${telling.before}: ${keptText(before)})` : ''}.`,
      theirs.due > 0 && `Promised to you: ${keptText(theirs)} so far.`,
    ]
    return lines.flatMap((text): Block[] => (text ? [{ kind: 'text', text }] : []))
  },
  figures: ({ due, kept, onTime, before, theirs }) => [
    { key: 'due', value: due, before: before.due },
    { key: 'kept', value: kept, before: before.kept },
    { key: 'onTime', value: onTime, before: before.onTime },
    { key: 'theirs.due', value: theirs.due },
    { key: 'theirs.kept', value: theirs.kept },
    { key: 'theirs.onTime', value: theirs.onTime },
  ],
}
