import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import type { ForeignContact } from '../../src/exchange/foreign.ts'
import { linesOf } from '../../src/exchange/lines.ts'
import { cardsIn } from '../../src/exchange/vcard/cards.ts'
import { contactOf } from '../../src/exchange/vcard/read.ts'
import { type VCardVersion, vcardOf } from '../../src/exchange/vcard/write.ts'

const VERSIONS: VCardVersion[] = ['3.0', '4.0']
const cards = (text: string) => [...cardsIn(linesOf([Buffer.from(text)]))]
const cardOf = (text: string): ForeignContact => contactOf(cards(text)[0]!) as ForeignContact
const propertiesIn = (text: string) => cards(text)[0]!.properties

const ADA: ContactCard = {
  ...emptyCard('Ada von Beispiel'),
  org: 'Muster, Söhne; & Co',
  role: 'Rechnerin',
  place: 'Berlin',
  note: 'Mag Tee\nund \\ Züge',
  aliases: ['Adi', 'Die, Zahl'],
  tags: ['startup'],
  circles: ['enge'],
  cadenceDays: 30,
  metOn: '2019-05',
  metAt: 'Frühstück',
  reach: [
    { kind: 'email', label: 'work', value: 'ada@beispiel.example' },
    { kind: 'phone', label: 'Zu Hause', value: '+49 30 1' },
    { kind: 'address', label: null, value: 'Musterweg 1, 10115 Berlin' },
    { kind: 'url', label: null, value: 'https://beispiel.example/?a=1;b=2,3' },
    { kind: 'handle', label: 'mastodon', value: '@ada@social.example' },
  ],
  dates: [
    { label: 'birthday', date: '--12-10' },
    { label: 'anniversary', date: '2011-06-04' },
    { label: 'firma gegründet', date: '2015' },
  ],
}

test.each(VERSIONS)('what is written in %s is read again, field by field', (version) => {
  const { sourceId, line, ...rest } = cardOf(vcardOf({ uid: 'u-1', card: ADA, original: [] }, version))
  expect(rest).toEqual(ADA)
  expect(sourceId).toBe('u-1')
})

test('a family keeps its small words, a single name is a given one', () => {
  const name = (text: string) =>
    /^N:(.*)\r$/m.exec(vcardOf({ uid: 'u', card: emptyCard(text), original: [] }, '3.0'))?.[1]
  expect(name('Ada von der Heide')).toBe('von der Heide;Ada;;;')
  expect(name('Grace Brewster Hopper')).toBe('Hopper;Grace Brewster;;;')
  expect(name('王芳')).toBe(';王芳;;;')
})

test('no line is longer than 75 octets, and no letter is divided', () => {
  const card = { ...emptyCard('Ada'), note: '王芳🎉ü'.repeat(100) }
  const text = vcardOf({ uid: 'u', card, original: [] }, '3.0')
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toContain('\ufffd')
  }
  expect(cardOf(text).note).toBe(card.note)
})

describe('a person who came from a card', () => {
  const original = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Grace Muster',
    'item1.EMAIL;type=INTERNET;type=pref:grace@muster.example',
    'item1.X-ABLabel:_$!<HomePage>!$_',
    'TEL;TYPE="CELL,VOICE":+49 30 2',
    'X-PHONETIC-FIRST-NAME:Greis',
    'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
    ' BBBB',
    'RELATED;TYPE=friend:urn:uuid:1',
    'END:VCARD',
    '',
  ].join('\r\n')
  const read = () => {
    const { sourceId, line, ...card } = cardOf(original)
    return card
  }

  test('keeps the properties that a journal has no place for, and the lines that still hold, as they were', () => {
    const text = vcardOf({ uid: 'u', card: read(), original: propertiesIn(original) }, '3.0')
    for (const line of original.split('\r\n').slice(3, -2)) expect(text).toContain(`${line}\r\n`)
    expect(text.match(/EMAIL/g)).toHaveLength(1)
  })

  test('loses what was taken off, and gets what is new', () => {
    const card = { ...read(), reach: [{ kind: 'email' as const, label: null, value: 'new@muster.example' }] }
    const text = vcardOf({ uid: 'u', card, original: propertiesIn(original) }, '3.0')
    expect(text).not.toMatch(/grace@|ABLabel|TEL/)
    expect(text).toContain('EMAIL:new@muster.example')
    expect(text).toContain('RELATED;TYPE=friend:urn:uuid:1')
  })

  test('of 2.1: what stays is written as newer cards are', () => {
    const old =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jo\r\nX-ODD;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe; du\r\nEND:VCARD\r\n'
    const text = vcardOf({ uid: 'u', card: emptyCard('Jo'), original: propertiesIn(old) }, '3.0')
    expect(text).toContain('X-ODD:Grüße\\; du\r\n')
  })
})

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text === text.replace(/\s+/g, ' ').trim() && !/[\p{C}]/u.test(text))
const people = fc.record({
  name: word,
  org: fc.option(word),
  role: fc.option(word),
  note: fc.array(word).map((lines) => lines.join('\n')),
  aliases: fc.uniqueArray(word, { maxLength: 2 }),
  tags: fc.uniqueArray(
    word.filter((tag) => !tag.startsWith('*')),
    { maxLength: 2 },
  ),
})

test('any person comes back from their card', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(...VERSIONS), (some, version) => {
      const aliases = some.aliases.filter((alias) => alias !== some.name)
      const card = {
        ...emptyCard(some.name),
        ...some,
        aliases,
        org: some.org === some.name ? null : some.org,
      }
      const { sourceId, line, ...rest } = cardOf(vcardOf({ uid: 'u', card, original: [] }, version))
      expect(rest).toEqual(card)
    }),
  )
})
