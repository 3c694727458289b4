import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { fold } from '../../domain/names.ts'
import { isPaused } from '../../domain/pauses.ts'
import { concernsSomebodyAwake } from '../../domain/promises.ts'
import { restBehind, type Spread, spreadPeople, spreadPromises } from '../../domain/spreading.ts'
import { byStaleness, type Standing } from '../../domain/staleness.ts'
import type { RelationshipFilter } from '../../store/relationships.ts'
import { moreView } from '../../ui/views/more.ts'
import { briefView, laterView, type Nobody, nobodyView, staleCsv, staleView } from '../../ui/views/stale.ts'
import { examples, positiveNumber } from '../arguments.ts'
import { chooseCircle } from '../choose-contact.ts'
import { standingRows } from './standing-rows.ts'

interface StaleOptions {
  circle?: string
  tag?: string
  limit?: number
  all?: boolean
  brief?: boolean
  json?: boolean
  csv?: boolean
}

/** A table of more is not read but scrolled past. */
const SHOWN = 20

export function registerStale(parent: Command, context: AppContext): void {
  const command = parent
    .command('stale')
    .description('list relationships, those going cold first, with a reason to get in touch')
    .option('--circle <name>', 'only people of this circle')
    .option('--tag <tag>', 'only people with this tag')
    .option('--limit <n>', `how many to show (default: ${SHOWN}; all as JSON or CSV)`, positiveNumber)
    .option('--all', 'people not met yet as well, and everybody at once after a pause')
    .addOption(
      new Option('--brief', 'one line for a prompt or a login, silent when all is well').conflicts([
        'json',
        'csv',
        'limit',
      ]),
    )
    .option('--json', 'answer as JSON')
    .addOption(new Option('--csv', 'answer as CSV').conflicts('json'))
    .action((options: StaleOptions) =>
      options.brief ? tellBriefly(context, options) : listStale(context, options),
    )
  examples(command, 'net stale', 'net stale --circle friends --limit 5', 'net stale --brief')
}

function listStale(context: AppContext, options: StaleOptions): void {
  const journal = context.reading()
  const today = context.today()
  const asData = options.json || options.csv
  const most = options.limit ?? (asData ? undefined : SHOWN)
  const { now: standings, later, others } = standingsOf(context, options, most)
  const shown = standings.slice(0, most)
  context.output.showRows(standingRows(journal, shown, today), staleView(today), staleCsv, options)
  if (asData) return
  const more = standings.length - shown.length + others()
  if (more > 0) context.output.tell({ more, all: more + shown.length }, moreView)
  if (later.length > 0) context.output.tell({ later: later.length }, laterView)
  if (standings.length === 0) context.output.tell(whyNobody(context, options), nobodyView)
}

function tellBriefly(context: AppContext, options: StaleOptions): void {
  const today = context.today()
  const cold = standingsOf(context, options).now.filter(({ staleness }) => staleness.state === 'cold')
  const journal = context.reading()
  const resting = journal.relationships.resting(today)
  const due = journal.followUps
    .open()
    .filter(
      ({ whose, due, people }) =>
        whose === 'mine' && due !== null && due <= today && concernsSomebodyAwake(people, resting),
    )
  const { now } = spreadPromises(restBehind(journal.relationships.journalPauses(today), today), due, today)
  context.output.show({ cold: cold.map(({ relationship }) => relationship.name), due: now.length }, briefView)
}

/**
 * Who is to be named, and who only in the weeks to come, after a pause.
 * @param most how many of the coldest are wanted; `others` says how many more there are
 */
function standingsOf(
  context: AppContext,
  options: StaleOptions,
  most?: number,
): Spread<Standing> & { others: () => number } {
  const today = context.today()
  const { relationships } = context.reading()
  const { cadence } = context.settings()
  const filter = filterOf(context, options)
  const { relationships: known, others } =
    most === undefined
      ? { relationships: relationships.list(today, filter), others: () => 0 }
      : relationships.coldest(today, most, cadence, filter)
  const standings = byStaleness(known, today, cadence)
  const rest = options.all ? undefined : restBehind(relationships.journalPauses(today), today)
  return { ...spreadPeople(rest, standings, today, cadence), others }
}

/** @throws NetError when there is no such circle */
const filterOf = (context: AppContext, { circle, tag, all }: StaleOptions): RelationshipFilter => ({
  circleId: circle === undefined ? undefined : chooseCircle(context.reading(), circle).id,
  tag: tag === undefined ? undefined : fold(tag.replace(/^#/, '')),
  neverMet: all,
})

function whyNobody(context: AppContext, { circle, tag }: StaleOptions): Nobody {
  const { relationships } = context.reading()
  const today = context.today()
  const { contacts, encounters } = relationships.beginnings()
  if (!contacts) return 'no-contacts'
  if (isPaused(today, relationships.journalPauses(today))) return 'journal-paused'
  if (circle !== undefined || tag !== undefined) return 'no-match'
  return encounters ? 'resting' : 'no-encounters'
}
