import type { Comparison } from '../../../domain/event-comparison.ts'
import { type EventRow, hasYes, QUESTIONS } from '../../../domain/events.ts'
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
  /** The same by series (or name): what a long time is told by. */
  bySeries: Comparison[]
}

/** Of more than these only the series are told. */
const MOST_EVENTS = 8

export const visitsView: SectionView<VisitsData> = {
  title: 'Events',
  blocks: ({ count, people, newToMe, before, inQuestion, told, bySeries }, { today, before: was }) => {
    if (count === 0 && before.count === 0) return []
    const blocks: Block[] = [
      {
        kind: 'text',
        text: `${counted(count, 'event')}, ${people} met, ${newToMe} new to you (${was}: ${counted(before.count, 'event')}, ${before.people} met, ${before.newToMe} new)`,
      },
    ]
    if (told.length > 0)
      blocks.push({
        kind: 'steps',
        rows:
          told.length <= MOST_EVENTS
            ? told.map((event) => ({ name: eventName(event, today), why: sentence(event) }))
            : bySeries.map((series) => ({ name: series.name ?? '', why: seriesSentence(series) })),
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

const metText = (people: number, fresh: number): string =>
  people === 0 ? 'nobody noted' : `${people} met, ${fresh === 0 ? 'nobody' : fresh} new`

function sentence({ people, newToMe, review }: EventTold): string {
  const how = review === null ? 'not reviewed yet' : hasYes(review) ? `yes to ${yesText(review)}` : 'no yes'
  return `${metText(people, newToMe)}; ${how}`
}

/** "9 visits, 7 met, 2 new; yes to contacts 3, fun 9". */
function seriesSentence({ visits, people, newToMe, reviewed, yes }: Comparison): string {
  const yeses = QUESTIONS.filter((question) => yes[question] > 0).map(
    (question) => `${question} ${yes[question]}`,
  )
  const how = reviewed === 0 ? 'not reviewed yet' : yeses.length > 0 ? `yes to ${yeses.join(', ')}` : 'no yes'
  return `${counted(visits, 'visit')}, ${metText(people, newToMe)}; ${how}`
}
