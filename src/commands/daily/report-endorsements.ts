import type { Span } from '../../domain/periods.ts'
import type { Journal } from '../../store/journal.ts'
import type { EndorsementsData } from '../../ui/views/report/endorsements.ts'

interface Frame {
  journal: Journal
  past: Span
  previous: Span
}

/** Who spoke for whom, and for me. */
export function gatherEndorsements({ journal, past, previous }: Frame): EndorsementsData {
  const before = journal.endorsements.within(previous)
  const within = journal.endorsements.within(past)
  const count = (mine: boolean) => before.filter((each) => (each.for === null) === mine).length
  return {
    forMe: within.filter((each) => each.for === null),
    forOthers: within.filter((each) => each.for !== null),
    before: { forMe: count(true), forOthers: count(false) },
  }
}
