import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type { NetworkingEvent } from '../../../domain/events.ts'
import { moneyText } from '../../money.ts'
import type { Style, View } from '../../output.ts'
import { beside, counted, listed, pad } from '../../text.ts'
import { eventDay, eventName, hoursText } from './words.ts'

/** What was done to an event. */
export interface EventKept {
  operation: number | null
  event: NetworkingEvent
  guests: PersonRef[]
  done: 'added' | 'changed' | 'removed'
  /** What was taken over from the last event of that name. */
  likeLast?: ('series' | 'format' | 'place')[]
  /** How many events were changed. */
  changed?: number
}

const LABEL = 8

export const labelled = (label: string, text: string, { width, chalk }: Style): string[] =>
  text === '' ? [] : beside(`  ${chalk.dim(pad(label, LABEL))} `, text, width)

/** Series, format and place on one line: "CW Breakfast · breakfast · Betahaus". */
export const kindAndPlace = ({ name, series, format, place }: NetworkingEvent): string =>
  [series === name ? null : series, format, place].filter(Boolean).join(' · ')

/** "12.50 EUR, 2 h". */
export const costAndTime = ({ cost, currency, minutes }: NetworkingEvent): string =>
  [cost !== null && currency !== null && moneyText(cost, currency), minutes !== null && hoursText(minutes)]
    .filter(Boolean)
    .join(', ')

export const eventKept =
  (today: CivilDate): View<EventKept> =>
  ({ operation, event, guests, done, likeLast = [], changed = 1 }, style) => {
    const { chalk } = style
    const name = chalk.bold(event.name)
    if (operation === null) return `Nothing to change: ${eventName(event, today)} is so already.`
    if (done === 'removed')
      return `${chalk.green('✓')} ${chalk.bold(eventName(event, today))} is gone, its review too; who you met there stays.`
    const more = changed > 1 ? chalk.dim(`  and ${counted(changed - 1, 'other')} of that name`) : ''
    return [
      `${chalk.green('✓')} ${chalk.dim(`#${event.id}`)} ${name}, ${eventDay(event.on, today)}${more}`,
      ...labelled('what', kindAndPlace(event), style),
      ...(likeLast.length > 0 ? labelled('', `${listed(likeLast)} as the last time`, style) : []),
      ...labelled('cost', costAndTime(event), style),
      ...labelled('expected', listed(guests.map((guest) => guest.name)), style),
    ].join('\n')
  }

export interface GuestsChanged {
  operation: number | null
  event: NetworkingEvent
  /** Who was named. */
  people: PersonRef[]
  /** All who are expected now. */
  guests: PersonRef[]
  not: boolean
}

export const guestsChanged =
  (today: CivilDate): View<GuestsChanged> =>
  ({ operation, event, people, guests, not }, style) => {
    const { chalk } = style
    const names = listed(people.map(({ name }) => name))
    const are = people.length === 1 ? 'is' : 'are'
    const at = eventName(event, today)
    if (operation === null)
      return not ? `${names} ${are} not expected at ${at}.` : `${names} ${are} expected at ${at} already.`
    const others = guests.filter(({ id }) => !people.some((person) => person.id === id))
    return [
      `${chalk.green('✓')} ${chalk.bold(names)} ${are} ${not ? 'not ' : ''}expected at ${at}${not ? ' any more' : ''}`,
      ...labelled('too', listed(others.map(({ name }) => name)), style),
    ].join('\n')
  }
