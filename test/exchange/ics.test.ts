import { describe, expect, test } from 'vitest'
import { meetingsIn } from '../../src/exchange/ics.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']
const read = (...lines: string[]) =>
  meetingsIn(calendar(...lines), { until: '2026-11-03', mine: ['me@home.example'] }).meetings

test('a meeting, field by field', () => {
  expect(
    read(
      ...event(
        'UID:a@x',
        'DTSTART;TZID=Europe/Berlin:20261005T100000',
        'SUMMARY:Kaffee\\, mit Ada',
        'LOCATION:Café Muster',
        'DESCRIPTION:über\\nPreise',
        'ORGANIZER;CN=Ich:MAILTO:me@home.example',
        'ATTENDEE;CN="Beispiel, Ada";PARTSTAT=ACCEPTED:MAILTO:Ada@Beispiel.example',
        'ATTENDEE;CN=grace@muster.example:mailto:grace@muster.example',
        'ATTENDEE;CUTYPE=ROOM;CN=Raum 1:mailto:raum1@muster.example',
        'ATTENDEE;PARTSTAT=DECLINED;CN=Lin:mailto:lin@muster.example',
      ),
    ),
  ).toEqual([
    {
      sourceId: 'a@x',
      on: '2026-10-05',
      title: 'Kaffee, mit Ada',
      place: 'Café Muster',
      attendees: [
        { name: 'Beispiel, Ada', email: 'ada@beispiel.example' },
        { name: null, email: 'grace@muster.example' },
      ],
    },
  ])
})

describe('calendars as they are met', () => {
  test('a whole day, a zone by its Windows name, a zone without offsets', () => {
    expect(read(...event('UID:a', 'DTSTART;VALUE=DATE:20261005', 'SUMMARY:x'))[0]?.on).toBe('2026-10-05')
    expect(
      read(...event('UID:a', 'DTSTART;TZID="W. Europe Standard Time":20261005T233000', 'SUMMARY:x'))[0]?.on,
    ).toBe('2026-10-05')
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Odd',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    expect(read(...zone, ...event('UID:a', 'DTSTART;TZID=Odd:20261005T100000'))[0]?.on).toBe('2026-10-05')
  })

  test('entries without a UID are told apart by day and title', () => {
    const meetings = read(
      ...event('DTSTART:20261005T100000', 'SUMMARY:a'),
      ...event('DTSTART:20261006T100000', 'SUMMARY:a'),
      ...event('DTSTART:20261006T120000', 'SUMMARY:b'),
    )
    expect(meetings.map(({ sourceId }) => sourceId)).toEqual(['2026-10-05 a', '2026-10-06 a', '2026-10-06 b'])
  })

  test('what recurs counts up to today, but for what was cancelled or moved', () => {
    const weekly = event(
      'UID:w',
      'DTSTART:20261005T100000',
      'RRULE:FREQ=WEEKLY',
      'SUMMARY:Jour fixe',
      'EXDATE:20261012T100000',
    )
    const moved = event(
      'UID:w',
      'RECURRENCE-ID:20261019T100000',
      'DTSTART:20261020T100000',
      'SUMMARY:Jour fixe',
    )
    const gone = event(
      'UID:w',
      'RECURRENCE-ID:20261026T100000',
      'DTSTART:20261026T100000',
      'STATUS:CANCELLED',
    )
    expect(read(...weekly, ...moved, ...gone).map(({ on }) => on)).toEqual([
      '2026-10-05',
      '2026-10-20',
      '2026-11-02',
    ])
  })

  test('a changed occurrence that stands alone', () => {
    expect(
      read(...event('UID:w', 'RECURRENCE-ID:20261019T100000', 'DTSTART:20261020T100000', 'SUMMARY:x')),
    ).toMatchObject([{ sourceId: 'w 2026-10-19', on: '2026-10-20' }])
  })

  test('cancelled, declined by me, or still to come: none', () => {
    expect(read(...event('UID:a', 'DTSTART:20261005T100000', 'STATUS:CANCELLED'))).toEqual([])
    expect(
      read(...event('UID:a', 'DTSTART:20261005T100000', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ME@home.example')),
    ).toEqual([])
    expect(read(...event('UID:a', 'DTSTART:20261104T100000'))).toEqual([])
  })

  test('a line folded inside a parameter', () => {
    expect(
      read(
        ...event('UID:a', 'DTSTART:20261005T100000', 'ATTENDEE;CN="Ada Bei', ' spiel":mailto:a@x.example'),
      )[0]?.attendees,
    ).toEqual([{ name: 'Ada Beispiel', email: 'a@x.example' }])
  })

  test('a rule that comes every second does not go on for ever', () => {
    const meetings = read(...event('UID:s', 'DTSTART:20200101T000000', 'RRULE:FREQ=SECONDLY', 'SUMMARY:x'))
    expect(new Set(meetings.map(({ on }) => on)).size).toBeLessThan(12_001)
  })
})

test.each([
  '',
  'BEGIN:VCALENDAR',
  'hello',
  'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR',
  '\0\0',
])('what is no calendar is told of, and never throws: %j', (text) => {
  expect(() => meetingsIn(text, { until: '2026-11-03', mine: [] })).not.toThrow()
})
