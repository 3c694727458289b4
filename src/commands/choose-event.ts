import type { AppContext } from '../context.ts'
import { NetError } from '../domain/errors.ts'
import { type EventRef, findEvents, likeliest } from '../domain/event-finding.ts'
import type { NetworkingEvent } from '../domain/events.ts'

interface ChosenEvent {
  event: NetworkingEvent
  /** Visits to the same thing that it could have been as well. */
  others: EventRef[]
}

/**
 * The event that a user names, by number, name, name and time, or a part of it.
 * @param which of several of one name: the last that has `been`, the next one `coming`, or `exactly` one has to fit
 * @throws NetError not-found with near misses, or ambiguous with the candidates where nobody can be asked
 */
export async function chooseEvent(
  context: AppContext,
  wanted: string,
  which: 'been' | 'coming' | 'exactly',
): Promise<ChosenEvent> {
  const { events } = context.reading()
  const found = findEvents(wanted, events.refs(), context.settings().dates === 'dmy')
  if (found.state === 'none')
    throw new NetError({ kind: 'not-found', what: 'event', wanted, suggestions: found.near })
  const likely =
    found.state === 'same' && which !== 'exactly'
      ? likeliest(found.events, which, context.today())
      : undefined
  const chosen = likely ?? (await theOne(context, wanted, found.events))
  return { event: events.byId(chosen.id)!, others: found.events.filter(({ id }) => id !== chosen.id) }
}

async function theOne(context: AppContext, wanted: string, events: EventRef[]): Promise<EventRef> {
  const [only] = events
  if (only && events.length === 1) return only
  if (context.prompt.interactive)
    return context.prompt.choose(
      `Which ${wanted}?`,
      events.map((event) => ({ name: event.on ? `${event.name} (${event.on})` : event.name, value: event })),
    )
  throw new NetError({
    kind: 'ambiguous',
    what: 'event',
    wanted,
    candidates: events.map(({ id, name, on }) => ({ id, name, detail: on ?? undefined })),
  })
}
