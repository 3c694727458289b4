import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { NetError } from '../../../domain/errors.ts'
import { type EventFields, type NetworkingEvent, readEventName } from '../../../domain/events.ts'
import { fold } from '../../../domain/names.ts'
import type { Journal } from '../../../store/journal.ts'
import { type EventKept, eventKept } from '../../../ui/views/events/kept.ts'
import { examples } from '../../arguments.ts'
import { chooseEvent } from '../../choose-event.ts'
import { type EventOptions, eventOptions, readEventOptions, readGuests } from './event-options.ts'

interface AddOptions extends EventOptions {
  with?: string[]
}

interface EditOptions extends EventOptions {
  name?: string
  all?: boolean
}

export function addAdd(event: Command, context: AppContext): void {
  const add = event
    .command('add')
    .summary('add an event, past or to come')
    .description('add an event, past or to come; series, format and place are those of the last of that name')
    .argument('<name...>', 'e.g. Breakfast, "PyCon Berlin"')
  eventOptions(add)
    .option('--with <contact...>', 'who is expected there')
    .option('--json', 'answer as JSON')
    .action((words: string[], options: AddOptions) => addEvent(context, words.join(' '), options))
  examples(
    add,
    'net event add Breakfast --on 2026-11-24 --with Ada "Grace Hopper"',
    'net event add "PyCon Berlin" --on 2026-10-12 --format conference --cost 240 --hours 16',
  )
}

async function addEvent(context: AppContext, words: string, options: AddOptions): Promise<void> {
  const name = readEventName('the event', words)
  const given = await readEventOptions(context, options)
  const guests = await readGuests(context, options.with ?? [])
  const journal = context.journal()
  const { operation, result } = journal.operations.record('event add', (about) => {
    const last = journal.events.likeTheLast(name)
    const fields = { name, on: context.today(), cost: null, currency: null, minutes: null, ...last, ...given }
    refuseTwice(journal, fields)
    about.text = name
    const id = journal.events.add(fields)
    journal.events.expect(id, guests)
    return { id, likeLast: ownedBy(last).filter((key) => given[key] === undefined) }
  })
  show(
    context,
    { ...answer(journal, operation, result.id), done: 'added', likeLast: result.likeLast },
    options,
  )
}

const ownedBy = (last: Pick<EventFields, 'series' | 'format' | 'place'>) =>
  (['series', 'format', 'place'] as const).filter((key) => last[key] !== null)

/** One name and one day make one event. @throws NetError already-there */
function refuseTwice(
  journal: Journal,
  { name, on }: Pick<EventFields, 'name' | 'on'>,
  except?: number,
): void {
  const taken = journal.events.named(name).find((each) => each.on === on && each.id !== except)
  if (taken) throw new NetError({ kind: 'already-there', what: 'event', name: taken.name, id: taken.id })
}

export function addEdit(event: Command, context: AppContext): void {
  const edit = event
    .command('edit')
    .description('change what is known of an event; --no-series, --no-cost and the like clear')
    .argument('<event...>', 'its number, or name and date')
    .option('--name <name>', 'a new name')
  eventOptions(edit)
    .option('--all', 'change series, format, place, cost and hours of all events of that name')
    .option('--json', 'answer as JSON')
    .action((words: string[], options: EditOptions) => editEvent(context, words.join(' '), options))
  examples(
    edit,
    'net event edit 4 --hours 3',
    'net event edit Breakfast 2026-10 --cost 12,50',
    'net event edit Breakfast --all --series "CW Breakfast"',
  )
}

async function editEvent(context: AppContext, wanted: string, options: EditOptions): Promise<void> {
  const { event: known } = await chooseEvent(context, wanted, options.all ? 'been' : 'exactly')
  const name = options.name === undefined ? known.name : readEventName('--name', options.name)
  const given = await readEventOptions(context, options)
  const { on: __, ...common } = given
  const journal = context.journal()
  const { operation, result: changed } = journal.operations.record('event edit', (about) => {
    about.text = name
    const own = { ...known, ...given, name }
    if (own.on !== known.on || fold(name) !== fold(known.name)) refuseTwice(journal, own, known.id)
    const rest = options.all ? journal.events.named(known.name).filter(({ id }) => id !== known.id) : []
    const all = [own, ...rest.map(({ id }) => ({ ...journal.events.byId(id)!, ...common }))]
    return all.filter((each) => change(journal, each)).length
  })
  show(context, { ...answer(journal, operation, known.id), done: 'changed', changed }, options)
}

/** @returns whether anything was another before */
function change(journal: Journal, { id, ...fields }: NetworkingEvent): boolean {
  const { id: _, ...before } = journal.events.byId(id)!
  const differs = Object.entries(before).some(([key, value]) => fields[key as keyof EventFields] !== value)
  if (differs) journal.events.update(id, fields)
  return differs
}

export function addRemove(event: Command, context: AppContext): void {
  const remove = event
    .command('remove')
    .description('remove an event with its review; its encounters and outcomes stay')
    .argument('<event...>', 'its number, or name and date')
    .option('--json', 'answer as JSON')
    .action(async (words: string[], options: { json?: boolean }) => {
      const { event: known } = await chooseEvent(context, words.join(' '), 'exactly')
      const journal = context.journal()
      const guests = journal.events.guests(known.id)
      const { operation } = journal.operations.record('event remove', (about) => {
        about.text = known.name
        journal.events.remove(known.id)
      })
      show(context, { operation, event: known, guests, done: 'removed' }, options)
    })
  examples(remove, 'net event remove 4', 'net event remove Breakfast 2026-10')
}

const answer = (journal: Journal, operation: number | null, id: number) => ({
  operation,
  event: journal.events.byId(id)!,
  guests: journal.events.guests(id),
})

const show = (context: AppContext, kept: EventKept, { json }: { json?: boolean }): void =>
  context.output.show(kept, eventKept(context.today()), { json })
