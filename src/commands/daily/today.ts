import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { flowOf } from '../../domain/balance.ts'
import { birthdaysSoon, daysOfBirthdaysSoon } from '../../domain/birthdays.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { quarterOf } from '../../domain/periods.ts'
import { concernsSomebodyAwake, urgency } from '../../domain/promises.ts'
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
  const going = byStaleness(journal.relationships.list(today), today, context.settings().cadence)
  const see = going.filter(({ staleness }) => staleness.state !== 'warm').slice(0, PEOPLE_TO_SEE)
  const data: Today = {
    today,
    begun: journal.relationships.beginnings().contacts,
    promises: { mine: due(open, 'mine', today), theirs: due(open, 'theirs', today) },
    see: standingRows(journal, see, today),
    birthdays: birthdaysSoon(birthdays, today),
    quarter: quarterSoFar(journal, today),
  }
  context.output.show(data, todayView, options)
}

const due = (open: FollowUp[], whose: FollowUp['whose'], today: CivilDate): DuePromise[] =>
  open.flatMap((promise) => {
    const state = urgency(promise.due, today)
    if (promise.whose !== whose || state === null) return []
    return [{ id: promise.id, what: promise.what, due: promise.due!, state, people: promise.people }]
  })

function quarterSoFar(journal: Journal, today: CivilDate): Today['quarter'] {
  const quarter = quarterOf(today)
  const past = { from: quarter.from, to: today }
  const { count, people } = journal.reports.encounters(past)
  const { gave, got } = flowOf(journal.reports.favoursByKind(past))
  return { ...quarter, encounters: count, people, gave: gave.count, got: got.count }
}
