import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { type Ability, type Helper, type Match, matchmaker, mayFitAny } from '../../domain/matching.ts'
import type { Offering } from '../../domain/offerings.ts'
import type { Journal } from '../../store/journal.ts'
import { type MatchRow, matchesCsv, matchesView, moreMatches, noMatches } from '../../ui/views/match.ts'
import { examples, positiveNumber } from '../arguments.ts'
import { chooseContactOrMe } from '../choose-contact.ts'

interface MatchOptions {
  limit: number
  json?: boolean
  csv?: boolean
}

/** Of those who could help the best are enough. */
const HELPERS = 5

export function registerMatch(parent: Command, context: AppContext): void {
  const command = parent
    .command('match')
    .description(
      'see who could help whom: what somebody looks for, and others who offer it or are known for it. An introduction waiting to happen.',
    )
    .argument('[contact|me...]', 'only what a contact, or you, look for or could help with')
    .option('--limit <number>', 'how many needs at most', positiveNumber, 10)
    .option('--json', 'answer as JSON')
    .option('--csv', 'answer as CSV, a row for each two')
    .action((wanted: string[], options: MatchOptions) => showMatches(context, wanted.join(' '), options))
  examples(command, 'net match', 'net match Ada', 'net match me --json')
}

async function showMatches(context: AppContext, wanted: string, options: MatchOptions): Promise<void> {
  const only = wanted === '' ? undefined : ((await chooseContactOrMe(context, wanted))?.id ?? null)
  const journal = context.reading()
  const resting = journal.relationships.resting(context.today())
  const rows: MatchRow[] = []
  let needs = 0
  // One more than is shown tells that there are more; how many, nobody needs to know.
  for (const some of inPortions(journal.offerings.newest('need'), options.limit + 1)) {
    const awake = some.filter(({ who }) => who === null || !resting(who.id))
    needs += awake.length
    const find = matchmaker(abilitiesFor(journal, awake, resting))
    for (const need of awake) {
      const helpers = rows.length > options.limit ? [] : wantedOf(find(need), only)
      if (helpers.length > 0) rows.push({ need, helpers: bestOf(journal, need, helpers) })
    }
    if (rows.length > options.limit) break
  }
  const isMore = rows.length > options.limit && rows.pop() !== undefined
  const { output } = context
  if (options.csv) output.showRows(rows.flatMap(eachTwo), () => '', matchesCsv, options)
  else output.show(rows, matchesView(context.today()), options)
  if (rows.length === 0) output.tell({ needs }, noMatches)
  if (isMore) output.tell({ limit: options.limit }, moreMatches)
}

/** Each twice as many as the one before: mostly the first will do, and else all are looked through in a few goes. */
function* inPortions<Item>(items: Iterable<Item>, first: number): Generator<Item[]> {
  let portion: Item[] = []
  let size = first
  for (const item of items) {
    portion.push(item)
    if (portion.length < size) continue
    yield portion
    portion = []
    size *= 2
  }
  if (portion.length > 0) yield portion
}

/** What may fit these needs. Nobody who rests is to be reminded of. */
function abilitiesFor(journal: Journal, needs: Offering[], resting: (id: number) => boolean): Ability[] {
  const mayFit = mayFitAny(needs)
  const mine = journal.offerings
    .list('offer', { contactId: null })
    .filter(({ what }) => mayFit(what))
    .map(({ what, on }): Ability => ({ who: null, kind: 'offer', text: what, by: null, on }))
  return [...journal.evidence.abilities(mayFit).filter(({ who }) => !resting(who.id)), ...mine]
}

const wantedOf = ({ need, helpers }: Match, only: number | null | undefined): Helper[] =>
  helpers.filter(
    ({ who }) => only === undefined || only === (need.who?.id ?? null) || only === (who?.id ?? null),
  )

/** The best of them; whoever does not know the other yet goes first. */
const bestOf = (journal: Journal, need: Offering, helpers: Helper[]) =>
  helpers
    .slice(0, HELPERS)
    .map((helper) => ({ ...helper, knowEachOther: knowEachOther(journal, need, helper) }))
    .sort((a, b) => Number(a.knowEachOther) - Number(b.knowEachOther))

/** By a tie, or because the one has spoken for the other. */
function knowEachOther(journal: Journal, { who: seeker }: Offering, { who, why }: Helper): boolean {
  if (seeker === null || who === null) return false
  return why.some(({ by }) => by?.id === seeker.id) || journal.ties.between(seeker.id, who.id) !== undefined
}

const eachTwo = ({ need, helpers }: MatchRow) => helpers.map((helper) => ({ need, ...helper }))
