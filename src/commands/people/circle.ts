import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { readLine } from '../../domain/labels.ts'
import { fold } from '../../domain/names.ts'
import {
  circleChanged,
  circleMembership,
  circlesCsv,
  circlesView,
  noCircles,
} from '../../ui/views/circles.ts'
import { days, examples } from '../arguments.ts'
import { chooseCircle, chooseContact } from '../choose-contact.ts'

interface Options {
  json?: boolean
}

export function registerCircle(parent: Command, context: AppContext): void {
  const circle = parent
    .command('circle')
    .description('circles of contacts, each with how often you want to meet')
  examples(
    circle,
    'net circle add friends --cadence 30',
    'net circle put Ada friends',
    'net circle list',
    'net circle edit friends --cadence 45',
  )
  registerList(circle, context)
  registerAdd(circle, context)
  registerMembership(circle, context, 'put', 'put a contact in a circle')
  registerMembership(circle, context, 'drop', 'take a contact out of a circle')
  registerEdit(circle, context)
  registerRemove(circle, context)
}

function registerList(circle: Command, context: AppContext): void {
  const list = circle
    .command('list')
    .description('list the circles')
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((options: Options & { csv?: boolean }) => {
      const circles = context.reading().circles.sizes()
      context.output.showRows(circles, circlesView, circlesCsv, options)
      if (circles.length === 0) context.output.tell(undefined, noCircles)
    })
  examples(list, 'net circle list')
}

function registerAdd(circle: Command, context: AppContext): void {
  const add = circle
    .command('add')
    .description('make a circle')
    .argument('<name...>', 'e.g. friends, clients, "old colleagues"')
    .option('--cadence <days>', 'how often you want to meet these people, in days', days)
    .option('--json', 'answer as JSON')
    .action((words: string[], options: Options & { cadence?: number }) => {
      const name = readLine('the circle', words.join(' '))
      const journal = context.journal()
      const { operation, result } = journal.operations.record('circle add', (about) => {
        about.text = name
        refuseTaken(context, name)
        return journal.circles.add(name, options.cadence ?? null)
      })
      context.output.show({ operation, circle: result, done: 'added' as const }, circleChanged, options)
    })
  examples(add, 'net circle add friends --cadence 30')
}

/** @throws NetError already-there when another circle has that name */
function refuseTaken(context: AppContext, name: string, except?: number): void {
  const taken = context.journal().circles.byName(name)
  if (taken && taken.id !== except)
    throw new NetError({ kind: 'already-there', what: 'circle', name: taken.name })
}

function registerMembership(
  circle: Command,
  context: AppContext,
  verb: 'put' | 'drop',
  description: string,
): void {
  const command = circle
    .command(verb)
    .description(description)
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<circle...>', 'its name')
    .option('--json', 'answer as JSON')
    .action(async (who: string, words: string[], options: Options) => {
      const { id, name } = await chooseContact(context, who)
      const journal = context.journal()
      const { operation, result } = journal.operations.record(`circle ${verb}`, (about) => {
        const found = chooseCircle(journal, words.join(' '))
        about.people = [name]
        about.text = found.name
        journal.circles[verb](found.id, id)
        return found
      })
      const circles = journal.circles.ofContact(id).map((each) => each.name)
      context.output.show(
        { operation, contact: { id, name }, circle: result, circles, done: verb },
        circleMembership,
        options,
      )
    })
  examples(command, `net circle ${verb} Ada friends`)
}

function registerEdit(circle: Command, context: AppContext): void {
  const edit = circle
    .command('edit')
    .description('rename a circle, or change how often to meet')
    .argument('<circle>', 'its name')
    .option('--name <name>', 'a new name')
    .option('--cadence <days>', 'how often you want to meet, in days', days)
    .option('--no-cadence', 'no cadence of its own')
    .option('--json', 'answer as JSON')
    .action((wanted: string, options: Options & { name?: string; cadence?: number | false }) => {
      const name = options.name === undefined ? undefined : readLine('--name', options.name)
      const journal = context.journal()
      const { operation, result } = journal.operations.record('circle edit', (about) => {
        const known = chooseCircle(journal, wanted)
        const cadenceDays =
          options.cadence === undefined
            ? known.cadenceDays
            : options.cadence === false
              ? null
              : options.cadence
        const changed = { id: known.id, name: name ?? known.name, cadenceDays }
        if (fold(changed.name) !== fold(known.name)) refuseTaken(context, changed.name, known.id)
        about.text = changed.name
        if (JSON.stringify(changed) !== JSON.stringify(known)) journal.circles.update(changed)
        return changed
      })
      context.output.show({ operation, circle: result, done: 'changed' as const }, circleChanged, options)
    })
  examples(edit, 'net circle edit friends --cadence 45', 'net circle edit friends --name "close friends"')
}

function registerRemove(circle: Command, context: AppContext): void {
  const remove = circle
    .command('remove')
    .description('remove a circle; its people stay')
    .argument('<circle...>', 'its name')
    .option('--json', 'answer as JSON')
    .action((words: string[], options: Options) => {
      const journal = context.journal()
      const { operation, result } = journal.operations.record('circle remove', (about) => {
        const known = chooseCircle(journal, words.join(' '))
        about.text = known.name
        journal.circles.remove(known.id)
        return known
      })
      context.output.show({ operation, circle: result, done: 'removed' as const }, circleChanged, options)
    })
  examples(remove, 'net circle remove friends')
}
