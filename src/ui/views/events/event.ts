import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type { Comparison } from '../../../domain/event-comparison.ts'
import type { EventRef } from '../../../domain/event-finding.ts'
import { type EventReview, type EventRow, hasYes } from '../../../domain/events.ts'
import type { OriginLink } from '../../../domain/origins.ts'
import { shortDate } from '../../dates.ts'
import { moneyText } from '../../money.ts'
import type { Style, View } from '../../output.ts'
import { beside, counted, listedUpTo, oneLine, pad, wrap } from '../../text.ts'
import { perNew } from './comparison.ts'
import { costAndTime, kindAndPlace } from './kept.ts'
import { eventDay, worthGoing, yesText } from './words.ts'

/** All that is known of an event. */
export interface EventShown extends EventRow {
  guests: PersonRef[]
  met: (PersonRef & { new: boolean })[]
  /** Who came through those met there first: second hand, third hand. */
  through: (PersonRef & { hand: 2 | 3; introducedBy: PersonRef | null })[]
  cameOfIt: {
    id: number
    title: string
    on: CivilDate
    value: number | null
    currency: string | null
    chain: OriginLink[]
  }[]
  /** All visits to the same thing, this one among them, the newest first. */
  visits: {
    id: number
    name: string
    on: CivilDate | null
    people: number
    newToMe: number
    review: EventReview | null
  }[]
  /** What they came to together. */
  whole: Comparison | null
  /** Other visits that the name fits. */
  others: EventRef[]
}

/** The screen holds some of what there may be many of; the JSON has all. */
const NAMES = 20
const VISITS = 6

export const eventView =
  (today: CivilDate): View<EventShown> =>
  (event, style) =>
    [
      header(event, today, style),
      people(event, today, style),
      outcomes(event, today, style),
      visits(event, today, style),
    ]
      .filter((part) => part !== '')
      .join('\n\n')

function header(event: EventShown, today: CivilDate, style: Style): string {
  const { chalk, width } = style
  const { review, others } = event
  const below = [kindAndPlace(event), costAndTime(event)].filter(Boolean).join(' · ')
  const guess =
    others.length > 0 ? `The last one of ${others.length + 1}; name another by its date or number.` : ''
  return [
    ...wrap(`${event.name}, ${eventDay(event.on, today)}`, width - 8).map((line, at) =>
      at === 0 ? `${chalk.bold(line)} ${chalk.dim(`#${event.id}`)}` : chalk.bold(line),
    ),
    ...(below ? wrap(below, width) : []),
    ...(guess ? [chalk.dim(guess)] : []),
    ...(review
      ? ['', ...wrap(`How it was: ${hasYes(review) ? `yes to ${yesText(review)}` : 'no yes'}`, width)]
      : event.on === null || event.on <= today
        ? [chalk.dim(`How was it? net event review ${event.id}`)]
        : []),
    ...(review?.note ? beside('  ', oneLine(review.note), width) : []),
  ].join('\n')
}

function people({ met, guests, through, newToMe, on }: EventShown, today: CivilDate, style: Style): string {
  const isToCome = on !== null && on >= today
  const absent = guests.filter(({ id }) => !met.some((person) => person.id === id))
  const fresh = met.filter((person) => person.new)
  const known = met.filter((person) => !person.new)
  const by = (hand: 2 | 3) =>
    through
      .filter((person) => person.hand === hand)
      .map(({ name, introducedBy }) => (introducedBy ? `${name} (by ${introducedBy.name})` : name))
  const lines: [string, string][] = [
    ['new', names(fresh)],
    ['again', names(known)],
    [isToCome ? 'expected' : 'not met', names(absent)],
    ['2nd hand', listedUpTo(by(2), NAMES)],
    ['3rd hand', listedUpTo(by(3), NAMES)],
  ]
  const told = lines.filter(([, text]) => text !== '')
  if (told.length === 0) return ''
  const title =
    met.length === 0
      ? 'People'
      : `${counted(met.length, 'person', 'people')} met, ${newToMe === 0 ? 'nobody new' : `${newToMe} new to you`}`
  return [
    style.chalk.bold(title),
    ...told.flatMap(([label, text]) => beside(`  ${style.chalk.dim(pad(label, 8))} `, text, style.width)),
  ].join('\n')
}

const names = (people: PersonRef[]): string =>
  listedUpTo(
    people.map(({ name }) => name),
    NAMES,
  )

function outcomes({ cameOfIt }: EventShown, today: CivilDate, { chalk, width }: Style): string {
  if (cameOfIt.length === 0) return ''
  return [
    chalk.bold('Came of it'),
    ...cameOfIt.flatMap(({ title, on, value, currency, chain }) => {
      const worth = value === null || currency === null ? '' : `, ${moneyText(value, currency)}`
      const by = chain.filter(({ kind }) => kind === 'contact').map(({ name }) => name)
      const way = by.length > 0 ? ` ← ${by.join(' ← ')}` : ''
      return beside(
        `  ${chalk.dim(pad(shortDate(on, today), 11))} `,
        `${oneLine(title)}${worth}${way}`,
        width,
      )
    }),
  ].join('\n')
}

function visits({ visits: all, whole, id }: EventShown, today: CivilDate, { chalk, width }: Style): string {
  const worth = whole ? [perNew(whole), worthGoing(whole.worth)].filter(Boolean) : []
  if (all.length < 2) return worth.length > 0 ? wrap(worth.join(' '), width).join('\n') : ''
  const lines = all.slice(0, VISITS).map((visit) => {
    const said = [
      visit.people > 0 && `${visit.people} met, ${visit.newToMe} new`,
      visit.review && (hasYes(visit.review) ? `yes to ${yesText(visit.review)}` : 'no yes'),
    ].filter(Boolean)
    const text = said.join('; ') || (visit.on !== null && visit.on > today ? 'to come' : 'nothing noted')
    const day = visit.on === null ? '' : shortDate(visit.on, today)
    return beside(`  ${chalk.dim(pad(day, 11))} `, visit.id === id ? `${text} (this one)` : text, width).join(
      '\n',
    )
  })
  return [
    chalk.bold(visitsSoFar(all, today)),
    ...lines,
    ...(all.length > VISITS ? [chalk.dim(`  … and ${all.length - VISITS} more: net event list`)] : []),
    ...(worth.length > 0 ? wrap(`  ${worth.join(' ')}`, width) : []),
  ].join('\n')
}

/** "6 visits so far, 1 to come". */
function visitsSoFar(all: EventShown['visits'], today: CivilDate): string {
  const ahead = all.filter(({ on }) => on !== null && on > today).length
  const past = counted(all.length - ahead, 'visit')
  return ahead === 0 ? `${past} in all` : `${past} so far, ${ahead} to come`
}
