import type { Command } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Entry, Mention } from '../../domain/entry/entry.ts'
import { toldIntroductions } from '../../domain/entry/introductions.ts'
import { type EntryFlags, parseEntry } from '../../domain/entry/parse.ts'
import { mentionsOf, settle } from '../../domain/entry/settle.ts'
import { badInput, NetError } from '../../domain/errors.ts'
import { findEvents } from '../../domain/event-finding.ts'
import type { OfferingKind } from '../../domain/offerings.ts'
import type { EntryIds } from '../../store/entries.ts'
import { interview } from '../../ui/interview.ts'
import { isCircular } from '../../ui/views/introductions.ts'
import { type Logged, loggedOn, type Participant } from '../../ui/views/logged.ts'
import { ambiguous, chooseAmong, dateArgument, examples, several } from '../arguments.ts'
import { withoutCircles } from '../introduced.ts'

interface LogOptions extends Omit<EntryFlags, 'on'> {
  on?: string
  dryRun?: boolean
  json?: boolean
}

export function registerLog(parent: Command, context: AppContext): void {
  const command = parent
    .command('log')
    .description(
      'Log an encounter, in a sentence, by flags, or (neither, on a terminal) by answering questions.',
    )
    .argument('[text...]', 'what happened; "-" reads it from standard input')
    .option('--with <person>', 'who was there (several times for several)', several)
    .option('--on <date>', 'when: 2026-11-03, 3.11., yesterday, "last tuesday"')
    .option('--kind <kind>', 'coffee, meal, drink, call, video, mail, chat, visit, walk, event or meeting')
    .option('--place <place>', 'where')
    .option('--event <event>', 'the meetup or conference it happened at')
    .option('--gave <favour>', 'what you did for them: "intro to Lin", "Ada: intro to Lin"', several)
    .option('--got <favour>', 'what they did for you', several)
    .option('--todo <promise>', 'what you promised: "send slides by friday"', several)
    .option('--they <promise>', 'what they promised', several)
    .option('--learned <fact>', 'what you learned about them', several)
    .option('--offers <what>', 'what they can do: "UX design", "Ada: UX design"', several)
    .option('--needs <what>', 'what they look for: "a designer"', several)
    .option('--tag <tag>', 'a tag (several times for several)', several)
    .option('--new', 'names close to known ones are new people')
    .option('--planned', 'it is still to come')
    .option('--dry-run', 'show what would be recorded, and record nothing')
    .option('--json', 'answer as JSON')
    .action((text: string[], options: LogOptions) => logEncounter(context, text.join(' '), options))
  examples(
    command,
    'net log "Coffee with Ada and Grace at Betahaus yesterday. gave Ada: intro to Lin"',
    'net log "Mittagessen mit Jürgen. versprochen: Folien schicken bis Freitag"',
    'net log --with Ada --got "tip on the grant" --on "last tuesday"',
  )
}

async function logEncounter(context: AppContext, words: string, options: LogOptions): Promise<void> {
  const { dryRun = false, json = false, on, ...flags } = options
  const asked = words === '' && on === undefined && Object.keys(flags).length === 0
  const text = words === '-' ? await context.readInput() : words
  const said = asked
    ? await askAll(context)
    : { text, flags: { ...flags, ...(on !== undefined && { on: await day(context, on, flags.planned) }) } }
  const entry = parseEntry(said.text, said.flags, context.reading().names, {
    today: context.today(),
    dayFirst: context.settings().dates === 'dmy',
  })
  const everything = await settlePeople(context, entry)
  const { favours, circular } = withoutCircles(context.reading(), everything.favours)
  const settled = {
    ...everything,
    favours,
    ...(flags.place === undefined && whereItWas(context, everything)),
  }
  const occasion = occasionOf(context, settled)
  settled.event = occasion?.name ?? null
  const preview = { ...answer(context, settled, null, null), occasion }
  if (asked) await confirm(context, preview)
  if (dryRun) return context.output.show(preview, loggedOn(context.today()), { json })
  const { operation, ids } = record(context, settled)
  const at = context.reading().events.ofEncounter(ids.encounter)
  const logged = {
    ...answer(context, settled, operation, ids),
    occasion: occasion && at ? { ...occasion, id: at.id, on: at.on } : null,
  }
  context.output.show(logged, loggedOn(context.today()), { json })
  for (const each of circular) context.output.tell(each, isCircular)
}

const day = (context: AppContext, text: string, planned = false) =>
  dateArgument(context, '--on', text, planned ? 'future' : 'past')

/** Settles who is meant: what the entry leaves open is asked, or refused where nobody can be asked. */
async function settlePeople(context: AppContext, entry: Entry): Promise<Entry<Participant>> {
  const journal = context.reading()
  const chosen = new Map<Mention, Participant>()
  const byId = new Map<number, Participant>()
  const known = (person: PersonRef): Participant => {
    const there = byId.get(person.id)
    if (there) return there
    const participant = {
      id: person.id,
      name: person.name,
      new: false,
      lastOn: journal.encounters.lastOn(person.id, entry.on),
    }
    byId.set(person.id, participant)
    return participant
  }
  for (const mention of mentionsOf(entry)) {
    const person = await whoIs(context, mention)
    chosen.set(mention, person ? known(person) : newcomer(mention))
  }
  return settle(entry, (mention) => chosen.get(mention)!)
}

/** @returns the contact that is meant, `null` for somebody new */
async function whoIs(context: AppContext, mention: Mention): Promise<PersonRef | null> {
  if (mention.state === 'known') return mention.person
  if (mention.state === 'ambiguous') {
    if (!context.prompt.interactive) throw ambiguous(mention.said, mention.candidates)
    return chooseAmong(context, mention.said, mention.candidates)
  }
  if (mention.near.length === 0) return null
  if (!context.prompt.interactive)
    throw new NetError({
      kind: 'not-found',
      what: 'contact',
      wanted: mention.name,
      suggestions: mention.near.map((person) => person.name),
      creatable: true,
    })
  return context.prompt.choose<PersonRef | null>(`Who is ${mention.name}?`, [
    ...mention.near.map((person) => ({ name: person.name, value: person })),
    { name: `${mention.name}, somebody new`, value: null },
  ])
}

const newcomer = (mention: Mention): Participant => ({
  id: null,
  name: mention.state === 'new' ? mention.name : mention.said,
  new: true,
  lastOn: null,
})

/** The questions in place of a sentence; the answers are read just as a sentence and flags are. */
async function askAll(context: AppContext): Promise<{ text: string; flags: EntryFlags }> {
  if (!context.prompt.interactive)
    throw badInput(
      'net log',
      undefined,
      'needs to hear what happened',
      'Say it in a sentence: net log "Coffee with Ada"',
    )
  const { text, ...flags } = await interview(context.prompt, {
    suggest: (typed) => context.reading().suggestions(typed, 8),
    readDate: (words) => day(context, words),
  })
  return { text, flags }
}

function record(context: AppContext, entry: Entry<Participant>): { operation: number | null; ids: EntryIds } {
  const journal = context.journal()
  const { operation, result: ids } = journal.operations.record('log', (about) => {
    about.people = entry.people.map((person) => person.name)
    about.text = entry.kind
    for (const person of mentionsOf(entry)) {
      if (person.id !== null) continue
      const isMet = entry.people.includes(person) && entry.on <= context.today()
      const met = isMet ? { metOn: entry.on, metAt: entry.event ?? entry.place } : {}
      person.id = journal.contacts.add({ name: person.name, ...met }, context.today()).id
    }
    return journal.entries.add(settle(entry, ({ id, name }) => ({ id: id!, name })))
  })
  return { operation, ids }
}

/** One for each person, as they are recorded: what one offers is closed for that one alone. */
const offeringsIn = (entry: Entry<Participant>, kind: OfferingKind, ids: EntryIds | null) =>
  entry.offerings.flatMap(({ kind: own, what, people }, index) => {
    if (own !== kind) return []
    if (people.length === 0) return [{ id: null, what, people }]
    return people.map((person, at) => ({ id: ids?.offerings[index]?.[at] ?? null, what, people: [person] }))
  })

/** "at PyCon Berlin" is the place, unless there is an event of that name on these days: then it happened there. */
function whereItWas(
  context: AppContext,
  { event, place, on }: Entry<Participant>,
): Partial<Pick<Entry<Participant>, 'event' | 'place'>> {
  if (event !== null || place === null) return {}
  const { events } = context.reading()
  const known = events.joining(place, on)
  return known ? { event: known.name, place: events.byId(known.id)!.place } : {}
}

/** The event that an entry joins, or will make; its name may be a slip of a known one. */
function occasionOf(context: AppContext, { event, on }: Entry<Participant>): Logged['occasion'] {
  if (event === null) return null
  const { events } = context.reading()
  const known = events.joining(event, on)
  if (known) return { id: known.id, name: known.name, on: known.on ?? on, new: false, near: [] }
  const found = findEvents(event, events.refs())
  const name = events.named(event).at(-1)?.name ?? event
  return { id: null, name, on, new: true, near: found.state === 'none' ? found.near : [] }
}

/** The contract's shape of an answer; without ids where nothing was recorded. */
function answer(
  context: AppContext,
  entry: Entry<Participant>,
  operation: number | null,
  ids: EntryIds | null,
): Omit<Logged, 'occasion'> {
  const { on, kind, place, text, event, tags, people } = entry
  const passedOn = context.reading().passedOn.of(ids?.favours ?? [])
  const favours = entry.favours.map((favour, index) => {
    const id = ids?.favours[index] ?? null
    return { id, ...favour, passedOn: (id !== null && passedOn.get(id)) || [] }
  })
  const followUps = entry.followUps.map((followUp, index) => ({
    id: ids?.followUps[index] ?? null,
    ...followUp,
  }))
  return {
    operation,
    encounter: { id: ids?.encounter ?? null, on, kind, place, text, event, tags, people },
    gave: favours.filter((favour) => favour.direction === 'gave'),
    got: favours.filter((favour) => favour.direction === 'got'),
    todo: followUps.filter((followUp) => followUp.whose === 'mine'),
    they: followUps.filter((followUp) => followUp.whose === 'theirs'),
    learned: entry.learned,
    received: ids?.received ?? [],
    offers: offeringsIn(entry, 'offer', ids),
    needs: offeringsIn(entry, 'need', ids),
    introductions: toldIntroductions(entry.favours),
    guesses: entry.guesses,
  }
}

async function confirm(context: AppContext, preview: Logged): Promise<void> {
  context.output.tell(preview, loggedOn(context.today()))
  if (!(await context.prompt.confirm('Log it so?', true))) throw new NetError({ kind: 'cancelled' })
}
