import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { badInput, NetError } from '../../../domain/errors.ts'
import { findEvents } from '../../../domain/event-finding.ts'
import { asLine } from '../../../domain/labels.ts'
import { readCurrency, readMoney } from '../../../domain/money.ts'
import type { TracedOutcome } from '../../../domain/outcomes.ts'
import type { Journal } from '../../../store/journal.ts'
import type { OutcomeFields } from '../../../store/outcomes.ts'
import { askHowItCame } from '../../../ui/outcome-questions.ts'
import { dateArgument, recordNumber } from '../../arguments.ts'
import { chooseContact } from '../../choose-contact.ts'
import { chooseEvent } from '../../choose-event.ts'

/** `false` comes from the `--no-…` form and clears. */
type Value = string | false

/** What `net outcome add` and `net outcome edit` take. */
export interface OutcomeOptions {
  value?: Value
  currency?: string
  via?: Value
  customer?: Value
  event?: Value
  notNetwork?: boolean
  on?: string
  note?: Value
  json?: boolean
}

/** @param unsaid the day where none is named */
export function outcomeOptions(command: Command, unsaid: string): Command {
  return command
    .option('--value <amount>', 'what it is worth, e.g. 4800 or 4.800,50')
    .option('--currency <code>', 'of the value, e.g. CHF (default: "net config currency")')
    .option('--via <contact>', 'who brought it')
    .option('--customer <contact>', 'whom it is for, if you know them')
    .option('--event <event>', 'the event it came from')
    .addOption(
      new Option('--not-network', 'it came another way: an advert, a portal').conflicts(['via', 'event']),
    )
    .option('--on <date>', `when, e.g. yesterday (default: ${unsaid})`)
    .option('--note <text>', 'what else there is to say')
    .option('--json', 'answer as JSON')
}

/** How an outcome came; what is left out is not said. */
export type How = Partial<Pick<OutcomeFields, 'viaId' | 'customerId' | 'eventId'>>

/** @throws NetError when somebody or something named is not known */
export async function readHow(context: AppContext, options: OutcomeOptions): Promise<How> {
  const contact = async (wanted: Value | undefined) =>
    wanted === undefined ? undefined : wanted === false ? null : (await chooseContact(context, wanted)).id
  const event = async (wanted: Value | undefined) =>
    wanted === undefined
      ? undefined
      : wanted === false
        ? null
        : (await chooseEvent(context, wanted, 'been')).event.id
  const how = {
    viaId: await contact(options.via),
    customerId: await contact(options.customer),
    eventId: await event(options.event),
  }
  return Object.fromEntries(Object.entries(how).filter(([, id]) => id !== undefined))
}

/** The options, and what a person at a terminal answers where they do not say how it came. @throws NetError where nobody can be asked */
export async function withHow<Options extends OutcomeOptions>(
  context: AppContext,
  options: Options,
): Promise<Options> {
  if (options.via || options.customer || options.event || options.notNetwork) return options
  if (!context.prompt.interactive)
    throw badInput(
      'net outcome add',
      undefined,
      'does not say how it came',
      'Add --via CONTACT, --customer CONTACT or --event EVENT; or --not-network where it came another way.',
    )
  const journal = context.reading()
  const how = await askHowItCame(context.prompt, {
    contacts: (typed) => journal.suggestions(typed, 8),
    events: (typed) => suggestEvents(journal, typed, context.today()),
  })
  return { ...options, ...how }
}

/** @throws NetError when the event it would have come from was later */
export function refuseBeforeEvent(context: AppContext, { title, on, eventId }: OutcomeFields): void {
  const event = eventId === null ? undefined : context.reading().events.byId(eventId)
  if (event === undefined || event.on === null || event.on <= on) return
  throw badInput(
    'the outcome',
    title,
    `of ${on} came before ${event.name} (${event.on})`,
    'Name the visit by its date or number, or another day with --on.',
  )
}

function suggestEvents(journal: Journal, typed: string, today: CivilDate) {
  const all = journal.events.refs().filter(({ on }) => on === null || on <= today)
  const found = typed.trim() === '' ? undefined : findEvents(typed, all)
  const events = found === undefined ? all.slice(-8).reverse() : found.state === 'none' ? [] : found.events
  return events.slice(0, 8).map(({ id, name, on }) => ({ id, name, detail: on }))
}

/**
 * @param usual the currency where none is named
 * @throws NetError when it is no amount, or a currency stands alone
 */
export function readValue(
  { value, currency }: OutcomeOptions,
  usual: string,
): Partial<Pick<OutcomeFields, 'value' | 'currency'>> {
  const given = currency === undefined ? undefined : readCurrency('--currency', currency)
  if (value === false) return { value: null, currency: null }
  if (value !== undefined) return readMoney('--value', value, given, usual)
  if (given !== undefined)
    throw badInput('--currency', currency, 'stands alone', 'Say how much it is with --value.')
  return {}
}

/** Free text, of which something is left on a line. */
export const readNote = (note: Value | undefined): { note?: string } =>
  note === undefined ? {} : { note: note === false || asLine(note) === '' ? '' : note.trim() }

export const readDay = async (context: AppContext, on: string | undefined): Promise<{ on?: string }> =>
  on === undefined ? {} : { on: await dateArgument(context, '--on', on, 'past') }

/** The outcome of a number. @throws NetError when there is none */
export function outcomeById(journal: Journal, text: string): TracedOutcome {
  const id = recordNumber('the outcome', text, 'net outcome list')
  const outcome = journal.outcomes.byId(id)
  if (outcome) return outcome
  throw new NetError({ kind: 'not-found', what: 'outcome', wanted: `#${id}`, suggestions: [] })
}

export const peopleIn = ({ via, customer }: Pick<TracedOutcome, 'via' | 'customer'>): string[] => [
  ...new Set([via, customer].flatMap((person) => (person ? [person.name] : []))),
]
