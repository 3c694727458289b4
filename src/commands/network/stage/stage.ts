import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { examples } from '../../arguments.ts'
import { addList } from './list.ts'
import { addRemove, addSet } from './set.ts'

export function registerStage(parent: Command, context: AppContext): void {
  const stage = parent
    .command('stage')
    .description('where somebody stands: contact, interested, customer, recommender; and since when')
  examples(stage, 'net stage Ada customer', 'net stage list', 'net stage list --proposed')
  for (const add of [addSet, addList, addRemove]) add(stage, context)
}
