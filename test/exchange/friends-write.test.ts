import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFriends } from '../../src/exchange/friends.ts'
import { type FriendsFile, friendsPieces } from '../../src/exchange/friends-write.ts'

const written = (file: FriendsFile): string => [...friendsPieces(file)].join('')

/** What is read again of a file, in the shape it was written from. */
function reread(file: FriendsFile): FriendsFile {
  const { contacts, meetings, notes, unread } = readFriends(written(file))!
  expect(unread).toEqual([])
  const entry = ({ on, text, people, place, tags }: (typeof meetings)[number]) => ({
    on,
    text,
    people,
    place,
    tags,
  })
  return {
    activities: meetings.map(entry),
    notes: (notes as typeof meetings).map(entry),
    friends: contacts.map(({ name, aliases, place, tags }) => ({ name, aliases, place, tags })),
  }
}

test('is the file that friends writes', () => {
  const on = '2018-01-04'
  expect(
    written({
      activities: [
        {
          on,
          text: 'Got lunch with Grace Muster in Paris.',
          people: ['Grace Muster'],
          place: 'Paris',
          tags: ['food'],
        },
        { on, text: 'Kaffee', people: ['Ada Beispiel', 'Ada'], place: 'Köln', tags: [] },
        {
          on,
          text: 'Ada Beispiel\nrief an',
          people: ['Ada', 'Ada Beispiel'],
          place: null,
          tags: ['ein tag'],
        },
        { on, text: '', people: ['Ada'], place: null, tags: [] },
      ],
      notes: [{ on, text: 'zieht um', people: ['Ada'], place: null, tags: [] }],
      friends: [
        { name: 'Grace Muster', aliases: ['The Admiral', 'Amazing Grace'], place: 'Paris', tags: ['navy'] },
        { name: 'Jo [Josefine] (M_m@)', aliases: [], place: null, tags: [] },
      ],
    }),
  ).toBe(`### Activities:
- 2018-01-04: Got lunch with **Grace Muster** in _Paris_. @food
- 2018-01-04: Kaffee (**Ada Beispiel**, **Ada**, _Köln_)
- 2018-01-04: **Ada Beispiel** rief an (**Ada**) @ein-tag
- 2018-01-04: (**Ada**)

### Notes:
- 2018-01-04: zieht um (**Ada**)

### Friends:
- Grace Muster (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy
- Jo \\[Josefine\\] \\(M\\_m\\@\\)

### Locations:
- Köln
- Paris
`)
})

const line = (least: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: least, maxLength: 20 }),
      fc
        .array(
          fc.constantFrom(
            'Ada',
            'Ada B.',
            '*',
            '**',
            '_',
            '@x',
            '(',
            ')',
            '[',
            '\\',
            ' ',
            'a.k.a.',
            ', ',
            '- ',
          ),
          {
            minLength: least,
            maxLength: 8,
          },
        )
        .map((parts) => parts.join('')),
    )
    .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .filter((text) => text.length >= least)
const tags = fc.uniqueArray(fc.constantFrom('food', 'work:new', 'größe', 'a_b', 'ü-2'), { maxLength: 2 })
const place = fc.option(line(1))
const entry = fc.record({
  on: fc.constantFrom('2018-01-04', '2026-02-28'),
  text: line(0),
  people: fc.uniqueArray(line(1), { minLength: 1, maxLength: 3 }),
  place,
  tags,
})
const friend = fc.record({ name: line(1), aliases: fc.uniqueArray(line(1), { maxLength: 2 }), place, tags })

test('whatever is written is read again', () => {
  const sorted = (file: FriendsFile) => ({
    ...file,
    // Who stands in the text comes first.
    activities: [...file.activities].map((each) => ({ ...each, people: [...each.people].sort() })),
    notes: [...file.notes].map((each) => ({ ...each, people: [...each.people].sort() })),
  })
  fc.assert(
    fc.property(fc.array(entry), fc.array(entry), fc.array(friend), (activities, notes, friends) => {
      const file = { activities, notes, friends }
      expect(sorted(reread(file))).toEqual(sorted(file))
    }),
    { numRuns: 300 },
  )
})
