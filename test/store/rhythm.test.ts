import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CivilDate } from '../../src/domain/dates.ts'
import { goneCold } from '../../src/domain/relationship-changes.ts'
import { byStaleness } from '../../src/domain/staleness.ts'
import type { Db } from '../../src/store/database.ts'
import type { Journal } from '../../src/store/journal.ts'
import { listMigrations } from '../../src/store/migrate.ts'
import { openToWrite } from '../../src/store/open.ts'
import { expectSound, folder, MIGRATIONS, newJournal, type OpenJournal, openJournalAt } from './journals.ts'

// What is kept of each contact's rhythm, against what their encounters tell. `expectSound` reckons it the long way.

const TODAY = '2026-11-03'
const PEOPLE = 4

interface Step {
  verb: keyof typeof VERBS
  who: number
  other: number
  at: number
  on: CivilDate
}

const pick = (db: Db, table: string, number: number): number | undefined => {
  const ids = db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[]
  return ids[number % Math.max(1, ids.length)]
}

const record = (journal: Journal, work: () => void) => void journal.operations.record('test', work)

const VERBS = {
  meet: ({ journal, db }: OpenJournal, { who, other, on }: Step) =>
    record(journal, () => {
      const people = new Set([pick(db, 'contact', who), pick(db, 'contact', other)])
      journal.encounters.add({
        on,
        kind: 'coffee',
        place: null,
        event: null,
        text: '',
        tags: [],
        people: [...people].flatMap((id) => (id === undefined ? [] : [{ id, name: '' }])),
      })
    }),
  redate: ({ journal, db }: OpenJournal, { at, on }: Step) =>
    record(
      journal,
      () =>
        void db.prepare('UPDATE encounter SET on_date = ? WHERE id = ?').run(on, pick(db, 'encounter', at)),
    ),
  forget: ({ journal, db }: OpenJournal, { at }: Step) =>
    record(
      journal,
      () => void db.prepare('DELETE FROM encounter WHERE id = ?').run(pick(db, 'encounter', at)),
    ),
  leave: ({ journal, db }: OpenJournal, { who, at }: Step) =>
    record(
      journal,
      () =>
        void db
          .prepare('DELETE FROM encounter_contact WHERE contact_id = ? AND encounter_id = ?')
          .run(pick(db, 'contact', who), pick(db, 'encounter', at)),
    ),
  delete: ({ journal, db }: OpenJournal, { who }: Step) =>
    record(journal, () => journal.contacts.delete(pick(db, 'contact', who) ?? 0)),
  merge: ({ journal, db }: OpenJournal, { who, other }: Step) =>
    record(journal, () => {
      const [kept, gone] = [pick(db, 'contact', who), pick(db, 'contact', other)]
      if (kept !== undefined && gone !== undefined && kept !== gone) journal.duplicates.moveAll(kept, gone)
    }),
  undo: ({ journal }: OpenJournal) => void journal.operations.undo(),
  redo: ({ journal }: OpenJournal) => void journal.operations.redo(),
}

const day = fc.integer({ min: -400, max: 30 }).map((days) => addDays(TODAY, days))
const verb = fc.oneof(
  { weight: 6, arbitrary: fc.constant('meet' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])) },
)
const step: fc.Arbitrary<Step> = fc.record({
  verb,
  who: fc.nat(PEOPLE),
  other: fc.nat(PEOPLE),
  at: fc.nat(60),
  on: day,
})

const add = (journal: Journal, names: string[]) =>
  record(journal, () => {
    for (const name of names) journal.contacts.add({ name }, '2025-01-01')
  })

describe('the rhythm that is kept', () => {
  test('is that of the encounters, whatever is written, taken back and done again', () => {
    const path = folder()
    fc.assert(
      fc.property(fc.array(step, { minLength: 15, maxLength: 60 }), (steps) => {
        const open = openJournalAt(join(path, 'journal.db'))
        try {
          add(open.journal, ['Ada', 'Grace', 'Lin', 'Mo'])
          for (const each of steps) {
            VERBS[each.verb](open, each)
            expectSound(open.db)
          }
        } finally {
          open.journal.close()
          rmSync(open.file)
        }
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('is filled in where a journal comes from a version that did not keep it, and so is the index of parts', () => {
    const file = join(folder(), 'journal.db')
    const before = listMigrations(MIGRATIONS).slice(0, 3)
    const { db } = openToWrite(file, before)
    db.exec(`INSERT INTO contact (uid, name, folded, added_on) VALUES ('a', 'Ada', 'ada', '2026-01-01'), ('b', 'Lin', 'lin', '2026-01-01');
      INSERT INTO search_text (kind, record_id, folded) VALUES ('contact', 1, 'ada webdesign'), ('encounter', 1, 'webdesign')`)
    for (const [at, on] of ['2026-01-01', '2026-01-11', '2026-02-10', '2026-02-15', '2026-12-24'].entries()) {
      db.prepare(`INSERT INTO encounter (uid, on_date, kind) VALUES (?, ?, 'coffee')`).run(String(at), on)
      db.prepare('INSERT INTO encounter_contact VALUES (1, ?, ?)').run(on, at + 1)
    }
    db.close()
    const open = openJournalAt(file)
    expectSound(open.db)
    expect(open.db.prepare('SELECT * FROM rhythm').all()).toEqual([
      { contact_id: 1, last_on: '2026-12-24', days: 20 },
    ])
    const found = open.db.prepare(`SELECT rowid FROM search_part WHERE search_part MATCH '"des" AND "esi"'`)
    expect(found.pluck().all()).toEqual([1])
    open.journal.close()
  })

  test('comes with an archive, in whatever order its tables stand', () => {
    const { journal } = newJournal()
    add(journal, ['Ada', 'Grace'])
    record(journal, () => {
      for (const [at, id] of [1, 1, 2, 1, 1, 2].entries())
        journal.encounters.add({
          on: addDays(TODAY, -at * at),
          kind: 'coffee',
          place: null,
          event: null,
          text: '',
          tags: [],
          people: [{ id, name: '' }],
        })
    })
    const rows = [...journal.archive.rows()].flatMap(({ table, rows }) =>
      [...rows].map((row) => ({ table, row, line: null })),
    )
    expect(rows.map(({ table }) => table)).not.toContain('rhythm')
    for (const each of [rows, rows.toReversed()]) {
      const copy = newJournal()
      record(
        copy.journal,
        () => void copy.journal.archive.load({ version: journal.archive.version(), rows: each }),
      )
      expectSound(copy.db)
      expect(copy.journal.relationships.list(TODAY)).toEqual(journal.relationships.list(TODAY))
    }
  })
})

describe('the coldest', () => {
  const person = fc.record({
    met: fc.array(day, { maxLength: 8 }),
    cadence: fc.option(fc.integer({ min: 1, max: 200 })),
    circle: fc.boolean(),
    pause: fc.option(fc.record({ from: day, days: fc.option(fc.nat(200)) })),
    snoozed: fc.option(day),
  })
  const rest = fc.option(fc.record({ from: day, days: fc.nat(100) }), { freq: 4 })

  test('and how many others there are, is what reading everybody tells; so is who turned cold', () => {
    const path = folder()
    const people = fc.array(person, { minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(people, rest, fc.integer({ min: 1, max: 5 }), day, (persons, pause, most, on) => {
        const { journal, file } = openJournalAt(join(path, 'journal.db'))
        try {
          record(journal, () => {
            const friends = journal.circles.add('friends', 30)
            for (const [at, { met, cadence, circle, pause, snoozed }] of persons.entries()) {
              const { id } = journal.contacts.add(
                { name: `P${at}`, cadenceDays: cadence },
                addDays(TODAY, -300),
              )
              for (const each of met)
                journal.encounters.add({
                  on: each,
                  kind: 'coffee',
                  place: null,
                  event: null,
                  text: '',
                  tags: [],
                  people: [{ id, name: '' }],
                })
              if (circle) journal.circles.put(friends.id, id)
              if (snoozed) journal.contacts.snooze(id, snoozed)
              if (pause)
                journal.pauses.add({
                  contactId: id,
                  from: pause.from,
                  until: pause.days === null ? null : addDays(pause.from, pause.days),
                  why: null,
                })
            }
            if (pause)
              journal.pauses.add({
                contactId: null,
                from: pause.from,
                until: addDays(pause.from, pause.days),
                why: null,
              })
          })
          const { relationships } = journal
          for (const neverMet of [false, true]) {
            const all = byStaleness(relationships.list(on, { neverMet }), on, 90)
            const some = relationships.coldest(on, most, 90, { neverMet })
            const coldest = byStaleness(some.relationships, on, 90)
            expect(coldest.slice(0, most)).toEqual(all.slice(0, most))
            expect(coldest.length + some.others()).toBe(all.length)
          }
          const span = { from: addDays(on, -60), to: on }
          expect(goneCold(relationships.turnedCold(on, span, 90), span, on, 90)).toEqual(
            goneCold(relationships.list(on), span, on, 90),
          )
        } finally {
          journal.close()
          rmSync(file)
        }
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})
