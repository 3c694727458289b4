import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { isKnownWell } from '../../domain/closeness.ts'
import type { Door } from '../../domain/evidence.ts'
import { excerpt, searchTerms } from '../../domain/search.ts'
import { moreView } from '../../ui/views/more.ts'
import { doorsCsv, doorsView, noDoors, partlyFitting, pathHint, type ShownDoor } from '../../ui/views/who.ts'
import { examples, positiveNumber } from '../arguments.ts'
import { tellNetworkBalance } from './balance-told.ts'
import { doorsTo, soughtTopics } from './seeking.ts'

interface WhoOptions {
  limit: number
  json?: boolean
  csv?: boolean
}

/** Characters of a note; the rest of it is about something else. */
const SNIPPET = 160

export function registerWho(parent: Command, context: AppContext): void {
  const command = parent
    .command('who')
    .description(
      'find who could open a door, by what they offer, who speaks for them, what they do, where they are and what you know of them',
    )
    .argument('<words...>', 'what you look for: a skill, a field, a company, a place')
    .option('--limit <number>', 'how many at most', positiveNumber, 10)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV')
    .action((words: string[], options: WhoOptions) => showDoors(context, words.join(' '), options))
  examples(command, 'net who "designer in Lisbon"', 'net who tax adviser', 'net who Siemens --json')
}

function showDoors(context: AppContext, words: string, options: WhoOptions): void {
  const topics = soughtTopics(words)
  const today = context.today()
  const { output } = context
  const journal = context.reading()
  const { doors: best, count } = doorsTo(journal, topics, today, options.limit)
  const known = journal.closeness.inShort(
    best.map(({ id }) => id),
    today,
  )
  const terms = searchTerms(topics.map(({ said }) => said).join(' '))
  const doors = best.map(
    (door): ShownDoor => ({
      ...shortened(door, terms),
      lastOn: known.get(door.id)!.lastOn,
    }),
  )
  // Before an ask, and of the network alone.
  if (doors.length > 0 && !options.json && !options.csv) tellNetworkBalance(context)
  output.showRows(doors, doorsView(today), doorsCsv, options)
  if (doors.length === 0) output.tell({ words }, noDoors)
  if (doors.some(({ missing }) => missing.length > 0)) output.tell({ words }, partlyFitting)
  if (count > best.length) output.tell({ more: count - best.length, all: count }, moreView)
  const stranger = doors.find(({ id }) => !isKnownWell(known.get(id)!, today))
  if (stranger && !options.json && !options.csv) output.tell(stranger, pathHint)
}

/** Of a note only the part that was looked for. */
const shortened = ({ why, ...door }: Door, terms: ReturnType<typeof searchTerms>): Door => ({
  ...door,
  why: why.map((each) =>
    each.kind === 'note' ? { ...each, text: excerpt(each.text, terms, SNIPPET).text } : each,
  ),
})
