import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import type { Closing } from '../../domain/promises.ts'
import type { FollowUp } from '../../store/follow-ups.ts'
import type { Journal } from '../../store/journal.ts'
import { closedView } from '../../ui/views/todo.ts'
import { dayOf, examples, recordNumber } from '../arguments.ts'

interface DoneOptions {
  letOff?: boolean
  broken?: boolean
  on?: string
  json?: boolean
}

export function registerDone(parent: Command, context: AppContext): void {
  const command = parent
    .command('done')
    .description('close promises, yours or theirs, by their numbers in "net todo": kept, unless you say else')
    .argument('<id...>', 'the numbers')
    .option('--let-off', 'close without its having been kept: nobody minds any more')
    .option('--broken', 'close without its having been kept: it did not come about')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--json', 'answer as JSON')
    .action((ids: string[], options: DoneOptions) => closeFollowUps(context, ids, options))
  examples(
    command,
    'net done 12',
    'net done 12 15 --on yesterday',
    'net done 7 --let-off',
    'net done 9 --broken',
  )
}

async function closeFollowUps(context: AppContext, wanted: string[], options: DoneOptions): Promise<void> {
  const as = closingOf(options)
  const ids = [...new Set(wanted.map((text) => recordNumber('promise', text, 'net todo')))]
  const on = await dayOf(context, options.on)
  for (const id of ids) openFollowUp(context.reading(), id)
  const journal = context.journal()
  const { operation } = journal.operations.record(as === 'kept' ? 'done' : `done ${as}`, (about) => {
    // Looked at again: somebody else may have closed one in the meantime.
    const open = ids.map((id) => openFollowUp(journal, id))
    about.people = [...new Set(open.flatMap(({ people }) => people.map(({ name }) => name)))]
    about.text = open.map(({ what }) => what).join('; ')
    about.count = open.length
    for (const id of ids) journal.followUps.close(id, on, as)
  })
  const followUps = ids.map((id) => journal.followUps.byId(id)!)
  context.output.show({ operation, followUps }, closedView, options)
}

/** @throws NetError when it is said to be both */
function closingOf({ letOff, broken }: DoneOptions): Closing {
  if (letOff && broken)
    throw badInput('--let-off', undefined, 'and --broken are two things', 'Say one of them.')
  return letOff ? 'let-off' : broken ? 'broken' : 'kept'
}

function openFollowUp(journal: Journal, id: number): FollowUp {
  const followUp = journal.followUps.byId(id)
  if (!followUp)
    throw new NetError({ kind: 'not-found', what: 'follow-up', wanted: String(id), suggestions: [] })
  if (followUp.doneOn !== null)
    throw new NetError({ kind: 'already-there', what: 'follow-up', name: followUp.what, id })
  return followUp
}
