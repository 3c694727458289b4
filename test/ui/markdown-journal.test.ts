import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyCard } from '../../src/domain/contact-card.ts'
import type { JournalRecords, RecordKind } from '../../src/domain/journal-records.ts'
import { markdownJournal } from '../../src/ui/views/export/markdown.ts'

const RECORD_KINDS = [
  'contacts',
  'encounters',
  'favours',
  'followUps',
  'facts',
  'introductions',
  'ties',
  'events',
  'outcomes',
  'offerings',
  'endorsements',
  'stages',
] as const satisfies RecordKind[]
const nothing = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, []])) as unknown as JournalRecords
const written = (some: Partial<JournalRecords>) =>
  [...markdownJournal({ ...nothing, ...some }, '2026-11-03')].join('')

const contact = (name: string, note: string) => ({
  ...emptyCard(name),
  note,
  id: 1,
  uid: 'u',
  addedOn: '2026-11-03',
  lastOn: null,
  letGoOn: null,
  snoozedUntil: null,
  pauses: [],
  sources: [],
})

test('an empty journal is a heading', () => {
  expect(written({})).toBe('# Networking journal\n\nAs of 2026-11-03.\n')
})

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          '# ',
          '- ',
          '+ ',
          '1. ',
          '1) ',
          '* ',
          '---',
          '===',
          '> ',
          '<b>',
          '`',
          '[x](y)',
          'a',
          '\n',
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join('')),
  )
  .map((some) => some.replace(/[^\P{C}\n]/gu, '').trim())
  .filter((some) => some !== '')

test('whatever a name, a note or an entry says, it makes no heading, list, quotation or tag of its own', () => {
  fc.assert(
    fc.property(text, text, text, (name, note, said) => {
      const encounter = {
        id: 1,
        on: '2026-11-03',
        kind: 'coffee',
        place: null,
        event: null,
        text: said,
        tags: [],
        people: [],
      }
      const lines = written({
        contacts: [{ ...contact(name, note), org: said }],
        encounters: [encounter],
      }).split('\n')
      const headings = lines
        .filter((line) => /^\s*#/.test(line))
        .map((line) => line.replace(/^(#+ ).*/, '$1'))
      expect(headings).toEqual(['# ', '## ', '### ', '## ', '### '])
      expect(lines.filter((line) => /^\s*([-+*]|\d+[.)])(\s|$)/.test(line))).toHaveLength(2)
      for (const line of lines) {
        const [, mark, inner] = /^(> ?|- |#+ )?(?:\*\*2026-11-03\*\* )?(.*)$/.exec(line)!
        if (mark === undefined || mark.startsWith('>'))
          expect(inner).not.toMatch(/^(#|>|[-+*]\s|[-=]+$|\d+[.)](\s|$))/)
        // What is left without the escapes has none of the signs that make tags, links and code.
        expect(inner!.replace(/\\./g, '')).not.toMatch(/[`*_[\]<>|#]/)
      }
    }),
    { numRuns: 500 },
  )
})
