import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryIn, markedIn, openLines, withMarks } from '../../src/domain/inbox.ts'

const FILE = `# Notizen

- Kaffee mit Ada
* [ ] Lunch with Grace
- [x] done by hand
✓ #3 Anruf mit Lin
> quoted
---
Kaffee mit Ada
  ↳ net: "Ada" could be two
`

test('the lines that wait: neither headings, nor what is ticked, quoted or marked', () => {
  expect(openLines(FILE)).toEqual(['- Kaffee mit Ada', '* [ ] Lunch with Grace', 'Kaffee mit Ada'])
  expect(openLines(FILE).map((line) => entryIn(line).text)).toEqual([
    'Kaffee mit Ada',
    'Lunch with Grace',
    'Kaffee mit Ada',
  ])
  expect(openLines('✓ by hand\n✓✓ two ticks of coffee')).toEqual(['✓✓ two ticks of coffee'])
})

test('flags stand at the end of a line', () => {
  expect(entryIn('- Kaffee mit Grase --planned --new ')).toEqual({
    text: 'Kaffee mit Grase',
    flags: { new: true, planned: true },
  })
  expect(entryIn('Tee mit Jo --on 3.11. --new')).toEqual({
    text: 'Tee mit Jo',
    flags: { new: true, on: '3.11.' },
  })
  expect(entryIn('the flag --new is new')).toEqual({ text: 'the flag --new is new', flags: {} })
})

test('a mark with a number that will be given again has it no longer', () => {
  expect(withMarks('✓ #3 a\n✓ #2 b\nc', [{ line: 'c', encounter: 3 }], new Map(), 2)).toBe('✓ a\n✓ #2 b\nc')
  expect(withMarks('✓ #3 a\nc', [{ line: 'c', encounter: 4 }], new Map(), 2)).toBe('✓ a\n✓ c')
})

test('marks stand where the line stands, reasons below it', () => {
  const marked = withMarks(
    FILE,
    [{ line: '- Kaffee mit Ada', encounter: 7 }],
    new Map([['* [ ] Lunch with Grace', 'who is\nGrace?']]),
  )
  expect(marked).toBe(`# Notizen

✓ #7 - Kaffee mit Ada
* [ ] Lunch with Grace
  ↳ net: who is Grace?
- [x] done by hand
✓ #3 Anruf mit Lin
> quoted
---
Kaffee mit Ada
`)
  expect(markedIn(marked)).toEqual(new Set([3, 7]))
})

test('line ends stay as they are', () => {
  expect(withMarks('a\r\nb', [{ line: 'a', encounter: 1 }], new Map([['b', 'no']]))).toBe(
    '✓ #1 a\r\nb\n  ↳ net: no',
  )
})

test('a mark that is there is not made again', () => {
  expect(withMarks('✓ #1 a\na', [{ line: 'a', encounter: 1 }], new Map())).toBe('✓ #1 a\na')
})

const line = fc.constantFrom('a', 'b', '- a', '', '# h', '✓ #9 z', '  ↳ net: why')
test('nothing is lost: without our marks the file is what it was', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.constantFrom('a', 'b', '- a', 'gone')), (lines, taken) => {
      const content = lines.join('\n')
      const marked = withMarks(
        content,
        taken.map((each, at) => ({ line: each, encounter: 100 + at })),
        new Map([['b', 'x']]),
      )
      const bare = (text: string) =>
        text
          .split('\n')
          .filter((each) => !each.startsWith('  ↳ net: '))
          .map((each) => each.replace(/^✓ #1\d\d /, ''))
      expect(bare(marked).join('\n')).toBe(bare(content).join('\n'))
      expect(openLines(marked).length).toBeLessThanOrEqual(openLines(content).length)
    }),
  )
})
