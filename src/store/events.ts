import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import { type EventRef, joinable } from '../domain/event-finding.ts'
import type { EventFields, EventReview, NetworkingEvent } from '../domain/events.ts'
import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

const SELECT = 'SELECT id, name, on_date AS "on", series, format, place, cost, currency, minutes FROM event'
const INSERT = `INSERT INTO event (uid, name, folded, on_date, series, format, place, cost, currency, minutes)
  VALUES (@uid, @name, @folded, @on, @series, @format, @place, @cost, @currency, @minutes)`
const UPDATE = `UPDATE event SET name = @name, folded = @folded, on_date = @on, series = @series, format = @format,
  place = @place, cost = @cost, currency = @currency, minutes = @minutes WHERE id = @id`
const LAST_OF_NAME = `SELECT series, format, place FROM event WHERE folded = ? ORDER BY on_date DESC, id DESC LIMIT 1`
const REVIEW = `INSERT INTO event_review (uid, event_id, on_date, contacts, insight, fun, note)
  VALUES (@uid, @id, @on, @contacts, @insight, @fun, @note)
  ON CONFLICT (event_id) DO UPDATE SET on_date = excluded.on_date, contacts = excluded.contacts,
    insight = excluded.insight, fun = excluded.fun, note = excluded.note`
const REVIEWS = `SELECT event_id, event_review.on_date AS "on", contacts, insight, fun, note
  FROM json_each(?) CROSS JOIN event_review ON event_id = value`
const GUESTS = `SELECT contact.id, contact.name FROM event_guest JOIN contact ON contact.id = contact_id
  WHERE event_id = ? ORDER BY folded, contact.id`
const UNREVIEWED = `SELECT id, name, on_date AS "on", series FROM event WHERE on_date BETWEEN ? AND ?
  AND NOT EXISTS (SELECT 1 FROM event_review WHERE event_id = event.id) ORDER BY on_date DESC, id DESC`

export type EventStore = ReturnType<typeof eventStore>

/** Events, who is expected at them, and how they were. */
export function eventStore(db: Db, search: SearchStore) {
  const byId = (id: number) => db.prepare(`${SELECT} WHERE id = ?`).get(id) as NetworkingEvent | undefined

  function reviews(ids: number[]): Map<number, EventReview> {
    const rows = db.prepare(REVIEWS).all(JSON.stringify(ids))
    return new Map(
      rows.map(({ event_id, on, contacts, insight, fun, note }) => [
        event_id,
        { contacts: contacts === 1, insight: insight === 1, fun: fun === 1, on, note },
      ]),
    )
  }

  function index(id: number): void {
    const { name, series, format, place } = byId(id)!
    search.put('event', id, [name, series, format, place, reviews([id]).get(id)?.note ?? null])
  }

  const named = (name: string) =>
    db
      .prepare('SELECT id, name, on_date AS "on", series FROM event WHERE folded = ? ORDER BY id')
      .all(fold(name)) as EventRef[]

  function add(fields: EventFields): number {
    const row = { ...fields, uid: newUid(db), folded: fold(fields.name) }
    const id = Number(db.prepare(INSERT).run(row).lastInsertRowid)
    index(id)
    return id
  }

  function update(id: number, fields: EventFields): void {
    db.prepare(UPDATE).run({ ...fields, id, folded: fold(fields.name) })
    index(id)
  }

  /** What one more event of a name likely has in common with the last one. */
  const likeTheLast = (name: string): Pick<EventFields, 'series' | 'format' | 'place'> =>
    db.prepare(LAST_OF_NAME).get(fold(name)) ?? { series: null, format: null, place: null }

  return {
    byId,
    add,
    update,
    likeTheLast,

    /** Encounters and outcomes stay, without the event. */
    remove: (id: number) => void db.prepare('DELETE FROM event WHERE id = ?').run(id),

    /** The newest first; those without a day last. */
    all: () => db.prepare(`${SELECT} ORDER BY on_date DESC, id DESC`).all() as NetworkingEvent[],

    within: (from: CivilDate, to: CivilDate) =>
      db
        .prepare(`${SELECT} WHERE on_date BETWEEN ? AND ? ORDER BY on_date DESC, id DESC`)
        .all(from, to) as NetworkingEvent[],

    /** What `findEvents` looks through. */
    refs: () => db.prepare('SELECT id, name, on_date AS "on", series FROM event').all() as EventRef[],

    named,

    /** The event of that name that something on a day belongs to, if there is one. */
    joining: (name: string, on: CivilDate): EventRef | undefined => joinable(named(name), on),

    /** The same; one more event is made where there is none. @returns its id */
    join(name: string, on: CivilDate): number {
      const known = joinable(named(name), on)
      const spelled = named(name).at(-1)?.name ?? name
      if (!known)
        return add({ name: spelled, on, ...likeTheLast(name), cost: null, currency: null, minutes: null })
      if (known.on === null) update(known.id, { ...byId(known.id)!, on })
      return known.id
    },

    ofEncounter: (encounterId: number) =>
      db.prepare(`${SELECT} WHERE id = (SELECT event_id FROM encounter WHERE id = ?)`).get(encounterId) as
        | NetworkingEvent
        | undefined,

    reviews,

    /** Reviews it, or changes the review it has. */
    review(id: number, { contacts, insight, fun, on, note }: EventReview): void {
      const answers = { contacts: Number(contacts), insight: Number(insight), fun: Number(fun) }
      db.prepare(REVIEW).run({ uid: newUid(db), id, on, note, ...answers })
      index(id)
    },

    /** Events of these days that nobody has reviewed yet, the newest first. */
    unreviewed: (from: CivilDate, to: CivilDate) => db.prepare(UNREVIEWED).all(from, to) as EventRef[],

    /** Who is expected, by name. */
    guests: (id: number) => db.prepare(GUESTS).all(id) as PersonRef[],

    expect(id: number, people: PersonRef[]): void {
      const insert = db.prepare(
        'INSERT INTO event_guest (contact_id, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      )
      for (const person of people) insert.run(person.id, id)
    },

    unexpect(id: number, people: PersonRef[]): void {
      for (const person of people)
        db.prepare('DELETE FROM event_guest WHERE contact_id = ? AND event_id = ?').run(person.id, id)
    },
  }
}
