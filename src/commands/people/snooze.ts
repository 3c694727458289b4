import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { snoozed } from '../../ui/views/rests.ts'
import { dateArgument, examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

export function registerSnooze(parent: Command, context: AppContext): void {
  const command = parent
    .command('snooze')
    .description('leave a contact out of "net stale" until a day')
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<until...>', 'the day they come back, e.g. friday, "2 weeks" or 2026-12-01')
    .option('--json', 'answer as JSON')
    .action((wanted: string, until: string[], options: { json?: boolean }) =>
      snooze(context, wanted, until.join(' '), options),
    )
  examples(command, 'net snooze Ada 2 weeks', 'net snooze "Grace Hopper" 2026-12-01')
}

/** "2 weeks" can only mean in two weeks here. */
const LENGTH = /^(\d+|a|an|one|ein|eine|einen)\s+(days?|weeks?|months?|tage?|wochen?|monate?)$/i

async function snooze(
  context: AppContext,
  wanted: string,
  words: string,
  options: { json?: boolean },
): Promise<void> {
  const { id, name } = await chooseContact(context, wanted)
  const text = LENGTH.test(words.trim()) ? `in ${words.trim()}` : words
  const until = await dateArgument(context, 'the day', text, 'future')
  if (until <= context.today())
    throw badInput('the day', words, `is no day to come (${until})`, 'Give a day after today.')
  const journal = context.journal()
  const { operation } = journal.operations.record('snooze', (about) => {
    about.people = [name]
    about.text = until
    if (journal.contacts.byId(id)?.snoozedUntil !== until) journal.contacts.snooze(id, until)
  })
  context.output.show(
    { operation, contact: { id, name }, snoozedUntil: until },
    snoozed(context.today()),
    options,
  )
}
