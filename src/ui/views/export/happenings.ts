import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type {
  EncounterRecord,
  EventRecord,
  FollowUpRecord,
  IntroductionRecord,
  JournalRecords,
} from '../../../domain/journal-records.ts'
import type { Outcome } from '../../../domain/outcomes.ts'
import { kindTold } from '../../encounter-kinds.ts'
import { moneyText } from '../../money.ts'
import { capitalised, listed } from '../../text.ts'
import { escaped } from '../report/markdown.ts'

/** Something of a day, told as Markdown. */
export interface Happening {
  on: CivilDate
  told: string
}

const names = (people: readonly PersonRef[]): string => listed(people.map(({ name }) => escaped(name)))
/** " with Ada and Grace"; nothing where nobody is named. */
const beside = (word: string, people: readonly PersonRef[]): string =>
  people.length === 0 ? '' : ` ${word} ${names(people)}`
const part = (before: string, text: string | null): string =>
  text === null || text === '' ? '' : `${before}${escaped(text)}`

/** What happened, promises and favours among it, the oldest first; of one day the encounter goes before what came of it. */
export const happenings = (records: JournalRecords): Iterable<Happening> =>
  inOrder([
    told(records.events, eventTold),
    told(records.encounters, (encounter) => ({ on: encounter.on, told: encounterTold(encounter) })),
    told(records.favours, ({ on, direction, what, people }) => ({
      on,
      told:
        direction === 'gave'
          ? `I gave${people.length > 0 ? ` ${names(people)}` : ''}: ${escaped(what)}`
          : `I got${beside('from', people)}: ${escaped(what)}`,
    })),
    told(records.followUps, promiseTold),
    told(records.introductions, introductionTold),
    told(records.endorsements, ({ on, by, for: whom, topic, story }) => ({
      on,
      told: `${escaped(by.name)} spoke for ${whom ? escaped(whom.name) : 'me'}${part(': ', [topic, story].filter(Boolean).join(': '))}`,
    })),
    told(records.stages, ({ on, contact, stage }) => ({ on, told: `${escaped(contact.name)}: ${stage}` })),
    told(records.outcomes, outcomeTold),
  ])

function* told<T>(rows: Iterable<T>, tell: (row: T) => Happening | undefined): Generator<Happening> {
  for (const row of rows) {
    const happening = tell(row)
    if (happening) yield happening
  }
}

/** What is in order each, put in one order; of one day what is named first comes first. */
function* inOrder(sources: Iterator<Happening>[]): Generator<Happening> {
  const heads = sources.map((source) => ({ source, next: source.next() }))
  for (;;) {
    let first: (typeof heads)[number] | undefined
    for (const head of heads)
      if (!head.next.done && (!first || head.next.value.on < first.next.value.on)) first = head
    if (!first) return
    yield first.next.value
    first.next = first.source.next()
  }
}

function promiseTold({ whose, what, madeOn, due, doneOn, state, people }: FollowUpRecord): Happening {
  const who =
    whose === 'mine'
      ? `I promised${people.length > 0 ? ` ${names(people)}` : ''}`
      : `${names(people) || 'They'} promised`
  const course = [due && `due ${due}`, doneOn && `${STATES[state]} ${doneOn}`].filter(Boolean)
  return {
    on: madeOn,
    told: `${who}: ${escaped(what)}${course.length > 0 ? ` (${course.join(', ')})` : ''}`,
  }
}

const STATES = { open: '', kept: 'kept', late: 'kept', 'let-off': 'let off', broken: 'did not come about' }

/** What was written down, and behind it what that does not say. */
function encounterTold({ kind, people, place, event, text, tags }: EncounterRecord): string {
  const unsaid = (words: string) => !text.includes(words)
  const words = text === '' ? capitalised(kindTold(kind)) : escaped(text)
  const missing = [
    beside(
      'with',
      people.filter(({ name }) => unsaid(name)),
    ).trim(),
    ...[place].flatMap((where) => (where !== null && unsaid(where) ? `at ${escaped(where)}` : [])),
    ...[event].flatMap((name) => (name !== null && unsaid(name) ? escaped(name) : [])),
  ].filter(Boolean)
  const added = missing.join(', ')
  return [
    words,
    added && (text === '' ? added : `(${added})`),
    ...tags
      .map((tag) => `#${tag}`)
      .filter(unsaid)
      .map(escaped),
  ]
    .filter(Boolean)
    .join(' ')
}

function eventTold({ on, name, place, review, people }: EventRecord): Happening | undefined {
  if (on === null) return undefined
  const answers = review
    ? [
        review.contacts ? 'made contacts that matter' : '',
        review.insight ? 'learned something' : '',
        review.fun ? 'enjoyed it' : '',
      ].filter(Boolean)
    : []
  const event = `Event: ${escaped(name)}${part(' at ', place)}${beside('with', people)}`
  return {
    on,
    told: `${event}${answers.length > 0 ? ` – ${listed(answers)}` : ''}${part('. ', review?.note ?? null)}`,
  }
}

function introductionTold({
  on,
  introducer,
  a,
  b,
  made,
  purpose,
  result,
  declinedOn,
}: IntroductionRecord): Happening {
  const by = introducer ? escaped(introducer.name) : 'I'
  const verb = made ? 'introduced' : 'offered to introduce'
  const course = part(' → ', result) || (declinedOn === null ? '' : ` (declined ${declinedOn})`)
  return {
    on,
    told: `${by} ${verb} ${escaped(a.name)} to ${b ? escaped(b.name) : 'me'}${part(': ', purpose)}${course}`,
  }
}

function outcomeTold({
  on,
  title,
  value,
  currency,
  fromNetwork,
  via,
  customer,
  event,
  note,
}: Outcome): Happening {
  const money = value === null || currency === null ? '' : ` (${moneyText(value, currency)})`
  const way = fromNetwork
    ? `${part(', via ', via?.name ?? null)}${part(', for ', customer?.name ?? null)}${part(', from ', event?.name ?? null)}`
    : ', not through the network'
  return { on, told: `What came of it: ${escaped(title)}${money}${way}${part('. ', note)}` }
}
