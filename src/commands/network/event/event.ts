import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import { examples } from '../../arguments.ts'
import { addCompare } from './compare.ts'
import { addExpect } from './expect.ts'
import { addAdd, addEdit, addRemove } from './keep.ts'
import { addList } from './list.ts'
import { addReview } from './review.ts'
import { addShow } from './show.ts'

export function registerEvent(parent: Command, context: AppContext): void {
  const event = parent
    .command('event')
    .description('meetups, breakfasts and conferences: who was there, how it was, what came of it')
  examples(
    event,
    'net event add Breakfast --on 2026-11-24 --format breakfast --with Ada --cost 12',
    'net event review Breakfast --contacts --insight --no-fun',
    'net event list',
    'net event compare --by format',
  )
  for (const add of [addAdd, addList, addShow, addReview, addCompare, addExpect, addEdit, addRemove])
    add(event, context)
}
