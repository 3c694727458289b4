import { describe, expect, test } from 'vitest'
import type { Journal } from '../../src/store/journal.ts'
import type { OutcomeFields } from '../../src/store/outcomes.ts'
import { dump, expectSound, newJournal, type OpenJournal } from './journals.ts'

const ORDER: OutcomeFields = {
  title: 'Website relaunch',
  on: '2026-09-01',
  value: 480000,
  currency: 'EUR',
  fromNetwork: true,
  viaId: null,
  customerId: null,
  eventId: null,
  note: '',
}

const names = (chain: { name: string }[]) => chain.map(({ name }) => name)
const recorded = <T>(journal: Journal, work: () => T): T => journal.operations.record('test', work).result

/** Lin, met at the breakfast, introduced Ada; Ada introduced Grace; Grace introduced Zoë. */
function network(): OpenJournal & Record<'lin' | 'ada' | 'grace' | 'zoe', number> {
  const open = newJournal()
  const { journal } = open
  return recorded(journal, () => {
    const [lin, ada, grace, zoe] = ['Lin', 'Ada', 'Grace', 'Zoë'].map(
      (name) => journal.contacts.add({ name }, '2026-01-01').id,
    ) as [number, number, number, number]
    const meeting = { kind: 'coffee' as const, place: null, text: '', tags: [] }
    journal.encounters.add({
      ...meeting,
      on: '2026-01-05',
      event: 'Breakfast',
      people: [{ id: lin, name: '' }],
    })
    journal.encounters.add({ ...meeting, on: '2026-02-05', event: null, people: [{ id: ada, name: '' }] })
    for (const [introducerId, aId] of [
      [lin, ada],
      [ada, grace],
      [grace, zoe],
    ] as const)
      journal.introductions.add({ introducerId, aId, bId: null, on: '2026-02-05' })
    return { ...open, lin, ada, grace, zoe }
  })
}

describe('outcomes', () => {
  test('find their chain by themselves, to the third link', () => {
    const { journal, ada, grace, zoe } = network()
    recorded(journal, () => {
      for (const viaId of [ada, grace, zoe]) journal.outcomes.add({ ...ORDER, viaId })
      journal.outcomes.add({ ...ORDER, fromNetwork: false, customerId: ada })
    })
    expect(journal.outcomes.withChains().map(({ chain }) => names(chain))).toEqual([
      [],
      ['Zoë', 'Grace', 'Ada'],
      ['Grace', 'Ada', 'Lin'],
      ['Ada', 'Lin', 'Breakfast'],
    ])
    expect(journal.outcomes.byId(3)!.chain.at(-1)).toEqual({ kind: 'contact', id: ada, name: 'Ada' })
  })

  test('of a person are those with them on the chain, or for them', () => {
    const { journal, lin, ada, grace, zoe } = network()
    recorded(journal, () => {
      for (const viaId of [ada, grace, zoe]) journal.outcomes.add({ ...ORDER, viaId })
      journal.outcomes.add({ ...ORDER, fromNetwork: false, customerId: lin })
    })
    const of = (id: number) => journal.outcomes.ofContact(id).map((each) => each.id)
    expect([of(lin), of(ada), of(grace), of(zoe)]).toEqual([[4, 2, 1], [3, 2, 1], [3, 2], [3]])
  })

  test('know the first of each person, and when they were first met', () => {
    const { journal, lin, ada, zoe } = network()
    recorded(journal, () => {
      journal.contacts.update(lin, { ...journal.contacts.byId(lin)!, metOn: '2025-12-24' })
      journal.outcomes.add({ ...ORDER, on: '2026-10-01', viaId: ada })
      journal.outcomes.add({ ...ORDER, on: '2026-09-01', customerId: ada })
      journal.outcomes.add({ ...ORDER, on: '2026-09-02', viaId: lin })
      journal.outcomes.add({ ...ORDER, on: '2026-09-03', viaId: zoe })
      journal.outcomes.add({ ...ORDER, on: '2026-01-03', fromNetwork: false, customerId: lin })
    })
    expect(journal.outcomes.firsts()).toEqual([
      { id: ada, on: '2026-09-01', metOn: '2026-02-05' },
      { id: lin, on: '2026-09-02', metOn: '2025-12-24' },
      { id: zoe, on: '2026-09-03', metOn: null },
    ])
    expect(journal.outcomes.firsts({ from: '2026-10-01', to: '2026-10-31' })).toEqual([])
  })

  test('stay when a person goes: without them, or on the way that is left', () => {
    const { journal, db, ada, grace } = network()
    recorded(journal, () => {
      journal.outcomes.add({ ...ORDER, viaId: ada })
      journal.outcomes.add({ ...ORDER, viaId: ada, customerId: grace })
    })
    const before = dump(db)
    expect(journal.contacts.belongings(ada)).toMatchObject({ outcomes: 2 })
    recorded(journal, () => journal.contacts.delete(ada))
    expect(journal.outcomes.byId(1)).toMatchObject({ via: null, fromNetwork: true, value: 480000, chain: [] })
    expect(names(journal.outcomes.byId(2)!.chain)).toEqual(['Grace'])
    expectSound(db)
    journal.operations.undo()
    expect(dump(db)).toEqual(before)
  })

  test('are added, changed, removed and staged, and undo restores exactly what was', () => {
    const { journal, db, ada, grace } = network()
    const states = [dump(db)]
    const steps = [
      () => journal.outcomes.add({ ...ORDER, viaId: ada, note: 'im März' }),
      () =>
        journal.outcomes.update(1, {
          ...ORDER,
          title: 'Shop',
          value: null,
          currency: null,
          customerId: grace,
        }),
      () => journal.stages.add(ada, 'interested', '2026-03-01'),
      () => journal.stages.moveTo(1, '2026-03-02'),
      () => journal.stages.remove(1),
      () => journal.outcomes.remove(1),
    ]
    for (const step of steps) {
      recorded(journal, () => void step())
      states.push(dump(db))
    }
    for (let at = states.length - 1; at > 0; at--) {
      journal.operations.undo()
      expect(dump(db)).toEqual(states[at - 1])
    }
    expectSound(db)
  })
})

describe('stages', () => {
  test('stand where the newest is, and stood where the newest was', () => {
    const { journal, ada, lin } = network()
    recorded(journal, () => {
      journal.stages.add(ada, 'customer', '2026-06-01')
      journal.stages.add(ada, 'interested', '2026-03-01')
      journal.stages.add(lin, 'contact', '2026-07-01')
    })
    const standing = (on: string) => journal.stages.standing(on).map(({ name, stage }) => `${name} ${stage}`)
    expect(standing('2026-12-31')).toEqual(['Ada customer', 'Lin contact'])
    expect(standing('2026-05-31')).toEqual(['Ada interested'])
    expect(standing('2026-02-28')).toEqual([])
    expect(journal.stages.ofContact(ada).map(({ stage }) => stage)).toEqual(['interested', 'customer'])
    expect(journal.stages.within({ from: '2026-03-01', to: '2026-03-31' })).toEqual([
      { id: ada, name: 'Ada', stage: 'interested', on: '2026-03-01', metOn: '2026-02-05' },
    ])
  })

  test('have evidence in outcomes and in good words for me', () => {
    const { journal, ada, grace, lin } = network()
    recorded(journal, () => {
      journal.outcomes.add({ ...ORDER, on: '2026-05-01', viaId: ada, customerId: grace })
      journal.outcomes.add({ ...ORDER, on: '2026-06-01', viaId: lin, customerId: lin })
      journal.endorsements.add({
        byId: ada,
        forId: null,
        topic: null,
        story: 'She saved us',
        on: '2026-04-01',
      })
      journal.endorsements.add({ byId: lin, forId: ada, topic: 'UX', story: null, on: '2026-04-01' })
    })
    const told = journal.stages
      .evidence()
      .map(({ contact, stage, on, because }) => [contact.name, stage, on, because.kind])
    expect(told).toEqual([
      ['Ada', 'recommender', '2026-04-01', 'endorsement'],
      ['Ada', 'recommender', '2026-05-01', 'outcome'],
      ['Grace', 'customer', '2026-05-01', 'outcome'],
      ['Lin', 'customer', '2026-06-01', 'outcome'],
    ])
    expect(journal.stages.evidenceOf(grace)).toHaveLength(1)
    expect(journal.stages.broughtBy(grace)).toEqual({ id: ada, name: 'Ada' })
    expect(journal.stages.broughtBy(lin)).toBeNull()
  })
})
