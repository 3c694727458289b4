import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthdaySoon, nextBirthday } from '../../src/domain/birthdays.ts'
import { addDays } from '../../src/domain/dates.ts'
import { concernsSomebodyAwake, urgency } from '../../src/domain/promises.ts'
import { type Occasions, reasonFor } from '../../src/domain/reasons.ts'

const TODAY = '2026-11-03'

describe('birthdays', () => {
  test.each([
    ['1990-11-12', TODAY, { on: '2026-11-12', inDays: 9, turns: 36 }],
    ['--11-03', TODAY, { on: '2026-11-03', inDays: 0, turns: null }],
    ['1990-11-02', TODAY, { on: '2027-11-02', inDays: 364, turns: 37 }],
    ['--01-01', '2026-12-25', { on: '2027-01-01', inDays: 7, turns: null }],
    ['2000-02-29', '2026-02-20', { on: '2026-02-28', inDays: 8, turns: 26 }],
    ['--02-29', '2028-02-20', { on: '2028-02-29', inDays: 9, turns: null }],
  ])('%s seen from %s', (born, today, next) => {
    expect(nextBirthday(born, today)).toEqual(next)
  })

  test.each(['1990', '1990-11', '2027-01-01', 'soon'])('%s comes round on no day', (born) => {
    expect(nextBirthday(born, TODAY)).toBeUndefined()
  })

  test('is near up to 14 days ahead', () => {
    expect(birthdaySoon('--11-17', TODAY)?.inDays).toBe(14)
    expect(birthdaySoon('--11-18', TODAY)).toBeUndefined()
  })

  test('comes round within a year, whatever the day', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1970-01-01', days))
    fc.assert(
      fc.property(day, day, (born, later) => {
        const today = born < later ? later : born
        const next = nextBirthday(born, today)!
        expect(next.on).toBe(addDays(today, next.inDays))
        expect(next.inDays).toBeGreaterThanOrEqual(0)
        expect(next.inDays).toBeLessThanOrEqual(366)
      }),
    )
  })
})

describe('the reason to get in touch', () => {
  const mine = { whose: 'mine' as const, what: 'send slides', due: '2026-12-01' }
  const theirs = { whose: 'theirs' as const, what: 'send the paper', due: '2026-10-01' }
  const none: Occasions = { promises: [], born: null, lastFact: null }
  const lastFact = { what: 'moving to Lisbon', on: '2026-05-01' }

  test('my promise comes before theirs, however long theirs is due', () => {
    expect(reasonFor({ ...none, promises: [theirs, mine] }, TODAY)).toEqual({ kind: 'promise', ...mine })
  })

  test('then an introduction that waits, a birthday, a need somebody could help with, what was heard last', () => {
    const introduction = { step: 'agree' as const, introduces: false, others: [{ id: 2, name: 'Grace' }] }
    const need = { what: 'a designer', helper: null }
    const all = { ...none, introduction, need, born: '--11-10', lastFact }
    const kinds = [
      all,
      { ...all, introduction: undefined },
      { ...none, need, lastFact },
      { ...none, lastFact },
    ]
    expect(kinds.map((known) => reasonFor(known, TODAY)?.kind)).toEqual([
      'introduction',
      'birthday',
      'need',
      'fact',
    ])
    expect(reasonFor({ ...all, promises: [theirs] }, TODAY)?.kind).toBe('promise')
  })

  test('of mine, the one due first; one without a date last', () => {
    const open = { ...mine, what: 'some day', due: null }
    const sooner = { ...mine, what: 'sooner', due: '2026-11-04' }
    expect(reasonFor({ ...none, promises: [open, mine, sooner] }, TODAY)).toMatchObject({ what: 'sooner' })
    expect(reasonFor({ ...none, promises: [open, theirs] }, TODAY)).toMatchObject({ what: 'some day' })
  })

  test('then a birthday that is near, then what they cared about last, then none', () => {
    expect(reasonFor({ ...none, born: '--11-05', lastFact }, TODAY)).toEqual({
      kind: 'birthday',
      on: '2026-11-05',
      inDays: 2,
      turns: null,
    })
    expect(reasonFor({ ...none, born: '--03-05', lastFact }, TODAY)).toEqual({ kind: 'fact', ...lastFact })
    expect(reasonFor(none, TODAY)).toBeNull()
  })
})

describe('promises', () => {
  test.each([
    ['2026-11-02', 'overdue'],
    ['2026-11-03', 'soon'],
    ['2026-11-10', 'soon'],
    ['2026-11-11', null],
    [null, null],
  ])('due %s: %s', (due, state) => {
    expect(urgency(due, TODAY)).toBe(state)
  })

  test('are not called to mind when everybody they are with rests', () => {
    const [ada, grace] = [
      { id: 1, name: 'Ada Lovelace' },
      { id: 2, name: 'Grace Hopper' },
    ]
    const resting = (id: number) => id === 1
    expect(concernsSomebodyAwake([ada], resting)).toBe(false)
    expect(concernsSomebodyAwake([ada, grace], resting)).toBe(true)
    expect(concernsSomebodyAwake([], resting)).toBe(true)
  })
})
