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

test.each([
  ['tags without an end', `- Ada ${'@a'.repeat(5000)} b`],
  ['blanks', `- Ada${' '.repeat(50_000)}(x`],
  ['brackets', `- Ada ${'(a'.repeat(20_000)}`],
])('a friend of %s does not take for ever', (_, line) => {
  const read = readFriends(`### Friends:\n${line}\n- Grace\n`)
  expect(read?.contacts).toMatchObject([{ name: 'Grace' }])
  expect(read?.unread).toEqual([{ line: 2, reason: 'not-a-line' }])
})

test.each(['_a', '**a', ' (**a**', '@a', ' '])(
  'a happening of %j over and over does not take for ever',
  (part) => {
    const read = readFriends(`### Activities:\n- 2018-01-04: x${part.repeat(100_000)}y\n`)
    expect(read?.meetings).toHaveLength(1)
  },
)
