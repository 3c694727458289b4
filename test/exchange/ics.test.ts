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
      description: 'über\nPreise',
      allDay: false,
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

  test.each([
    'FREQ=SECONDLY',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYDAY=5MO',
    'FREQ=DAILY;BYMONTH=13',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYYEARDAY=400',
  ])('a rule that no meeting follows, %s, does not go on for ever', (rule) => {
    expect(
      read(...event('UID:s', 'DTSTART:20200101T000000', `RRULE:${rule}`, 'SUMMARY:x')).length,
    ).toBeLessThan(2)
  })

  test.each([
    ['FREQ=DAILY', 33],
    ['FREQ=DAILY;BYDAY=MO,FR', 10],
    ['FREQ=DAILY;BYMONTH=10;BYMONTHDAY=-1,5', 2],
    ['FREQ=WEEKLY;BYDAY=MO', 5],
  ])('of %s each day is a meeting', (rule, count) => {
    expect(read(...event('UID:s', 'DTSTART:20261002T100000', `RRULE:${rule}`, 'SUMMARY:x'))).toHaveLength(
      count,
    )
  })

  test('an entry that is broken or has no end costs no other, and is named by its line', () => {
    const { meetings, unread } = meetingsIn(
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:a',
        'DTSTART:20261005T100000',
        'RRULE:FREQ=NEVER',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'no colon',
        'END:VEVENT',
        ...event('UID:b', 'DTSTART:20261006T100000'),
        'BEGIN:VEVENT',
        'UID:c',
      ].join('\r\n'),
      { until: '2026-11-03', mine: [] },
    )
    expect(meetings).toMatchObject([{ sourceId: 'b' }])
    expect(unread).toEqual([
      { line: 2, reason: 'not-a-meeting' },
      { line: 7, reason: 'not-a-meeting' },
      { line: 15, reason: 'unfinished' },
    ])
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
