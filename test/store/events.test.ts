import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { isOnChain } from '../../src/domain/outcomes.ts'
import { searchTerms } from '../../src/domain/search.ts'
import { listMigrations } from '../../src/store/migrate.ts'
import { openToWrite } from '../../src/store/open.ts'
import { expectSound, folder, MIGRATIONS, newJournal, openJournalAt } from './journals.ts'

const TODAY = '2026-11-03'
const DAYS = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10']
const PEOPLE = [1, 2, 3, 4, 5, 6]
const person = fc.constantFrom(...PEOPLE)
const day = fc.constantFrom(...DAYS)
const unknown = { series: null, format: null, place: null, cost: null, currency: null, minutes: null }

const network = fc.record({
  meetings: fc.array(fc.record({ person, on: day, event: fc.option(fc.constantFrom('A', 'B')) }), {
    maxLength: 12,
  }),
  introductions: fc.array(fc.record({ by: person, whom: person, on: day }), { maxLength: 8 }),
  outcomes: fc.array(
    fc.record({
      via: fc.option(person),
      customer: fc.option(person),
      event: fc.option(fc.nat(1)),
      fromNetwork: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
})

test('what events brought agrees with the chains of outcomes, and people with who introduced them', () => {
  fc.assert(
    fc.property(network, ({ meetings, introductions, outcomes }) => {
      const { journal } = newJournal()
      journal.operations.record('test', () => {
        for (const id of PEOPLE) journal.contacts.add({ name: `Person ${id}` }, '2026-01-01')
        for (const { person: id, on, event } of meetings)
          journal.encounters.add({
            on,
            kind: 'coffee',
            place: null,
            event,
            text: '',
            tags: [],
            people: [{ id, name: '' }],
          })
        for (const { by, whom, on } of introductions)
          if (by !== whom) journal.introductions.add({ introducerId: by, aId: whom, bId: null, on })
        const events = journal.events.all()
        for (const { via, customer, event, fromNetwork } of outcomes)
          journal.outcomes.add({
            title: 'x',
            on: '2026-06-01',
            value: 1,
            currency: 'EUR',
            fromNetwork,
            viaId: via,
            customerId: customer,
            eventId: event === null ? null : (events[event]?.id ?? null),
            note: '',
          })
      })
      const traced = journal.outcomes.withChains()
      const accounts = journal.eventFigures.of(journal.events.all(), TODAY)
      for (const { id, brought } of accounts) {
        const chained = traced.filter((outcome) => isOnChain(outcome, 'event', id))
        expect(brought.outcomes).toHaveLength(chained.length)
        expect(journal.eventFigures.outcomesOf(id)).toEqual(chained)
        for (const contact of brought.secondHand) {
          expect(brought.newToMe).toContain(journal.introductions.introducedBy(contact)!.id)
          expect(brought.newToMe).not.toContain(contact)
        }
        for (const contact of brought.thirdHand) {
          expect(brought.secondHand).not.toContain(contact)
          expect(brought.secondHand).toContain(journal.introductions.introducedBy(contact)!.id)
        }
        for (const contact of brought.newToMe) expect(brought.met).toContain(contact)
      }
      const fresh = accounts.flatMap(({ brought }) => brought.newToMe)
      expect(new Set(fresh).size, 'new once only').toBe(fresh.length)
      journal.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('an encounter joins the event of its days, or makes one like the last of that name', () => {
  const { journal } = newJournal()
  journal.operations.record('test', () => {
    const { events } = journal
    const first = events.add({
      ...unknown,
      name: 'Breakfast',
      on: '2026-03-01',
      series: 'CW',
      format: 'breakfast',
      cost: 5,
      currency: 'EUR',
    })
    expect(events.join('BREAKFAST', '2026-03-03')).toBe(first)
    const second = events.join('breakfast', '2026-03-05')
    expect(events.byId(second)).toEqual({
      ...unknown,
      id: second,
      name: 'Breakfast',
      on: '2026-03-05',
      series: 'CW',
      format: 'breakfast',
    })
    const open = events.add({ ...unknown, name: 'Fair', on: null })
    expect(events.join('fair', '2026-05-05')).toBe(open)
    expect(events.byId(open)?.on).toBe('2026-05-05')
    expect(events.join('fair', '2026-05-20')).not.toBe(open)
  })
})

test('what is only planned was not met there', () => {
  const { journal } = newJournal()
  journal.operations.record('test', () => {
    const ada = journal.contacts.add({ name: 'Ada' }, TODAY)
    const talk = { kind: 'coffee' as const, place: null, event: 'Fair', text: '', tags: [], people: [ada] }
    journal.encounters.add({ ...talk, on: '2026-11-20' })
  })
  const [fair] = journal.eventFigures.of(journal.events.all(), TODAY)
  expect(fair?.brought.met).toEqual([])
  expect(journal.eventFigures.of(journal.events.all(), '2026-11-20')[0]?.brought.newToMe).toHaveLength(1)
})

test('a journal in which all visits hung on one event has one for each occasion after it is brought up to date', () => {
  const file = join(folder(), 'journal.db')
  const { db } = openToWrite(file, listMigrations(MIGRATIONS).slice(0, 1))
  const insert = db.prepare('INSERT INTO encounter (uid, on_date, kind, event_id) VALUES (?, ?, ?, ?)')
  db.exec(
    `INSERT INTO event (uid, name, folded, on_date) VALUES ('a', 'Frühstück', 'fruhstuck', '2026-03-10'), ('b', 'PyCon', 'pycon', '2026-04-01')`,
  )
  const days = [
    '2026-03-10',
    '2026-03-12',
    '2026-03-15',
    '2026-03-08',
    '2025-11-01',
    '2026-06-01',
    '2026-06-03',
    '2026-06-06',
  ]
  for (const [at, day] of days.entries()) insert.run(`e${at}`, day, 'coffee', 1)
  insert.run('p', '2026-04-02', 'coffee', 2)
  db.close()
  const { journal, db: updated } = openJournalAt(file)
  onTestFinished(() => journal.close())
  const visited = updated
    .prepare(
      `SELECT event.name, event.on_date AS began, group_concat(encounter.on_date, ' ') AS days FROM event
        JOIN (SELECT * FROM encounter ORDER BY on_date) AS encounter ON event_id = event.id GROUP BY event.id ORDER BY began`,
    )
    .all()
  expect(visited).toEqual([
    { name: 'Frühstück', began: '2025-11-01', days: '2025-11-01' },
    { name: 'Frühstück', began: '2026-03-10', days: '2026-03-08 2026-03-10 2026-03-12 2026-03-15' },
    { name: 'PyCon', began: '2026-04-01', days: '2026-04-02' },
    { name: 'Frühstück', began: '2026-06-01', days: '2026-06-01 2026-06-03 2026-06-06' },
  ])
  const uids = updated.prepare('SELECT uid FROM event WHERE length(uid) > 1').pluck().all()
  expect(uids).toHaveLength(2)
  for (const uid of uids)
    expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const found = journal.find.hits(searchTerms('fruehstueck'), '', 9)
  expect(found.map(({ kind, on }) => [kind, on])).toEqual([
    ['event', '2026-06-01'],
    ['event', '2026-03-10'],
    ['event', '2025-11-01'],
  ])
  expectSound(updated)
})
