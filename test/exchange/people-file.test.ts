import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { takeRecords } from '../../src/commands/data/foreign-records.ts'
import { tidied } from '../../src/domain/arriving-card.ts'
import { NetError } from '../../src/domain/errors.ts'
import { meetingsIn } from '../../src/exchange/ics.ts'
import { FILE_FORMATS, type PeopleFile, peopleIn } from '../../src/exchange/people-file.ts'
import type { Arrived } from '../../src/store/arrivals.ts'
import type { Journal } from '../../src/store/journal.ts'
import { newJournal } from '../store/journals.ts'

const CONNECTIONS =
  'Notes:\n"x"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,"Muster, Ph.D.",https://www.linkedin.com/in/ada,a@x.example,X,Y,1 Jan 2024\n,,,,,,2 Jan 2024\n'

/** A small file of each kind. */
const SAMPLES: [format: string, content: string | Buffer][] = [
  [
    'vcard',
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=\r\n=BCller;Ada\r\nTEL;CELL:0151 5550100\r\nitem1.EMAIL:a@x.example\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\nBDAY:--03-15\r\nADR;TYPE=HOME:;;Weg 1;Berlin;;10115;DE\r\nCATEGORIES:a,b\r\nX-NET-CADENCE:30\r\nX-NET-METON:2019-05\r\nX-NET-CIRCLE:Enge\r\nNOTE:eins\\nzwei\r\nEND:VCARD\r\n',
  ],
  ['linkedin', CONNECTIONS],
  [
    'linkedin',
    Buffer.from(zipSync({ 'Connections.csv': Buffer.from(CONNECTIONS), 'messages.csv': new Uint8Array(9) })),
  ],
  [
    'google',
    'First Name,Last Name,Organization Name,Birthday,Labels,E-mail 1 - Label,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value\nAda,Muster,X, --03-15,* myContacts ::: Verein,* Work,a@x.example ::: b@x.example,Partner,Ben\n',
  ],
  [
    'outlook',
    'Vorname;Nachname;Firma;E-Mail-Adresse;Mobiltelefon;Geburtstag;Kategorien;Hobby\nAda;Muster;X;a@x.example;0151 1;15.3.1985;a,b;Segeln\n',
  ],
  [
    'friends',
    '### Activities:\n- 2018-01-04: Lunch with **Ada** in _Paris_. @food\n\n### Notes:\n- 2018-01-05: **Ada** likes tea.\n\n### Friends:\n- Ada (a.k.a. Adi) [Paris] @navy\n',
  ],
  [
    'monica',
    JSON.stringify({
      app_version: '4',
      account: {
        data: [
          {
            type: 'contact',
            values: [
              {
                uuid: 'a',
                properties: {
                  first_name: 'Ada',
                  birthdate: { date: '1985-03-15' },
                  stay_in_touch_frequency: 9,
                  tags: ['x'],
                },
                data: [
                  {
                    type: 'call',
                    values: [{ uuid: 'c', properties: { called_at: '2020-01-01', content: 'x' } }],
                  },
                  { type: 'gift', values: [{ uuid: 'g', properties: { name: 'x', date: '2020-01-01' } }] },
                  {
                    type: 'reminder',
                    values: [
                      { properties: { title: 'x', initial_date: '2030-01-01', frequency_type: 'one_time' } },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'relationship',
            values: [{ properties: { type: 'friend', contact_is: 'a', of_contact: 'a' } }],
          },
        ],
      },
    }),
  ],
  [
    'ics',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Berlin:20261005T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Kaffee mit Ada\r\nATTENDEE;CN=Ada:MAILTO:a@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  [
    'archive',
    '{"format": "net-journal", "version": 3, "exportedOn": "2026-11-03", "tables": {\n"setting": [\n  {"key":"cadence","value":"90"}],\n"tag": []\n}}\n',
  ],
]

test.each(SAMPLES)('a file of %s is told by what stands in it', async (format, content) => {
  expect((await peopleIn([Buffer.from(content)])).format).toBe(format)
})

test('which is nothing is told so, under each name', async () => {
  // A book of cards may be empty.
  for (const text of ['', 'hello', '{}', '[1]', 'a,b\n1,2', 'PK', '\ufeff', '{"format": "net-journal"'])
    for (const wanted of [undefined, ...FILE_FORMATS])
      if (wanted !== 'vcard' || text.length > 1)
        expect((await peopleIn([Buffer.from(text)], wanted)).format).toBe('none')
})

const RUNS = 60

/** Bytes with some of them changed, taken out, doubled or put elsewhere. */
const spoiled = (bytes: Buffer) =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: bytes.length }),
        length: fc.nat({ max: 12 }),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 6 }).map((some) => Buffer.from(some)),
          fc
            .constantFrom(
              '"',
              '\n',
              ',',
              ':',
              ';',
              '\\',
              '0',
              '-',
              '*',
              '[',
              '{',
              '}',
              'null',
              '#1',
              'me',
              '@',
              '99999999',
            )
            .map((text) => Buffer.from(text)),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce(
        (left, { at, length, put }) => Buffer.concat([left.subarray(0, at), put, left.subarray(at + length)]),
        bytes,
      ),
    )

const OPTIONS = {
  phoneOf: (number: string) => number.replace(/\D/g, '') || undefined,
  today: '2026-11-03',
  deletedToo: false,
}

/** As one operation. @returns it; `null` when nothing was changed */
function take(journal: Journal, file: PeopleFile): number | null {
  const arrivals = journal.arrivals(file.format, OPTIONS)
  return journal.operations.record('import', () => {
    const people = new Map<string, Arrived>()
    for (const record of file.records) {
      if ('unread' in record) continue
      const { sourceId, line: _, ...told } = record.contact
      const card = tidied(told)
      const arrived = card && arrivals.take({ sourceId, card, original: record.original })
      if (arrived) people.set(sourceId ?? told.name, arrived)
    }
    takeRecords(journal, file.format, file.more, people, OPTIONS.today)
  }).operation
}

describe('however a file is spoiled, it is read or told of, a journal takes what was read, and reading it again changes nothing', () => {
  test.each(SAMPLES)('%s', async (_, content) => {
    await fc.assert(
      fc.asyncProperty(spoiled(Buffer.from(content)), async (bytes) => {
        const { db, journal } = newJournal()
        try {
          const file = await peopleIn([bytes])
          if (file.format === 'ics') meetingsIn(file.text, { until: OPTIONS.today, mine: [] })
          else if (file.format === 'archive')
            journal.operations.record('import', () => journal.archive.load(file))
          else if (file.format !== 'none') {
            take(journal, file)
            expect(take(journal, (await peopleIn([bytes])) as PeopleFile)).toBeNull()
          }
          expect(db.pragma('foreign_key_check')).toBeUndefined()
        } catch (error) {
          if (!(error instanceof NetError)) throw error
        } finally {
          journal.close()
        }
      }),
      { numRuns: RUNS },
    )
  })
})
