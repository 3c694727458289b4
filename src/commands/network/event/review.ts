import { type Command, Option } from 'commander'
import type { AppContext } from '../../../context.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { badInput } from '../../../domain/errors.ts'
import { oldestFirst } from '../../../domain/event-comparison.ts'
import {
  type Answers,
  type EventReview,
  type NetworkingEvent,
  QUESTIONS,
  visitedOf,
  worthOf,
} from '../../../domain/events.ts'
import type { Journal } from '../../../store/journal.ts'
import { askNote, askQuestion } from '../../../ui/event-interview.ts'
import { eventReviewed } from '../../../ui/views/events/reviewed.ts'
import { examples } from '../../arguments.ts'
import { chooseEvent } from '../../choose-event.ts'

interface ReviewOptions extends Partial<Answers> {
  note?: string
  json?: boolean
}

export function addReview(event: Command, context: AppContext): void {
  const review = event
    .command('review')
    .description('say how an event was; what is not said is asked, or stays as it was')
    .argument('<event...>', 'its number or name; of several the last one')
    .option('--contacts', 'you made contacts that matter (--no-contacts: you did not)')
    .option('--insight', 'you learned something relevant (--no-insight)')
    .option('--fun', 'you enjoyed it (--no-fun)')
    .option('--note <text>', 'anything else worth keeping')
    .option('--json', 'answer as JSON')
  for (const question of QUESTIONS) review.addOption(new Option(`--no-${question}`).hideHelp())
  review.action((words: string[], options: ReviewOptions) => reviewEvent(context, words.join(' '), options))
  examples(
    review,
    'net event review Breakfast',
    'net event review Breakfast 2026-10 --contacts --no-insight --fun --note "the talks were too long"',
  )
}

async function reviewEvent(context: AppContext, wanted: string, options: ReviewOptions): Promise<void> {
  const { event, others } = await chooseEvent(context, wanted, 'been')
  const today = context.today()
  refuseYetToCome(event, today)
  const before = context.reading().events.reviews([event.id]).get(event.id) ?? null
  const review = await readReview(context, event, options, before)
  const journal = context.journal()
  const { operation } = journal.operations.record('event review', (about) => {
    about.text = event.name
    // Said again, it is no change.
    if (!before || !isSame(before, review)) journal.events.review(event.id, review)
  })
  context.output.show(
    {
      operation,
      event: { ...event, review: journal.events.reviews([event.id]).get(event.id)! },
      before,
      others: others.filter(({ on }) => on !== null && on <= today),
      worth: worthOf(visitsTo(journal, event, today)),
    },
    eventReviewed(today),
    { json: options.json },
  )
}

/** @throws NetError when it lies in the future */
function refuseYetToCome({ name, on }: NetworkingEvent, today: CivilDate): void {
  if (on !== null && on > today)
    throw badInput(name, undefined, `is still to come (${on})`, 'It can be reviewed from that day on.')
}

const isSame = (one: EventReview, other: EventReview): boolean =>
  one.note === other.note && QUESTIONS.every((question) => one[question] === other[question])

/** @throws NetError when an answer is missing and nobody can be asked */
async function readReview(
  context: AppContext,
  event: NetworkingEvent,
  { note, ...given }: ReviewOptions,
  before: EventReview | null,
): Promise<EventReview> {
  const missing = QUESTIONS.filter((question) => given[question] === undefined)
  const isAsked = missing.length === QUESTIONS.length ? note === undefined : before === null
  if (missing.length > 0 && before === null && !context.prompt.interactive)
    throw badInput(
      'the review',
      undefined,
      `needs ${missing.length === QUESTIONS.length ? 'three answers' : 'the other answers as well'}`,
      `Give ${missing.map((question) => `--${question} or --no-${question}`).join(', ')}.`,
    )
  const answers: Partial<Answers> = { ...(before ?? {}), ...given }
  const asks = isAsked && context.prompt.interactive && missing.length > 0
  if (asks)
    for (const question of missing)
      answers[question] = await askQuestion(context.prompt, question, event.name, before?.[question])
  const { contacts = false, insight = false, fun = false } = answers
  const said = note ?? (asks ? await askNote(context.prompt, before?.note) : before?.note)
  return { contacts, insight, fun, on: context.today(), note: said?.replace(/\r\n?/g, '\n').trim() ?? '' }
}

/** All visits to the same thing with their reviews, the oldest first. */
function visitsTo(journal: Journal, event: NetworkingEvent, today: CivilDate) {
  const visits = journal.events
    .all()
    .filter((each) => visitedOf(each) === visitedOf(event) && (each.on === null || each.on <= today))
  const reviews = journal.events.reviews(visits.map(({ id }) => id))
  return oldestFirst(visits).map(({ id }) => ({ review: reviews.get(id) ?? null }))
}
