import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import { toldOn } from '../../domain/introductions.ts'
import type { OfferingKind } from '../../domain/offerings.ts'
import { pausedUntil } from '../../domain/pauses.ts'
import { daysSince } from '../../domain/stages.ts'
import type { Journal } from '../../store/journal.ts'
import { type Person, personView } from '../../ui/views/person.ts'
import { examples } from '../arguments.ts'
import { chooseContact } from '../choose-contact.ts'

export function registerShow(parent: Command, context: AppContext): void {
  const command = parent
    .command('show')
    .description('show all that you know about a contact')
    .argument('<contact...>', 'name, part of a name, or number')
    .option('--json', 'answer as JSON')
    .action((wanted: string[], options: { json?: boolean }) =>
      showContact(context, wanted.join(' '), options),
    )
  examples(command, 'net show Ada', 'net show "#12" --json')
}

async function showContact(context: AppContext, wanted: string, options: { json?: boolean }): Promise<void> {
  const { id } = await chooseContact(context, wanted)
  context.output.show(personOf(context, id), personView(context.today()), options)
}

/** Where somebody stands, and how they came there from the first meeting; the earliest stage first. */
function stagesOf(context: AppContext, id: number): Pick<Person, 'stage' | 'stages'> {
  const { stages } = context.reading()
  const reached = stages.ofContact(id)
  const metOn = reached.length > 0 ? stages.firstMet(id) : null
  return {
    stage: reached.at(-1)?.stage ?? null,
    stages: reached.map(({ stage, on }) => ({ stage, on, daysSinceMet: daysSince(metOn, on) })),
  }
}

/** What they can do and look for, closed ones after those that stand. */
function offeringsOf(journal: Journal, id: number): Pick<Person, 'offers' | 'needs'> {
  const list = (kind: OfferingKind) =>
    journal.offerings
      .list(kind, { contactId: id, all: true })
      .map(({ id, what, on, closedOn }) => ({ id, what, on, closedOn }))
  return { offers: list('offer'), needs: list('need') }
}

/** All that is known of a person, in the shape scripts rely on. */
function personOf(context: AppContext, id: number): Person {
  const journal = context.reading()
  const { uid, addedOn, letGoOn, snoozedUntil, oneSidedHints } = journal.contacts.byId(id)!
  const { note, dates, ...card } = journal.cards.byId(id)!
  const today = context.today()
  const pauses = journal.pauses.ofContact(id)
  const rest = pausedUntil(today, pauses)
  const cadences = journal.circles.ofContact(id).flatMap(({ cadenceDays }) => cadenceDays ?? [])
  return {
    id,
    uid,
    ...card,
    circleCadenceDays: cadences.length > 0 ? Math.min(...cadences) : null,
    lastOn: journal.encounters.lastOn(id, today),
    addedOn,
    letGoOn,
    snoozedUntil: snoozedUntil !== null && snoozedUntil > today ? snoozedUntil : null,
    oneSidedHints,
    paused: rest !== undefined,
    pausedUntil: rest ?? null,
    pauses: pauses
      .filter(({ until }) => until === null || until >= today)
      .map(({ from, until, why, contactId }) => ({ from, until, why, everyone: contactId === null })),
    ...stagesOf(context, id),
    introducedBy: journal.introductions.introducedBy(id),
    origin: journal.origins.chain(id),
    introductions: journal.introductions.list(id).map((introduction) => toldOn(today, introduction)),
    encounters: journal.encounters.ofContact(id),
    favours: journal.favours.ofContact(id),
    followUps: journal.followUps.ofContact(id),
    facts: journal.facts.ofContact(id),
    outcomes: journal.outcomes.ofContact(id),
    ties: journal.ties.of(id),
    ...offeringsOf(journal, id),
    endorsements: journal.endorsements.ofContact(id),
    dates,
    notes: note,
  }
}
