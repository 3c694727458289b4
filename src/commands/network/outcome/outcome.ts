import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { examples } from '../../arguments.ts'
import { addAdd, addEdit, addRemove } from './keep.ts'
import { addList, addShow } from './list.ts'

export function registerOutcome(parent: Command, context: AppContext): void {
  const outcome = parent
    .command('outcome')
    .description('what came of it: orders, jobs, leads; and through whom')
  examples(
    outcome,
    'net outcome add "Website relaunch" --value 4800 --via Ada',
    'net outcome list',
    'net outcome show 3',
  )
  for (const add of [addAdd, addList, addShow, addEdit, addRemove]) add(outcome, context)
}
