import { describe, expect, test } from 'vitest'
import { type Ability, matchmaker } from '../../src/domain/matching.ts'
import type { Offering } from '../../src/domain/offerings.ts'

const need = (what: string, who: number | null = 1): Offering => ({
  id: 1,
  kind: 'need',
  what,
  who: who === null ? null : { id: who, name: `Person ${who}` },
  on: '2026-11-03',
  closedOn: null,
})
const can = (who: number | null, text: string, kind: Ability['kind'] = 'offer'): Ability => ({
  who: who === null ? null : { id: who, name: `Person ${who}` },
  kind,
  text,
  by: null,
  on: null,
})

const helpers = (wanted: Offering, ...abilities: Ability[]) =>
  matchmaker(abilities)(wanted).helpers.map(({ who }) => who?.id ?? null)

describe('who could help', () => {
  test.each([
    ['a designer for the shop', 'web design'],
    ['Webdesigner', 'Design für kleine Läden'],
    ['eine Steuerberaterin', 'Steuerberatung'],
    ['someone to translate a contract', 'translations'],
  ])('%s: %s', (wanted, offered) => {
    expect(helpers(need(wanted), can(2, offered))).toEqual([2])
  })

  test.each([
    ['a designer', 'cooking'],
    ['help with a project', 'work on projects'],
    ['a lawyer in Berlin who knows shipping', 'sightseeing in Berlin'],
  ])('not %s: %s', (wanted, offered) => {
    expect(helpers(need(wanted), can(2, offered), can(3, 'a designer and a lawyer'))).not.toContain(2)
  })

  test('nobody helps themselves; I may, and may be helped', () => {
    expect(helpers(need('design', 1), can(1, 'design'), can(2, 'design'), can(null, 'design'))).toEqual([
      2,
      null,
    ])
    expect(helpers(need('design', null), can(null, 'design'), can(2, 'design'))).toEqual([2])
  })

  test('for whom more speaks stands first, then those who offer it', () => {
    expect(
      helpers(
        need('a designer in Lisbon'),
        can(2, 'designer', 'role'),
        can(3, 'design'),
        can(4, 'design'),
        can(4, 'Lisbon', 'tag'),
      ),
    ).toEqual([4, 3, 2])
  })

  test('thousands who look for and offer the same are no trouble', () => {
    const find = matchmaker(Array.from({ length: 10_000 }, (_, at) => can(at + 1, 'web design and UX')))
    for (let count = 1; count <= 1000; count++)
      expect(find(need('UX designer', count)).helpers.length).toBeGreaterThan(0)
  })
})
