import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { cardChanges } from '../../domain/contact-card.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { notTaken, oneCard } from '../../domain/one-card.ts'
import { type Merger, mergedView, mergerView } from '../../ui/views/merged.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

interface MergeOptions {
  yes?: boolean
  dryRun?: boolean
  json?: boolean
}

export function registerMerge(parent: Command, context: AppContext): void {
  const command = parent
    .command('merge')
    .description('make two records of one person one: the first stays, all of the second comes along')
    .argument('<contact>', 'who stays: name, part of a name, or number')
    .argument('<other>', 'whose records come along')
    .option('--yes', 'without asking')
    .option('--dry-run', 'show what would be, and change nothing')
    .option('--json', 'answer as JSON')
    .action((kept: string, other: string, options: MergeOptions) => merge(context, kept, other, options))
  examples(command, 'net merge "Ada Beispiel" "A. Beispiel"', 'net merge "#3" "#17" --yes')
}

async function merge(context: AppContext, one: string, two: string, options: MergeOptions): Promise<void> {
  const kept = await chooseContact(context, one)
  const other = await chooseContact(context, two)
  if (kept.id === other.id)
    throw badInput('net merge', two, `is ${kept.name}, too`, 'Name two: "net list" shows their numbers.')
  const merger = plan(context, kept, other)
  const { yes = false, dryRun = false, json = false } = options
  if (dryRun) return context.output.show(merger, mergerView, { json })
  if (!yes) await confirm(context, merger)
  const journal = context.journal()
  const { operation } = journal.operations.record('merge', (about) => {
    about.people = [kept.name]
    about.text = other.name
    const card = oneCard(journal.cards.byId(kept.id)!, journal.cards.byId(other.id)!)
    journal.duplicates.moveAll(kept.id, other.id)
    journal.cards.save(kept.id, card)
  })
  context.output.show({ ...merger, operation }, mergedView, { json })
}

function plan(
  context: AppContext,
  kept: { id: number; name: string },
  other: { id: number; name: string },
): Merger {
  const journal = context.reading()
  const [mine, theirs] = [journal.cards.byId(kept.id)!, journal.cards.byId(other.id)!]
  const card = oneCard(mine, theirs)
  return {
    operation: null,
    kept: { id: kept.id, name: kept.name },
    other: { id: other.id, name: other.name },
    ...journal.duplicates.merger(kept.id, other.id),
    changes: cardChanges(mine, card),
    notTaken: notTaken(theirs, card),
  }
}

async function confirm(context: AppContext, merger: Merger): Promise<void> {
  if (!context.prompt.interactive)
    throw badInput(
      'net merge',
      undefined,
      'asks before it makes two one',
      'Without a terminal add --yes; --dry-run shows what would be.',
    )
  context.output.tell(merger, mergerView)
  if (!(await context.prompt.confirm('Make them one?', true))) throw new NetError({ kind: 'cancelled' })
}
