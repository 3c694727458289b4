import type { Command } from 'commander'
import type { AppContext } from '../../../context.ts'
import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { compareEvents } from '../../../domain/event-comparison.ts'
import { type NetworkingEvent, toRow, visitedOf } from '../../../domain/events.ts'
import type { Journal } from '../../../store/journal.ts'
import { type EventShown, eventView } from '../../../ui/views/events/event.ts'
import { examples } from '../../arguments.ts'
import { chooseEvent } from '../../choose-event.ts'

export function addShow(parent: Command, context: AppContext): void {
  const show = parent
    .command('show')
    .description('show an event: who was there, how it was, and what came of it')
    .argument('<event...>', 'its number or name; of several the last one')
    .option('--json', 'answer as JSON')
    .action(async (words: string[], options: { json?: boolean }) => {
      const { event, others } = await chooseEvent(context, words.join(' '), 'been')
      const shown = { ...gather(context.reading(), event, context.today()), others }
      context.output.show(shown, eventView(context.today()), options)
    })
  examples(show, 'net event show Breakfast', 'net event show Breakfast 2026-10', 'net event show "#4"')
}

function gather(journal: Journal, event: NetworkingEvent, today: CivilDate): Omit<EventShown, 'others'> {
  const same = journal.events.all().filter((each) => visitedOf(each) === visitedOf(event))
  const visits = journal.eventFigures.of(same, today)
  const account = visits.find(({ id }) => id === event.id)!
  const { met, newToMe, secondHand, thirdHand } = account.brought
  const people = journal.eventFigures.named([...met, ...secondHand, ...thirdHand])
  const isNew = new Set(newToMe)
  const through = (hand: 2 | 3) => (person: PersonRef) => ({
    ...person,
    hand,
    introducedBy: journal.introductions.introducedBy(person.id),
  })
  return {
    ...toRow(account),
    guests: journal.events.guests(event.id),
    met: pick(people, met).map((person) => ({ ...person, new: isNew.has(person.id) })),
    through: [...pick(people, secondHand).map(through(2)), ...pick(people, thirdHand).map(through(3))],
    cameOfIt: journal.eventFigures.outcomesOf(event.id).map(({ id, title, on, value, currency, chain }) => ({
      id,
      title,
      on,
      value,
      currency,
      chain,
    })),
    visits: visits.map(toRow).map(({ id, name, on, people: count, newToMe: fresh, review }) => ({
      id,
      name,
      on,
      people: count,
      newToMe: fresh,
      review,
    })),
    whole: compareEvents(visits, 'series', today)[0] ?? null,
  }
}

/** By name, as they come. */
const pick = (people: PersonRef[], ids: number[]): PersonRef[] => {
  const wanted = new Set(ids)
  return people.filter(({ id }) => wanted.has(id))
}
