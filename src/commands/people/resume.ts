import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { isPaused } from '../../domain/pauses.ts'
import { resumed } from '../../ui/views/rests.ts'
import { examples } from '../arguments.ts'
import { chooseOneOrAll } from '../choose-contact.ts'

interface ResumeOptions {
  all?: boolean
  json?: boolean
}

export function registerResume(parent: Command, context: AppContext): void {
  const command = parent
    .command('resume')
    .description('take a contact up again: ends a pause or a snooze, and brings back who was let go')
    .argument('[contact...]', 'name, part of a name, or number')
    .option('--all', 'end the pause of the whole journal')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: ResumeOptions) => resume(context, wanted.join(' '), options))
  examples(command, 'net resume Ada', 'net resume --all')
}

async function resume(context: AppContext, wanted: string, options: ResumeOptions): Promise<void> {
  const contact = await chooseOneOrAll(context, 'net resume', wanted, options.all === true)
  const today = context.today()
  const journal = context.journal()
  const { operation, result } = journal.operations.record('resume', (about) => {
    about.people = contact ? [contact.name] : []
    const pauses = journal.pauses.end(contact?.id ?? null, today)
    const known = contact ? journal.contacts.byId(contact.id) : undefined
    if (known?.letGoOn) journal.contacts.letGo(known.id, null)
    if (known?.snoozedUntil) journal.contacts.snooze(known.id, null)
    return {
      pauses: pauses.map(({ from, until, why }) => ({ from, until, why })),
      letGoOn: known?.letGoOn ?? null,
      snoozedUntil: known?.snoozedUntil ?? null,
    }
  })
  const allPaused = isPaused(today, journal.pauses.of(null))
  context.output.show({ operation, contact, ended: result, allPaused }, resumed(today), options)
}
