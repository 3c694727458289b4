import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { birthdaySoon } from '../../domain/birthdays.ts'
import { questionsFor } from '../../domain/brief.ts'
import { type CivilDate, firstMeeting } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { findEvents, likeliest } from '../../domain/event-finding.ts'
import { visitedOf } from '../../domain/events.ts'
import type { Journal } from '../../store/journal.ts'
import {
  type Brief,
  briefView,
  type EventBrief,
  eventBriefView,
  nobodyExpected,
  questionText,
} from '../../ui/views/brief.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'
import { chooseEvent } from '../choose-event.ts'

interface BriefOptions {
  event?: string
  json?: boolean
}

const MEETINGS = 3
const QUESTIONS = 4
/** Whether what I did was of use is asked this long. */
const KEPT_DAYS = 120
/** Who was there so many times ago may come again. */
const VISITS = 3

export function registerBrief(parent: Command, context: AppContext): void {
  const command = parent
    .command('brief')
    .description('what to recall before you meet: last meetings, promises, what they care about, what to ask')
    .argument('[contact...]', 'name, part of a name, or number')
    .addOption(new Option('--event <event>', 'everybody expected there, in a few lines each'))
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: BriefOptions) => showBrief(context, wanted.join(' '), options))
  examples(command, 'net brief Ada', 'net brief --event "Founders Breakfast"')
}

async function showBrief(context: AppContext, wanted: string, options: BriefOptions): Promise<void> {
  if ((wanted === '') === (options.event === undefined))
    throw badInput(
      'net brief',
      undefined,
      'takes a contact or --event, one of them',
      '"net brief --help" shows examples.',
    )
  if (options.event !== undefined) return showEventBrief(context, options.event, options)
  const { id } = await chooseContact(context, wanted)
  const today = context.today()
  context.output.show(briefOf(context.reading(), id, today), briefView(today), options)
}

function briefOf(journal: Journal, id: number, today: CivilDate): Brief {
  const { name, role, org, place, metOn, metAt } = journal.contacts.byId(id)!
  const facts = journal.briefs.facts(id, today)
  const open = journal.briefs.openPromises(id)
  const promises = (whose: 'mine' | 'theirs') =>
    open.filter((each) => each.whose === whose).map(({ id, what, due }) => ({ id, what, due }))
  const offerings = (kind: 'offer' | 'need') =>
    journal.offerings.list(kind, { contactId: id }).map(({ id, what, on }) => ({ id, what, on }))
  const needs = offerings('need')
  const born = journal.dates.ofContact(id).find(({ label }) => label === 'birthday')?.date
  const ask = questionsFor(
    {
      introducedTo: journal.briefs.introducedTo(id, today),
      facts,
      needs,
      theirs: open.filter(({ whose }) => whose === 'theirs'),
      kept: journal.briefs.kept(id, today, KEPT_DAYS),
    },
    today,
    QUESTIONS,
  )
  return {
    id,
    name,
    role,
    org,
    place,
    metOn: firstMeeting(metOn, journal.encounters.firstOn(id, today)),
    metAt,
    origin: journal.origins.chain(id),
    lastOn: journal.encounters.lastOn(id, today),
    birthday: (born ? birthdaySoon(born, today) : undefined) ?? null,
    encounters: journal.briefs.lastMeetings(id, today, MEETINGS),
    facts,
    promises: { mine: promises('mine'), theirs: promises('theirs') },
    offers: offerings('offer'),
    needs,
    ties: journal.ties.of(id).map(({ id, name }) => ({ id, name })),
    ask: ask.map((question) => ({ ...question, text: questionText(question) })),
  }
}

/** Whoever is expected; where nobody is noted, whoever was met at the last visits to the same. */
async function showEventBrief(context: AppContext, wanted: string, options: BriefOptions): Promise<void> {
  const journal = context.reading()
  const today = context.today()
  const { event } = await chooseNextOrLast(context, wanted)
  const { id, name, series, on, place } = event
  const guests = journal.events.guests(id)
  const visits = journal.events.refs().filter((each) => visitedOf(each) === visitedOf({ series, name }))
  const people =
    guests.length > 0
      ? guests
      : journal.briefs.metAt(
          visits.map((each) => each.id),
          today,
          VISITS,
        )
  const brief: EventBrief = {
    event: { id, name, series, on, place },
    from: guests.length > 0 ? 'guests' : 'visits',
    people: people.map((person) => briefOf(journal, person.id, today)),
  }
  if (people.length === 0 && !options.json) return context.output.tell({ name }, nobodyExpected)
  context.output.show(brief, eventBriefView(today), options)
}

/** The next visit; the last one where none is planned yet, since the same people may come again. */
function chooseNextOrLast(context: AppContext, wanted: string) {
  const found = findEvents(wanted, context.reading().events.refs(), context.settings().dates === 'dmy')
  const isPlanned = found.state === 'same' && likeliest(found.events, 'coming', context.today())
  return chooseEvent(context, wanted, isPlanned ? 'coming' : 'been')
}
