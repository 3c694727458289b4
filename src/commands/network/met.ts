import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { toldOn } from '../../domain/introductions.ts'
import { readLine, readName } from '../../domain/labels.ts'
import { findPerson } from '../../domain/names.ts'
import type { Journal } from '../../store/journal.ts'
import { type MetPerson, metRecorded } from '../../ui/views/met.ts'
import { dayOf, examples } from '../arguments.ts'
import { chooseAmong, chooseNearOrNew } from '../choose-contact.ts'
import { recordIntroduction } from './introducing.ts'

interface MetOptions {
  via?: string
  on?: string
  at?: string
  for?: string
  new?: boolean
  json?: boolean
}

/** Somebody who is known, or is to be: those who are new have no number yet. */
type Party = { id: number | null; name: string }

export function registerMet(parent: Command, context: AppContext): void {
  const command = parent
    .command('met')
    .description(
      'Note that somebody introduced you to somebody: a favour you got, as in a log line. Both are added where they are not known yet.',
    )
    .argument('<contact...>', 'whom you met')
    .option('--via <contact>', 'who introduced you')
    .option('--on <date>', 'when, e.g. yesterday (default: today)')
    .option('--at <text>', 'where or how')
    .option('--for <text>', 'what it is about')
    .option('--new', 'names close to known ones are new people')
    .option('--json', 'answer as JSON')
    .action((contact: string[], options: MetOptions) => recordMet(context, contact.join(' '), options))
  examples(
    command,
    'net met Lin --via Ada',
    'net met "Lin Chen" --via Ada --on "last friday" --at "the design breakfast" --for "research in Lisbon"',
  )
}

async function recordMet(context: AppContext, wanted: string, options: MetOptions): Promise<void> {
  if (options.via === undefined)
    throw badInput(
      'net met',
      undefined,
      'needs to hear who introduced you',
      'Say it with --via Ada. Where nobody did: net log "Met Lin at the breakfast".',
    )
  const at = options.at === undefined ? null : readLine('--at', options.at)
  const purpose = options.for === undefined ? null : readLine('--for', options.for)
  const on = await dayOf(context, options.on)
  const person = await settle(context, 'the name', wanted, options.new === true)
  const via = await settle(context, '--via', options.via, options.new === true)
  if (person.id === via.id && (person.id !== null || person.name.toLowerCase() === via.name.toLowerCase()))
    throw badInput('--via', options.via, 'is who you met', 'Name who introduced you.')
  const journal = context.journal()
  const { operation, result } = journal.operations.record('met', (about) => {
    about.people = [person.name]
    about.text = via.name
    const met = { ...person, id: person.id ?? added(journal, person.name, { metOn: on, metAt: at }, context) }
    const through = { ...via, id: via.id ?? added(journal, via.name, {}, context) }
    const kept = person.id === null ? null : firstMet(journal, person.id, on, at)
    const parties = { introducer: through, a: met, b: null }
    const introduction = recordIntroduction(journal, parties, { purpose, on, offered: false })
    return { introduction, contact: told(met, person), via: told(through, via), kept }
  })
  const introduction = toldOn(context.today(), journal.introductions.byId(result.introduction)!)
  context.output.show(
    { operation, contact: result.contact, via: result.via, introduction, metAtBefore: result.kept },
    metRecorded(context.today()),
    options,
  )
}

const told = ({ id, name }: { id: number; name: string }, before: Party): MetPerson => ({
  id,
  name,
  new: before.id === null,
})

const added = (
  journal: Journal,
  name: string,
  fields: { metOn?: CivilDate; metAt?: string | null },
  context: AppContext,
): number => journal.contacts.add({ name, ...fields }, context.today()).id

/**
 * Who is meant. Somebody not known is new, unless the name is so near a known one that it may be a slip.
 * @param sure near ones are new too
 * @throws NetError ambiguous with the candidates; not-found with the near misses
 */
async function settle(context: AppContext, what: string, wanted: string, sure: boolean): Promise<Party> {
  const found = findPerson(wanted, context.reading().names)
  if (found.state === 'one') return { id: found.person.id, name: found.person.name }
  if (found.state === 'several') return chooseAmong(context, wanted, found.people)
  const name = readName(what, wanted)
  const meant = sure ? null : await chooseNearOrNew(context, { wanted, name, near: found.near })
  return meant ?? { id: null, name }
}

/**
 * Of somebody known, when and where we first met, as far as that is not known.
 * @returns where we first met by what is known, when something else is said now
 */
function firstMet(journal: Journal, id: number, on: CivilDate, at: string | null): string | null {
  const contact = journal.contacts.byId(id)!
  const firstOn = journal.encounters.firstOn(id)
  const isFirst = contact.metOn === null && (firstOn === null || firstOn >= on)
  const metOn = isFirst ? on : contact.metOn
  const metAt = contact.metAt ?? at
  if (metOn !== contact.metOn || metAt !== contact.metAt)
    journal.contacts.update(id, { ...contact, metOn, metAt })
  return at !== null && metAt !== at ? metAt : null
}
