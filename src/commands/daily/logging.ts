import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Entry, Mention } from '../../domain/entry/entry.ts'
import { toldIntroductions } from '../../domain/entry/introductions.ts'
import { type EntryFlags, parseEntry } from '../../domain/entry/parse.ts'
import { mentionsOf, settle } from '../../domain/entry/settle.ts'
import { findEvents } from '../../domain/event-finding.ts'
import type { OfferingKind } from '../../domain/offerings.ts'
import type { EntryIds } from '../../store/entries.ts'
import type { Logged, Participant } from '../../ui/views/logged.ts'
import { chooseAmong, chooseNearOrNew } from '../choose-contact.ts'
import { toldInPassing, withoutCircles } from '../introduced.ts'

/** A log line of which it is settled who and which event is meant; nothing of it is recorded yet. */
export interface Understood {
  entry: Entry<Participant>
  occasion: Logged['occasion']
  /** Introductions that are kept as favours alone, since they would lead in a circle. */
  circular: ReturnType<typeof withoutCircles>['circular']
}

/**
 * Reads a sentence and flags, and settles who is meant.
 * @param asks whether what they leave open is asked; else it is refused
 * @throws NetError not-found, ambiguous or bad-input where it can't be settled
 */
export async function understand(
  context: AppContext,
  text: string,
  flags: EntryFlags,
  asks: boolean,
): Promise<Understood> {
  const entry = parseEntry(text, flags, context.reading().names, {
    today: context.today(),
    dayFirst: context.settings().dates === 'dmy',
  })
  const everything = await settlePeople(context, entry, asks)
  const journal = context.reading()
  const told = [...everything.favours, ...toldInPassing(journal, everything)]
  const { favours, circular } = withoutCircles(journal, told)
  const settled = {
    ...everything,
    favours,
    ...(flags.place === undefined && whereItWas(context, everything)),
  }
  const occasion = occasionOf(context, settled)
  return { entry: { ...settled, event: occasion?.name ?? null }, occasion, circular }
}

/** What would be answered; nothing is recorded. */
export const preview = (context: AppContext, { entry, occasion }: Understood): Logged => ({
  ...answer(context, entry, null, null),
  occasion,
})

/**
 * Records what was understood, as one operation.
 * @param unless asked when nobody else can write any more: then nothing is recorded
 * @param beside what is to be written in the same operation
 */
export function recordEntry(
  context: AppContext,
  { entry, occasion }: Understood,
  { unless, beside }: { unless?: () => boolean; beside?: (encounter: number) => void } = {},
): Logged | undefined {
  const journal = context.journal()
  const { operation, result: ids } = journal.operations.record('log', (about) => {
    if (unless?.()) return undefined
    about.people = entry.people.map((person) => person.name)
    about.text = entry.kind
    for (const person of mentionsOf(entry)) {
      if (person.id !== null) continue
      const isMet = entry.people.includes(person) && entry.on <= context.today()
      const met = isMet ? { metOn: entry.on, metAt: entry.event ?? entry.place } : {}
      person.id = journal.contacts.add({ name: person.name, ...met }, context.today()).id
    }
    const recorded = journal.entries.add(settle(entry, ({ id, name }) => ({ id: id!, name })))
    beside?.(recorded.encounter)
    return recorded
  })
  if (!ids) return undefined
  const at = occasion && journal.events.ofEncounter(ids.encounter)
  return {
    ...answer(context, entry, operation, ids),
    occasion: at ? { ...occasion!, id: at.id, on: at.on } : null,
  }
}

/** Settles who is meant: what the entry leaves open is asked, or refused where nobody can be asked. */
async function settlePeople(context: AppContext, entry: Entry, asks: boolean): Promise<Entry<Participant>> {
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
    const person = await whoIs(context, mention, asks)
    chosen.set(mention, person ? known(person) : newcomer(mention))
  }
  return settle(entry, (mention) => chosen.get(mention)!)
}

/** @returns the contact that is meant, `null` for somebody new */
async function whoIs(context: AppContext, mention: Mention, asks: boolean): Promise<PersonRef | null> {
  if (mention.state === 'known') return mention.person
  if (mention.state === 'ambiguous') return chooseAmong(context, mention.said, mention.candidates, asks)
  const { name, near } = mention
  return chooseNearOrNew(context, { wanted: name, name, near }, asks)
}

const newcomer = (mention: Mention): Participant => ({
  id: null,
  name: mention.state === 'new' ? mention.name : mention.said,
  new: true,
  lastOn: null,
})

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
  const isPassedOn = entry.favours.some(({ from }) => from.length > 0)
  const passedOn = context.reading().passedOn.of((isPassedOn && ids?.favours) || [])
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
