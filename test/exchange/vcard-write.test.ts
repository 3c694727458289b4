import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactCard, emptyCard } from '../../src/domain/contact-card.ts'
import type { ForeignContact } from '../../src/exchange/foreign.ts'
import { linesOf } from '../../src/exchange/lines.ts'
import { cardsIn } from '../../src/exchange/vcard/cards.ts'
import { contactOf } from '../../src/exchange/vcard/read.ts'
import type { VCardVersion } from '../../src/exchange/vcard/text.ts'
import { vcardOf } from '../../src/exchange/vcard/write.ts'

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
  const { sourceId, line, ...rest } = cardOf(vcardOf({ uid: 'u-1', card: ADA, originals: [] }, version))
  expect(rest).toEqual(ADA)
  expect(sourceId).toBe('u-1')
})

test('a family keeps its small words, a single name is a given one', () => {
  const name = (text: string) =>
    /^N:(.*)\r$/m.exec(vcardOf({ uid: 'u', card: emptyCard(text), originals: [] }, '3.0'))?.[1]
  expect(name('Ada von der Heide')).toBe('von der Heide;Ada;;;')
  expect(name('Grace Brewster Hopper')).toBe('Hopper;Grace Brewster;;;')
  expect(name('王芳')).toBe(';王芳;;;')
})

test('no line is longer than 75 octets, and no letter is divided', () => {
  const card = { ...emptyCard('Ada'), note: '王芳🎉ü'.repeat(100) }
  const text = vcardOf({ uid: 'u', card, originals: [] }, '3.0')
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
    const text = vcardOf({ uid: 'u', card: read(), originals: [propertiesIn(original)] }, '3.0')
    for (const line of original.split('\r\n').slice(3, -2)) expect(text).toContain(`${line}\r\n`)
    expect(text.match(/EMAIL/g)).toHaveLength(1)
  })

  test('loses what was taken off, and gets what is new', () => {
    const card = { ...read(), reach: [{ kind: 'email' as const, label: null, value: 'new@muster.example' }] }
    const text = vcardOf({ uid: 'u', card, originals: [propertiesIn(original)] }, '3.0')
    expect(text).not.toMatch(/grace@|ABLabel|TEL/)
    expect(text).toContain('EMAIL:new@muster.example')
    expect(text).toContain('RELATED;TYPE=friend:urn:uuid:1')
  })

  test('of 2.1: what stays is written as newer cards are', () => {
    const old =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jo\r\nX-ODD;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe; du\r\nEND:VCARD\r\n'
    const text = vcardOf({ uid: 'u', card: emptyCard('Jo'), originals: [propertiesIn(old)] }, '3.0')
    expect(text).toContain('X-ODD:Grüße\\; du\r\n')
  })
})

describe('a card that was only read comes back line for line', () => {
  const RICH = `N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.
FN:Dr. John Philip Paul Stevenson Jr.
NICKNAME:Johnny
ORG:Acme\\, Inc.;Dept\\; A;Team 7
TITLE:Boss
ROLE:Programmer
ADR;TYPE=home:Box 1;Ext 2;123 Main\\, St;Any Town;CA;91921-1234;USA
ADR;TYPE=work:;;;Berlin;;;
TEL;TYPE=work,voice,pref:+1-213-555-1234
item2.X-ABDATE;type=pref:2011-06-04
item2.X-ABLabel:_$!<Anniversary>!$_
item3.X-ABRELATEDNAMES:Eva
item3.X-ABLabel:_$!<Spouse>!$_
URL;VALUE=uri:https://a.example/?x=1;y=2
CATEGORIES:a,b\\,c,*starred
NOTE;LANGUAGE=de:Zeile 1\\nZeile 2\\, "x"
BDAY;VALUE=date:1990-02-28
X-SKYPE:johnny`.split('\n')
  const card = (lines: string[], version = '3.0') =>
    `${['BEGIN:VCARD', `VERSION:${version}`, 'UID:u', ...lines, 'END:VCARD'].join('\r\n')}\r\n`
  const again = (text: string, version: VCardVersion, change: Partial<ContactCard> = {}) => {
    const { sourceId, line, ...read } = cardOf(text)
    return vcardOf({ uid: 'u', card: { ...read, ...change }, originals: [propertiesIn(text)] }, version)
  }

  test('of the same version: structured names, departments, parameters and all', () => {
    expect(again(card(RICH), '3.0')).toBe(card(RICH))
  })

  test('what was changed in the journal is written anew, the rest stays', () => {
    const text = again(card(RICH), '3.0', { name: 'John Stevenson', org: 'Neu', dates: [], note: '' })
    expect(text).toContain('FN:John Stevenson\r\nN:Stevenson;John;;;\r\nORG:Neu\r\n')
    expect(text).not.toMatch(/Acme|Dr\.|X-ABDATE|Anniversary|NOTE|BDAY/)
    expect(text).toContain('ROLE:Programmer\r\n')
    expect(text.match(/^(FN|N|ORG):/gm)).toHaveLength(3)
  })

  test('of another version: what is preferred, photos, numbers and days as that version has them', () => {
    const old = card([
      'FN:Jo',
      'N:;Jo;;;',
      'TEL;TYPE=work,pref:+1',
      'item1.EMAIL;TYPE=INTERNET:a@x.example',
      'item1.X-ABLabel:Büro',
      'PHOTO;ENCODING=b;TYPE=JPEG:QUJD',
      'BDAY:1990-02-28',
    ])
    const expected = [
      'BDAY:19900228',
      'FN:Jo',
      'N:;Jo;;;',
      'TEL;TYPE=work;PREF=1:+1',
      'item1.EMAIL:a@x.example',
      'item1.X-ABLabel:Büro',
      'PHOTO:data:image/jpeg;base64,QUJD',
    ]
    const asNew = again(old, '4.0')
    expect(asNew).toBe(card(expected, '4.0'))
    const newer = card(
      [
        'FN:Jo',
        'N:;Jo;;;',
        'TEL;VALUE=uri;PREF=1;TYPE="work,cell":tel:+1',
        'PHOTO:data:image/png;base64,QUJD',
        'BDAY:--0229',
      ],
      '4.0',
    )
    expect(again(newer, '3.0')).toBe(
      card([
        'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29',
        'FN:Jo',
        'N:;Jo;;;',
        'TEL;TYPE=work,cell,pref:+1',
        'PHOTO;ENCODING=b;TYPE=PNG:QUJD',
      ]),
    )
  })

  test('of 2.1: bare types, quoted-printable and photos become what newer cards have', () => {
    const old = card(
      [
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;von;Dr.;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=BCrgen von M=C3=BCller',
        'TEL;CELL;PREF:+49 170 1',
        'ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Stra=C3=9Fe 1;K=C3=B6ln;;50667;D',
        'PHOTO;JPEG;ENCODING=BASE64:',
        ' QUJD',
        ' REVG',
        '',
      ],
      '2.1',
    )
    expect(again(old, '3.0')).toBe(
      card([
        'N:Müller;Jürgen;von;Dr.;',
        'FN:Dr. Jürgen von Müller',
        'TEL;TYPE=CELL,pref:+49 170 1',
        'ADR;TYPE=HOME:;;Straße 1;Köln;;50667;D',
        'PHOTO;ENCODING=b;TYPE=JPEG:QUJDREVG',
      ]),
    )
  })

  test('of two cards made one: all of the first, and of the second what the first does not have', () => {
    const one = [
      'FN:Jo',
      'N:;Jo;;;',
      'item1.URL:https://a.example',
      'item1.X-ABLabel:Blog',
      'PHOTO;ENCODING=b:QUJD',
      'X-ODD:1',
    ]
    const two = [
      'FN:Joe',
      'N:;Joe;;;',
      'item1.X-ABRELATEDNAMES:Eva',
      'item1.X-ABLabel:Spouse',
      'PHOTO;ENCODING=b:REVG',
      'X-ODD:1',
      'X-TWO:2',
    ]
    const { sourceId, line, ...read } = cardOf(card(one))
    const originals = [one, two].map((lines) => propertiesIn(card(lines)))
    const text = vcardOf({ uid: 'u', card: { ...read, aliases: ['Joe'] }, originals }, '3.0')
    expect(text).toBe(
      card([
        'NICKNAME:Joe',
        ...one,
        'card2item1.X-ABRELATEDNAMES:Eva',
        'card2item1.X-ABLabel:Spouse',
        'X-TWO:2',
      ]),
    )
  })

  const part = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\p{C}\p{Z}]/u.test(text))
  const escapes = (text: string) => text.replace(/[\\;,]/g, '\\$&')
  const textLine = fc
    .tuple(
      fc.constantFrom('X-ODD', 'X-Odd2', 'GENDER', 'NOTE', 'TITLE', 'ROLE', 'NICKNAME', 'CATEGORIES'),
      fc.constantFrom('', ';LANGUAGE=de', ';X-A="b;c"'),
      part,
    )
    .map(([name, params, value]) => `${name}${params}:${escapes(value)}`)
  const structured = fc
    .tuple(
      fc.constantFrom('N', 'ORG', 'ADR;TYPE=home', 'ADR;TYPE=work'),
      fc.array(part, { minLength: 7, maxLength: 7 }),
    )
    .map(([name, parts]) => `${name}:${parts.map(escapes).join(';')}`)
  const reachLine = fc
    .tuple(
      fc.constantFrom('EMAIL;TYPE=work', 'TEL;TYPE=cell,pref', 'item1.EMAIL', 'IMPP'),
      fc.stringMatching(/^[a-z0-9@.+]{1,8}$/),
    )
    .map(([name, value]) => `${name}:${value}`)
  const dateLine = fc.constantFrom('BDAY:1990-02-28', 'BDAY;VALUE=date:19900228', 'X-ABDATE:2011-06-04')
  const name = fc.stringMatching(/^[A-Za-zäöü]{1,8}$/).map((text) => `FN:${text}`)

  test('any card, with any of its lines', () => {
    fc.assert(
      fc.property(
        name,
        fc.uniqueArray(fc.oneof(textLine, structured, reachLine, dateLine), {
          maxLength: 6,
          selector: (line) => line.split(/[;:]/)[0],
        }),
        fc.constantFrom(...VERSIONS),
        (named, lines, version) => {
          const text = card([named, ...lines], version)
          const written = again(text, version).split('\r\n')
          // What says nothing need not come back.
          for (const line of lines.filter((each) => !/:[;,]*$/.test(each))) expect(written).toContain(line)
          expect(cardOf(written.join('\r\n'))).toEqual({ ...cardOf(text), line: 1 })
        },
      ),
      { numRuns: 500 },
    )
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
      const { sourceId, line, ...rest } = cardOf(vcardOf({ uid: 'u', card, originals: [] }, version))
      expect(rest).toEqual(card)
    }),
  )
})
