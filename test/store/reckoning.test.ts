import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { birthdaysSoon, daysOfBirthdaysSoon } from '../../src/domain/birthdays.ts'
import type { PersonRef } from '../../src/domain/contacts.ts'
import { addDays, type CivilDate, dayNumber } from '../../src/domain/dates.ts'
import { quarter, type Span } from '../../src/domain/periods.ts'
import { firstMet, meetingsWithin, rekindled } from '../../src/domain/relationship-changes.ts'
import { RHYTHM_ENCOUNTERS, rhythmOf } from '../../src/domain/staleness.ts'
import { connect } from '../../src/store/database.ts'
import { openJournal } from '../../src/store/journal.ts'
import { generateJournal, LAST_DAY } from '../bench/generate.ts'

// What the store finds by its indexes, against the same reckoned the long way from all rows of a generated journal.

const folder = mkdtempSync(join(tmpdir(), 'net-test-'))
const file = join(folder, 'journal.db')
const migrations = join(import.meta.dirname, '..', '..', 'migrations')
generateJournal(file, migrations, { contacts: 150, encounters: 1500 })
const journal = openJournal({ file, migrations, now: () => `${LAST_DAY}T12:00:00+01:00` })
const db = connect(file)
journal.operations.record('log', () => {
  const people = [7, 3, 5].map((id) => ({ id, name: '' }))
  for (const tags of [['b', 'a'], ['c'], []])
    journal.encounters.add({ on: LAST_DAY, kind: 'walk', place: null, event: null, text: '', tags, people })
  journal.favours.add({ direction: 'got', what: 'x', kind: 'help', weight: 3, on: LAST_DAY, people })
  journal.followUps.add({ whose: 'mine', what: 'y', madeOn: LAST_DAY, due: null, people })
  journal.followUps.add({ whose: 'mine', what: 'z', madeOn: LAST_DAY, due: null, people: [] })
  journal.dates.add(1, { label: 'birthday', date: '1988-02-29' })
  journal.dates.add(2, { label: 'birthday', date: '1988-02' })
})
afterAll(() => {
  db.close()
  journal.close()
  rmSync(folder, { recursive: true, force: true })
})

const contacts: (PersonRef & { folded: string })[] = db.prepare('SELECT id, name, folded FROM contact').all()
const byName = contacts.toSorted((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.id - b.id))
const links: { contact_id: number; encounter_id: number; on_date: CivilDate }[] = db
  .prepare('SELECT * FROM encounter_contact')
  .all()

/** The days somebody was met, newest first. */
const daysOf = (id: number): CivilDate[] =>
  [...new Set(links.filter((link) => link.contact_id === id).map((link) => link.on_date))].sort().reverse()

/** The people of a record, by name. */
function peopleOf(table: string, key: string, record: number): PersonRef[] {
  const ids = db.prepare(`SELECT contact_id FROM ${table} WHERE ${key} = ?`).pluck().all(record)
  return byName.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }))
}

const SPANS: Span[] = [quarter(2026, 3), quarter(2020, 1), { from: '2017-01-01', to: '2024-12-31' }]

describe('encounters', () => {
  test('the last one and the rhythm of those before it', () => {
    for (const on of [LAST_DAY, '2021-06-15']) {
      const list = journal.relationships.list(on)
      expect(list.length).toBeGreaterThan(100)
      for (const { id, lastOn, rhythm } of list) {
        const days = daysOf(id).filter((day) => day <= on)
        expect(lastOn).toBe(days[0])
        expect(rhythm).toBe(rhythmOf(days.map(dayNumber)))
      }
    }
  })

  test.each(SPANS)('with whom in a period, and when before: $from to $to', ({ from, to }) => {
    const met = byName.flatMap(({ id, name }) => {
      const days = daysOf(id)
      const daysWithin = days.filter((day) => day >= from && day <= to)
      const daysBefore = days.filter((day) => day < from)
      const all = [...daysWithin, ...daysBefore].map(dayNumber)
      return daysWithin.length > 0 ? [{ id, name, all, within: daysWithin.length }] : []
    })
    expect(met.length).toBeGreaterThan(10)
    const found = journal.relationships.meetings({ from, to })
    expect(found.map(({ id, name, within }) => ({ id, name, within }))).toEqual(
      met.map(({ id, name, within }) => ({ id, name, within })),
    )
    for (const [at, { days, within, ownCadence, circleCadence }] of found.entries()) {
      const { all } = met[at]!
      const isGiven = ownCadence !== null || circleCadence !== null
      expect(days).toEqual(all.slice(0, days.length))
      expect(days.length - within).toBeGreaterThanOrEqual(
        Math.min(all.length - within, isGiven ? 1 : RHYTHM_ENCOUNTERS),
      )
    }
  })

  test.each(SPANS)('seen from a shorter period are what is asked for it alone: $from to $to', (span) => {
    const { meetings } = journal.relationships
    const around = meetings({ from: addDays(span.from, -92), to: addDays(span.to, 40) })
    const seen = meetingsWithin(around, span)
    expect(firstMet(seen, span.from)).toEqual(firstMet(meetings(span), span.from))
    expect(rekindled(seen, 90)).toEqual(rekindled(meetings(span), 90))
    expect(rekindled(seen, 90).length).toBeGreaterThan(0)
  })

  test('of a person, newest first, with everybody in them and their tags', () => {
    const encounters = journal.encounters.ofContact(3)
    const own = links.filter((link) => link.contact_id === 3)
    const newestFirst = own.toSorted((a, b) =>
      a.on_date === b.on_date ? b.encounter_id - a.encounter_id : a.on_date < b.on_date ? 1 : -1,
    )
    expect(encounters.map(({ id }) => id)).toEqual(newestFirst.map((link) => link.encounter_id))
    expect(encounters.slice(0, 3).map(({ tags }) => tags)).toEqual([[], ['c'], ['a', 'b']])
    for (const { id, people } of encounters)
      expect(people).toEqual(peopleOf('encounter_contact', 'encounter_id', id))
    expect(journal.encounters.byId(encounters[2]!.id)).toEqual(encounters[2])
  })
})

describe('favours', () => {
  const favours: { id: number; direction: 'gave' | 'got'; weight: number; on_date: CivilDate }[] = db
    .prepare('SELECT * FROM favour')
    .all()

  test.each([LAST_DAY, '2020-02-29'])('in one direction only, up to %s', (to) => {
    const exchanges = byName.flatMap(({ id, name }) => {
      const ids = db.prepare('SELECT favour_id FROM favour_contact WHERE contact_id = ?').pluck().all(id)
      const theirs = favours.filter((favour) => ids.includes(favour.id) && favour.on_date <= to)
      const gave = theirs.filter(({ direction }) => direction === 'gave').length
      const got = theirs.length - gave
      if (theirs.length === 0 || (gave > 0 && got > 0)) return []
      const days = theirs.map(({ on_date }) => on_date).sort()
      return [{ id, name, gave, got, firstOn: days[0], lastOn: days.at(-1) }]
    })
    expect(exchanges.length).toBeGreaterThan(10)
    expect(journal.oneSided.people(to)).toEqual(exchanges)
  })

  test('summed up by month', () => {
    const to = '2022-05-17'
    const sums = new Map<string, { month: string; direction: string; count: number; weight: number }>()
    for (const { direction, weight, on_date } of favours.filter((favour) => favour.on_date <= to)) {
      const month = on_date.slice(0, 7)
      const sum = sums.get(month + direction) ?? { month, direction, count: 0, weight: 0 }
      sums.set(month + direction, { ...sum, count: sum.count + 1, weight: sum.weight + weight })
    }
    const byMonth = journal.reports.favoursByMonth(to)
    expect(new Map(byMonth.map((sum) => [sum.month + sum.direction, sum]))).toEqual(sums)
    expect(byMonth).toHaveLength(sums.size)
  })

  test('have all their people', () => {
    const theirs = journal.favours.ofContact(5)
    expect(theirs.some(({ people }) => people.length === 3)).toBe(true)
    for (const { id, people } of theirs) expect(people).toEqual(peopleOf('favour_contact', 'favour_id', id))
    expect(journal.favours.byId(theirs[0]!.id)).toEqual(theirs[0])
    expect(journal.favours.byId(999_999)).toBeUndefined()
  })
})

test('open promises have all their people, or none', () => {
  const open = journal.followUps.open()
  expect(open.length).toBeGreaterThan(2)
  for (const { id, people } of open) expect(people).toEqual(peopleOf('follow_up_contact', 'follow_up_id', id))
  expect(open.at(-1)!.people).toEqual([])
})

test('the birthdays that are near, on every day of a leap year and another', () => {
  const dates: { contact_id: number; date: string }[] = db
    .prepare(`SELECT contact_id, date FROM special_date WHERE label = 'birthday'`)
    .all()
  const born = byName.flatMap(({ id, name }) =>
    dates.filter(({ contact_id }) => contact_id === id).map(({ date }) => ({ id, name, date })),
  )
  let found = 0
  for (let today: CivilDate = '2027-01-01'; today < '2029-01-01'; today = addDays(today, 1)) {
    const near = birthdaysSoon(journal.occasions.birthdays(daysOfBirthdaysSoon(today)), today)
    expect(near).toEqual(birthdaysSoon(born, today))
    found += near.filter(({ id }) => id === 1).length
  }
  // Who was born on a leap day is thought of in both years, on the day and the 14 before it.
  expect(found).toBe(2 * 15)
})
