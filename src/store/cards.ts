import type { ContactCard } from '../domain/contact-card.ts'
import type { ContactFields, PersonRef } from '../domain/contacts.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { CircleStore } from './circles.ts'
import type { ContactStore } from './contacts.ts'
import type { ReachStore } from './reach.ts'
import type { SpecialDateStore } from './special-dates.ts'
import type { TagStore } from './tags.ts'

export interface CardTables {
  contacts: ContactStore
  circles: CircleStore
  tags: TagStore
  reach: ReachStore
  dates: SpecialDateStore
}

export type CardStore = ReturnType<typeof cardStore>

/** Whole records of people, read and written at once over the tables that hold their parts. */
export function cardStore({ contacts, circles, tags, reach, dates }: CardTables) {
  /** Adds what is missing and removes what is too much; what is spelled anew is removed first. */
  function settle(
    present: string[],
    wanted: string[],
    add: (it: string) => void,
    remove: (it: string) => void,
  ) {
    for (const it of present) if (!wanted.includes(it)) remove(it)
    for (const it of wanted) if (!present.includes(it)) add(it)
  }

  function saveParts(id: number, card: ContactCard): void {
    settle(
      contacts.aliases(id),
      card.aliases,
      (name) => contacts.addAlias(id, name),
      (name) => contacts.removeAlias(id, name),
    )
    settle(
      tags.ofContact(id),
      card.tags,
      (tag) => tags.add(id, tag),
      (tag) => tags.remove(id, tag),
    )
    settle(
      circles.ofContact(id).map(({ name }) => name),
      card.circles.map((name) => circles.byName(name)?.name ?? name),
      (name) => circles.put((circles.byName(name) ?? circles.add(name, null)).id, id),
      (name) => circles.drop(circles.byName(name)!.id, id),
    )
    reach.set(id, card.reach)
    dates.set(id, card.dates)
  }

  return {
    byId(id: number): ContactCard | undefined {
      const contact = contacts.byId(id)
      if (!contact) return undefined
      return {
        ...fieldsOf(contact),
        aliases: contacts.aliases(id),
        circles: circles.ofContact(id).map((circle) => circle.name),
        tags: tags.ofContact(id),
        reach: reach.ofContact(id),
        dates: dates.ofContact(id),
      }
    },

    /** Adds a person; a circle that is not there yet is made. */
    add(card: ContactCard, addedOn: CivilDate): PersonRef {
      const person = contacts.add(fieldsOf(card), addedOn)
      saveParts(person.id, card)
      return person
    },

    /** Writes what differs; a circle that is not there yet is made. */
    save(id: number, card: ContactCard): void {
      const before = this.byId(id)!
      if (JSON.stringify(fieldsOf(before)) !== JSON.stringify(fieldsOf(card)))
        contacts.update(id, fieldsOf(card))
      saveParts(id, card)
    },
  }
}

const fieldsOf = ({ name, org, role, place, cadenceDays, metOn, metAt, note }: ContactFields) => ({
  name,
  org,
  role,
  place,
  cadenceDays,
  metOn,
  metAt,
  note,
})
