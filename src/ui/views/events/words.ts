import type { CivilDate } from '../../../domain/dates.ts'
import { type Answers, QUESTIONS } from '../../../domain/events.ts'
import type { Money } from '../../../domain/money.ts'
import { fromToday, shortDate } from '../../dates.ts'
import { moneyText, plainAmount } from '../../money.ts'
import { listed } from '../../text.ts'

/** "Breakfast (3 Nov)". */
export const eventName = ({ name, on }: { name: string; on: CivilDate | null }, today: CivilDate): string =>
  on === null ? name : `${name} (${shortDate(on, today)})`

/** "3 Nov, 12 days ago". */
export const eventDay = (on: CivilDate | null, today: CivilDate): string =>
  on === null ? 'day not known' : `${shortDate(on, today)}, ${fromToday(on, today)}`

/** "4,800 EUR and 300 CHF". */
export const amountsText = (amounts: Money[]): string =>
  listed(amounts.map(({ value, currency }) => moneyText(value, currency)))

/** The same in little room: "4,800 EUR + 300 CHF". */
export const amountsShort = (amounts: Money[]): string =>
  amounts.map(({ value, currency }) => moneyText(value, currency)).join(' + ')

/** For CSV: "4800.50 EUR; 300 CHF". */
export const amountsPlain = (amounts: Money[]): string =>
  amounts.map(({ value, currency }) => `${plainAmount(value, currency)} ${currency}`).join('; ')

/** "2 h", "1.5 h", "40 min". */
export function hoursText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  return `${Number((minutes / 60).toFixed(1))} h`
}

/** What was a yes: "contacts, fun", "all three", "none". */
export function yesText(review: Answers | null): string {
  if (review === null) return ''
  const yeses = QUESTIONS.filter((question) => review[question])
  return yeses.length === 3 ? 'all three' : yeses.length === 0 ? 'none' : yeses.join(', ')
}

/** Whether to go again, as one would say it to oneself. */
export const worthGoing = (worth: 'again' | 'question' | null): string =>
  worth === 'question'
    ? 'Three visits, no yes: is it still for you?'
    : worth === 'again'
      ? 'Worth another visit.'
      : ''
