import type { IntroductionTold } from '../../../domain/introductions.ts'
import { capitalised, counted } from '../../text.ts'
import { standing, togetherTold } from '../introductions.ts'
import type { Block, SectionView } from './blocks.ts'

export interface IntroductionsData {
  made: number
  received: number
  /** Those that are offered now, and not made yet. */
  open: IntroductionTold[]
  /** Those of which something came in the period. */
  results: IntroductionTold[]
  before: { made: number; received: number }
}

export interface TiesData {
  /** Ties that began in the period. */
  new: number
  /** Of these, those that came of an introduction. */
  byIntroduction: number
  /** All known at its end. */
  total: number
  before: { new: number; byIntroduction: number; total: number }
}

export const introductionsView: SectionView<IntroductionsData> = {
  title: 'Introductions',
  blocks({ made, received, open, results, before }, telling) {
    const counts = `${made} made, ${received} received (${telling.before}: ${before.made} and ${before.received})`
    const none = made + received + before.made + before.received === 0
    const rows = (some: IntroductionTold[], why: (row: IntroductionTold) => string): Block[] =>
      some.length === 0
        ? []
        : [
            {
              kind: 'steps',
              rows: some.map((row) => ({ name: capitalised(togetherTold(row)), why: why(row) })),
            },
          ]
    return [
      ...(none ? [] : [{ kind: 'text' as const, text: counts }]),
      ...rows(results, (row) => standing(row)),
      ...rows(open, (row) => standing(row)),
    ]
  },
  figures: ({ made, received, open, results, before }) => [
    { key: 'made', value: made, before: before.made },
    { key: 'received', value: received, before: before.received },
    { key: 'open', value: open.length },
    ...results.map(({ id, result }) => ({ key: `result.${id}`, value: result ?? '' })),
  ],
}

export const tiesView: SectionView<TiesData> = {
  title: 'Who knows whom',
  blocks: ({ new: made, byIntroduction, total, before }, telling) =>
    made + before.new === 0
      ? []
      : [
          {
            kind: 'text',
            text: `${counted(made, 'new tie')} between people you know${throughIntroductions(byIntroduction)} (${telling.before}: ${before.new}), ${total} in all`,
          },
        ],
  figures: ({ new: made, byIntroduction, total, before }) => [
    { key: 'new', value: made, before: before.new },
    { key: 'byIntroduction', value: byIntroduction, before: before.byIntroduction },
    { key: 'total', value: total, before: before.total },
  ],
}

const throughIntroductions = (count: number): string =>
  count === 0 ? '' : `, ${count} of them by an introduction`
