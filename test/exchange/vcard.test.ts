import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../src/exchange/lines.ts'
import { cardsIn } from '../../src/exchange/vcard/cards.ts'
import { contactOf } from '../../src/exchange/vcard/read.ts'

const bytes = (text: string | Buffer) => (typeof text === 'string' ? Buffer.from(text) : text)
const read = (text: string | Buffer) => [...cardsIn(linesOf([bytes(text)]))].map(contactOf)
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const one = (...lines: string[]) => read(card(...lines))[0]

test('an ordinary card of 3.0, field by field', () => {
  expect(
    one(
      'VERSION:3.0',
      'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      'N:Beispiel;Ada;Maria;Dr.;',
      'FN:Dr. Ada Beispiel',
      'NICKNAME:Adi,Die Zahl',
      'ORG:Muster & Söhne\\, GmbH;Forschung',
      'TITLE:Mathematikerin',
      'EMAIL;TYPE=INTERNET,WORK:ada@beispiel.example',
      'TEL;TYPE=CELL:+49 30 555 0100',
      'ADR;TYPE=HOME:;;Musterweg 1;Berlin;;10115;Deutschland',
      'URL:https://beispiel.example/ada',
      'BDAY:1815-12-10',
      'CATEGORIES:startup,* myContacts',
      'NOTE:Mag Tee\\nund Züge\\; sagt sie',
    ),
  ).toEqual({
    sourceId: 'urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
    name: 'Dr. Ada Beispiel',
    org: 'Muster & Söhne, GmbH',
    role: 'Mathematikerin',
    place: 'Berlin',
    note: 'Mag Tee\nund Züge; sagt sie',
    metOn: null,
    metAt: null,
    cadenceDays: null,
    aliases: ['Adi', 'Die Zahl'],
    circles: [],
    tags: ['startup'],
    reach: [
      { kind: 'email', label: 'work', value: 'ada@beispiel.example' },
      { kind: 'phone', label: 'cell', value: '+49 30 555 0100' },
      { kind: 'address', label: 'home', value: 'Musterweg 1, Berlin, 10115, Deutschland' },
      { kind: 'url', label: null, value: 'https://beispiel.example/ada' },
    ],
    dates: [{ label: 'birthday', date: '1815-12-10' }],
    line: 1,
  })
})

describe('cards as they are met', () => {
  test('2.1: bare types, quoted-printable whose soft break splits a letter, with and without a leading space', () => {
    expect(
      one(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=',
        '=BCller',
        'NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=',
        ' =9Fe',
        'TEL;CELL;VOICE:0151 5550100',
      ),
    ).toMatchObject({
      name: 'Jürgen Müller',
      note: 'Grüße',
      reach: [{ kind: 'phone', label: 'cell', value: '0151 5550100' }],
    })
  })

  test('bytes of Windows-1252, declared and not', () => {
    const latin = (text: string) => Buffer.from(text, 'latin1')
    expect(read(latin(card('FN;CHARSET=ISO-8859-1:Jürgen')))[0]).toMatchObject({ name: 'Jürgen' })
    expect(read(latin(card('FN:Jürgen')))[0]).toMatchObject({ name: 'Jürgen' })
  })

  test('folding with a space or a tab, also inside a letter', () => {
    const folded = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nFN:J'),
      Buffer.from([0xc3]),
      Buffer.from('\r\n '),
      Buffer.from([0xbc]),
      Buffer.from('rgen\r\n\t Muster\r\nEND:VCARD\r\n'),
    ])
    expect(read(folded)[0]).toMatchObject({ name: 'Jürgen Muster' })
  })

  test("Apple's labels, dates and profiles", () => {
    expect(
      one(
        'FN:Grace Muster',
        'item1.EMAIL;type=INTERNET:grace@muster.example',
        'item1.X-ABLabel:_$!<HomePage>!$_',
        'item2.X-ABDATE:2011-06-04',
        'item2.X-ABLabel:_$!<Anniversary>!$_',
        'X-SOCIALPROFILE;type=mastodon:https://social.example/@grace',
      ),
    ).toMatchObject({
      reach: [
        { kind: 'email', label: 'HomePage', value: 'grace@muster.example' },
        { kind: 'handle', label: 'mastodon', value: 'https://social.example/@grace' },
      ],
      dates: [{ label: 'anniversary', date: '2011-06-04' }],
    })
  })

  test.each([
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-15', '--03-15'],
    ['BDAY:1604-03-15', '--03-15'],
    ['BDAY:--0315', '--03-15'],
    ['BDAY:--03-15', '--03-15'],
    ['BDAY:19850315', '1985-03-15'],
    ['BDAY;VALUE=date-and-or-time:1985-03-15T10:00:00Z', '1985-03-15'],
    ['BDAY:1985-02', '1985-02'],
    ['BDAY:1604-02-29', '--02-29'],
  ])('a birthday %s', (line, date) => {
    expect(one('FN:Ada', line)).toMatchObject({ dates: [{ label: 'birthday', date }] })
  })

  test.each(['BDAY:1985-02-30', 'BDAY:soon', 'BDAY:', 'BDAY:0/0/00'])('no birthday: %s', (line) => {
    expect(one('FN:Ada', line)).toMatchObject({ dates: [] })
  })

  test('a company has an empty N, and is not its own employer', () => {
    expect(one('N:;;;;', 'ORG:Muster AG')).toMatchObject({ name: 'Muster AG', org: null })
  })

  test('a name from its parts, from a nickname, from an address', () => {
    expect(one('N:Hopper;Grace;;;')).toMatchObject({ name: 'Grace Hopper' })
    expect(one('N:Hopper')).toMatchObject({ name: 'Hopper' })
    expect(one('NICKNAME:Amazing')).toMatchObject({ name: 'Amazing' })
    expect(one('EMAIL:a@b.example')).toMatchObject({ name: 'a@b.example' })
    expect(one('TEL:1')).toBe('no-name')
  })

  test('4.0: tel: and a type in quotes, a parameter with a colon in quotes', () => {
    expect(
      one('FN:Ada', 'TEL;VALUE=uri;TYPE="voice,home":tel:+49-30-1', 'EMAIL;X-WHY="a: b; c":a@b.example'),
    ).toMatchObject({
      reach: [
        { kind: 'phone', label: 'home', value: '+49-30-1' },
        { kind: 'email', label: null, value: 'a@b.example' },
      ],
    })
  })

  test('groups are passed over, a card without an end is told of, the next one is read', () => {
    expect(
      read(
        `${card('KIND:group', 'FN:Everyone')}${card('X-ADDRESSBOOKSERVER-KIND:group', 'FN:All')}BEGIN:VCARD\nFN:Half\n${card('FN:Ada')}`,
      ),
    ).toMatchObject(['a-group', 'a-group', 'unfinished', { name: 'Ada', line: 11 }])
  })

  test('a card within a card is not the next one', () => {
    expect(
      read(card('FN:Boss', 'AGENT:', 'BEGIN:VCARD', 'FN:Secretary', 'END:VCARD', 'TITLE:Boss of all')),
    ).toMatchObject([{ name: 'Boss', role: 'Boss of all' }])
  })

  test('a byte-order mark, no line end after the last line, text around the cards, small letters', () => {
    expect(read('\ufeffbegin:vcard\nfn:Ada\nend:vcard')).toMatchObject([{ name: 'Ada' }])
    expect(read(`hello\n${card('FN:Ada')}\nbye`)).toMatchObject([{ name: 'Ada' }])
  })

  test('a semicolon that is written is not one that divides', () => {
    expect(one('FN:A', 'ORG:a\\;b;c', 'N:Doe\\; Jr;Jane')).toMatchObject({ org: 'a;b' })
    expect(one('N:Doe\\; Jr;Jane')).toMatchObject({ name: 'Jane Doe; Jr' })
  })
})

test('lines are the same however the file comes in', () => {
  const whole = Buffer.from(card('FN:Jürgen', 'NOTE:a\\nb') + card('FN:王芳'))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
      const chunks: Buffer[] = []
      for (let at = 0, turn = 0; at < whole.length; turn++) {
        const size = sizes[turn % sizes.length]!
        chunks.push(whole.subarray(at, at + size))
        at += size
      }
      expect([...linesOf(chunks)]).toEqual([...linesOf([whole])])
    }),
  )
})

test('nothing makes the reader throw, or lets one card swallow another', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (lines) => {
      const inner = lines.map((line) => line.replace(/[\r\n]|BEGIN|END|AGENT/gi, '')).join('\n')
      const cards = read(`BEGIN:VCARD\n${inner}\nEND:VCARD\n${card('FN:Last')}`)
      expect(cards).toHaveLength(2)
      expect(cards.at(-1)).toMatchObject({ name: 'Last' })
    }),
  )
})

test('a line as long as no line is does not stay in the memory', () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  function* endless(): Generator<Buffer> {
    yield Buffer.from('BEGIN:VCARD\nFN:Ada\nNOTE:')
    for (let turn = 0; turn < 200; turn++) yield chunk
    yield Buffer.from(`\nEND:VCARD\n${card('FN:Grace')}`)
  }
  expect([...cardsIn(linesOf(endless()))].map(contactOf)).toMatchObject(['too-long', { name: 'Grace' }])
})

const MUCH = 5 * 1024 * 1024
test.each([
  ['no property', 'x'.repeat(MUCH)],
  ['quotes', '"'.repeat(MUCH)],
  ['parameters', `TEL;${'X=y;'.repeat(MUCH / 4)}:1`],
  ['a quoted parameter', `TEL;X="${'a'.repeat(MUCH)}:1`],
  ['escapes', `NICKNAME:${'\\'.repeat(MUCH)}`],
  ['commas', `CATEGORIES:${'a,'.repeat(MUCH / 2)}`],
  ['quoted-printable', `NOTE;ENCODING=QUOTED-PRINTABLE:${'=41'.repeat(MUCH / 3)}`],
  ['parts of a name', `N:${'a;'.repeat(MUCH / 2)}`],
])('megabytes of %s cost no other card', (_, line) => {
  expect(read(card('FN:Ada', line) + card('FN:Grace'))).toMatchObject([{ name: 'Ada' }, { name: 'Grace' }])
})
