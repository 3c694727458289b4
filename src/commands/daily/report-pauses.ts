import type { Span } from '../../domain/periods.ts'
import { restsOf } from '../../domain/spreading.ts'
import type { Journal } from '../../store/journal.ts'
import type { KnownPause } from '../../store/pauses.ts'
import type { RestData } from '../../ui/views/report/pauses.ts'
import type { ReportFrame } from './report-frame.ts'

/** Rests of the whole journal that reach into the period, and what came in those days of it. */
export function gatherPauses({ journal, past }: ReportFrame): RestData[] {
  const pauses = journal.pauses.of(null).filter(({ from }) => from <= past.to)
  return restsOf(pauses.map((pause) => ({ ...pause, until: pause.until ?? past.to })))
    .map(({ from, to }) => ({
      from: from < past.from ? past.from : from,
      to: to > past.to ? past.to : to,
    }))
    .filter(({ from, to }) => from <= to)
    .map((rest) => ({ ...rest, why: reasonsOf(pauses, rest), ...broughtIn(journal, rest) }))
}

/** What the network brought in some days without having been asked. */
const broughtIn = (
  { reports, outcomes }: Journal,
  rest: Span,
): Pick<RestData, 'encounters' | 'got' | 'introductions' | 'outcomes'> => ({
  encounters: reports.encounters(rest),
  got: reports.flow(rest).got,
  introductions: reports.introductions(rest).received,
  outcomes: outcomes.figures(rest).filter(({ fromNetwork }) => fromNetwork).length,
})

const reasonsOf = (pauses: KnownPause[], { from, to }: Span): string[] => [
  ...new Set(
    pauses
      .filter((pause) => pause.from <= to && (pause.until === null || pause.until >= from))
      .flatMap(({ why }) => why ?? []),
  ),
]
