import { type EventRow, hasYes } from '../../../domain/events.ts'
import { counted, listed } from '../../text.ts'
import { eventName, yesText } from '../events/words.ts'
import type { Block, SectionView } from './blocks.ts'

/** An event of the period. */
export type EventTold = EventRow

export interface VisitFigures {
  /** How many events I was at. */
  count: number
  /** Different people met there, and those new to me. */
  people: number
  newToMe: number
}

export interface VisitsData extends VisitFigures {
  before: VisitFigures
  /** Series (or names) whose last three reviews had no yes. */
  inQuestion: string[]
  told: EventTold[]
}

const EVENTS_SHOWN = 12

export const visitsView: SectionView<VisitsData> = {
  title: 'Events',
  blocks: ({ count, people, newToMe, before, inQuestion, told }, { today, before: was }) => {
    if (count === 0 && before.count === 0) return []
    const blocks: Block[] = [
      {
        kind: 'text',
        text: `${counted(count, 'event')}, ${people} met, ${newToMe} new to you (${was}: ${counted(before.count, 'event')}, ${before.people} met, ${before.newToMe} new)`,
      },
    ]
    const shown = told.slice(-EVENTS_SHOWN)
    if (shown.length > 0)
      blocks.push({
        kind: 'steps',
        rows: shown.map((event) => ({ name: eventName(event, today), why: sentence(event) })),
      })
    if (inQuestion.length > 0)
      blocks.push({
        kind: 'text',
        text: `Three visits, no yes: ${listed(inQuestion)}. ${inQuestion.length === 1 ? 'Is it' : 'Are they'} still for you?`,
      })
    return blocks
  },
  figures: ({ count, people, newToMe, before, inQuestion, told }) => [
    { key: 'count', value: count, before: before.count },
    { key: 'people', value: people, before: before.people },
    { key: 'newToMe', value: newToMe, before: before.newToMe },
    { key: 'reviewed', value: told.filter(({ review }) => review).length },
    { key: 'withYes', value: told.filter(({ review }) => review && hasYes(review)).length },
    ...inQuestion.map((name, at) => ({ key: `inQuestion.${at + 1}`, value: name })),
  ],
}

function sentence({ people, newToMe, review }: EventTold): string {
  const how = review === null ? 'not reviewed yet' : hasYes(review) ? `yes to ${yesText(review)}` : 'no yes'
  const met = people === 0 ? 'nobody noted' : `${people} met, ${newToMe === 0 ? 'nobody' : newToMe} new`
  return `${met}; ${how}`
}
