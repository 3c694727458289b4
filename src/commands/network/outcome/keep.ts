import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import { badInput } from '../../../domain/errors.ts'
import { readLine } from '../../../domain/labels.ts'
import type { TracedOutcome } from '../../../domain/outcomes.ts'
import type { OutcomeFields } from '../../../store/outcomes.ts'
import { type OutcomeKept, outcomeKept } from '../../../ui/views/outcomes.ts'
import { examples } from '../../arguments.ts'
import { accountOf, proposedBy } from './account.ts'
import {
  type OutcomeOptions,
  outcomeById,
  outcomeOptions,
  peopleIn,
  readDay,
  readHow,
  readNote,
  readValue,
  refuseBeforeEvent,
  withHow,
} from './outcome-options.ts'

export function addAdd(outcome: Command, context: AppContext): void {
  const add = outcome
    .command('add')
    .description('record what came of it: an order, a job, a lead; and how it came')
    .argument('<title...>', 'what it is, e.g. "Website relaunch"')
    .action((words: string[], options: OutcomeOptions) => addOutcome(context, words.join(' '), options))
  examples(
    outcomeOptions(add, 'today'),
    'net outcome add "Website relaunch" --value 4800 --via Ada',
    'net outcome add Workshop --value "1.200,50" --currency CHF --customer Grace --on 2026-10-01',
    'net outcome add "Logo for the bakery" --value 900 --not-network',
  )
}

async function addOutcome(context: AppContext, title: string, given: OutcomeOptions): Promise<void> {
  const named = readLine('the outcome', title)
  const money = readValue(given, context.settings().currency)
  const day = await readDay(context, given.on)
  const options = await withHow(context, given)
  const how = await readHow(context, options)
  const fields: OutcomeFields = {
    title: named,
    on: context.today(),
    ...day,
    value: null,
    currency: null,
    ...money,
    fromNetwork: options.notNetwork !== true,
    viaId: null,
    customerId: null,
    eventId: null,
    ...how,
    note: '',
    ...readNote(options.note),
  }
  refuseBeforeEvent(context, fields)
  const journal = context.journal()
  const { operation, result } = journal.operations.record('outcome add', (about) => {
    const added = journal.outcomes.byId(journal.outcomes.add(fields))!
    about.text = added.title
    about.people = peopleIn(added)
    return added
  })
  show(context, 'added', operation, result, options)
}

function show(
  context: AppContext,
  done: OutcomeKept['done'],
  operation: number | null,
  outcome: TracedOutcome,
  options: { json?: boolean },
): void {
  const proposed = done === 'removed' ? [] : proposedBy(context, outcome)
  context.output.show(
    { operation, done, outcome: accountOf(context, outcome), proposed },
    outcomeKept(context.today()),
    options,
  )
}

interface EditOptions extends OutcomeOptions {
  title?: string
}

export function addEdit(outcome: Command, context: AppContext): void {
  const edit = outcome
    .command('edit')
    .description('change what is recorded of an outcome; --no-value, --no-via … take something away')
    .argument('<outcome>', 'its number in "net outcome list"')
    .option('--title <text>', 'what it is')
    .action((id: string, options: EditOptions) => editOutcome(context, id, options))
  // After those they are the opposite of: an option that can only be negated is on by default.
  outcomeOptions(edit, 'as it is')
  for (const name of ['value', 'via', 'customer', 'event', 'note'])
    edit.addOption(new Option(`--no-${name}`).hideHelp())
  examples(edit, 'net outcome edit 3 --value 5200', 'net outcome edit 3 --via Lin --no-event')
}

async function editOutcome(context: AppContext, text: string, options: EditOptions): Promise<void> {
  const before = outcomeById(context.reading(), text)
  const changes = {
    ...(options.title !== undefined && { title: readLine('--title', options.title) }),
    ...readValue(options, before.currency ?? context.settings().currency),
    ...(await readDay(context, options.on)),
    ...(await readHow(context, options)),
    ...readNote(options.note),
  }
  const wanted = changed(before, options, changes)
  refuseUntold(before, wanted)
  if (wanted.eventId !== (before.event?.id ?? null) || wanted.on !== before.on)
    refuseBeforeEvent(context, wanted)
  const journal = context.journal()
  const { operation, result } = journal.operations.record('outcome edit', (about) => {
    // Read again: somebody else may have changed it in the meantime.
    const now = outcomeById(journal, text)
    const fields = changed(now, options, changes)
    if (JSON.stringify(fields) !== JSON.stringify(fieldsOf(now))) journal.outcomes.update(now.id, fields)
    const after = journal.outcomes.byId(now.id)!
    about.text = after.title
    about.people = peopleIn(after)
    return after
  })
  show(context, 'changed', operation, result, options)
}

const fieldsOf = (outcome: TracedOutcome): OutcomeFields => ({
  title: outcome.title,
  on: outcome.on,
  value: outcome.value,
  currency: outcome.currency,
  fromNetwork: outcome.fromNetwork,
  viaId: outcome.via?.id ?? null,
  customerId: outcome.customer?.id ?? null,
  eventId: outcome.event?.id ?? null,
  note: outcome.note,
})

/** Whoever brought it, or the event it came from, makes it one that came through the network. */
function changed(
  outcome: TracedOutcome,
  options: EditOptions,
  changes: Partial<OutcomeFields>,
): OutcomeFields {
  const fields = { ...fieldsOf(outcome), ...changes }
  if (options.notNetwork) return { ...fields, fromNetwork: false, viaId: null, eventId: null }
  return options.via || options.event ? { ...fields, fromNetwork: true } : fields
}

const isTold = ({ fromNetwork, viaId, customerId, eventId }: OutcomeFields): boolean =>
  !fromNetwork || viaId !== null || customerId !== null || eventId !== null

/** @throws NetError when nothing would be left of how it came */
function refuseUntold(before: TracedOutcome, fields: OutcomeFields): void {
  if (isTold(fieldsOf(before)) && !isTold(fields))
    throw badInput(
      'net outcome edit',
      undefined,
      'would leave nothing of how it came',
      'Say who brought it with --via, or add --not-network where it came another way.',
    )
}

export function addRemove(outcome: Command, context: AppContext): void {
  const remove = outcome
    .command('remove')
    .description('remove an outcome that should not be there')
    .argument('<outcome>', 'its number in "net outcome list"')
    .option('--json', 'answer as JSON')
    .action((text: string, options: { json?: boolean }) => {
      outcomeById(context.reading(), text)
      const journal = context.journal()
      const { operation, result } = journal.operations.record('outcome remove', (about) => {
        const found = outcomeById(journal, text)
        about.text = found.title
        about.people = peopleIn(found)
        journal.outcomes.remove(found.id)
        return found
      })
      show(context, 'removed', operation, result, options)
    })
  examples(remove, 'net outcome remove 3')
}
