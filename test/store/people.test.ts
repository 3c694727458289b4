import { describe, expect, it } from 'vitest'
import { emptyCard } from '../../src/domain/contact-card.ts'
import { dump, newJournal } from './journals.ts'

const TODAY = '2026-11-03'

const full = {
  ...emptyCard('Ada Lovelace'),
  org: 'Engines',
  place: 'London',
  aliases: ['Countess'],
  circles: ['core', 'friends'],
  tags: ['maths'],
  reach: [{ kind: 'email' as const, label: null, value: 'ada@example.org' }],
  dates: [{ label: 'birthday', date: '--12-10' }],
}

describe('cards', () => {
  it('keeps a whole record, and finds it by every name', () => {
    const { journal } = newJournal()
    const { id } = journal.cards.add(full, TODAY)
    expect(journal.cards.byId(id)).toEqual(full)
    expect(journal.names.named('countess')).toMatchObject([{ id }])
    expect(journal.circles.all().map(({ name }) => name)).toEqual(['core', 'friends'])
    expect(journal.cards.byId(99)).toBeUndefined()
  })

  it('writes what differs and nothing else', () => {
    const { db, journal } = newJournal()
    const { id } = journal.cards.add(full, TODAY)
    const changed = {
      ...full,
      tags: ['maths', 'poetry'],
      reach: [...full.reach, { kind: 'phone' as const, label: 'work', value: '1' }],
    }
    const { operation } = journal.operations.record('edit', () => journal.cards.save(id, changed))
    const tables = db.prepare('SELECT table_name FROM change WHERE operation_id = ?').pluck().all(operation)
    expect(tables.sort()).toEqual(['contact_tag', 'reach'])
    expect(journal.cards.byId(id)).toEqual(changed)
    expect(journal.operations.record('edit', () => journal.cards.save(id, changed)).operation).toBeNull()
  })

  it('takes over a new spelling of the same name, alias and tag', () => {
    const { journal } = newJournal()
    const { id } = journal.cards.add({ ...full, aliases: ['Zoe'], tags: ['kueche'] }, TODAY)
    const anew = { ...full, name: 'ADA LOVELACE', aliases: ['Zoë'], tags: ['Küche'] }
    journal.cards.save(id, anew)
    expect(journal.cards.byId(id)).toEqual(anew)
  })

  it('puts people into the circle that is there, however it is spelled', () => {
    const { journal } = newJournal()
    journal.circles.add('Freunde', 30)
    const { id } = journal.cards.add({ ...full, circles: ['FREUNDE'] }, TODAY)
    expect(journal.circles.ofContact(id)).toMatchObject([{ name: 'Freunde', cadenceDays: 30 }])
    expect(journal.circles.sizes()).toMatchObject([{ name: 'Freunde', people: 1 }])
  })
})

describe('pauses', () => {
  it('ends one of the same subject that goes on when another begins', () => {
    const { journal } = newJournal()
    const { id } = journal.cards.add(full, TODAY)
    const pause = (contactId: number | null, from: string, until: string | null) =>
      journal.pauses.add({ contactId, from, until, why: null })
    pause(id, '2026-10-01', null)
    pause(null, '2026-10-01', '2026-12-31')
    pause(id, '2026-11-03', '2026-11-20')
    const days = (pauses: { from: string; until: string | null }[]) =>
      pauses.map(({ from, until }) => [from, until])
    expect(days(journal.pauses.of(id))).toEqual([
      ['2026-10-01', '2026-11-02'],
      ['2026-11-03', '2026-11-20'],
    ])
    expect(days(journal.pauses.ofContact(id))).toHaveLength(3)
    expect(days(journal.pauses.end(id, TODAY))).toEqual([['2026-11-03', '2026-11-20']])
    expect(days(journal.pauses.of(id))).toEqual([['2026-10-01', '2026-11-02']])
    expect(journal.pauses.end(id, TODAY)).toEqual([])
    expect(days(journal.pauses.of(null))).toEqual([['2026-10-01', '2026-12-31']])
  })

  it('takes off what is planned only when nothing goes on', () => {
    const { journal } = newJournal()
    const plan = (from: string, until: string) =>
      journal.pauses.add({ contactId: null, from, until, why: null })
    plan('2026-11-01', '2026-11-10')
    plan('2026-12-20', '2026-12-31')
    expect(journal.pauses.end(null, TODAY)).toMatchObject([{ from: '2026-11-01' }])
    expect(journal.pauses.end(null, TODAY)).toMatchObject([{ from: '2026-12-20' }])
    expect(journal.pauses.of(null)).toMatchObject([{ from: '2026-11-01', until: '2026-11-02' }])
  })
})

describe('deleting a contact', () => {
  it('keeps what happened, takes along what was theirs alone, and is undone whole', () => {
    const { db, journal } = newJournal()
    const { ada, grace } = journal.operations.record('add', () => ({
      ada: journal.cards.add(full, TODAY),
      grace: journal.cards.add(emptyCard('Grace'), TODAY),
    })).result
    journal.operations.record('log', () => {
      const both = [ada, grace]
      journal.encounters.add({
        on: TODAY,
        kind: 'coffee',
        place: null,
        event: null,
        text: 'hi',
        tags: [],
        people: both,
      })
      const favour = { direction: 'gave', kind: 'help', weight: 3, on: TODAY } as const
      journal.favours.add({ ...favour, what: 'for Ada', people: [ada] })
      journal.facts.add({ what: 'likes tea', on: TODAY, people: [ada] })
      journal.facts.add({ what: 'are friends', on: TODAY, people: both })
      const promise = { whose: 'mine', madeOn: TODAY, due: null } as const
      journal.followUps.add({ ...promise, what: 'send slides', people: [ada] })
      journal.followUps.add({ ...promise, what: 'call both', people: both })
      journal.followUps.close(
        journal.followUps.add({ ...promise, what: 'kept', people: [ada] }),
        TODAY,
        'kept',
      )
      journal.introductions.add({ introducerId: ada.id, aId: grace.id, bId: null, on: TODAY })
    })
    const before = dump(db)
    expect(journal.contacts.belongings(ada.id)).toMatchObject({
      encounters: 1,
      favours: 1,
      promises: 1,
      facts: 1,
    })
    journal.operations.record('delete', () => journal.contacts.delete(ada.id))
    const words = (sql: string) => db.prepare(sql).pluck().all()
    expect(words('SELECT what FROM fact')).toEqual(['are friends'])
    expect(words('SELECT what FROM follow_up ORDER BY id')).toEqual(['call both', 'kept'])
    expect(words('SELECT what FROM favour')).toEqual(['for Ada'])
    expect(journal.encounters.ofContact(grace.id)).toMatchObject([{ people: [{ name: 'Grace' }] }])
    expect(journal.introductions.introducedBy(grace.id)).toBeNull()
    journal.operations.undo()
    expect(dump(db)).toEqual(before)
  })
})

describe('lists of contacts', () => {
  it('finds places and organisations by their words', () => {
    const { journal } = newJournal()
    journal.cards.add({ ...full, place: 'Berlin-Mitte' }, TODAY)
    journal.cards.add({ ...emptyCard('Bob'), place: 'Straße 5' }, TODAY)
    const names = (place: string) =>
      journal.contactList.list({ place }, 'name', '2026-11-03').map(({ name }) => name)
    expect(names('berlin')).toEqual(['Ada Lovelace'])
    expect(names('strasse')).toEqual(['Bob'])
    expect(names('Berl')).toEqual([])
    expect(names('!')).toEqual([])
  })
})
