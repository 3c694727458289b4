import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import type { PersonRef } from '../../../domain/contacts.ts'
import { type CivilDate, daysBetween } from '../../../domain/dates.ts'
import { badInput } from '../../../domain/errors.ts'
import { type EventFields, readHours } from '../../../domain/events.ts'
import { asLine, readLine } from '../../../domain/labels.ts'
import { readCurrency, readMoney } from '../../../domain/money.ts'
import { readDate } from '../../../domain/read-date.ts'
import { dateArgument } from '../../arguments.ts'
import { chooseContact } from '../../choose-contact.ts'

/** `false` comes from the `--no-…` form and clears, as an empty text does. */
type Value = string | false

/** What `net event add` and `net event edit` take. */
export interface EventOptions {
  on?: string
  series?: Value
  format?: Value
  place?: Value
  cost?: Value
  currency?: string
  hours?: Value
  json?: boolean
}

export function eventOptions(command: Command): Command {
  command
    .option('--on <date>', 'the day of it, e.g. yesterday or 2026-11-24')
    .option('--series <name>', 'what it is one of a series of')
    .option('--format <format>', 'what kind of event: breakfast, meetup, conference …')
    .option('--place <place>', 'where')
    .option('--cost <amount>', 'what it cost you, e.g. 25 or 12,50')
    .option('--currency <code>', 'of the cost, e.g. CHF (default: "net config currency")')
    .option('--hours <hours>', 'how long it took you, e.g. 2.5')
  for (const name of ['series', 'format', 'place', 'cost', 'hours'])
    command.addOption(new Option(`--no-${name}`).hideHelp())
  return command
}

/**
 * What the options say of an event; what they do not name is left out.
 * @throws NetError when a value can't be used
 */
export async function readEventOptions(
  context: AppContext,
  options: EventOptions,
): Promise<Partial<EventFields>> {
  return definedOf({
    on: options.on === undefined ? undefined : await eventDay(context, options.on),
    series: field('--series', options.series),
    format: field('--format', options.format),
    place: field('--place', options.place),
    ...money(context, options),
    minutes: cleared(options.hours) ? null : options.hours && readHours('--hours', options.hours),
  } as Partial<EventFields>)
}

const cleared = (value: Value | undefined): boolean =>
  value === false || (value !== undefined && asLine(value) === '')

const field = (what: string, value: Value | undefined): string | null | undefined =>
  cleared(value) ? null : value ? readLine(what, value) : undefined

function money(
  context: AppContext,
  { cost, currency }: EventOptions,
): Partial<Pick<EventFields, 'cost' | 'currency'>> {
  const given = currency === undefined ? undefined : readCurrency('--currency', currency)
  if (cleared(cost)) return { cost: null, currency: null }
  if (!cost) {
    if (given !== undefined)
      throw badInput('--currency', currency, 'stands alone', 'Say how much with --cost.')
    return {}
  }
  const read = readMoney('--cost', cost, given, context.settings().currency)
  return { cost: read.value, currency: read.currency }
}

/** An event may be past or to come: a day without a year, or a bare weekday, is the nearest one. */
async function eventDay(context: AppContext, text: string): Promise<CivilDate> {
  const today = context.today()
  const dayFirst = context.settings().dates === 'dmy'
  const near = (['future', 'past'] as const)
    .flatMap((direction) => readDate(text, today, { direction, dayFirst })?.on ?? [])
    .sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))
  return near[0] ?? dateArgument(context, '--on', text, 'future')
}

const definedOf = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

/** The contacts that are named as guests. @throws NetError as `chooseContact` does */
export async function readGuests(context: AppContext, wanted: string[]): Promise<PersonRef[]> {
  const people = new Map<number, PersonRef>()
  for (const each of wanted) {
    const person = await chooseContact(context, each)
    people.set(person.id, person)
  }
  return [...people.values()]
}
