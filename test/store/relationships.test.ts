import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type CivilDate, dayNumber } from '../../src/domain/dates.ts'
import { quarter } from '../../src/domain/periods.ts'
import type { Closing } from '../../src/domain/promises.ts'
import { type Journal, openJournal } from '../../src/store/journal.ts'

const TODAY = '2026-11-03'

function journalForTest(): Journal {
  const folder = mkdtempSync(join(tmpdir(), 'net-test-'))
  const journal = openJournal({
    file: join(folder, 'journal.db'),
    migrations: join(import.meta.dirname, '..', '..', 'migrations'),
    now: () => '2026-11-03T12:00:00+01:00',
  })
  onTestFinished(() => {
    journal.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return journal
}

/** Writes as a command does, in one operation. */
const write = <T>(journal: Journal, work: () => T): T => journal.operations.record('log', work).result

const met = (journal: Journal, on: CivilDate, ...ids: number[]) =>
  journal.encounters.add({
    on,
    kind: 'coffee',
    place: null,
    event: null,
    text: '',
    tags: [],
    people: ids.map((id) => ({ id, name: '' })),
  })

function withPeople(...names: string[]): Journal {
  const journal = journalForTest()
  write(journal, () => {
    for (const name of names) journal.contacts.add({ name }, '2026-01-01')
  })
  return journal
}

const names = (journal: Journal, filter = {}) =>
  journal.relationships.list(TODAY, filter).map(({ name }) => name)

describe('relationships', () => {
  test('tell the last encounter and the rhythm; what is planned does not count before its day', () => {
    const journal = withPeople('Ada', 'Grace')
    write(journal, () => {
      met(journal, '2026-01-01', 1)
      met(journal, '2026-01-11', 1, 2)
      met(journal, '2026-01-11', 1)
      met(journal, '2026-01-31', 1)
      met(journal, '2026-12-24', 1)
    })
    expect(journal.relationships.list(TODAY)).toEqual([
      expect.objectContaining({
        id: 1,
        name: 'Ada',
        lastOn: '2026-01-31',
        rhythm: null,
        addedOn: '2026-01-01',
      }),
      expect.objectContaining({ id: 2, name: 'Grace', lastOn: '2026-01-11', rhythm: null }),
    ])
    expect(journal.relationships.list('2026-12-24')[0]).toMatchObject({ lastOn: '2026-12-24', rhythm: 20 })
  })

  test('learn a rhythm from the last encounters only', () => {
    const journal = withPeople('Ada')
    write(journal, () => {
      for (let day = 1; day <= 28; day++) met(journal, `2026-02-${String(day).padStart(2, '0')}`, 1)
    })
    expect(journal.relationships.list(TODAY)[0]!.rhythm).toBe(1)
  })

  test('learn the rhythm from days, also of people met several times on each', () => {
    const journal = withPeople('Ada')
    write(journal, () => {
      for (let day = 1; day <= 28; day++)
        for (let time = 0; time < 5; time++) met(journal, `2026-02-${String(day).padStart(2, '0')}`, 1)
    })
    expect(journal.relationships.list(TODAY)[0]!.rhythm).toBe(1)
  })

  test('know the shortest cadence of the circles, and whether one was given', () => {
    const journal = withPeople('Ada', 'Grace')
    write(journal, () => {
      for (const cadence of [60, 14, null])
        journal.circles.put(journal.circles.add(`c${cadence}`, cadence).id, 1)
      journal.circles.put(3, 2)
      met(journal, '2026-10-01', 1, 2)
    })
    const [ada, grace] = journal.relationships.list(TODAY)
    expect(ada).toMatchObject({ ownCadence: null, circleCadence: 14, lastOn: '2026-10-01' })
    expect(grace).toMatchObject({ ownCadence: null, circleCadence: null })
  })

  test('leave out the never met unless asked, the let go and the snoozed', () => {
    const journal = withPeople('Ada', 'Grace', 'Lin', 'Mo')
    write(journal, () => {
      met(journal, '2026-10-01', 1, 2, 3)
      journal.contacts.letGo(1, '2026-10-20')
      journal.contacts.snooze(2, '2026-11-04')
      journal.contacts.snooze(3, '2026-11-03')
    })
    expect(names(journal)).toEqual(['Lin'])
    expect(names(journal, { neverMet: true })).toEqual(['Lin', 'Mo'])
    const before = journal.relationships.list('2026-10-19', { neverMet: true })
    expect(before.map(({ name }) => name)).toContain('Ada')
  })

  test('narrow to a circle or a tag', () => {
    const journal = withPeople('Ada', 'Grace')
    write(journal, () => {
      met(journal, '2026-10-01', 1, 2)
      journal.circles.put(journal.circles.add('friends', null).id, 1)
      journal.tags.add(2, 'Startup')
    })
    expect(names(journal, { circleId: 1 })).toEqual(['Ada'])
    expect(names(journal, { tag: 'startup' })).toEqual(['Grace'])
    expect(names(journal, { circleId: 1, tag: 'startup' })).toEqual([])
  })

  test('carry their own pauses and those of the whole journal, once begun', () => {
    const journal = withPeople('Ada', 'Grace')
    write(journal, () => {
      met(journal, '2026-09-01', 1, 2)
      journal.pauses.add({ contactId: 1, from: '2026-10-01', until: '2026-10-10', why: null })
      journal.pauses.add({ contactId: null, from: '2026-10-05', until: '2026-10-06', why: null })
      journal.pauses.add({ contactId: 2, from: '2026-11-04', until: null, why: null })
    })
    const everybody = { from: '2026-10-05', until: '2026-10-06' }
    const [ada, grace] = journal.relationships.list(TODAY)
    expect(ada!.pauses).toEqual([everybody, { from: '2026-10-01', until: '2026-10-10' }])
    expect(grace!.pauses).toEqual([everybody])
    expect(journal.relationships.journalPauses(TODAY)).toEqual([everybody])
    expect(journal.relationships.resting('2026-11-04')(2)).toBe(true)
    expect(journal.relationships.resting('2026-11-04')(1)).toBe(false)
  })
})

describe('occasions', () => {
  test('are open promises, the birthday and the latest fact, as they stood on a day', () => {
    const journal = withPeople('Ada', 'Grace')
    const people = [{ id: 1, name: 'Ada' }]
    write(journal, () => {
      const promise = { whose: 'mine' as const, madeOn: '2026-09-01', due: '2026-09-10', people }
      journal.followUps.add({ ...promise, what: 'send slides' })
      journal.followUps.close(journal.followUps.add({ ...promise, what: 'call' }), '2026-10-01', 'kept')
      journal.facts.add({ what: 'likes tea', on: '2026-09-01', people })
      journal.facts.add({ what: 'moving', on: '2026-08-01', people })
      journal.dates.add(1, { label: 'birthday', date: '--03-15' })
      journal.dates.add(2, { label: 'anniversary', date: '2020-11-05' })
    })
    const occasions = journal.occasions.of([1, 2], TODAY)
    expect(occasions.get(1)).toEqual({
      promises: [{ whose: 'mine', what: 'send slides', due: '2026-09-10' }],
      born: '--03-15',
      lastFact: { what: 'likes tea', on: '2026-09-01' },
    })
    expect(occasions.get(2)).toEqual({ promises: [], born: null, lastFact: null })
    const earlier = journal.occasions.of([1], '2026-09-15').get(1)!
    expect(earlier.promises.map(({ what }) => what)).toEqual(['send slides', 'call'])
  })
})

describe('meetings', () => {
  test('are the days in a period and those before, for everybody met in it', () => {
    const journal = withPeople('Ada', 'Grace', 'Lin')
    write(journal, () => {
      for (const on of ['2026-05-01', '2026-06-01', '2026-07-01', '2026-09-30']) met(journal, on, 1)
      met(journal, '2026-08-01', 2)
      met(journal, '2026-10-01', 3)
    })
    expect(journal.relationships.meetings(quarter(2026, 3))).toEqual([
      expect.objectContaining({
        id: 1,
        days: ['2026-09-30', '2026-07-01', '2026-06-01', '2026-05-01'].map(dayNumber),
        within: 2,
      }),
      expect.objectContaining({ id: 2, days: [dayNumber('2026-08-01')], within: 1 }),
    ])
  })
})

describe('what a report counts', () => {
  const Q3 = quarter(2026, 3)

  test('promises due in a period, as they stood on a day', () => {
    const journal = withPeople('Ada')
    const promise = (due: CivilDate | null, closed?: [on: CivilDate, as: Closing]) => {
      const id = journal.followUps.add({ whose: 'mine', what: 'call', madeOn: '2026-06-01', due, people: [] })
      if (closed) journal.followUps.close(id, ...closed)
    }
    write(journal, () => {
      promise('2026-07-01', ['2026-06-20', 'kept'])
      promise('2026-09-30', ['2026-09-30', 'kept'])
      promise('2026-08-01', ['2026-10-15', 'kept'])
      promise('2026-08-02')
      promise('2026-08-03', ['2026-08-03', 'let-off'])
      promise('2026-08-20', ['2026-08-30', 'broken'])
      promise('2026-06-30', ['2026-06-30', 'kept'])
      promise('2026-10-01')
      promise(null)
    })
    const { reports } = journal
    const rest = { late: 1, broken: 1, open: 1, letOff: 1 }
    expect(reports.promises(Q3, TODAY)).toEqual({ due: 5, kept: 3, onTime: 2, ...rest })
    // On 1 August one had been kept, and one that was kept late in the end was due that day.
    const then = { late: 0, broken: 0, open: 1, letOff: 0 }
    expect(reports.promises(Q3, '2026-08-01')).toEqual({ due: 2, kept: 1, onTime: 1, ...then })
  })

  test('introductions I made and those I owe to others, and the ties since', () => {
    const journal = withPeople('Ada', 'Grace', 'Lin')
    write(journal, () => {
      journal.introductions.add({ introducerId: null, aId: 1, bId: 2, on: '2026-08-01' })
      journal.introductions.add({ introducerId: 1, aId: 3, bId: null, on: '2026-09-30' })
      journal.introductions.add({ introducerId: 1, aId: 2, bId: 3, on: '2026-10-01' })
    })
    expect(journal.reports.introductions(Q3)).toEqual({ made: 1, received: 1 })
    expect(journal.reports.introductions(quarter(2026, 2))).toEqual({ made: 0, received: 0 })
    expect(journal.reports.ties(Q3)).toEqual({ new: 1, byIntroduction: 1, total: 2 })
  })

  test('a favour for two people counts once, and for each of them in what passed between us', () => {
    const journal = withPeople('Ada', 'Grace')
    const people = [
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Grace' },
    ]
    write(journal, () => {
      journal.favours.add({ direction: 'gave', what: 'x', kind: 'work', weight: 9, on: '2026-07-01', people })
      journal.favours.add({
        direction: 'got',
        what: 'y',
        kind: 'help',
        weight: 1,
        on: '2026-10-01',
        people: [people[1]!],
      })
    })
    expect(journal.reports.favoursByKind(Q3)).toEqual([
      { kind: 'work', direction: 'gave', count: 1, weight: 9 },
    ])
    expect(journal.reports.favoursByMonth('2026-09-30')).toEqual([
      { month: '2026-07', direction: 'gave', count: 1, weight: 9 },
    ])
    const one = { gave: 1, got: 0, firstOn: '2026-07-01', lastOn: '2026-07-01' }
    expect(journal.oneSided.people('2026-09-30')).toEqual([
      { id: 1, name: 'Ada', ...one },
      { id: 2, name: 'Grace', ...one },
    ])
    expect(journal.oneSided.people(TODAY).map(({ id }) => id)).toEqual([1])
  })

  test('encounters, and people each once', () => {
    const journal = withPeople('Ada', 'Grace')
    write(journal, () => {
      met(journal, '2026-07-01', 1, 2)
      met(journal, '2026-09-30', 1)
      met(journal, '2026-10-01', 2)
    })
    expect(journal.reports.encounters(Q3)).toEqual({ count: 2, people: 2 })
    expect(journal.reports.encountersByMonth(Q3)).toEqual([
      { month: '2026-07', count: 1 },
      { month: '2026-09', count: 1 },
    ])
    expect(journal.reports.firstDay()).toBe('2026-07-01')
  })
})
