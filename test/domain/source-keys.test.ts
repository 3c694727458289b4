import { describe, expect, test } from 'vitest'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import { fold } from '../../src/domain/names.ts'
import { firstKey, personRecord, type SeenPerson, sourceKeys } from '../../src/domain/source-keys.ts'

const card = (name: string, more: Partial<ContactCard> = {}): ContactCard => ({ ...emptyCard(name), ...more })
const phone = (value: string) => [{ kind: 'phone' as const, label: null, value }]

/** The keys of a file's people, one read after another; what was read stays seen. */
function reader() {
  const seen: SeenPerson[] = []
  const bySource = new Map<string, SeenPerson>()
  return (...people: [string | null, ContactCard][]): string[] => {
    const keyFor = sourceKeys((name) => seen.filter((each) => fold(each.card.name) === name))
    return people.map(([given, person]) => {
      const sourceId = keyFor(given, person)
      const before = bySource.get(sourceId)
      if (before) before.card = person
      else {
        bySource.set(sourceId, { sourceId, card: person })
        seen.push(bySource.get(sourceId)!)
      }
      return sourceId
    })
  }
}

const ALPHA = card('Michael Müller', { org: 'Alpha', reach: phone('1') })
const BETA = card('Michael Müller', { org: 'Beta', reach: phone('2') })

describe('what a program knows a person by', () => {
  test('is what it says', () => expect(reader()(['u-1', ALPHA], ['u-2', BETA])).toEqual(['u-1', 'u-2']))

  test('is the name where it says nothing; of two each has a key', () => {
    expect(reader()([null, ALPHA], [null, BETA])).toEqual(['michal muller', 'michal muller 2'])
  })

  test('is the same when the file is read again, in any order and when one is gone', () => {
    const read = reader()
    read([null, ALPHA], [null, BETA])
    expect(read([null, BETA], [null, ALPHA])).toEqual(['michal muller 2', 'michal muller'])
    expect(read([null, BETA])).toEqual(['michal muller 2'])
  })

  test('is the same when one fact changes; where nothing agrees it is somebody else', () => {
    const read = reader()
    read([null, ALPHA])
    expect(read([null, { ...ALPHA, reach: phone('9') }])).toEqual(['michal muller'])
    expect(read([null, card('Michael Müller', { org: 'Gamma', reach: phone('7') })])).toEqual([
      'michal muller 2',
    ])
  })

  test('is the same where little was known of them', () => {
    const read = reader()
    read([null, card('Ada')])
    expect(read([null, card('Ada', { org: 'Beispiel' })])).toEqual(['ada'])
  })

  test('is found at once where thousands are called alike, and the same again', () => {
    const read = reader()
    const all = Array.from({ length: 5000 }, (_, at): [null, ContactCard] => [
      null,
      card('Unbekannt', { reach: phone(`0${at}`) }),
    ])
    const keys = read(...all)
    expect(new Set(keys).size).toBe(5000)
    expect(read(...all)).toEqual(keys)
  })

  test('is counted where a person stands in the file twice', () => {
    const keys = reader()(['u-1', ALPHA], ['u-1', { ...ALPHA, org: 'Beta' }], ['u-1', ALPHA])
    expect(new Set(keys).size).toBe(3)
    expect(keys.map(firstKey)).toEqual(['u-1', 'u-1', 'u-1'])
  })

  test('is no key that two people of one file have', () => {
    expect(reader()(['0', ALPHA], ['0', card('Grace')])).toEqual(['0', 'grace'])
  })
})

test('a record of who was brought along: by the key, and by an address where that is only a name', () => {
  expect(personRecord('u-1', ALPHA)).toBe('person u-1')
  expect(personRecord('michal muller', ALPHA)).toBe('person michal muller 1')
  expect(personRecord('ada', card('Ada'))).toBe('person ada')
})
