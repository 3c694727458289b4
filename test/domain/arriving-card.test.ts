import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidied } from '../../src/domain/arriving-card.ts'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import { readName } from '../../src/domain/labels.ts'

const card = (name: string, more: Partial<ContactCard> = {}): ContactCard => ({ ...emptyCard(name), ...more })

describe('a card of another program', () => {
  test('is held to the rules of those written here', () => {
    expect(
      tidied(
        card('  Zo\u0308e\t\u202eMuster\u0007 ', {
          org: ' \u0000 ',
          role: 'Leiterin\nVertrieb',
          aliases: ['me', '#3', 'Zo', 'Zo', 'Zöe Muster'],
          tags: ['#startup', 'startup', '##', ' '],
          circles: ['', 'Enge'],
          cadenceDays: 1.5,
          note: 'a\r\nb\0\n',
          reach: [
            { kind: 'phone', label: ' work ', value: ' 030 1\n' },
            { kind: 'email', label: '', value: '\u200b' },
          ],
          dates: [{ label: '', date: '2020-01-01' }],
        }),
      ),
    ).toEqual(
      card('Zöe Muster', {
        role: 'Leiterin Vertrieb',
        aliases: ['Zo'],
        tags: ['startup'],
        circles: ['Enge'],
        note: 'a\nb',
        reach: [{ kind: 'phone', label: 'work', value: '030 1' }],
        dates: [{ label: 'date', date: '2020-01-01' }],
      }),
    )
  })

  test.each(['', '   ', '.', '#12', '12345', 'me', 'ME', '\u202e'])('is none under the name %j', (name) =>
    expect(tidied(card(name))).toBeUndefined(),
  )

  test('has no end that is endless, and no half character', () => {
    const cut = tidied(
      card(`${'x'.repeat(499)}😀${'y'.repeat(1_000_000)}`, { org: 'A\ud800', note: 'n'.repeat(3_000_000) }),
    )!
    expect(cut.name).toBe('x'.repeat(499))
    expect(cut.org).toBe('A\ufffd')
    expect(cut.note).toHaveLength(1_000_000)
  })

  test('stays as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.array(fc.string()), (name, org, tags) => {
        const once = tidied(card(name, { org, tags, aliases: tags, note: org }))
        if (once === undefined) return
        expect(tidied(once)).toEqual(once)
        expect(readName('the name', once.name)).toBe(once.name)
      }),
    )
  })
})
