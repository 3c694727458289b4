import type { Attribution } from '../../../domain/attribution.ts'
import type { NetworkShare, TracedOutcome } from '../../../domain/outcomes.ts'
import type { Patience } from '../../../domain/patience.ts'
import { moneyText } from '../../money.ts'
import { counted, listed } from '../../text.ts'
import { chainTold, patienceTold, shareTold, worthText } from '../outcomes.ts'
import type { Block, Figure, SectionView, Telling } from './blocks.ts'

export interface OutcomesData extends NetworkShare, Patience {
  /** Those that came through the network, and how; the newest first. */
  chains: Pick<TracedOutcome, 'id' | 'title' | 'on' | 'value' | 'currency' | 'chain'>[]
  attributed: Attribution[]
  byYear: (NetworkShare & { year: number })[]
  before: NetworkShare
}

/** More stories than that nobody reads at once. */
const STORIES = 10
const YEARS = 5

export const outcomesView: SectionView<OutcomesData> = {
  title: 'What came of it',
  blocks: (data, telling) => {
    if (data.count + data.before.count === 0) return []
    return [
      { kind: 'text', text: summary(data, telling) },
      ...stories(data),
      ...events(data.attributed),
      ...patienceTold(data).map((text): Block => ({ kind: 'text', text })),
      ...years(data),
    ]
  },
  figures: (data) => [
    { key: 'count', value: data.count, before: data.before.count },
    { key: 'fromNetwork.count', value: data.fromNetwork.count, before: data.before.fromNetwork.count },
    ...data.byCurrency.flatMap((each) => currencyFigures(each, data.before)),
    ...(data.medianDays === null ? [] : [{ key: 'medianDays', value: data.medianDays }]),
    ...(data.quartileDays === null
      ? []
      : [
          { key: 'quartileDays.lower', value: data.quartileDays.lower },
          { key: 'quartileDays.upper', value: data.quartileDays.upper },
        ]),
    ...data.attributed.flatMap(({ currency, people, events, unattributed, byEvent }) => [
      { key: `attributed.${currency}.people`, value: people },
      { key: `attributed.${currency}.events`, value: events },
      { key: `attributed.${currency}.unattributed`, value: unattributed },
      ...byEvent.map(({ id, value }) => ({ key: `attributed.${currency}.event.${id}`, value })),
    ]),
    ...data.byYear.flatMap(({ year, count, fromNetwork }) => [
      { key: `year.${year}.count`, value: count },
      { key: `year.${year}.fromNetwork.count`, value: fromNetwork.count },
    ]),
  ],
}

function currencyFigures(
  { currency, value, fromNetwork }: NetworkShare['byCurrency'][number],
  before: NetworkShare,
): Figure[] {
  const then = before.byCurrency.find((each) => each.currency === currency)
  return [
    { key: `${currency}.value`, value, before: then?.value ?? 0 },
    { key: `${currency}.fromNetwork`, value: fromNetwork, before: then?.fromNetwork ?? 0 },
  ]
}

function summary(data: OutcomesData, telling: Telling): string {
  if (data.count === 0)
    return `Nothing this time (${telling.before}: ${counted(data.before.count, 'outcome')}).`
  const { count, fromNetwork } = data.before
  const before = count === 0 ? '' : ` ${telling.before}: ${fromNetwork.count} of ${count}.`
  return `${shareTold(data)}${before}`
}

function stories({ chains }: OutcomesData): Block[] {
  if (chains.length === 0) return []
  const rows = chains.slice(0, STORIES).map((each) => ({
    name: each.title,
    why: [worthText(each), chainTold(each.chain)].filter(Boolean).join(', '),
  }))
  const more = chains.length - rows.length
  return [
    { kind: 'steps', rows },
    ...(more > 0
      ? [{ kind: 'text', text: `… and ${more} more: "net outcome list" shows all.` } as const]
      : []),
  ]
}

/** Events may be compared, people not. What goes by one name is one thing here. */
function events(attributed: Attribution[]): Block[] {
  const parts = attributed.flatMap(({ currency, byEvent }) => {
    const sums = new Map<string, number>()
    for (const { name, value } of byEvent) sums.set(name, (sums.get(name) ?? 0) + value)
    return [...sums].map(([name, value]) => `${moneyText(value, currency)} to ${name}`)
  })
  if (parts.length === 0) return []
  return [
    {
      kind: 'text',
      text: `Counting each link of a chain alike, this goes back to events: ${listed(parts)}.`,
    },
  ]
}

/** Years tell something as soon as there are two. */
function years({ byYear }: OutcomesData): Block[] {
  if (byYear.length < 2) return []
  const rows = byYear.slice(-YEARS).map((year) => ({ name: String(year.year), why: shareTold(year) }))
  return [{ kind: 'steps', rows }]
}
