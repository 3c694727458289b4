import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AppContext } from '../context.ts'
import type { CardPatch } from '../domain/contact-card.ts'
import { type PersonRef, REACH_KINDS, type ReachKind } from '../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../domain/dates.ts'
import { readPartialDate } from '../domain/dates.ts'
import { readDateInWords } from '../domain/dates-in-words.ts'
import { badInput, NetError } from '../domain/errors.ts'
import { asLine, readLine, readTag } from '../domain/labels.ts'
import { fold, isNearMiss } from '../domain/names.ts'
import type { Journal } from '../store/journal.ts'
import { chooseContact, positiveNumber, several } from './arguments.ts'

type Values = string[] | false
type Value = string | false

/** What `net add` and `net edit` take; `false` comes from the `--no-…` form and clears, as an empty text does. */
export interface ContactOptions extends Partial<Record<ReachKind, Values>> {
  org?: Value
  role?: Value
  place?: Value
  circle?: Values
  tag?: Values
  cadence?: number | null | false
  met?: Value
  metAt?: Value
  via?: string
  birthday?: Value
  note?: Value
}

/** The fields that `--no-…` clears. */
const CLEARED = ['org', 'role', 'place', 'circle', 'tag', 'cadence', 'met', 'met-at', 'birthday', 'note']

/** The options of a contact's fields, for the commands that make or change one. */
export function contactOptions(command: Command): Command {
  command
    .option('--org <name>', 'organisation')
    .option('--role <title>', 'what they do there')
    .option('--place <place>', 'where they live or work')
    .option('--circle <name>', 'a circle they belong to (again for more)', several)
    .option('--tag <tag>', 'a tag (again for more)', several)
    .option('--cadence <days>', 'how often you want to meet, in days', cadence)
    .option('--met <date>', 'when you first met, e.g. 2019-05 or "last friday"')
    .option('--met-at <text>', 'where or how you first met')
    .option('--via <contact>', 'who introduced you')
    .option('--email <address>', 'e-mail (again for more)', several)
    .option('--phone <number>', 'phone (again for more)', several)
    .option('--url <address>', 'website or profile (again for more)', several)
    .option('--address <address>', 'postal address (again for more)', several)
    .option('--handle <name>', 'name in a chat or network (again for more)', several)
    .option('--birthday <date>', 'e.g. 1990-03-15, or 15 March where the year is not known')
    .option('--note <text>', 'anything else')
  for (const name of [...CLEARED, ...REACH_KINDS]) command.addOption(new Option(`--no-${name}`).hideHelp())
  return command
}

const cadence = (text: string): number | null => (text === '' ? null : days(text))

/** A number of days between encounters. */
export function days(text: string): number {
  const count = positiveNumber(text)
  if (count > 36_500) throw new InvalidArgumentError('It takes a number of days, up to 36500.')
  return count
}

/**
 * What the options say to change on a contact.
 * @throws NetError when a value can't be used
 */
export async function readContactOptions(context: AppContext, options: ContactOptions): Promise<CardPatch> {
  return {
    org: field('--org', options.org),
    role: field('--role', options.role),
    place: field('--place', options.place),
    metAt: field('--met-at', options.metAt),
    cadenceDays: options.cadence === false ? null : options.cadence,
    note: options.note === false ? '' : options.note?.replace(/\r\n?/g, '\n').trimEnd(),
    metOn: await read(options.met, (text) => metDate(context, text)),
    birthday: await read(options.birthday, (text) => birthDate(context, text)),
    circles: values(options.circle)?.map((name) => readLine('the circle', name)),
    tags: values(options.tag)?.map(readTag),
    reach: readReach(options),
  }
}

/** Absent stays absent, empty becomes `null`. */
const field = (what: string, value: Value | undefined): string | null | undefined =>
  value === undefined ? undefined : value === false || asLine(value) === '' ? null : readLine(what, value)

const read = async <T>(
  value: Value | undefined,
  reader: (text: string) => Promise<T> | T,
): Promise<T | null | undefined> =>
  value === undefined ? undefined : value === false || asLine(value) === '' ? null : reader(value)

const values = (given: Values | undefined): string[] | undefined =>
  given === undefined ? undefined : given === false ? [] : [...new Set(given.map(asLine))].filter(Boolean)

function readReach(options: ContactOptions): CardPatch['reach'] {
  const given = REACH_KINDS.flatMap((kind) => {
    const wanted = values(options[kind])
    return wanted === undefined ? [] : [[kind, wanted.map((value) => readReachValue(kind, value))] as const]
  })
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

function readReachValue(kind: ReachKind, text: string): string {
  const value = readLine(`--${kind}`, text)
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value))
    throw badInput('--email', value, 'is no e-mail address', 'Write it as name@example.org.')
  if (kind === 'phone' && !/\d/.test(value))
    throw badInput('--phone', value, 'is no phone number', 'Write it as +49 30 123456.')
  return value
}

async function metDate(context: AppContext, text: string): Promise<PartialDate> {
  const dayFirst = context.settings().dates === 'dmy'
  const on =
    (await readDateInWords(text, context.today(), { direction: 'past', dayFirst }))?.on ??
    readPartialDate(text, dayFirst)
  return upToToday(context, '--met', text, on)
}

const birthDate = (context: AppContext, text: string): PartialDate =>
  upToToday(context, '--birthday', text, readPartialDate(text, context.settings().dates === 'dmy'))

/** @throws NetError when it is no date, or one to come */
function upToToday(
  context: AppContext,
  what: string,
  text: string,
  on: PartialDate | undefined,
): PartialDate {
  if (on === undefined)
    throw badInput(
      what,
      text,
      'is no date that net understands',
      'Write it as 2019-05-17, 2019-05, 2019 or 17 May.',
    )
  if (!on.startsWith('-') && on > context.today())
    throw badInput(what, text, 'lies in the future', 'Give a day up to today.')
  return on
}

/** The circles that names mean: known ones as they are written, and those that would have to be made. */
export interface SettledCircles {
  names: string[]
  made: string[]
}

/**
 * Finds circles by name. A new one is fine, unless it is so near a known one that it may be a slip.
 * @param sure new ones are wanted, whatever they look like
 * @throws NetError not-found with the near miss
 */
export function settleCircles(journal: Journal, names: string[], sure: boolean): SettledCircles {
  const known = journal.circles.all()
  const settled: SettledCircles = { names: [], made: [] }
  for (const wanted of names) {
    const circle = known.find(({ name }) => fold(name) === fold(wanted))
    const near = known.filter(({ name }) => isNearMiss(fold(name), fold(wanted))).map(({ name }) => name)
    if (!circle && near.length > 0 && !sure)
      throw new NetError({ kind: 'not-found', what: 'circle', wanted, suggestions: near, creatable: true })
    if (settled.names.some((name) => fold(name) === fold(wanted))) continue
    settled.names.push(circle?.name ?? wanted)
    if (!circle) settled.made.push(wanted)
  }
  return settled
}

/** The circle of that name. @throws NetError not-found with near misses */
export function chooseCircle(journal: Journal, wanted: string) {
  const circle = journal.circles.byName(wanted)
  if (circle) return circle
  throw new NetError({
    kind: 'not-found',
    what: 'circle',
    wanted,
    suggestions: nearNames(
      wanted,
      journal.circles.all().map(({ name }) => name),
    ),
  })
}

/** Of some names, those so near that `wanted` may be a slip of them, or a part. */
export const nearNames = (wanted: string, names: string[]): string[] => {
  const folded = fold(wanted)
  return names.filter((name) => isNearMiss(fold(name), folded) || fold(name).startsWith(folded))
}

/**
 * Sees that nobody else goes by that name.
 * @param except the contact whose name it is to be
 * @throws NetError already-there
 */
export function refuseNamesake(journal: Journal, name: string, except?: number): void {
  const namesake = journal.names.named(fold(name)).find(({ id }) => id !== except)
  if (namesake)
    throw new NetError({ kind: 'already-there', what: 'contact', name: namesake.name, id: namesake.id })
}

/**
 * Records that `introducer` made me and a contact known to each other, on the day we met where that is known.
 * To be called inside an operation.
 */
export function introduce(
  journal: Journal,
  contact: number,
  introducer: number,
  metOn: PartialDate | null,
  today: CivilDate,
): void {
  // Of a day that is known in part, the first it may have been.
  const on = metOn === null || metOn.startsWith('-') ? today : `${metOn}-01-01`.slice(0, 10)
  journal.introductions.add({ introducerId: introducer, aId: contact, bId: null, on })
}

/** The contact a pause is about, `null` for the whole journal; exactly one of them is to be named. */
export async function chooseOneOrAll(
  context: AppContext,
  command: string,
  wanted: string,
  all: boolean,
): Promise<PersonRef | null> {
  if (all && wanted !== '')
    throw badInput(command, undefined, 'takes a contact or --all, not both', 'Leave one of them out.')
  if (all) return null
  if (wanted === '')
    throw badInput(
      command,
      undefined,
      'needs a contact, or --all for the whole journal',
      `"${command} --help" shows examples.`,
    )
  const { id, name } = await chooseContact(context, wanted)
  return { id, name }
}
