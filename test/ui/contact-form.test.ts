import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactCard } from '../../src/domain/contact-card.ts'
import { emptyCard } from '../../src/domain/contact-card.ts'
import { REACH_KINDS } from '../../src/domain/contacts.ts'
import { NetError } from '../../src/domain/errors.ts'
import { asLine } from '../../src/domain/labels.ts'
import { readForm, writeForm } from '../../src/ui/contact-form.ts'

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => asLine(`x${text}`))
const maybe = fc.option(line)
const date = fc.constantFrom('2015-06-20', '--12-24', '2019-05', '2019')
const label = fc.constantFrom('wedding', 'work (old)', 'two words', 'a\\b')
const card: fc.Arbitrary<ContactCard> = fc.record({
  name: line,
  org: maybe,
  role: maybe,
  place: maybe,
  cadenceDays: fc.option(fc.integer({ min: 1, max: 99_999 })),
  metOn: fc.option(date),
  metAt: maybe,
  note: fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, '').trimEnd()),
  aliases: fc.array(line, { maxLength: 3 }),
  circles: fc.array(line, { maxLength: 3 }),
  tags: fc.array(line, { maxLength: 3 }),
  reach: fc
    .array(
      fc.record({
        kind: fc.constantFrom(...REACH_KINDS),
        label: fc.option(label),
        value: fc.oneof(line, fc.constant('Street 1\nTown \\n')),
      }),
      { maxLength: 4 },
    )
    .map((reach) => REACH_KINDS.flatMap((kind) => reach.filter((each) => each.kind === kind))),
  dates: fc.array(fc.record({ label, date }), { maxLength: 3 }),
})

const full: ContactCard = {
  ...emptyCard('Ada Lovelace'),
  place: 'London',
  note: 'Likes tea.\nnote: and biscuits\n# not a comment',
  tags: ['maths', 'poetry'],
  dates: [{ label: 'birthday', date: '1990-12-10' }],
}

/** What stands on the line that a bad form is refused for. */
const refusal = (text: string) => {
  try {
    readForm(text)
  } catch (error) {
    if (error instanceof NetError) return JSON.stringify(error.problem)
    throw error
  }
  return 'nothing'
}

describe('the form of a record', () => {
  it('reads back as it was written', () => {
    expect(readForm(writeForm(full))).toEqual(full)
    fc.assert(
      fc.property(card, (any) => {
        expect(readForm(writeForm(any))).toEqual(any)
      }),
    )
  })

  it('reads the same with Windows line ends and a byte-order mark', () => {
    expect(readForm(`\ufeff${writeForm(full).replaceAll('\n', '\r\n')}`)).toEqual(full)
  })

  it('clears what is emptied or taken out', () => {
    const text = writeForm(full)
      .replace('place: London', 'place:')
      .replace(/^tag: .*\n/gm, '')
    expect(readForm(text)).toEqual({ ...full, place: null, tags: [] })
  })

  it('reads dates as people write them, and keys in any case', () => {
    expect(
      readForm('Name: Ada\nBirthday: 24 December\nMET: May 2019\nDate (wedding): 20.6.2015'),
    ).toMatchObject({
      metOn: '2019-05',
      dates: [
        { label: 'birthday', date: '--12-24' },
        { label: 'wedding', date: '2015-06-20' },
      ],
    })
  })

  it.each([
    ['name: Ada\nplaice: Rome', 'line 2'],
    ['name: Ada\njust a line', 'line 2'],
    ['name: Ada\norg: A\norg: B', 'second time'],
    ['name: Ada\ncadence: often', 'number of days'],
    ['name: Ada\ncadence: 0', 'number of days'],
    ['name: Ada\nbirthday: 30 February', 'is no date'],
    ['name: Ada\ndate: 2019-01-01', 'has no name'],
    ['name: 12', 'number of a contact'],
    ['name:\norg: A', 'is missing'],
    ['org: A', 'is missing'],
    ['name: Ada\ntoString: x', 'line 2'],
  ])('refuses %j and says why', (text, why) => {
    expect(refusal(text)).toContain(why)
  })
})
