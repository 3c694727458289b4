import { BIRTHDAY, type ContactCard, emptyCard } from '../domain/contact-card.ts'
import type { PersonRef } from '../domain/contacts.ts'
import { addDays, type CivilDate } from '../domain/dates.ts'
import type { DemoPerson } from '../domain/demo/cast.ts'
import type { DemoLog, DemoStep } from '../domain/demo/story.ts'
import { parseEntry } from '../domain/entry/parse.ts'
import { settle } from '../domain/entry/settle.ts'
import { WEIGHTS } from '../domain/favours.ts'
import { fold } from '../domain/names.ts'
import type { About } from '../domain/operation.ts'
import { networkCommand, networkWriter } from './demo-network.ts'
import type { Journal } from './journal.ts'

/** What a story made. */
export interface Written {
  people: number
  encounters: number
  favours: number
}

/**
 * Writes a story into a journal, each step as the operation that the command of its name makes.
 * @param today the day the story ends on
 * @param at is told the day and the time of each step before it is written
 */
export function writeStory(
  journal: Journal,
  steps: readonly DemoStep[],
  today: CivilDate,
  at: (on: CivilDate, time: string) => void,
): Written {
  const people = new Map<string, PersonRef>()
  const promises = new Map<number, number>()
  const written: Written = { people: 0, encounters: 0, favours: 0 }
  const writeNetwork = networkWriter(journal, (name) => {
    const person = people.get(name)
    if (!person) throw new Error(`the story does not know ${name} yet`)
    return person
  })
  for (const step of steps) {
    at(step.on, step.time)
    journal.operations.record(commandOf(step), (about) => write(step, about))
  }
  return written

  function write(step: DemoStep, about: About): void {
    const contact = 'who' in step && typeof step.who === 'string' ? people.get(step.who)! : undefined
    if (contact) about.people = [contact.name]
    switch (step.do) {
      case 'circle':
        about.text = step.name
        journal.circles.add(step.name, step.cadenceDays)
        break
      case 'add':
        about.people = [step.person.name]
        people.set(step.person.name, journal.cards.add(cardOf(step.person, step, today), step.on))
        written.people++
        break
      case 'log': {
        const entry = readLine(journal, step)
        about.people = entry.people.map((person) => person.name)
        about.text = entry.kind
        const ids = journal.entries.add(entry)
        for (const [index, { key }] of step.promises.entries()) promises.set(key, ids.followUps[index]!)
        written.encounters++
        written.favours += ids.favours.length
        break
      }
      case 'gave':
      case 'got':
        about.text = step.what
        journal.entries.addFavour(
          {
            direction: step.do,
            what: step.what,
            weight: WEIGHTS[step.weight],
            people: [contact!],
            introduces: [],
            from: step.from === undefined ? [] : [people.get(step.from)!],
          },
          step.on,
        )
        written.favours++
        break
      case 'done': {
        const promise = journal.followUps.byId(promises.get(step.promise)!)!
        about.people = promise.people.map(({ name }) => name)
        about.text = promise.what
        about.count = 1
        journal.followUps.close(promise.id, step.on, step.kept ? 'kept' : 'let-off')
        break
      }
      case 'pause':
        about.text = step.until
        journal.pauses.add({
          contactId: contact?.id ?? null,
          from: step.on,
          until: step.until,
          why: step.why,
        })
        break
      case 'letgo':
        journal.contacts.letGo(contact!.id, step.on)
        break
      case 'snooze':
        about.text = step.until
        journal.contacts.snooze(contact!.id, step.until)
        break
      default:
        writeNetwork(step, step.on, about)
    }
  }
}

function commandOf(step: DemoStep): string {
  switch (step.do) {
    case 'circle':
      return 'circle add'
    case 'done':
      return step.kept ? 'done' : 'done let-off'
    case 'event':
    case 'review':
    case 'expect':
    case 'network':
      return networkCommand(step)
    default:
      return step.do
  }
}

/** Reads a line as `net log` does. Throws when somebody in it is not known: the story speaks of people that are there. */
function readLine(journal: Journal, { line, event, on }: DemoLog & { on: CivilDate }) {
  const entry = parseEntry(line, event === null ? {} : { event }, journal.names, {
    today: on,
    dayFirst: true,
  })
  return settle(entry, (mention): PersonRef => {
    if (mention.state !== 'known') throw new Error(`"${mention.said}" is ${mention.state} in "${line}"`)
    return { id: mention.person.id, name: mention.person.name }
  })
}

function cardOf(
  person: DemoPerson,
  { metOn, metAt }: { metOn: string | null; metAt: string | null },
  today: CivilDate,
): ContactCard {
  const { name, org = null, role = null, place, circles, tags = [], aliases = [], email, birthday } = person
  const born = typeof birthday === 'number' ? `-${addDays(today, birthday).slice(4)}` : birthday
  return {
    ...emptyCard(name),
    org,
    role,
    place,
    circles,
    tags: [...tags].sort((a, b) => (fold(a) < fold(b) ? -1 : 1)),
    aliases,
    metOn,
    metAt,
    reach: email === undefined ? [] : [{ kind: 'email', label: null, value: email }],
    dates: born === undefined ? [] : [{ label: BIRTHDAY, date: born }],
  }
}
