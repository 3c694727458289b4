import { expect, test } from 'vitest'
import { readFriends } from '../../src/exchange/friends.ts'

const FILE = `### Activities:
- 2018-01-04: Got lunch with **Grace Muster** and **Ada Beispiel** in _Paris_. @food @work:new
- 2018-02-30: A day that is none.
just a line

### Notes:
- 2018-03-01: **Ada Beispiel** likes snake_case_names.

### Friends:
- Grace Muster (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy
- Ada Beispiel
- Jürgen Müller-Lüdenscheidt [São Paulo] @a @b

### Locations:
- Paris
`

test('friends.md, field by field', () => {
  expect(readFriends(FILE)).toMatchObject({
    contacts: [
      {
        name: 'Grace Muster',
        aliases: ['The Admiral', 'Amazing Grace'],
        place: 'Paris',
        tags: ['navy'],
        line: 10,
      },
      { name: 'Ada Beispiel', aliases: [], place: null, tags: [] },
      { name: 'Jürgen Müller-Lüdenscheidt', place: 'São Paulo', tags: ['a', 'b'] },
    ],
    meetings: [
      {
        on: '2018-01-04',
        text: 'Got lunch with Grace Muster and Ada Beispiel in Paris.',
        people: ['Grace Muster', 'Ada Beispiel'],
        place: 'Paris',
        tags: ['food', 'work:new'],
        line: 2,
      },
    ],
    notes: [
      {
        on: '2018-03-01',
        text: 'Ada Beispiel likes snake_case_names.',
        people: ['Ada Beispiel'],
        place: null,
      },
    ],
    unread: [
      { line: 3, reason: 'not-a-line' },
      { line: 4, reason: 'not-a-line' },
    ],
  })
})

test('what is no such file is none', () => {
  expect(readFriends('# Hello\n- 2018-01-04: x')).toBeUndefined()
  expect(readFriends('')).toBeUndefined()
})
