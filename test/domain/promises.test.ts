import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promiseCounts, promiseState } from '../../src/domain/promises.ts'

const course = { due: '2026-10-10', doneOn: '2026-10-10', kept: true, broken: false }

describe('where a promise stands', () => {
  test.each([
    ['open', { doneOn: null, kept: null }],
    ['kept', {}],
    ['kept', { doneOn: '2026-10-01' }],
    ['late', { doneOn: '2026-10-11' }],
    ['kept', { due: null }],
    ['let-off', { kept: false }],
    ['let-off', { kept: false, doneOn: '2026-10-11' }],
    ['broken', { kept: false, broken: true }],
  ] as const)('%s: %j', (state, known) => {
    expect(promiseState({ ...course, ...known })).toBe(state)
  })

  test('each is counted once', () => {
    const state = fc.constantFrom('open', 'kept', 'late', 'broken', 'let-off')
    fc.assert(
      fc.property(fc.array(fc.record({ state })), (promises) => {
        const counts = promiseCounts(promises as { state: 'open' }[])
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(promises.length)
        expect(counts.late).toBe(promises.filter((promise) => promise.state === 'late').length)
      }),
    )
  })
})
