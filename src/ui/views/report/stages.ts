import { type SnowballLink, type SnowballStory, STAGES, type Stage } from '../../../domain/stages.ts'
import { counted, listed } from '../../text.ts'
import type { StageRow } from '../stages.ts'
import type { Block, SectionView, Telling } from './blocks.ts'
import { monthAndYear } from './periods.ts'

export interface StagesData {
  /** In the period, the earliest first. */
  reached: StageRow[]
  /** How many stood where at the end of it. */
  standing: { stage: Stage; count: number }[]
  /** Customers of the period who came through earlier customers or recommenders. */
  snowball: SnowballStory[]
  before: { reached: number; snowball: number }
}

const REACHED: Record<Stage, [one: string, several: string]> = {
  contact: ['is a contact', 'are contacts'],
  interested: ['became interested', 'became interested'],
  customer: ['became a customer', 'became customers'],
  recommender: ['came to recommend you', 'came to recommend you'],
}

export const stagesView: SectionView<StagesData> = {
  title: 'From contact to customer',
  blocks: ({ reached, standing, snowball, before }, telling) => {
    if (reached.length + snowball.length === 0) return []
    return [...movement(reached), ...rolling(snowball), ...stood(standing, before.reached, telling)]
  },
  figures: ({ reached, standing, snowball, before }) => [
    { key: 'reached', value: reached.length, before: before.reached },
    ...reached.map(({ id, name, stage, on }) => ({ key: `reached.${id}.${stage}.${on}`, value: name })),
    ...standing.map(({ stage, count }) => ({ key: `standing.${stage}`, value: count })),
    { key: 'snowball', value: snowball.length, before: before.snowball },
    ...snowball.map((story) => ({ key: `snowball.${story.customer.id}`, value: storyTold(story) })),
  ],
}

const movement = (reached: StageRow[]): Block[] =>
  STAGES.flatMap((stage): Block[] => {
    const names = [...new Set(reached.filter((row) => row.stage === stage).map(({ name }) => name))]
    const words = REACHED[stage][names.length === 1 ? 0 : 1]
    return names.length === 0 ? [] : [{ kind: 'people', label: `${names.length} ${words}`, names }]
  })

/** How one customer led to the next. */
const rolling = (snowball: SnowballStory[]): Block[] =>
  snowball.length === 0
    ? []
    : [
        { kind: 'text', text: 'Those who came before brought others:' },
        {
          kind: 'steps',
          rows: snowball.map((story) => ({ name: story.customer.name, why: wayTold(story) })),
        },
      ]

const storyTold = (story: SnowballStory): string => `${story.customer.name} ${wayTold(story)}`

/** "came through Lin, who came through Ada (a customer since Mar 2025)". */
const wayTold = ({ through }: SnowballStory): string =>
  `came through ${through.map(linkTold).join(', who came through ')}`

function linkTold({ name, stage, since }: SnowballLink): string {
  if (stage === null || since === null) return name
  return `${name} (${stage === 'customer' ? 'a customer' : 'recommends you'} since ${monthAndYear(since)})`
}

function stood(standing: StagesData['standing'], before: number, telling: Telling): Block[] {
  const words: Record<Stage, (count: number) => string> = {
    contact: (count) => counted(count, 'contact'),
    interested: (count) => `${count} interested`,
    customer: (count) => counted(count, 'customer'),
    recommender: (count) => `${count} who ${count === 1 ? 'recommends' : 'recommend'} you`,
  }
  const there = standing.filter(({ count }) => count > 0).map(({ stage, count }) => words[stage](count))
  if (there.length === 0) return []
  const was = before === 0 ? '' : ` (${telling.before}: ${counted(before, 'step')})`
  return [{ kind: 'text', text: `At the end: ${listed(there)}${was}.` }]
}
