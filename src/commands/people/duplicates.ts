import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { duplicatePairs } from '../../domain/duplicates.ts'
import { badInput } from '../../domain/errors.ts'
import { phoneReader } from '../../exchange/phones.ts'
import { duplicatesCsv, duplicatesView, type Pair, toldApartView } from '../../ui/views/duplicates.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

interface DuplicatesOptions {
  json?: boolean
  csv?: boolean
}

export function registerDuplicates(parent: Command, context: AppContext): void {
  const command = parent
    .command('duplicates')
    .description('find records that may be of one person, and why')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: DuplicatesOptions) => list(context, options))
  examples(command, 'net duplicates', 'net duplicates apart "#3" "#17"')
  const apart = command
    .command('apart')
    .description('keep that two who look like one are two: they are not named again')
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<other>', 'the other one')
    .option('--json', 'answer as JSON')
    .action((one: string, two: string, _: unknown, self: Command) =>
      tellApart(context, one, two, self.optsWithGlobals<DuplicatesOptions>()),
    )
  examples(apart, 'net duplicates apart "#3" "#17"')
}

function list(context: AppContext, options: DuplicatesOptions): void {
  const { duplicates } = context.reading()
  const phoneOf = phoneReader(context.settings().country)
  const people = duplicates
    .people()
    .map((person) => ({ ...person, phones: person.phones.map((number) => phoneOf(number) ?? number) }))
  const pairs: Pair[] = duplicatePairs(people, duplicates.areDistinct).map(({ a, b, inCommon }) => ({
    a: { id: a.id, name: a.name, org: a.org, place: a.place },
    b: { id: b.id, name: b.name, org: b.org, place: b.place },
    evidence: inCommon.map(({ evidence }) => evidence),
    inCommon,
  }))
  context.output.showRows(pairs, duplicatesView, duplicatesCsv, options)
}

async function tellApart(context: AppContext, one: string, two: string, options: DuplicatesOptions) {
  const [a, b] = [await chooseContact(context, one), await chooseContact(context, two)]
  if (a.id === b.id) throw badInput('net duplicates apart', two, `is ${a.name}, too`, 'Name two.')
  const journal = context.journal()
  const { operation } = journal.operations.record('duplicates apart', (about) => {
    about.people = [a.name, b.name]
    journal.duplicates.tellApart(a.id, b.id)
  })
  const people = [a, b].map(({ id, name }) => ({ id, name }))
  context.output.show({ operation, people }, toldApartView, options)
}
