import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { DemoOutcome, NetworkBeat } from '../domain/demo/network-beats.ts'
import type { NetworkDeed } from '../domain/demo/network-story.ts'
import { introductionFavour } from '../domain/introductions.ts'
import type { About } from '../domain/operation.ts'
import type { Journal } from './journal.ts'

/** How the history names what a deed did: as the command of that name does. */
export function networkCommand(deed: NetworkDeed): string {
  if (deed.do !== 'network') return deed.do === 'event' ? 'event add' : `event ${deed.do}`
  const { beat } = deed
  if ('tie' in beat) return 'tie add'
  if ('introduce' in beat) return beat.offered ? 'intro offer' : beat.by ? 'intro by' : 'intro'
  if ('agree' in beat) return 'intro agree'
  if ('result' in beat) return 'intro result'
  if ('thank' in beat) return 'intro thank'
  if ('vouch' in beat) return 'vouch'
  if ('stage' in beat) return 'stage'
  if ('outcome' in beat) return 'outcome add'
  return 'offer' in beat ? 'offer' : 'need'
}

/** Writes what the story tells of events and of the network, as the commands do. */
export function networkWriter(journal: Journal, person: (name: string) => PersonRef) {
  const idOf = (name: string | undefined | null) => (name ? person(name).id : null)

  return function write(deed: NetworkDeed, on: CivilDate, about: About): void {
    if (deed.do === 'network') {
      writeBeat(deed.beat, on, about)
      return
    }
    about.text = deed.name
    if (deed.do === 'event') {
      const { name, held, series, format, place, cost, hours } = deed
      const currency = cost === null ? null : 'EUR'
      journal.events.add({ name, on: held, series, format, place, cost, currency, minutes: hours * 60 })
      return
    }
    const id = journal.events.joining(deed.name, deed.held)!.id
    if (deed.do === 'review') {
      const { contacts, insight, fun, note } = deed
      journal.events.review(id, { contacts, insight, fun, note, on })
      return
    }
    about.people = deed.guests
    journal.events.expect(id, deed.guests.map(person))
  }

  function writeBeat(beat: NetworkBeat, on: CivilDate, about: About): void {
    if ('tie' in beat) {
      const [one, other] = beat.tie
      about.people = [one, other]
      journal.ties.add(person(one).id, person(other).id, beat.since ?? null)
    } else if ('introduce' in beat) introduce(beat, on, about)
    else if ('between' in beat || 'thank' in beat) takeFurther(beat, on, about)
    else if ('vouch' in beat) {
      const { vouch, whom, topic = null, story = null } = beat
      about.people = whom === undefined ? [vouch] : [vouch, whom]
      about.text = topic ?? undefined
      journal.endorsements.add({ byId: person(vouch).id, forId: idOf(whom), topic, story, on })
    } else if ('outcome' in beat) addOutcome(beat, on, about)
    else if ('stage' in beat) {
      about.people = [beat.who]
      about.text = beat.stage
      journal.stages.add(person(beat.who).id, beat.stage, on)
    } else {
      const [kind, what] = 'offer' in beat ? (['offer', beat.offer] as const) : (['need', beat.need] as const)
      about.people = beat.who === null ? [] : [beat.who]
      about.text = what
      journal.offerings.add({ kind, what, contactId: idOf(beat.who), on })
    }
  }

  function introduce(
    { introduce: people, purpose, by, offered }: Extract<NetworkBeat, { introduce: [string, string] }>,
    on: CivilDate,
    about: About,
  ): void {
    about.people = people
    about.text = purpose
    const [a, b] = people.map(person) as [PersonRef, PersonRef]
    const parties = { introducerId: idOf(by), aId: a.id, bId: b.id }
    const id = journal.introductions.add({ ...parties, purpose, on, offered: true })
    if (offered) return
    const what = introductionFavour(journal.introductions.byId(id)!)
    const favourId = by
      ? undefined
      : journal.favours.add({ direction: 'gave', kind: 'introduction', what, weight: 3, on, people: [a, b] })
    journal.introductions.make(id, on, { favourId })
  }

  /** The introduction was told in a line, or offered, before. */
  function takeFurther(
    beat: Extract<NetworkBeat, { between: string[] } | { thank: string }>,
    on: CivilDate,
    about: About,
  ): void {
    const [one, other] = 'thank' in beat ? [beat.for] : beat.between
    const by = 'thank' in beat ? beat.thank : 'result' in beat ? beat.by : undefined
    const ids = { introducerId: idOf(by), aId: person(one!).id, bId: idOf(other) }
    const [introduction] = journal.introductions.between(ids)
    const id = introduction!.id
    about.people = introduction!.people.map(({ name }) => name)
    if ('result' in beat) {
      about.text = beat.result
      journal.introductions.addResult(id, beat.result, on)
    } else if ('thank' in beat) {
      about.people = [beat.thank]
      journal.introductions.thank(id, on)
    } else {
      about.people = [beat.agree]
      journal.introductions.agree(id, person(beat.agree).id, on)
    }
  }

  function addOutcome(
    { outcome: title, value, currency, via, customer, elsewhere }: DemoOutcome,
    on: CivilDate,
    about: About,
  ): void {
    about.text = title
    about.people = [via, customer].filter((name) => name !== undefined)
    journal.outcomes.add({
      title,
      on,
      value,
      currency: value === null ? null : currency,
      fromNetwork: !elsewhere,
      viaId: idOf(via),
      customerId: idOf(customer),
      eventId: null,
      note: '',
    })
  }
}
