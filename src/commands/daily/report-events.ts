import { compareEvents, oldestFirst, wasVisited } from '../../domain/event-comparison.ts'
import { type EventAccount, toRow, visitedOf } from '../../domain/events.ts'
import type { Span } from '../../domain/periods.ts'
import type { Journal } from '../../store/journal.ts'
import type { EventTold, VisitFigures, VisitsData } from '../../ui/views/report/events.ts'

interface Frame {
  journal: Journal
  past: Span
  previous: Span
}

/** The events I was at in some time, the earliest first, as they stood at its end. */
const visitsWithin = (journal: Journal, { from, to }: Span): EventAccount[] =>
  oldestFirst(
    journal.eventFigures.of(journal.events.within(from, to), to).filter((event) => wasVisited(event, to)),
  )

export const gatherEvents = ({ journal, past }: Frame): EventTold[] => visitsWithin(journal, past).map(toRow)

export function gatherVisits({ journal, past, previous }: Frame): VisitsData {
  const visits = visitsWithin(journal, past)
  return {
    ...figuresOf(visits),
    before: figuresOf(visitsWithin(journal, previous)),
    inQuestion: inQuestion(journal, visits, past),
    told: visits.map(toRow),
  }
}

const figuresOf = (visits: EventAccount[]): VisitFigures => ({
  count: visits.length,
  people: new Set(visits.flatMap(({ brought }) => brought.met)).size,
  newToMe: new Set(visits.flatMap(({ brought }) => brought.newToMe)).size,
})

/** What was visited in the period and has had no yes for a while. */
function inQuestion(journal: Journal, visits: EventAccount[], { to }: Span): string[] {
  const visited = new Set(visits.map(visitedOf))
  if (visited.size === 0) return []
  const ever = journal.events.all().filter((event) => visited.has(visitedOf(event)))
  return compareEvents(journal.eventFigures.of(ever, to), 'series', to)
    .filter(({ worth }) => worth === 'question')
    .flatMap(({ name }) => name ?? [])
}
