import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { NetError } from '../../domain/errors.ts'
import { asLine, readName } from '../../domain/labels.ts'
import { fold } from '../../domain/names.ts'
import { aliasesChanged, isAlsoCalled } from '../../ui/views/contact-saved.ts'
import { examples } from '../arguments.ts'
import { chooseContact, nearNames } from '../choose-contact.ts'

interface Options {
  json?: boolean
}

export function registerAlias(parent: Command, context: AppContext): void {
  const alias = parent.command('alias').description('other names that a contact goes by')
  examples(alias, 'net alias add "Grace Hopper" "Amazing Grace"', 'net alias remove Grace "Amazing Grace"')
  register(alias, context, 'add', 'add a name that a contact goes by too', addAlias)
  register(alias, context, 'remove', 'take a name off that a contact went by', removeAlias)
}

function register(
  alias: Command,
  context: AppContext,
  verb: string,
  summary: string,
  change: typeof addAlias,
): void {
  const command = alias
    .command(verb)
    .description(summary)
    .argument('<contact>', 'name, part of a name, or number')
    .argument('<alias...>', 'the other name')
    .option('--json', 'answer as JSON')
    .action((who: string, words: string[], options: Options) =>
      change(context, who, words.join(' '), options),
    )
  examples(command, `net alias ${verb} Grace "Amazing Grace"`)
}

async function addAlias(context: AppContext, who: string, words: string, options: Options): Promise<void> {
  const name = readName('the alias', words)
  const { id, name: fullName } = await chooseContact(context, who)
  const contact = { id, name: fullName }
  const journal = context.journal()
  const others = journal.names.named(fold(name)).filter((person) => person.id !== id)
  const { operation, result: added } = journal.operations.record('alias add', (about) => {
    about.people = [fullName]
    about.text = name
    return fold(name) !== fold(fullName) && journal.contacts.addAlias(id, name)
  })
  const aliases = journal.contacts.aliases(id)
  context.output.show(
    { operation, contact, aliases, alias: name, done: added ? 'added' : 'was-there' },
    aliasesChanged,
    options,
  )
  for (const other of others) context.output.tell({ name: other.name, alias: name }, isAlsoCalled)
}

async function removeAlias(context: AppContext, who: string, words: string, options: Options): Promise<void> {
  const { id, name } = await chooseContact(context, who)
  const wanted = asLine(words)
  const journal = context.journal()
  const { operation } = journal.operations.record('alias remove', (about) => {
    about.people = [name]
    about.text = wanted
    const aliases = journal.contacts.aliases(id)
    if (!journal.contacts.removeAlias(id, wanted))
      throw new NetError({
        kind: 'not-found',
        what: 'alias',
        wanted,
        suggestions: nearNames(wanted, aliases),
      })
  })
  const aliases = journal.contacts.aliases(id)
  context.output.show(
    { operation, contact: { id, name }, aliases, alias: wanted, done: 'removed' },
    aliasesChanged,
    options,
  )
}
