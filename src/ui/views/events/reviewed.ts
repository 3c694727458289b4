import type { CivilDate } from '../../../domain/dates.ts'
import type { EventRef } from '../../../domain/event-finding.ts'
import { type EventReview, hasYes, type NetworkingEvent } from '../../../domain/events.ts'
import type { View } from '../../output.ts'
import { counted, oneLine } from '../../text.ts'
import { labelled } from './kept.ts'
import { eventName, worthGoing, yesText } from './words.ts'

export interface EventReviewed {
  operation: number | null
  event: NetworkingEvent & { review: EventReview }
  /** The review it had. */
  before: EventReview | null
  /** Other visits that could have been meant. */
  others: EventRef[]
  worth: 'again' | 'question' | null
}

export const eventReviewed =
  (today: CivilDate): View<EventReviewed> =>
  ({ operation, event, before, others, worth }, style) => {
    const { chalk } = style
    const { review } = event
    const name = chalk.bold(eventName(event, today))
    const yes = hasYes(review) ? `yes to ${yesText(review)}` : 'no yes this time'
    const changed = before && operation !== null
    const next = hasYes(review) || worth !== 'again' ? worthGoing(worth) : ''
    return [
      operation === null
        ? `Nothing to change: ${name} is reviewed so already: ${yes}.`
        : `${chalk.green('✓')} ${changed ? 'Review changed: ' : ''}${name}: ${yes}${next && `. ${next}`}`,
      ...(changed ? labelled('before', hasYes(before) ? `yes to ${yesText(before)}` : 'no yes', style) : []),
      ...labelled('note', oneLine(review.note), style),
      ...(others.length > 0
        ? labelled('guessed', `the last one; there ${are(others.length)} of it, by date or number`, style)
        : []),
    ].join('\n')
  }

const are = (count: number) => `${count === 1 ? 'is' : 'are'} ${counted(count, 'more visit')}`
