import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { type Ability, type Helper, type Match, matchmaker } from '../../domain/matching.ts'
import type { Offering } from '../../domain/offerings.ts'
import type { Journal } from '../../store/journal.ts'
import { type MatchRow, matchesCsv, matchesView, moreMatches, noMatches } from '../../ui/views/match.ts'
import { chooseContactOrMe, examples, positiveNumber } from '../arguments.ts'

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
  const needs = needsOf(context, journal)
  const find = matchmaker(abilitiesOf(context, journal, needs))
  const rows: MatchRow[] = []
  let more = 0
  for (const need of needs) {
    const helpers = wantedOf(find(need), only)
    if (helpers.length === 0) continue
    // Whether they know each other is looked up for what is shown alone: there may be a thousand more.
    if (rows.length < options.limit) rows.push({ need, helpers: bestOf(journal, need, helpers) })
    else more++
  }
  const { output } = context
  if (options.csv) output.showRows(rows.flatMap(eachTwo), () => '', matchesCsv, options)
  else output.show(rows, matchesView(context.today()), options)
  if (rows.length === 0) output.tell({ needs: needs.length }, noMatches)
  if (more > 0) output.tell({ more, all: rows.length + more }, moreMatches)
}

/** Nobody who rests is to be reminded of. */
function needsOf(context: AppContext, journal: Journal): Offering[] {
  const resting = journal.relationships.resting(context.today())
  return journal.offerings.list('need').filter(({ who }) => who === null || !resting(who.id))
}

function abilitiesOf(context: AppContext, journal: Journal, needs: Offering[]): Ability[] {
  if (needs.length === 0) return []
  const resting = journal.relationships.resting(context.today())
  const mine = journal.offerings
    .list('offer', { contactId: null })
    .map(({ what, on }): Ability => ({ who: null, kind: 'offer', text: what, by: null, on }))
  return [...journal.evidence.abilities().filter(({ who }) => !resting(who.id)), ...mine]
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
