import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { Recorded } from '../../domain/duplicates.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { tracesOf } from '../../domain/forgetting.ts'
import { fold } from '../../domain/names.ts'
import { cleanedLines } from '../../exchange/vcard/write.ts'
import type { ForgetTask } from '../../store/forget.ts'
import { forgetPlanView, forgottenView } from '../../ui/views/forgotten.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

interface ForgetOptions {
  name?: string
  json?: boolean
}

export function registerForget(parent: Command, context: AppContext): void {
  const command = parent
    .command('forget')
    .description(
      'erase a person for good, as privacy law asks: the record, the name in every text, and the history; there is no undo',
    )
    .argument('<contact...>', 'name, part of a name, or number')
    .option('--name <name>', 'the whole name, to confirm without being asked')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: ForgetOptions) => forget(context, wanted.join(' '), options))
  examples(command, 'net forget "Ada Beispiel"', 'net forget "#12" --name "Ada Beispiel" --json')
}

async function forget(context: AppContext, wanted: string, options: ForgetOptions): Promise<void> {
  const journal = context.reading()
  const { id, names, reach, who } = await personToErase(context, wanted)
  const deleted = 'deleted' in who
  const [name = ''] = names
  const stays = deleted ? NOTHING : journal.contacts.belongings(id)
  const plan = { contact: { id, name }, deleted, ...stays, backups: journal.copies() }
  const typed = options.name ?? (await ask(context, plan))
  if (fold(typed.trim()) !== fold(name))
    throw badInput('the name', typed, `is not ${name}`, 'Nothing was erased. Give the whole name.')
  const others = new Map(journal.duplicates.people().map((person) => [person.id, person]))
  if (!deleted) others.delete(id)
  const namesOf = (other: Recorded | undefined) => (other ? [other.name, ...other.aliases] : [])
  const traces = tracesOf(
    { names, reach },
    [...others.values()].map((other) => ({
      names: namesOf(other),
      reach: [...other.emails, ...other.phones],
    })),
  )
  const { texts, remaining } = context.journal().forget({
    who,
    traces,
    namesOf: (other) => namesOf(others.get(other)),
    cleanCard: cleanedLines,
  })
  context.output.show({ ...plan, texts, remaining }, forgottenView, options)
}

const NOTHING = { encounters: 0, favours: 0, outcomes: 0 }

/** Somebody in the journal, else somebody of whom only its history knows. */
async function personToErase(context: AppContext, wanted: string): Promise<PersonToErase> {
  const journal = context.reading()
  try {
    const { id, name } = await chooseContact(context, wanted)
    const { aliases, reach } = journal.cards.byId(id)!
    return {
      id,
      names: [name, ...aliases],
      reach: reach.map(({ value }) => value),
      who: { contactId: id },
    }
  } catch (error) {
    const isGone = error instanceof NetError && error.problem.kind === 'not-found'
    const deleted = isGone ? journal.deletedPerson(fold(wanted.trim())) : undefined
    if (!deleted) throw error
    const { id, names, reach } = deleted
    return { id, names, reach, who: { deleted } }
  }
}

interface PersonToErase {
  id: number
  /** The one they go by first. */
  names: string[]
  reach: string[]
  who: ForgetTask['who']
}

type Plan = Parameters<typeof forgetPlanView>[0]

async function ask(context: AppContext, plan: Plan): Promise<string> {
  if (!context.prompt.interactive)
    throw badInput(
      'net forget',
      undefined,
      'asks for the name before it erases',
      'Without a terminal add --name "…".',
    )
  context.output.tell(plan, forgetPlanView)
  const typed = await context.prompt.text({ message: 'To erase, write the whole name:' })
  if (typed.trim() === '') throw new NetError({ kind: 'cancelled' })
  return typed
}
