import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { type Introduction, toldOn } from '../../domain/introductions.ts'
import { readLine } from '../../domain/labels.ts'
import {
  introductionRecorded,
  introductionsCsv,
  introductionsView,
  moreIntroductions,
  noIntroductions,
} from '../../ui/views/introductions.ts'
import { dayOf, examples } from '../arguments.ts'
import { chooseContact, chooseContactOrMe } from '../choose-contact.ts'
import { LIMIT, SHOWN } from '../screenful.ts'
import { declareCourse } from './intro-course.ts'
import { type Parties, recordIntroduction } from './introducing.ts'

interface AddOptions {
  for?: string
  on?: string
  by?: string
  offer?: boolean
  json?: boolean
}

interface ListOptions {
  open?: boolean
  limit?: number
  json?: boolean
  csv?: boolean
}

export function registerIntro(parent: Command, context: AppContext): void {
  const intro = parent
    .command('intro')
    .description(
      'Introductions, and what comes of them. One that you make counts as a favour you gave, one that somebody makes for you as a favour you got, just as in a log line.',
    )
  examples(
    intro,
    'net intro Ada Grace --for "research on looms"',
    'net intro Ada Grace --offer',
    'net intro list --open',
    'net intro result 3 "they give a workshop together"',
  )
  declareAdd(intro, context)
  declareList(intro, context)
  declareCourse(intro, context)
}

function declareAdd(intro: Command, context: AppContext): void {
  const add = intro
    .command('add', { isDefault: true })
    .description(
      'bring two contacts together ("net intro Ada Grace" is enough); the two know each other from then on',
    )
    .argument('<a>', 'a contact, or "me"')
    .argument('<b>', 'a contact, or "me"')
    .option('--for <text>', 'what it is about')
    .option('--by <contact>', 'who did it, where it was not you')
    .option('--offer', 'it is only offered so far')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((one: string, other: string, options: AddOptions) =>
      addIntroduction(context, one, other, options),
    )
  examples(
    add,
    'net intro Ada Grace --for "research on looms"',
    'net intro Ada Grace --by Lin --on "last friday"',
    'net intro me Grace --by Ada --offer',
  )
}

async function addIntroduction(
  context: AppContext,
  one: string,
  other: string,
  options: AddOptions,
): Promise<void> {
  const purpose = options.for === undefined ? null : readLine('--for', options.for)
  const on = await dayOf(context, options.on)
  const parties = await readParties(context, one, other, options.by)
  const offered = options.offer === true
  const journal = context.journal()
  const what = offered ? 'intro offer' : parties.introducer ? 'intro by' : 'intro'
  const { operation, result: id } = journal.operations.record(what, (about) => {
    about.people = [parties.a.name, ...(parties.b ? [parties.b.name] : [])]
    about.text = purpose ?? ''
    return recordIntroduction(journal, parties, { purpose, on, offered })
  })
  const introduction = toldOn(context.today(), journal.introductions.byId(id)!)
  context.output.show(
    { operation, introduction, done: offered ? ('offered' as const) : ('made' as const) },
    introductionRecorded(context.today()),
    options,
  )
}

/** @throws NetError when the three are not different people, or nobody is said to have introduced me */
async function readParties(
  context: AppContext,
  one: string,
  other: string,
  by: string | undefined,
): Promise<Parties> {
  const first = await chooseContactOrMe(context, one)
  const second = await chooseContactOrMe(context, other)
  const a = first ?? second
  const b = first && second
  const introducer = by === undefined ? null : await chooseContactOrMe(context, by)
  if (a === null || a.id === b?.id)
    throw badInput('the introduction', other, 'would be to oneself', 'Name two different people.')
  if (b === null && introducer === null)
    throw badInput('--by', by, 'has to say who introduced you', `e.g. net intro me ${a.name} --by Ada`)
  if (introducer && (introducer.id === a.id || introducer.id === b?.id))
    throw badInput('--by', by, 'is one of the two', 'Name who brought them together.')
  return { introducer, a, b }
}

function declareList(intro: Command, context: AppContext): void {
  const list = intro
    .command('list')
    .description('list introductions, newest first')
    .argument('[contact...]', 'only those this contact has a part in')
    .option('--open', 'only those that wait for something: an answer, being made, a word of thanks')
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((contact: string[], options: ListOptions) =>
      listIntroductions(context, contact.join(' '), options),
    )
  examples(list, 'net intro list --open', 'net intro list Ada --csv')
}

async function listIntroductions(context: AppContext, contact: string, options: ListOptions): Promise<void> {
  const today = context.today()
  const person = contact === '' ? undefined : await chooseContact(context, contact)
  const { introductions } = context.reading()
  const limit = options.limit ?? (options.json || options.csv ? undefined : SHOWN)
  const found = options.open
    ? introductions.waiting(today).filter((each) => person === undefined || hasPart(each, person.id))
    : introductions.list(person?.id, limit && limit + 1)
  const told = found
    .map((introduction) => toldOn(today, introduction))
    .filter(({ open }) => !options.open || open !== null)
  const rows = told.slice(0, limit)
  context.output.showRows(rows, introductionsView(today), introductionsCsv, options)
  if (rows.length === 0)
    context.output.tell({ open: options.open === true, name: person?.name ?? null }, noIntroductions)
  else if (rows.length < told.length) context.output.tell({ shown: rows.length }, moreIntroductions)
}

const hasPart = ({ introducer, people }: Introduction, id: number): boolean =>
  [introducer, ...people].some((person) => person?.id === id)
