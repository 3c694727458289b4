import { describe, expect, test } from 'vitest'
import {
  type Client,
  daysSince,
  proposedStages,
  readStage,
  type Stage,
  type StageEvidence,
  snowball,
} from '../../src/domain/stages.ts'

describe('a stage', () => {
  test.each([
    ['customer', 'customer'],
    ['Kunde', 'customer'],
    ['KUNDIN', 'customer'],
    ['client', 'customer'],
    ['Interessent', 'interested'],
    ['lead', 'interested'],
    ['Empfehlerin', 'recommender'],
    ['Fürsprecher', 'recommender'],
    ['Fuersprecherin', 'recommender'],
    [' kontakt ', 'contact'],
  ])('"%s" is %s', (word, stage) => expect(readStage(word)).toBe(stage))

  test.each(['', 'friend', 'custom', 'kundenkontakt'])('"%s" is none', (word) =>
    expect(() => readStage(word)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'bad-input', what: 'stage' }) }),
    ),
  )

  test('is reached some days after a first meeting that came before', () => {
    expect(daysSince('2026-01-01', '2026-01-31')).toBe(30)
    expect(daysSince('2026-02-01', '2026-01-31')).toBeNull()
    expect(daysSince(null, '2026-01-31')).toBeNull()
  })
})

const evidence = (stage: Stage, on: string): StageEvidence => ({
  stage,
  on,
  contact: { id: 1, name: 'Ada' },
  because: { kind: 'outcome', id: 1, text: 'Website' },
})
const reached = (...stages: [Stage, string][]) => stages.map(([stage, on]) => ({ stage, on }))
const proposed = (some: StageEvidence[], ...stages: [Stage, string][]) =>
  proposedStages(some, reached(...stages)).map(({ stage, on }) => `${stage} ${on}`)

describe('what is proposed', () => {
  const order = evidence('customer', '2026-03-01')
  const another = evidence('customer', '2026-05-01')
  const praise = evidence('recommender', '2026-04-01')

  test('is each stage once, as it was first reached', () => {
    expect(proposed([order, praise, another])).toEqual(['customer 2026-03-01', 'recommender 2026-04-01'])
  })

  test('is not what was reached already, or something lower', () => {
    expect(proposed([order, another], ['customer', '2026-03-02'])).toEqual([])
    expect(proposed([order, praise], ['recommender', '2026-04-01'])).toEqual([])
    expect(proposed([order, praise], ['interested', '2026-01-01'])).toHaveLength(2)
  })

  test('is nothing once it was set back by hand, until something new happens', () => {
    const back: [Stage, string][] = [
      ['customer', '2026-03-01'],
      ['contact', '2026-04-15'],
    ]
    expect(proposed([order], ...back)).toEqual([])
    expect(proposed([order, another], ...back)).toEqual(['customer 2026-05-01'])
  })

  test('never leads back down: whoever recommended me first and bought later stays a recommender', () => {
    expect(proposed([evidence('recommender', '2026-01-01'), order])).toEqual(['recommender 2026-01-01'])
  })
})

describe('the snowball', () => {
  const client = (id: number, customerOn: string | null, recommenderOn: string | null = null): Client => ({
    id,
    name: `P${id}`,
    customerOn,
    recommenderOn,
  })
  const roll = (clients: Client[], led: Record<number, number>) =>
    snowball(
      clients,
      (id) => clients.find((each) => each.id === id),
      (id) => (led[id] === undefined ? null : { id: led[id], name: `P${led[id]}` }),
    ).map(({ customer, through }) => [
      customer.id,
      ...through.map(({ id, stage, since }) => `${id} ${stage ?? '-'} ${since ?? '-'}`),
    ])

  test('is who came through an earlier customer, directly or through others', () => {
    const clients = [client(1, '2025-01-01'), client(3, '2026-01-01')]
    expect(roll(clients, { 3: 2, 2: 1 })).toEqual([[3, '2 - -', '1 customer 2025-01-01']])
  })

  test('or through an earlier recommender; where somebody was both, the earlier counts', () => {
    const clients = [client(1, '2025-06-01', '2025-01-01'), client(3, '2026-01-01')]
    expect(roll(clients, { 3: 1 })).toEqual([[3, '1 recommender 2025-01-01']])
  })

  test('not through somebody who became one later or on the same day', () => {
    expect(roll([client(1, '2026-02-01'), client(3, '2026-01-01')], { 3: 1 })).toEqual([])
    expect(roll([client(1, '2026-01-01'), client(3, '2026-01-01')], { 3: 1 })).toEqual([])
  })

  test('ends at the third link, and where it would go in a circle', () => {
    const clients = [client(5, '2025-01-01'), client(1, '2026-01-01')]
    expect(roll(clients, { 1: 2, 2: 3, 3: 4, 4: 5 })).toEqual([])
    expect(roll(clients, { 1: 2, 2: 3, 3: 5 })).toHaveLength(1)
    expect(roll(clients, { 1: 2, 2: 1 })).toEqual([])
  })
})
