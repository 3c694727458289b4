import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type {
  EncounterRecord,
  EventRecord,
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
export const happenings = (records: JournalRecords): Happening[] =>
  [
    ...records.events.flatMap(eventTold),
    ...records.encounters.map((encounter) => ({ on: encounter.on, told: encounterTold(encounter) })),
    ...records.favours.map(({ on, direction, what, people }) => ({
      on,
      told:
        direction === 'gave'
          ? `I gave${people.length > 0 ? ` ${names(people)}` : ''}: ${escaped(what)}`
          : `I got${beside('from', people)}: ${escaped(what)}`,
    })),
    ...records.followUps.map(({ whose, what, madeOn, due, doneOn, state, people }) => {
      const who =
        whose === 'mine'
          ? `I promised${people.length > 0 ? ` ${names(people)}` : ''}`
          : `${names(people) || 'They'} promised`
      const course = [due && `due ${due}`, doneOn && `${STATES[state]} ${doneOn}`].filter(Boolean)
      return {
        on: madeOn,
        told: `${who}: ${escaped(what)}${course.length > 0 ? ` (${course.join(', ')})` : ''}`,
      }
    }),
    ...records.introductions.map(introductionTold),
    ...records.endorsements.map(({ on, by, for: whom, topic, story }) => ({
      on,
      told: `${escaped(by.name)} spoke for ${whom ? escaped(whom.name) : 'me'}${part(': ', [topic, story].filter(Boolean).join(': '))}`,
    })),
    ...records.stages.map(({ on, contact, stage }) => ({ on, told: `${escaped(contact.name)}: ${stage}` })),
    ...records.outcomes.map(outcomeTold),
  ]
    // The order of what is of one day stays.
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

const STATES = { open: '', kept: 'kept', late: 'kept', 'let-off': 'let off', broken: 'did not come about' }

/** What was written down, and behind it what that does not say. */
function encounterTold({ kind, people, place, event, text, tags }: EncounterRecord): string {
  const unsaid = (words: string) => !text.includes(words)
  const told = text === '' ? capitalised(kindTold(kind)) : escaped(text)
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
    told,
    added && (text === '' ? added : `(${added})`),
    ...tags
      .map((tag) => `#${tag}`)
      .filter(unsaid)
      .map(escaped),
  ]
    .filter(Boolean)
    .join(' ')
}

function eventTold({ on, name, place, review, people }: EventRecord): Happening[] {
  if (on === null) return []
  const answers = review
    ? [
        review.contacts ? 'made contacts that matter' : '',
        review.insight ? 'learned something' : '',
        review.fun ? 'enjoyed it' : '',
      ].filter(Boolean)
    : []
  const told = `Event: ${escaped(name)}${part(' at ', place)}${beside('with', people)}`
  return [
    {
      on,
      told: `${told}${answers.length > 0 ? ` – ${listed(answers)}` : ''}${part('. ', review?.note ?? null)}`,
    },
  ]
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
