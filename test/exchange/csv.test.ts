import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddressBook } from '../../src/exchange/csv/address-book.ts'
import { exportedDate } from '../../src/exchange/csv/dates.ts'
import { profileOf, readConnections } from '../../src/exchange/csv/linkedin.ts'
import { dateWithMonthName } from '../../src/exchange/csv/month-names.ts'
import { tableOf } from '../../src/exchange/csv/table.ts'
import { textOfFile } from '../../src/exchange/text-file.ts'

const ENGLISH = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'

describe("LinkedIn's Connections.csv", () => {
  test('field by field', () => {
    const text = `${ENGLISH}\r\nAda,"Beispiel, Ph.D.",https://www.linkedin.com/in/ada-beispiel-%C3%BC,ada@beispiel.example,"Muster, Inc.",CTO,08 Feb 2023\r\n`
    expect(readConnections(text)).toEqual({
      unread: [],
      contacts: [
        {
          sourceId: 'linkedin.com/in/ada-beispiel-ü',
          name: 'Ada Beispiel',
          org: 'Muster, Inc.',
          role: 'CTO',
          place: null,
          note: '',
          metOn: '2023-02-08',
          metAt: 'LinkedIn',
          cadenceDays: null,
          aliases: ['Ada Beispiel, Ph.D.'],
          circles: [],
          tags: [],
          reach: [
            { kind: 'email', label: null, value: 'ada@beispiel.example' },
            { kind: 'url', label: 'linkedin', value: 'https://www.linkedin.com/in/ada-beispiel-%C3%BC' },
          ],
          dates: [],
          line: 2,
        },
      ],
    })
  })

  test.each([
    [
      'the notes before it',
      `Notes:\n"When exporting, addresses may be missing.\n\n${ENGLISH}\nAda,Muster,,,,,1 Jan 2024`,
    ],
    ['six lines of them', `a\nb\nc\nd\n"e\n\n${ENGLISH}\nAda,Muster,,,,,1 Jan 2024`],
    [
      'none, no URL and a mark',
      '\ufeffFirst Name,Last Name,Email Address,Company,Position,Connected On\nAda,Muster,,,,1 Jan 2024',
    ],
    [
      'odd spaces in the header',
      `${ENGLISH.replaceAll(' ', '\u00a0').replace('First', '\u200bFirst')}\nAda,Muster,,,,,1 Jan 2024`,
    ],
    [
      'another order and more columns',
      'Connected On,Shoe Size,Last Name,First Name\n1 Jan 2024,38,Muster,Ada',
    ],
    [
      'German',
      'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAda,Muster,,,,,1. Januar 2024',
    ],
    [
      'French',
      'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\nAda,Muster,,,,,1 janv. 2024',
    ],
  ])('with %s', (_, text) => {
    expect(readConnections(text)?.contacts).toMatchObject([{ name: 'Ada Muster', metOn: '2024-01-01' }])
  })

  test('members who hide themselves are passed over, with their lines', () => {
    expect(readConnections(`${ENGLISH}\n,,,,,,08 Feb 2023\nAda,Muster,,,,,08 Feb 2023\n`)).toMatchObject({
      contacts: [{ name: 'Ada Muster', line: 3 }],
      unread: [{ line: 2, reason: 'no-name' }],
    })
  })

  test('a quote that is never closed costs its own line only', () => {
    const text = `${ENGLISH}\nAda,Muster,,,,,1 Jan 2024\nGrace,"Half,,,,,1 Jan 2024\nLin,Muster,,,,,1 Jan 2024\n`
    expect(readConnections(text)).toMatchObject({
      contacts: [{ name: 'Ada Muster' }, { name: 'Lin Muster', line: 4 }],
      unread: [{ line: 3, reason: 'not-a-row' }],
    })
  })

  test('a row over several lines keeps the count of lines', () => {
    const text = `${ENGLISH}\nAda,Muster,,,"Two\nLines",,1 Jan 2024\nLin,Muster,,,,,1 Jan 2024\n`
    expect(readConnections(text)?.contacts.map(({ line }) => line)).toEqual([2, 4])
  })

  test.each([
    'https://www.linkedin.com/in/ada/',
    'http://linkedin.com/in/Ada',
    'https://de.linkedin.com/in/ada?x=1',
  ])('the person of %s', (url) => expect(profileOf(url)).toBe('linkedin.com/in/ada'))
})

test.each([
  ['08 Feb 2023', '2023-02-08'],
  ['12 mars 2023', '2023-03-12'],
  ['3. März 2024', '2024-03-03'],
  ['1 août 2023', '2023-08-01'],
  ['30 Feb 2023', undefined],
  ['soon', undefined],
])('the date %s', (text, date) => expect(dateWithMonthName(text)).toBe(date))

describe("Google's table", () => {
  test('the new columns, field by field', () => {
    const text = [
      'First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - City,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value',
      'Grace,B.,Muster,Amazing,,Muster AG,Admiral, --12-09,"Likes\nships",* myContacts ::: startup,* Work,grace@muster.example ::: g@muster.example,Mobile,+49 30 1,Home,"Hafen 1\nHamburg",Hamburg,Blog,https://grace.example,Anniversary,2011-06-04',
    ].join('\n')
    expect(readAddressBook(text)).toMatchObject({
      format: 'google',
      unread: [],
      contacts: [
        {
          name: 'Grace B. Muster',
          org: 'Muster AG',
          role: 'Admiral',
          place: 'Hamburg',
          note: 'Likes\nships',
          aliases: ['Amazing'],
          tags: ['startup'],
          reach: [
            { kind: 'email', label: 'work', value: 'grace@muster.example' },
            { kind: 'email', label: 'work', value: 'g@muster.example' },
            { kind: 'phone', label: 'mobile', value: '+49 30 1' },
            { kind: 'url', label: 'blog', value: 'https://grace.example' },
            { kind: 'address', label: 'home', value: 'Hafen 1, Hamburg' },
          ],
          dates: [
            { label: 'birthday', date: '--12-09' },
            { label: 'anniversary', date: '2011-06-04' },
          ],
        },
      ],
    })
  })

  test('the old columns, in UTF-16', () => {
    const text =
      'Name,Given Name,Additional Name,Family Name,Nickname,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\nJürgen Müller,Jürgen,,Müller,,1980-01-02,,* My Contacts ::: Verein,* Home,j@mueller.example,Müller GmbH,Chef\n'
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(readAddressBook(textOfFile(bytes))).toMatchObject({
      format: 'google',
      contacts: [{ name: 'Jürgen Müller', org: 'Müller GmbH', role: 'Chef', tags: ['Verein'] }],
    })
    expect(textOfFile(bytes.subarray(2))).toBe(text)
  })
})

test("Outlook's table: an honorific, a date that is none, Windows-1252, semicolons between the columns", () => {
  const text =
    'Title;First Name;Middle Name;Last Name;Suffix;Company;Job Title;Birthday;Categories;E-mail Address;E-mail 2 Address;Mobile Phone;Web Page;Notes\nDr.;Jörg;;Muster;;Muster AG;Leiter;0/0/00;Kunde,Verein;j@muster.example;;0151 1;;Größe\n'
  expect(readAddressBook(textOfFile(Buffer.from(text, 'latin1')))).toMatchObject({
    format: 'outlook',
    contacts: [
      {
        name: 'Dr. Jörg Muster',
        org: 'Muster AG',
        role: 'Leiter',
        note: 'Größe',
        tags: ['Kunde', 'Verein'],
        dates: [],
        reach: [
          { kind: 'email', label: null, value: 'j@muster.example' },
          { kind: 'phone', label: 'mobile', value: '0151 1' },
        ],
      },
    ],
  })
})

test("Outlook's columns in German, addresses in parts, and what is worth knowing", () => {
  const text = [
    'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Ort geschäftlich,Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,Straße privat,Ort privat,Postleitzahl privat,Telefon geschäftlich,Telefon privat,Mobiltelefon,E-Mail-Adresse,E-Mail-Typ,E-Mail 2: Adresse,Geburtstag,Kategorien,Partner,Kinder,Hobby,Notizen,Priorität,Webseite',
    'Frau,Käthe,Maria,Muster,,Muster AG,Vertrieb,Leiterin,Hafen 1,Hamburg,,20457,Deutschland,,Kiel,,040 1,0431 2,0151 3,k@muster.example,SMTP,k2@muster.example,15.3.1985,Kunde;Verein,Ben,"Mia, Tom",Segeln,Grüße,Normal,https://muster.example',
  ].join('\r\n')
  expect(readAddressBook(textOfFile(Buffer.from(text, 'latin1')))).toEqual({
    format: 'outlook',
    unread: [],
    contacts: [
      {
        sourceId: null,
        name: 'Frau Käthe Maria Muster',
        org: 'Muster AG',
        role: 'Leiterin',
        place: 'Kiel',
        note: 'Grüße',
        metOn: null,
        metAt: null,
        cadenceDays: null,
        aliases: [],
        circles: [],
        tags: ['Kunde', 'Verein'],
        reach: [
          { kind: 'email', label: null, value: 'k@muster.example' },
          { kind: 'email', label: null, value: 'k2@muster.example' },
          { kind: 'phone', label: 'mobile', value: '0151 3' },
          { kind: 'phone', label: 'work', value: '040 1' },
          { kind: 'phone', label: 'home', value: '0431 2' },
          { kind: 'url', label: null, value: 'https://muster.example' },
          { kind: 'address', label: 'work', value: 'Hafen 1, Hamburg, 20457, Deutschland' },
        ],
        dates: [{ label: 'birthday', date: '1985-03-15' }],
        line: 2,
      },
    ],
    notes: ['department: Vertrieb', 'spouse: Ben', 'children: Mia, Tom', 'hobby: Segeln'].map((told) => ({
      sourceId: null,
      on: null,
      text: told,
      people: ['line 2'],
    })),
  })
})

test("Google's relations and own fields are worth knowing", () => {
  const text = [
    'First Name,Last Name,Organization Department,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value,Custom Field 2 - Value',
    'Ada,Beispiel,Forschung,ada@x.example,* Partner,Ben,Tee,grün,ohne Namen',
  ].join('\n')
  expect(readAddressBook(text)?.notes.map((note) => note.text)).toEqual([
    'department: Forschung',
    'partner: Ben',
    'tee: grün',
    'custom field: ohne Namen',
  ])
})

test.each([
  ['1985-03-15', '1985-03-15'],
  [' --03-15', '--03-15'],
  ['3/15/1985', '1985-03-15'],
  ['15/3/1985', '1985-03-15'],
  ['15.3.1985', '1985-03-15'],
  ['0/0/00', undefined],
  ['2/30/1985', undefined],
])('the exported date %s', (text, date) => expect(exportedDate(text)).toBe(date))

test('cells of nothing but blanks or slashes do not take for ever', () => {
  const much = 200_000
  const url = `https://www.linkedin.com/in/${'/'.repeat(much)}x`
  expect(readConnections(`${ENGLISH}\nAda,Muster,${url},,,,1 Jan 2024\n`)?.contacts).toHaveLength(1)
  const blanks = `a${' '.repeat(much)}b`
  expect(
    readAddressBook(
      `First Name,Last Name,E-mail 1 - Value,Address 1 - Formatted,Birthday\nAda,${blanks},x@y,${blanks},${blanks}\n`,
    )?.contacts,
  ).toMatchObject([{ dates: [] }])
})

test('what is no such table is none', () => {
  expect(readConnections('a,b\n1,2\n')).toBeUndefined()
  expect(readAddressBook('')).toBeUndefined()
  expect(readAddressBook('x'.repeat(3_000_000))).toBeUndefined()
  expect(readConnections(`${'x,'.repeat(100_000)}\n`)).toBeUndefined()
})

test('rows come back as they were written', () => {
  const cell = fc
    .string({ maxLength: 8 })
    .filter((text) => text.trim() === text && text !== '' && !/[\r\0]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const written = [['a', 'b'], ...rows]
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        .join('\n')
      const table = tableOf(written, (columns) => columns.join() === 'a,b')!
      expect(table.rows.map(({ cells }) => [cells.get('a'), cells.get('b')])).toEqual(rows)
      expect(table.unread).toEqual([])
    }),
  )
})
