import { compareEvents, oldestFirst, wasVisited } from '../../domain/event-comparison.ts'
import { type EventAccount, toRow, visitedOf, worthOf } from '../../domain/events.ts'
import type { Span } from '../../domain/periods.ts'
import type { Journal } from '../../store/journal.ts'
import type { EventTold, VisitFigures, VisitsData } from '../../ui/views/report/events.ts'
import type { ReportFrame } from './report-frame.ts'

/** The events I was at in some time, the earliest first, as they stood at its end. */
const visitsWithin = (journal: Journal, { from, to }: Span): EventAccount[] =>
  oldestFirst(
    journal.eventFigures.of(journal.events.within(from, to), to).filter((event) => wasVisited(event, to)),
  )

/** Two sections tell of the same visits. */
const ofFrame = new WeakMap<ReportFrame, EventAccount[]>()

function visitsOf(frame: ReportFrame): EventAccount[] {
  const visits = ofFrame.get(frame) ?? visitsWithin(frame.journal, frame.past)
  ofFrame.set(frame, visits)
  return visits
}

export const gatherEvents = (frame: ReportFrame): EventTold[] => visitsOf(frame).map(toRow)

export function gatherVisits(frame: ReportFrame): VisitsData {
  const { journal, past, previous } = frame
  const visits = visitsOf(frame)
  return {
    ...figuresOf(visits),
    before: figuresOf(visitsWithin(journal, previous)),
    inQuestion: inQuestion(journal, visits, past),
    told: visits.map(toRow),
    bySeries: compareEvents(visits, 'series', past.to),
  }
}

const figuresOf = (visits: EventAccount[]): VisitFigures => ({
  count: visits.length,
  people: new Set(visits.flatMap(({ brought }) => brought.met)).size,
  newToMe: new Set(visits.flatMap(({ brought }) => brought.newToMe)).size,
})

/** What was visited in the period and has had no yes for a while. */
function inQuestion({ events }: Journal, visits: EventAccount[], { to }: Span): string[] {
  const last = new Map(visits.map((visit) => [visitedOf(visit), visit]))
  if (last.size === 0) return []
  const ever = oldestFirst(
    events.all().filter((event) => last.has(visitedOf(event)) && (event.on === null || event.on <= to)),
  )
  const reviews = events.reviews(ever.map(({ id }) => id))
  return [...last].flatMap(([thing, { series, name }]) => {
    const those = ever.filter((event) => visitedOf(event) === thing)
    const worth = worthOf(those.map(({ id }) => ({ review: reviews.get(id) ?? null })))
    return worth === 'question' ? [series ?? name] : []
  })
}
