import type { Endorsement } from '../../../domain/endorsements.ts'
import { counted, listed } from '../../text.ts'
import { toldIn } from '../endorsements.ts'
import type { Block, SectionView } from './blocks.ts'

/** Who spoke for whom in a period, newest first. */
export interface EndorsementsData {
  forMe: Endorsement[]
  forOthers: Endorsement[]
  before: { forMe: number; forOthers: number }
}

/** What was said for me first: that is what carries. */
export const endorsementsReport: SectionView<EndorsementsData> = {
  title: 'Good words',
  blocks: ({ forMe, forOthers, before }, telling) => {
    const mine: Block = {
      kind: 'steps',
      rows: forMe.map((each) => ({ name: each.by.name, why: toldIn(each) || 'spoke for you' })),
    }
    const others: Block = {
      kind: 'people',
      label: `${counted(forOthers.length, 'good word')} for others`,
      names: forOthers.map(({ by, for: whom, topic }) => {
        const parties = `${by.name} for ${whom?.name}`
        return topic === null ? parties : `${parties} (${topic})`
      }),
    }
    const all = forMe.length + forOthers.length
    const compared: Block = {
      kind: 'text',
      text: `${listed([`${forMe.length} for you`, `${forOthers.length} for others`])} (${telling.before}: ${before.forMe} and ${before.forOthers})`,
    }
    if (all === 0) return []
    return [compared, ...(forMe.length > 0 ? [mine] : []), ...(forOthers.length > 0 ? [others] : [])]
  },
  figures: ({ forMe, forOthers, before }) => [
    { key: 'forMe', value: forMe.length, before: before.forMe },
    { key: 'forOthers', value: forOthers.length, before: before.forOthers },
    ...forMe.map((each) => ({
      key: `forMe.${each.id}`,
      value: [each.by.name, toldIn(each)].filter(Boolean).join(': '),
    })),
  ],
}
