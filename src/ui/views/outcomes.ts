import type { CivilDate } from '../../domain/dates.ts'
import type { OriginLink } from '../../domain/origins.ts'
import type { NetworkShare, TracedOutcome } from '../../domain/outcomes.ts'
import type { Patience } from '../../domain/patience.ts'
import type { StageEvidence } from '../../domain/stages.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold, fromToday, lengthOf, partialDate } from '../dates.ts'
import { amountText, moneyText, plainAmount } from '../money.ts'
import type { Style, View } from '../output.ts'
import { table } from '../table.ts'
import { beside, cut, listed, oneLine, percent, wrap } from '../text.ts'
import { stageProposal } from './stages.ts'

/** An outcome with all that is told of it alone. */
export interface OutcomeAccount extends TracedOutcome {
  /** Its value in equal parts among the links of its chain, in minor units. */
  parts: (OriginLink & { value: number })[]
  /** From the first meeting with who brought it, where this was the first that came through them. */
  daysSinceMet: number | null
}

/** "4,800 EUR"; empty without an amount. */
export const worthText = ({ value, currency }: Pick<TracedOutcome, 'value' | 'currency'>): string =>
  value === null || currency === null ? '' : moneyText(value, currency)

/** "through Ada", "introduced by Lin", "met at Breakfast": the nearest first. */
const chainWords = (chain: readonly OriginLink[]): string[] =>
  chain.map(({ kind, name }, at) =>
    at === 0
      ? `${kind === 'event' ? 'at' : 'through'} ${name}`
      : `${kind === 'event' ? 'met at' : 'introduced by'} ${name}`,
  )

/** "through Ada ← introduced by Lin ← met at Breakfast". */
export const chainTold = (chain: readonly OriginLink[]): string => chainWords(chain).join(' ← ')

/** The chain, and where there is none, why. */
const howItCame = ({ fromNetwork, chain }: Pick<TracedOutcome, 'fromNetwork' | 'chain'>): string =>
  !fromNetwork ? 'another way' : chain.length === 0 ? 'through your network' : chainTold(chain)

/** Longer titles are in the journal, but not said again. */
const LONGEST = 120

export interface OutcomeKept {
  operation: number | null
  done: 'added' | 'changed' | 'removed'
  outcome: OutcomeAccount
  /** Stages that its people may have come to. */
  proposed: StageEvidence[]
}

export const outcomeKept =
  (today: CivilDate): View<OutcomeKept> =>
  ({ operation, done, outcome, proposed }, style) => {
    const { chalk, width } = style
    const title = chalk.bold(cut(oneLine(outcome.title), LONGEST))
    if (done === 'removed') return `${chalk.green('✓')} Removed: ${title}`
    if (operation === null) return `Nothing to change: ${title} is so already.`
    const worth = worthText(outcome)
    const when = dayTold(outcome.on, today, style)
    return [
      `${chalk.green('✓')} ${title}${worth && `: ${worth}`} ${chalk.dim(`(#${outcome.id}, ${when})`)}`,
      ...beside(`  ${chalk.dim('came')}  `, howItCame(outcome), width),
      ...patienceLine(outcome).flatMap((line) => beside('  ', line, width)),
      ...proposed.map((each) => chalk.dim(`  ${stageProposal(each, today)}`)),
    ].join('\n')
  }

/** Said of a first outcome only; later ones come sooner, and tell nothing about patience. */
const patienceLine = ({ chain, daysSinceMet }: OutcomeAccount): string[] =>
  daysSinceMet === null || daysSinceMet === 0
    ? []
    : [`The first that came through ${chain[0]!.name}, ${lengthOf(daysSinceMet)} after you first met.`]

export const outcomeView =
  (today: CivilDate): View<OutcomeAccount> =>
  (outcome, style) => {
    const { chalk, width } = style
    const { customer, chain, fromNetwork, note } = outcome
    const isOther = customer !== null && customer.id !== chain[0]?.id
    const when = `${partialDate(outcome.on)}${style.terminal ? `, ${fromToday(outcome.on, today)}` : ''}`
    const facts = [worthText(outcome), when, isOther ? `for ${customer.name}` : '']
      .filter(Boolean)
      .join(' · ')
    const steps = fromNetwork && chain.length > 0 ? chainWords(chain) : [howItCame(outcome)]
    return [
      ...wrap(`${oneLine(outcome.title)} #${outcome.id}`, width).map((line) => chalk.bold(line)),
      ...wrap(facts, width),
      '',
      chalk.bold('How it came'),
      ...steps.flatMap((step, at) => beside(at === 0 ? '  ' : '  ← ', step, width)),
      ...patienceLine(outcome).flatMap((line) => beside('  ', line, width)),
      ...partsLine(outcome).flatMap((line) => beside('  ', line, width).map((part) => chalk.dim(part))),
      ...(note === '' ? [] : ['', ...wrap(note, width)]),
    ].join('\n')
  }

/** How it is ascribed, said once for all links alike. */
function partsLine({ parts, value, currency }: OutcomeAccount): string[] {
  if (parts.length < 2 || !value || currency === null) return []
  const about = value % parts.length === 0 ? '' : 'about '
  return [
    `In reports its value is shared among these ${parts.length} in equal parts: ${about}${moneyText(Math.floor(value / parts.length), currency)} each.`,
  ]
}

/** The screen holds the latest of what there may be much of; the JSON has all. */
const SHOWN = 5

/** What somebody had a part in, or was for them, each as the story of how it came; nothing is added up. */
export function outcomesOfPerson(
  { id, outcomes }: { id: number; outcomes: readonly TracedOutcome[] },
  { chalk, width }: Style,
): string[] {
  const lines = outcomes.slice(0, SHOWN).flatMap((outcome) => {
    const { on, title, customer, chain } = outcome
    const isFirst = chain.length === 1 && chain[0]!.kind === 'contact' && chain[0]!.id === id
    const whom = customer?.id === id ? 'for them: ' : ''
    const told = [cut(oneLine(title), LONGEST), worthText(outcome), isFirst ? '' : howItCame(outcome)]
    return beside(`  ${chalk.dim(on)}  `, `${whom}${told.filter(Boolean).join(', ')}`, width)
  })
  const more = outcomes.length - SHOWN
  return more > 0 ? [...lines, chalk.dim(`  and ${more} before that`)] : lines
}

export interface OutcomesSummary extends NetworkShare, Patience {
  byYear: (NetworkShare & { year: number })[]
}

export const outcomesView =
  (today: CivilDate, summary: OutcomesSummary): View<TracedOutcome[]> =>
  (outcomes, style) => {
    if (outcomes.length === 0) return ''
    const drawn = table(
      outcomes,
      [
        { heading: '#', cell: ({ id }) => String(id), align: 'right' },
        { heading: 'When', cell: ({ on }) => dayTold(on, today, style) },
        {
          heading: 'What',
          cell: ({ title }) => title,
          flexible: true,
          colour: (text, _, { chalk }) => chalk.bold(text),
        },
        { heading: 'Worth', cell: worthText, align: 'right' },
      ],
      style,
    )
    const [heading, ...lines] = drawn.split('\n')
    const indent = ' '.repeat(Math.max(1, ...outcomes.map(({ id }) => String(id).length)) + 2)
    const rows = lines.flatMap((line, at) => [
      line,
      ...beside(`${indent}← `, howItCame(outcomes[at]!), style.width).map((part) => style.chalk.dim(part)),
    ])
    return [heading, ...rows, '', ...summaryLines(summary, style)].join('\n')
  }

function summaryLines({ byYear, ...all }: OutcomesSummary, { width, chalk }: Style): string[] {
  const years =
    byYear.length > 1 ? [...byYear].reverse().map((year) => `${year.year}: ${shareTold(year)}`) : []
  return [shareTold(all), ...years, ...patienceTold(all)].flatMap((line, at) =>
    wrap(line, width).map((part) => (at === 0 ? part : chalk.dim(part))),
  )
}

/** "3 of 4 came through your network: 7,200 of 9,600 EUR (75 %)." */
export function shareTold({ count, fromNetwork, byCurrency }: NetworkShare): string {
  const values = byCurrency
    .filter(({ value }) => value > 0)
    .map(({ currency, value, fromNetwork: part, share }) =>
      part === value
        ? `all of ${moneyText(value, currency)}`
        : `${amountText(part, currency)} of ${moneyText(value, currency)} (${percent(share)})`,
    )
  const said = `${fromNetwork.count} of ${count} came through your network`
  return `${said}${values.length > 0 ? `: ${listed(values)}` : ` (${percent(fromNetwork.share)})`}.`
}

/** Half of something has a meaning from a handful on. */
const ENOUGH = 4

/** How long it took; nothing where it is not known of anybody. */
export function patienceTold({ measured, medianDays, quartileDays }: Patience): string[] {
  if (medianDays === null || quartileDays === null) return []
  const { lower, upper } = quartileDays
  const half =
    measured < ENOUGH || lower === upper ? '' : `; half of them ${lengthOf(lower)} to ${lengthOf(upper)}`
  const whom = measured === 1 ? '1 person' : `median of ${measured} people${half}`
  return [`From the first meeting to the first outcome through somebody: ${lengthOf(medianDays)} (${whom}).`]
}

export const noOutcomes: View<{ year?: string }> = ({ year }) =>
  year === undefined
    ? 'No outcomes yet. An order, a job or a lead is one, and how it came:\nnet outcome add "Website relaunch" --value 4800 --via Ada'
    : `No outcomes in ${year}. "net outcome list" shows those of all years.`

export const outcomesCsv: CsvColumns<TracedOutcome> = [
  ['id', ({ id }) => id],
  ['on', ({ on }) => on],
  ['title', ({ title }) => title],
  [
    'value',
    ({ value, currency }) => (value === null || currency === null ? null : plainAmount(value, currency)),
  ],
  ['currency', ({ currency }) => currency],
  ['fromNetwork', ({ fromNetwork }) => String(fromNetwork)],
  ['via', ({ via }) => via?.name],
  ['customer', ({ customer }) => customer?.name],
  ['event', ({ event }) => event?.name],
  ['chain', ({ chain }) => chain.map(({ name }) => name).join(' < ')],
  ['note', ({ note }) => note],
]
