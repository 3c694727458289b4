import { describe, expect, test } from 'vitest'
import { type Askable, distinct, type Question, questionsFor } from '../../src/domain/brief.ts'
import { questionText } from '../../src/ui/views/brief.ts'

const TODAY = '2026-11-03'
const nothing: Askable = { introducedTo: [], facts: [], needs: [], theirs: [], kept: [] }
const asked = (known: Partial<Askable>, most = 9) =>
  questionsFor({ ...nothing, ...known }, TODAY, most).map(questionText)

describe('what to ask next time', () => {
  test('the newest of each kind first, then the next ones', () => {
    const known: Partial<Askable> = {
      facts: [
        { what: 'moving to Lisbon', on: '2026-10-01' },
        { what: 'runs a choir', on: '2026-05-01' },
      ],
      needs: [{ what: 'a UX designer', on: '2024-01-01' }],
      introducedTo: [{ id: 3, name: 'Lin', on: '2026-09-01' }],
    }
    expect(asked(known)).toEqual([
      'How did it go with Lin?',
      'How is it going with moving to Lisbon?',
      'Still looking for a UX designer?',
      'Any news: runs a choir?',
    ])
    expect(asked(known, 2)).toEqual(['How did it go with Lin?', 'How is it going with moving to Lisbon?'])
  })

  test('promises: whether mine was of use, how far theirs got', () => {
    expect(
      asked({
        kept: [{ what: 'send slides', on: '2026-10-20' }],
        theirs: [{ what: 'intro to Grace', on: '2026-10-20' }],
      }),
    ).toEqual(['Was it of use: send slides?', 'How far did this get: intro to Grace?'])
  })

  test('what is long past, or yet to come, is not asked about', () => {
    expect(
      asked({
        facts: [
          { what: 'new from next year', on: '2026-11-04' },
          { what: 'moving to Lisbon', on: '2025-11-02' },
        ],
        introducedTo: [{ id: 3, name: 'Lin', on: '2025-11-02' }],
        kept: [{ what: 'send slides', on: '2026-07-05' }],
      }),
    ).toEqual([])
    expect(asked({ facts: [{ what: 'the marathon', on: '2025-11-03' }] })).toHaveLength(1)
    expect(asked({ kept: [{ what: 'send slides', on: '2026-07-06' }] })).toHaveLength(1)
  })

  test('nothing twice, and nothing of nothing', () => {
    const twice = [
      { what: 'Runs a choir', on: '2026-10-01' },
      { what: 'runs a choir', on: '2026-09-01' },
    ]
    expect(asked({ facts: twice })).toEqual(['Any news: Runs a choir?'])
    expect(distinct(twice)).toEqual([twice[0]])
    const again = ['2026-10-01', '2026-09-01'].map((on) => ({ id: 3, name: 'Lin', on }))
    expect(asked({ introducedTo: again })).toEqual(['How did it go with Lin?'])
    expect(asked({})).toEqual([])
  })

  test.each([
    ['moving to Lisbon', 'How is it going with moving to Lisbon?'],
    ['her marathon', 'How is it going with her marathon?'],
    ['her daughter started school in August', 'Any news: her daughter started school in August?'],
    ['zieht nach Lissabon.', 'Any news: zieht nach Lissabon?'],
    ['King of the hill', 'Any news: King of the hill?'],
  ])('a fact stands in the question as it was noted: %s', (what, text) => {
    const question: Question = { kind: 'fact', what, on: TODAY }
    expect(questionText(question)).toBe(text)
  })
})
