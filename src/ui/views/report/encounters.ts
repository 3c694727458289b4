import { monthName } from '../../dates.ts'
import { counted } from '../../text.ts'
import type { SectionView } from './blocks.ts'
import { monthAndYear } from './periods.ts'

export interface EncountersData {
  count: number
  people: number
  /** How many there were in the period before, and with how many people. */
  before: number
  peopleBefore: number
  /** Each month of the period that has begun. */
  byMonth: { month: string; count: number }[]
}

/** Bars for a year or so; over longer times a line says it better. */
const MOST_BARS = 13

export const encountersView: SectionView<EncountersData> = {
  title: 'Encounters',
  blocks: ({ count, people, before, peopleBefore, byMonth }, telling) => {
    const was = `${telling.before}: ${before} with ${peopleBefore}`
    const text = {
      kind: 'text',
      text: `${counted(count, 'encounter')} with ${counted(people, 'person', 'people')} (${was})`,
    } as const
    if (count === 0 || byMonth.length < 2) return [text]
    if (byMonth.length > MOST_BARS)
      return [
        text,
        {
          kind: 'curve',
          from: monthAndYear(byMonth[0]!.month),
          to: monthAndYear(byMonth.at(-1)!.month),
          values: byMonth.map((each) => each.count),
          end: `at most ${Math.max(...byMonth.map((each) => each.count))} in a month`,
        },
      ]
    return [
      text,
      { kind: 'bars', rows: byMonth.map((each) => ({ label: monthName(each.month), value: each.count })) },
    ]
  },
  figures: ({ count, people, before, peopleBefore, byMonth }) => [
    { key: 'count', value: count, before },
    { key: 'people', value: people, before: peopleBefore },
    ...byMonth.map((each) => ({ key: `month.${each.month}`, value: each.count })),
  ],
}
