import { attributionOf } from '../../domain/attribution.ts'
import { ascending } from '../../domain/order.ts'
import { networkShare, networkShareByYear } from '../../domain/outcomes.ts'
import { patienceOf } from '../../domain/patience.ts'
import type { Span } from '../../domain/periods.ts'
import { type Client, daysSince, type SnowballStory, STAGES, snowball } from '../../domain/stages.ts'
import type { Journal } from '../../store/journal.ts'
import type { OutcomesData } from '../../ui/views/report/outcomes.ts'
import type { StagesData } from '../../ui/views/report/stages.ts'
import type { ReportFrame } from './report-frame.ts'

/** What came of it in the period; the years go from the first outcome to its end. */
export function gatherOutcomes({ journal: { outcomes }, past, previous }: ReportFrame): OutcomesData {
  const traced = outcomes.withChains(past)
  return {
    ...networkShare(traced),
    ...patienceOf(outcomes.firsts(past)),
    chains: traced
      .filter(({ chain }) => chain.length > 0)
      .map(({ id, title, on, value, currency, chain }) => ({ id, title, on, value, currency, chain })),
    attributed: attributionOf(traced),
    byYear: networkShareByYear(outcomes.figures({ from: '0000-01-01', to: past.to })),
    before: networkShare(outcomes.figures(previous)),
  }
}

/** Who came nearer in the period, and which customers came through earlier ones. */
export function gatherStages({ journal, past, previous }: ReportFrame): StagesData {
  const { stages } = journal
  const counts = stages.counts(past.to)
  const clients = stages.clients()
  return {
    reached: stages
      .within(past)
      .map(({ id, name, stage, on, metOn }) => ({ id, name, stage, on, daysSinceMet: daysSince(metOn, on) })),
    standing: STAGES.map((stage) => ({ stage, count: counts.get(stage) ?? 0 })),
    snowball: snowballIn(journal, clients, past),
    before: {
      reached: stages.within(previous).length,
      snowball: snowballIn(journal, clients, previous).length,
    },
  }
}

function snowballIn({ stages, origins }: Journal, all: Client[], { from, to }: Span): SnowballStory[] {
  const clients = new Map(all.map((client) => [client.id, client]))
  const customers = all
    .filter(({ customerOn }) => customerOn !== null && customerOn >= from && customerOn <= to)
    .sort((a, b) => ascending(a.customerOn!, b.customerOn!) || a.id - b.id)
  return snowball(
    customers,
    (id) => clients.get(id),
    (id) => stages.broughtBy(id) ?? origins.of(id).introducedBy,
  )
}
