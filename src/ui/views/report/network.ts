import { counted } from '../../text.ts'
import type { SectionView } from './blocks.ts'

export interface IntroductionsData {
  made: number
  received: number
  before: { made: number; received: number }
}

export interface TiesData {
  /** Ties that began in the period. */
  new: number
  /** All known at its end. */
  total: number
  before: { new: number; total: number }
}

export const introductionsView: SectionView<IntroductionsData> = {
  title: 'Introductions',
  blocks: ({ made, received, before }, telling) =>
    made + received + before.made + before.received === 0
      ? []
      : [
          {
            kind: 'text',
            text: `${made} made, ${received} received (${telling.before}: ${before.made} and ${before.received})`,
          },
        ],
  figures: ({ made, received, before }) => [
    { key: 'made', value: made, before: before.made },
    { key: 'received', value: received, before: before.received },
  ],
}

export const tiesView: SectionView<TiesData> = {
  title: 'Who knows whom',
  blocks: ({ new: made, total, before }, telling) =>
    made + before.new === 0
      ? []
      : [
          {
            kind: 'text',
            text: `${counted(made, 'new tie')} between people you know (${telling.before}: ${before.new}), ${total} in all`,
          },
        ],
  figures: ({ new: made, total, before }) => [
    { key: 'new', value: made, before: before.new },
    { key: 'total', value: total, before: before.total },
  ],
}
