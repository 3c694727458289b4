import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import type { CardPatch } from '../../domain/contact-card.ts'
import { REACH_KINDS, type ReachKind } from '../../domain/contacts.ts'
import type { PartialDate } from '../../domain/dates.ts'
import { readDateInWords } from '../../domain/dates-in-words.ts'
import { badInput } from '../../domain/errors.ts'
import { asLine, readLine, readTag } from '../../domain/labels.ts'
import { readPartialDate } from '../../domain/read-date.ts'
import { days, several } from '../arguments.ts'

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
