import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src/domain/dates.ts'
import { isPaused, type Pause, pausedDays, pausedUntil } from '../../src/domain/pauses.ts'

const pause = (from: string, until: string | null = null): Pause => ({ from, until })

describe('pausedDays', () => {
  it('counts the days of a pause, first and last included', () => {
    expect(pausedDays('2026-01-01', '2026-12-31', [pause('2026-03-01', '2026-03-10')])).toBe(10)
  })

  it('counts a day once that several pauses cover', () => {
    const pauses = [pause('2026-03-05', '2026-03-20'), pause('2026-03-01', '2026-03-10')]
    expect(pausedDays('2026-01-01', '2026-12-31', pauses)).toBe(20)
    expect(
      pausedDays('2026-01-01', '2026-12-31', [
        pause('2026-03-01', '2026-03-31'),
        pause('2026-03-10', '2026-03-12'),
      ]),
    ).toBe(31)
  })

  it('lets a pause without an end go on to the last day', () => {
    expect(pausedDays('2026-01-01', '2026-01-31', [pause('2026-01-22')])).toBe(10)
  })

  it('leaves out what lies before, after and on the first day itself', () => {
    expect(pausedDays('2026-03-05', '2026-03-07', [pause('2026-03-01', '2026-03-06')])).toBe(1)
    expect(pausedDays('2026-03-05', '2026-03-07', [pause('2026-03-01', '2026-03-05')])).toBe(0)
    expect(pausedDays('2026-03-05', '2026-03-07', [pause('2026-03-08')])).toBe(0)
    expect(pausedDays('2026-03-05', '2026-03-05', [pause('2026-01-01')])).toBe(0)
  })

  it('agrees with asking each day whether it is paused', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-02-10', offset))
    const anyPause = fc
      .tuple(day, fc.option(fc.integer({ min: 0, max: 30 })))
      .map(([from, length]) => pause(from, length === null ? null : addDays(from, length)))
    fc.assert(
      fc.property(day, day, fc.array(anyPause, { maxLength: 6 }), (one, other, pauses) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        let expected = 0
        for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isPaused(on, pauses)) expected++
        expect(pausedDays(from, to, pauses)).toBe(expected)
        expect(expected).toBeLessThanOrEqual(daysBetween(from, to))
      }),
    )
  })
})

describe('isPaused', () => {
  it('holds from the first to the last day', () => {
    const pauses = [pause('2026-03-01', '2026-03-10')]
    expect(
      ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map((on) => isPaused(on, pauses)),
    ).toEqual([false, true, true, false])
    expect(isPaused('2030-01-01', [pause('2026-03-01')])).toBe(true)
    expect(isPaused('2030-01-01', [])).toBe(false)
  })
})

describe('pausedUntil', () => {
  it('tells the last day of pauses that follow on one another', () => {
    const pauses = [pause('2026-03-11', '2026-03-20'), pause('2026-03-01', '2026-03-10')]
    expect(pausedUntil('2026-03-05', pauses)).toBe('2026-03-20')
    expect(pausedUntil('2026-03-21', pauses)).toBeUndefined()
  })

  it('is null where there is no end', () => {
    expect(pausedUntil('2026-03-05', [pause('2026-03-01', '2026-03-07'), pause('2026-03-08')])).toBeNull()
  })

  it('stops at a gap', () => {
    expect(
      pausedUntil('2026-03-05', [pause('2026-03-01', '2026-03-10'), pause('2026-03-12', '2026-03-20')]),
    ).toBe('2026-03-10')
  })
})
