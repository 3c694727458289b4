import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { flowOf } from '../../domain/balance.ts'
import { birthdaysSoon, daysOfBirthdaysSoon } from '../../domain/birthdays.ts'
import { addDays, type CivilDate } from '../../domain/dates.ts'
import { findEvents, likeliest } from '../../domain/event-finding.ts'
import { DAYS_OF_INTRODUCTION, type IntroductionTold, toldOn } from '../../domain/introductions.ts'
import { isPaused } from '../../domain/pauses.ts'
import { quarterOf, type Span } from '../../domain/periods.ts'
import { concernsSomebodyAwake, urgency } from '../../domain/promises.ts'
import { fellDueIn, restBehind, spreadPeople, spreadPromises } from '../../domain/spreading.ts'
import { byStaleness } from '../../domain/staleness.ts'
import type { FollowUp } from '../../store/follow-ups.ts'
import type { Journal } from '../../store/journal.ts'
import { type DuePromise, type Today, todayView } from '../../ui/views/today.ts'
import { standingRows } from './standing-rows.ts'

const PEOPLE_TO_SEE = 5

/** What `net` alone does; it hangs on the program itself. */
export function registerToday(program: Command, context: AppContext): void {
  program
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => showToday(context, options))
}

function showToday(context: AppContext, options: { json?: boolean }): void {
  const journal = context.reading()
  const today = context.today()
  const resting = journal.relationships.resting(today)
  const open = journal.followUps.open().filter(({ people }) => concernsSomebodyAwake(people, resting))
  const birthdays = journal.occasions.birthdays(daysOfBirthdaysSoon(today)).filter(({ id }) => !resting(id))
  const { cadence } = context.settings()
  const rest = restBehind(journal.relationships.journalPauses(today), today)
  const { relationships } = journal.relationships.coldest(today, PEOPLE_TO_SEE, cadence)
  const standings = byStaleness(relationships, today, cadence)
  const people = spreadPeople(rest, standings, today, cadence)
  const see = people.now.filter(({ staleness }) => staleness.state !== 'warm').slice(0, PEOPLE_TO_SEE)
  const [mine, theirs] = (['mine', 'theirs'] as const).map((whose) => due(open, whose, rest, today))
  const data: Today = {
    today,
    begun: journal.relationships.beginnings().contacts,
    reviews: reviewsOpen(journal, today),
    promises: { mine: mine!.now, theirs: theirs!.now },
    see: standingRows(journal, see, today),
    introductions: introductionsOpen(journal, today, resting),
    birthdays: birthdaysSoon(birthdays, today),
    quarter: quarterSoFar(journal, today),
    later: { people: people.later.length, promises: mine!.later.length + theirs!.later.length },
  }
  context.output.show(data, todayView, options)
}

/** So long an evening is remembered well enough to say how it was. */
const DAYS_TO_REVIEW = 30

/** Events of late that nobody has said yet how they were; nothing is asked while the whole journal rests. */
function reviewsOpen({ events, pauses }: Journal, today: CivilDate): Today['reviews'] {
  if (isPaused(today, pauses.of(null))) return []
  const open = events.unreviewed(addDays(today, -DAYS_TO_REVIEW), addDays(today, -1))
  const all = open.length > 0 ? events.refs() : []
  return open.map(({ id, name, on }) => {
    const found = findEvents(name, all)
    const isLast = found.state === 'same' && likeliest(found.events, 'been', today)?.id === id
    return { id, name, on, isLast }
  })
}

/** Introductions of late that wait for something; not of anybody who rests. */
function introductionsOpen(
  { introductions, pauses }: Journal,
  today: CivilDate,
  resting: (id: number) => boolean,
): IntroductionTold[] {
  if (isPaused(today, pauses.of(null))) return []
  return introductions
    .waiting(today, addDays(today, -DAYS_OF_INTRODUCTION))
    .filter(
      ({ introducer, people }) =>
        ![...people, ...(introducer ? [introducer] : [])].some(({ id }) => resting(id)),
    )
    .map((introduction) => toldOn(today, introduction))
    .filter(({ open }) => open !== null)
}

/** What fell due while all rested comes up little by little. */
function due(open: FollowUp[], whose: FollowUp['whose'], rest: Span | undefined, today: CivilDate) {
  const promises = open.flatMap((promise): DuePromise[] => {
    const { id, what, due, people } = promise
    const state = fellDueIn(rest, due) ? 'rested' : urgency(due, today)
    return promise.whose !== whose || state === null ? [] : [{ id, what, due: due!, state, people }]
  })
  return spreadPromises(rest, promises, today)
}

function quarterSoFar(journal: Journal, today: CivilDate): Today['quarter'] {
  const quarter = quarterOf(today)
  const past = { from: quarter.from, to: today }
  const { count, people } = journal.reports.encounters(past)
  const { gave, got } = flowOf(journal.reports.favoursByKind(past))
  return { ...quarter, encounters: count, people, gave: gave.count, got: got.count }
}
