import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { letGone } from '../../ui/views/rests.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

export function registerLetgo(parent: Command, context: AppContext): void {
  const command = parent
    .command('letgo')
    .description('let a contact go: kept in your journal, but nothing reminds you')
    .argument('<contact...>', 'name, part of a name, or number')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: { json?: boolean }) => letGo(context, wanted.join(' '), options))
  examples(command, 'net letgo "Grace Hopper"')
}

async function letGo(context: AppContext, wanted: string, options: { json?: boolean }): Promise<void> {
  const { id, name } = await chooseContact(context, wanted)
  const journal = context.journal()
  const { operation, result: letGoOn } = journal.operations.record('letgo', (about) => {
    about.people = [name]
    const before = journal.contacts.byId(id)?.letGoOn ?? null
    if (before === null) journal.contacts.letGo(id, context.today())
    return before ?? context.today()
  })
  context.output.show({ operation, contact: { id, name }, letGoOn }, letGone, options)
}
