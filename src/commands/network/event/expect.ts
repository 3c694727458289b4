import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { guestsChanged } from '../../../ui/views/events/kept.ts'
import { examples } from '../../arguments.ts'
import { chooseEvent } from '../../choose-event.ts'
import { readGuests } from './event-options.ts'

export function addExpect(event: Command, context: AppContext): void {
  const expect = event
    .command('expect')
    .description('note who is expected at an event, or (--not) that they are not')
    .argument('<event>', 'its number or name; of several the next one')
    .argument('<contact...>', 'who is expected there')
    .option('--not', 'they are not expected any more')
    .option('--json', 'answer as JSON')
    .action((wanted: string, who: string[], options: { not?: boolean; json?: boolean }) =>
      expectGuests(context, wanted, who, options),
    )
  examples(expect, 'net event expect Breakfast Ada "Grace Hopper"', 'net event expect Breakfast Ada --not')
}

async function expectGuests(
  context: AppContext,
  wanted: string,
  who: string[],
  { not = false, json }: { not?: boolean; json?: boolean },
): Promise<void> {
  const { event } = await chooseEvent(context, wanted, 'coming')
  const people = await readGuests(context, who)
  const journal = context.journal()
  const { operation } = journal.operations.record(not ? 'event unexpect' : 'event expect', (about) => {
    about.people = people.map(({ name }) => name)
    about.text = event.name
    journal.events[not ? 'unexpect' : 'expect'](event.id, people)
  })
  const guests = journal.events.guests(event.id)
  context.output.show({ operation, event, people, guests, not }, guestsChanged(context.today()), { json })
}
