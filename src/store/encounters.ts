import type { PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { EncounterKind } from '../domain/entry/entry.ts'
import { fold } from '../domain/names.ts'
import type { Db } from './database.ts'
import type { EventStore } from './events.ts'
import { withPeople } from './linked-people.ts'
import type { SearchStore } from './search.ts'
import { newUid } from './uid.ts'

export interface NewEncounter {
  on: CivilDate
  kind: EncounterKind
  place: string | null
  event: string | null
  text: string
  tags: string[]
  people: PersonRef[]
}

export interface Encounter extends NewEncounter {
  id: number
}

const SELECT = `SELECT encounter.id, encounter.on_date AS "on", kind, encounter.place, text, event.name AS event
  FROM encounter LEFT JOIN event ON event.id = event_id`
const TAGS = `SELECT encounter_id, tag FROM json_each(?) CROSS JOIN encounter_tag ON encounter_id = value
  ORDER BY encounter_tag.folded`

export type EncounterStore = ReturnType<typeof encounterStore>

export function encounterStore(db: Db, search: SearchStore, events: EventStore) {
  function toEncounters(rows: any[]): Encounter[] {
    const tags = new Map<number, string[]>(rows.map(({ id }) => [id, []]))
    for (const { encounter_id, tag } of db.prepare(TAGS).all(JSON.stringify([...tags.keys()])))
      tags.get(encounter_id)!.push(tag)
    const tagged = rows.map((row) => Object.assign(row, { tags: tags.get(row.id)! }))
    return withPeople(db, 'encounter_contact', 'encounter_id', tagged)
  }

  return {
    add(encounter: NewEncounter): number {
      const { on, kind, place, text, event } = encounter
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO encounter (uid, on_date, kind, place, text, event_id) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(newUid(db), on, kind, place, text, event === null ? null : events.join(event, on))
      const id = Number(lastInsertRowid)
      for (const person of encounter.people)
        db.prepare('INSERT INTO encounter_contact (contact_id, on_date, encounter_id) VALUES (?, ?, ?)').run(
          person.id,
          on,
          id,
        )
      for (const tag of encounter.tags)
        db.prepare(
          'INSERT INTO encounter_tag (encounter_id, folded, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        ).run(id, fold(tag), tag)
      search.put('encounter', id, [text, place, event, ...encounter.tags])
      return id
    },

    byId(id: number): Encounter | undefined {
      return toEncounters(db.prepare(`${SELECT} WHERE encounter.id = ?`).all(id))[0]
    },

    /** Newest first. */
    ofContact(contactId: number): Encounter[] {
      const theirs = db.prepare(`${SELECT} JOIN encounter_contact AS link ON link.encounter_id = encounter.id
        WHERE link.contact_id = ? ORDER BY link.on_date DESC, link.encounter_id DESC`)
      return toEncounters(theirs.all(contactId))
    },

    /** The first day I met this person, up to and including `by`; without it, it may lie ahead. */
    firstOn(contactId: number, by: CivilDate = '9999-12-31'): CivilDate | null {
      return db
        .prepare('SELECT min(on_date) FROM encounter_contact WHERE contact_id = ? AND on_date <= ?')
        .pluck()
        .get(contactId, by) as CivilDate | null
    },

    /** The last day I met this person, up to and including `by`. */
    lastOn(contactId: number, by: CivilDate): CivilDate | null {
      return db
        .prepare('SELECT max(on_date) FROM encounter_contact WHERE contact_id = ? AND on_date <= ?')
        .pluck()
        .get(contactId, by) as CivilDate | null
    },
  }
}
