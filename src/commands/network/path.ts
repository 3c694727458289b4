import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { closerFirst, isKnownWell } from '../../domain/closeness.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { findPerson, isNearMiss, type NameDirectory } from '../../domain/names.ts'
import { shortestChains } from '../../domain/paths.ts'
import type { Journal } from '../../store/journal.ts'
import type { Whereabouts } from '../../store/paths.ts'
import { noPath, type PathRow, pathsView } from '../../ui/views/path.ts'
import { examples } from '../arguments.ts'
import { chooseContact, isMe } from '../choose-contact.ts'
import { tellNetworkBalance } from './balance-told.ts'

/** People of a chain at most: further away nobody can put in a word any more. */
const LONGEST = 5
const CHAINS = 5
/** Favours that are called to mind, each way. */
const FAVOURS = 2

export function registerPath(parent: Command, context: AppContext): void {
  const command = parent
    .command('path')
    .description(
      `Find who could open a door: the shortest chains of people who know each other, from somebody you have met to a contact, or to anybody at an organisation or in a place. At most ${CHAINS} chains of up to ${LONGEST} people; of equally long ones those first whose first person you know better.`,
    )
    .argument('<to...>', 'a contact, an organisation or a place')
    .option('--json', 'answer as JSON')
    .action((to: string[], options: { json?: boolean }) => findPath(context, to.join(' '), options))
  examples(command, 'net path "Lin Chen"', 'net path "Analytical Engines"', 'net path Lisbon --json')
}

async function findPath(context: AppContext, to: string, options: { json?: boolean }): Promise<void> {
  const { ids, name, somewhere } = await destination(context, to)
  const journal = context.reading()
  const today = context.today()
  const chains = shortestChains(
    ids,
    {
      neighbours: (people) => journal.ties.neighbours(people),
      met: (people) => journal.closeness.met(people, today),
      acquaintances: (people) => journal.closeness.inShort(people, today),
    },
    { today, longest: LONGEST, enough: CHAINS, closer: closerFirst(today) },
  )
  const rows = rowsOf(journal, chains, today)
  // Before an ask, and never about the one who is asked.
  if (rows.some(({ chain }) => chain.length > 1) && !options.json) tellNetworkBalance(context)
  context.output.show(rows, pathsView(today), options)
  if (rows.length === 0) context.output.tell({ name, somewhere }, noPath)
}

interface Destination {
  ids: number[]
  name: string
  /** An organisation or a place, rather than one person. */
  somewhere: boolean
}

/**
 * Where a way is wanted to: a contact by their whole name or number, else an organisation or a place, else a contact by part
 * of a name.
 * @throws NetError not-found with near misses; ambiguous with the candidates
 */
async function destination(context: AppContext, wanted: string): Promise<Destination> {
  const journal = context.reading()
  if (wanted.trim() === '')
    throw badInput('the path', undefined, 'leads nowhere', 'Name a contact, an organisation or a place.')
  if (isMe(wanted))
    throw badInput('the path', wanted, 'leads to yourself', 'Name a contact, an organisation or a place.')
  // Near misses take the longest to look for, and are of use only where there is nothing else.
  const found = findPerson(wanted, { ...journal.names, near: () => [] })
  const whole = found.state === 'one' && found.how !== 'part'
  const there = whole ? undefined : journal.paths.destinations(wanted)
  if (there && there.names.length > 0 && (there.whole || found.state === 'none'))
    return { ids: journal.paths.peopleAt(there.names), name: wanted, somewhere: true }
  if (found.state === 'none') {
    const suggestions = [...nearPeople(wanted, journal.names), ...journal.paths.namesNear(wanted, isNearMiss)]
    throw new NetError({ kind: 'not-found', what: 'destination', wanted, suggestions })
  }
  const person = await chooseContact(context, wanted)
  return { ids: [person.id], name: person.name, somewhere: false }
}

function nearPeople(wanted: string, names: NameDirectory): string[] {
  const found = findPerson(wanted, names)
  return found.state === 'none' ? found.near.map(({ name }) => name) : []
}

function rowsOf(journal: Journal, chains: number[][], today: string): PathRow[] {
  const people = journal.paths.whereabouts([...new Set(chains.flat())])
  const acquaintances = journal.closeness.of(
    chains.map(([asker]) => asker!),
    today,
  )
  return chains.map((ids) => {
    const chain = ids.map((id) => ({ id, name: people.get(id)!.name }))
    const asker = chain[0]!
    const { lastOn, encounters } = acquaintances.get(asker.id)!
    const favours = (direction: 'gave' | 'got') =>
      journal.paths.latestFavours(asker.id, direction, today, FAVOURS)
    return {
      chain,
      asker,
      knownWell: isKnownWell(acquaintances.get(asker.id)!, today),
      encounters,
      lastOn,
      metOn: people.get(asker.id)!.metOn,
      gave: favours('gave'),
      got: favours('got'),
      to: whereabouts(people.get(ids.at(-1)!)!),
    }
  })
}

const whereabouts = ({ id, name, org, role, place }: Whereabouts): PathRow['to'] => ({
  id,
  name,
  org,
  role,
  place,
})
