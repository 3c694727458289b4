import type { CivilDate } from '../../domain/dates.ts'
import type { Guess } from '../../domain/entry/entry.ts'
import type { ToldIntroduction } from '../../domain/entry/introductions.ts'
import type { LinkedFavour } from '../../domain/passing-on.ts'
import { fromToday, shortDate } from '../dates.ts'
import { kindTold } from '../encounter-kinds.ts'
import type { Style, View } from '../output.ts'
import { beside, listed, pad, wrap } from '../text.ts'
import { introductionTold, passedOnTold, unusualWeight } from './favours.ts'

/** Somebody of an entry: a contact, or one to be made (`id` null until then). */
export interface Participant {
  id: number | null
  name: string
  new: boolean
  /** The last encounter before this one. */
  lastOn: CivilDate | null
}

interface LoggedFavour {
  id: number | null
  what: string
  weight: number
  people: Participant[]
  from: Participant[]
  passedOn: LinkedFavour[]
}

interface LoggedFollowUp {
  id: number | null
  what: string
  due: CivilDate | null
  people: Participant[]
}

interface LoggedOffering {
  id: number | null
  what: string
  people: Participant[]
}

/** What `net log` understood; ids are null where nothing was recorded (yet). */
export interface Logged {
  operation: number | null
  encounter: {
    id: number | null
    on: CivilDate
    kind: string
    place: string | null
    text: string
    event: string | null
    tags: string[]
    people: Participant[]
  }
  /** The event it was at: one that is known, or a new one, whose name may be a slip of others. */
  occasion: { id: number | null; name: string; on: CivilDate | null; new: boolean; near: string[] } | null
  gave: LoggedFavour[]
  got: LoggedFavour[]
  todo: LoggedFollowUp[]
  they: LoggedFollowUp[]
  learned: { what: string; people: Participant[] }[]
  offers: LoggedOffering[]
  needs: LoggedOffering[]
  /** Favours that had to be written down as received, since they were passed on. */
  received: number[]
  introductions: ToldIntroduction<Participant>[]
  guesses: Guess[]
}

const LABEL = 8

/** What was understood, what was guessed, and how to take it back. */
export const loggedOn =
  (today: CivilDate): View<Logged> =>
  (entry, style) =>
    [
      headline(entry, today, style),
      ...people(entry, today),
      ...occasion(entry, today),
      ...details(entry, today),
      ...guesses(entry, today),
      closing(entry),
    ]
      .flatMap((line) => (typeof line === 'string' ? [line] : row(line, style)))
      .join('\n')

/** A labelled line below the headline. */
type Row = [label: string, text: string]

const row = ([label, text]: Row, { width, chalk }: Style): string[] =>
  beside(`  ${chalk.dim(pad(label, LABEL))} `, text, width)

function headline({ operation, encounter }: Logged, today: CivilDate, { chalk, width }: Style): string {
  const kind = kindTold(encounter.kind)
  const where = [encounter.event, encounter.place].filter(Boolean).join(', ')
  const names = listed(encounter.people.map((person) => person.name))
  // A date is not to be broken at the end of a line.
  const date = shortDate(encounter.on, today).replaceAll(' ', '\u00a0')
  const when = `${fromToday(encounter.on, today)}${encounter.on === today ? '' : ` (${date})`}`
  const said = `${operation === null ? 'Would log' : 'Logged'} ${kind}${names && ` with ${names}`}${where ? ` at ${where}` : ''}, ${when}`
  return wrap(said, width - 2)
    .map((line, index) =>
      index === 0 ? `${operation === null ? '•' : chalk.green('✓')} ${line}` : `  ${line}`,
    )
    .join('\n')
    .replaceAll('\u00a0', ' ')
}

function people({ encounter }: Logged, today: CivilDate): Row[] {
  if (encounter.people.length === 0)
    return [['', 'Nobody was recognised. New names need their capitals ("with Bob") or an @ (@bob).']]
  const newcomers = encounter.people.filter((person) => person.new).map((person) => person.name)
  const met = encounter.people.filter((person) => person.lastOn !== null)
  return [
    ...(newcomers.length > 0 ? [['new', listed(newcomers)] as Row] : []),
    ...met.map((person) => ['before', `${person.name}: last met ${fromToday(person.lastOn!, today)}`] as Row),
  ]
}

function occasion({ occasion: event }: Logged, today: CivilDate): Row[] {
  if (!event) return []
  const name = event.on === null ? event.name : `${event.name} (${shortDate(event.on, today)})`
  const slip = event.near.length > 0 ? `; there is a ${listed(event.near)} as well` : ''
  return [['event', event.new ? `${name}, a new one${slip}` : name]]
}

function details(entry: Logged, today: CivilDate): Row[] {
  const all = entry.encounter.people
  const whom = (some: Participant[], link: string) => {
    const everybody = some.length === all.length && some.every((person) => all.includes(person))
    return some.length === 0 || (everybody && all.length < 2)
      ? ''
      : ` (${link} ${listed(some.map((person) => person.name))})`
  }
  const due = (on: CivilDate | null) => (on ? `, by ${shortDate(on, today)} (${fromToday(on, today)})` : '')
  return [
    ...entry.gave.flatMap((favour): Row[] => [
      ['gave', `${weighed(favour)}${whom(favour.people, 'to')}`],
      ...handedOn(favour, entry.received, today),
    ]),
    ...entry.got.map((favour): Row => ['got', `${weighed(favour)}${whom(favour.people, 'from')}`]),
    ...entry.introductions.map((introduction): Row => ['intro', introductionTold(introduction)]),
    ...entry.todo.map(
      (promise): Row => [
        'todo',
        `${number(promise.id)}${promise.what}${due(promise.due)}${whom(promise.people, 'for')}`,
      ],
    ),
    ...entry.they.map(
      (promise): Row => [
        'they',
        `${number(promise.id)}${promise.what}${due(promise.due)}${whom(promise.people, 'from')}`,
      ],
    ),
    ...entry.learned.map((fact): Row => ['learned', `${fact.what}${whom(fact.people, 'about')}`]),
    ...joined(entry.offers).map(({ what, people }): Row => ['offers', `${what}${whom(people, 'by')}`]),
    ...joined(entry.needs).map(({ what, people }): Row => ['needs', `${what}${whom(people, 'for')}`]),
    ...(entry.encounter.tags.length > 0
      ? [['tags', entry.encounter.tags.map((tag) => `#${tag}`).join(' ')] as Row]
      : []),
  ]
}

/** What several people offer or need alike is said once. */
function joined(offerings: LoggedOffering[]): Pick<LoggedOffering, 'what' | 'people'>[] {
  const people = new Map<string, Participant[]>()
  for (const { what, people: own } of offerings) people.set(what, [...(people.get(what) ?? []), ...own])
  return [...people].map(([what, some]) => ({ what, people: some }))
}

/** What was passed on; of what is not recorded yet, only from whom. */
const handedOn = ({ from, passedOn }: LoggedFavour, received: number[], today: CivilDate): Row[] =>
  passedOn.length > 0
    ? passedOn.map((favour): Row => ['', passedOnTold(favour, received.includes(favour.id), today)])
    : from.map(({ name }): Row => ['', `passed on from ${name}`])

const weighed = ({ what, weight }: LoggedFavour): string => {
  const unusual = unusualWeight(weight)
  return unusual ? `${what}, ${unusual}` : what
}

const number = (id: number | null) => (id === null ? '' : `#${id} `)

function guesses({ guesses: all }: Logged, today: CivilDate): Row[] {
  return all.map((guess): Row => ['guessed', guessed(guess, today)])
}

function guessed(guess: Guess, today: CivilDate): string {
  switch (guess.kind) {
    case 'met-together':
      return `"${guess.said}" is ${guess.chosen.name}, met before with the others here, not ${listed(guess.others.map((person) => person.name))}`
    case 'name-part':
      return `"${guess.said}" is ${guess.chosen.name}`
    case 'date':
      return `"${guess.said}" is ${shortDate(guess.on, today)}`
    case 'no-day':
      return `"${guess.said}" tells no day, so today was taken; --on says which it was (--on "last friday")`
    case 'called-off':
      return `"${guess.said}" sounds as if you did not meet; it counts as a meeting all the same ("net undo" takes it back)`
    case 'due':
      return `"${guess.said}" is due ${shortDate(guess.on, today)}`
  }
}

const closing = ({ operation }: Logged): Row =>
  operation === null ? ['', 'Nothing is recorded yet.'] : ['', '"net undo" takes it back.']
