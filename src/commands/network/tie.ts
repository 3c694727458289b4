import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { PartialDate } from '../../domain/dates.ts'
import { readDateInWords } from '../../domain/dates-in-words.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { readPartialDate } from '../../domain/read-date.ts'
import { moreTies, noTies, tieRecorded, tiesCsv, tiesView } from '../../ui/views/ties.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'
import { LIMIT, SHOWN } from '../screenful.ts'

interface AddOptions {
  since?: string
  json?: boolean
}

interface ListOptions {
  limit?: number
  json?: boolean
  csv?: boolean
}

export function registerTie(parent: Command, context: AppContext): void {
  const tie = parent
    .command('tie')
    .description('Who knows whom. Introductions tie people by themselves; this is for what you simply know.')
  examples(tie, 'net tie Ada Grace', 'net tie list Ada', 'net tie remove Ada Grace')
  declareAdd(tie, context)
  declareList(tie, context)
  declareRemove(tie, context)
}

function declareAdd(tie: Command, context: AppContext): void {
  const add = tie
    .command('add', { isDefault: true })
    .description('two contacts know each other ("net tie Ada Grace" is enough)')
    .argument('<a>', 'a contact')
    .argument('<b>', 'a contact')
    .option('--since <date>', 'since when, e.g. 2019 or 2024-05')
    .option('--json', 'answer as JSON')
    .action((one: string, other: string, options: AddOptions) => addTie(context, one, other, options))
  examples(add, 'net tie Ada Grace --since 2019')
}

async function addTie(context: AppContext, one: string, other: string, options: AddOptions): Promise<void> {
  const people = await chooseTwo(context, one, other)
  const since = options.since === undefined ? null : await sinceDate(context, options.since)
  const [a, b] = people
  const journal = context.journal()
  const { operation } = journal.operations.record('tie add', (about) => {
    about.people = [a.name, b.name]
    if (journal.ties.add(a.id, b.id, since)) return
    // What is new is only since when.
    if (since === null || journal.ties.between(a.id, b.id)?.sinceOn != null)
      throw new NetError({ kind: 'already-there', what: 'tie', name: `${a.name} and ${b.name}` })
    journal.ties.date(a.id, b.id, since)
  })
  const tie = { people, sinceOn: since }
  context.output.show({ operation, tie, done: 'added' as const }, tieRecorded, options)
}

/** @throws NetError when they are one person */
async function chooseTwo(context: AppContext, one: string, other: string): Promise<[PersonRef, PersonRef]> {
  const [a, b] = [await chooseContact(context, one), await chooseContact(context, other)]
  if (a.id === b.id)
    throw badInput('the tie', other, 'would be of one person with themselves', 'Name two different people.')
  return [a, b]
}

/** @throws NetError when it is no date with a year, or one to come */
async function sinceDate(context: AppContext, text: string): Promise<PartialDate> {
  const dayFirst = context.settings().dates === 'dmy'
  const today = context.today()
  const on =
    readPartialDate(text, dayFirst) ??
    (await readDateInWords(text, today, { direction: 'past', dayFirst }))?.on
  if (on === undefined || on.startsWith('-'))
    throw badInput(
      '--since',
      text,
      'is no date that net understands',
      'Write it as 2019, 2019-05 or 2019-05-17.',
    )
  if (on > today) throw badInput('--since', text, 'lies in the future', 'Give a day up to today.')
  return on
}

function declareList(tie: Command, context: AppContext): void {
  const list = tie
    .command('list')
    .description('list who knows whom, all or those that one contact knows')
    .argument('[contact...]', 'only those this contact knows')
    .option(...LIMIT)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((contact: string[], options: ListOptions) => listTies(context, contact.join(' '), options))
  examples(list, 'net tie list', 'net tie list Ada --json')
}

async function listTies(context: AppContext, contact: string, options: ListOptions): Promise<void> {
  const person = contact === '' ? undefined : await chooseContact(context, contact)
  const limit = options.limit ?? (options.json || options.csv ? undefined : SHOWN)
  const found = context.reading().ties.list(person?.id, limit && limit + 1)
  const ties = found.slice(0, limit)
  context.output.showRows(ties, tiesView, tiesCsv, options)
  if (ties.length === 0) context.output.tell({ name: person?.name ?? null }, noTies)
  else if (ties.length < found.length) context.output.tell({ shown: ties.length }, moreTies)
}

function declareRemove(tie: Command, context: AppContext): void {
  const remove = tie
    .command('remove')
    .description('take a tie out of the journal')
    .argument('<a>', 'a contact')
    .argument('<b>', 'a contact')
    .option('--json', 'answer as JSON')
    .action((one: string, other: string, options: ListOptions) => removeTie(context, one, other, options))
  examples(remove, 'net tie remove Ada Grace')
}

async function removeTie(
  context: AppContext,
  one: string,
  other: string,
  options: ListOptions,
): Promise<void> {
  const people = await chooseTwo(context, one, other)
  const [a, b] = people
  const journal = context.journal()
  const { operation, result: sinceOn } = journal.operations.record('tie remove', (about) => {
    const known = journal.ties.between(a.id, b.id)
    if (!known)
      throw new NetError({
        kind: 'not-found',
        what: 'tie',
        wanted: `${a.name} and ${b.name}`,
        suggestions: [],
      })
    about.people = [a.name, b.name]
    journal.ties.remove(a.id, b.id)
    return known.sinceOn
  })
  context.output.show({ operation, tie: { people, sinceOn }, done: 'removed' as const }, tieRecorded, options)
}
