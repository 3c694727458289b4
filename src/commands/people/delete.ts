import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { contactDeleted, deletion } from '../../ui/views/contact-saved.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

interface DeleteOptions {
  yes?: boolean
  json?: boolean
}

export function registerDelete(parent: Command, context: AppContext): void {
  const command = parent
    .command('delete')
    .description('delete a contact; "net undo" brings them back')
    .argument('<contact...>', 'name, part of a name, or number')
    .option('--yes', 'without asking')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: DeleteOptions) => deleteContact(context, wanted.join(' '), options))
  examples(command, 'net delete "Grace Hopper"', 'net delete "#12" --yes')
}

async function deleteContact(context: AppContext, wanted: string, options: DeleteOptions): Promise<void> {
  const { id, name } = await chooseContact(context, wanted)
  const contact = { id, name }
  if (!options.yes) await confirm(context, contact)
  const journal = context.journal()
  const { operation, result } = journal.operations.record('delete', (about) => {
    about.people = [name]
    const tied = belongings(context, id)
    journal.contacts.delete(id)
    return tied
  })
  context.output.show({ operation, contact, ...result }, contactDeleted, options)
}

/** What stays of a person's records, and what goes along. */
function belongings(context: AppContext, id: number) {
  const { encounters, favours, outcomes, ...gone } = context.journal().contacts.belongings(id)
  return { kept: { encounters, favours, outcomes }, gone }
}

async function confirm(context: AppContext, contact: PersonRef): Promise<void> {
  if (!context.prompt.interactive)
    throw badInput('net delete', undefined, 'asks before it deletes', 'Without a terminal add --yes.')
  context.output.tell({ contact, ...belongings(context, contact.id) }, deletion)
  if (!(await context.prompt.confirm(`Delete ${contact.name}?`, false)))
    throw new NetError({ kind: 'cancelled' })
}
