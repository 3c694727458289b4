import type { EndorsementsData } from '../../ui/views/report/endorsements.ts'
import type { ReportFrame } from './report-frame.ts'

/** Who spoke for whom, and for me. */
export function gatherEndorsements({ journal, past, previous }: ReportFrame): EndorsementsData {
  const before = journal.endorsements.within(previous)
  const within = journal.endorsements.within(past)
  const count = (mine: boolean) => before.filter((each) => (each.for === null) === mine).length
  return {
    forMe: within.filter((each) => each.for === null),
    forOthers: within.filter((each) => each.for !== null),
    before: { forMe: count(true), forOthers: count(false) },
  }
}
