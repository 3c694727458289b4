import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarDay, calendarText } from '../../src/exchange/ics-write.ts'

const day = (some: Partial<CalendarDay>): CalendarDay => ({
  uid: 'u@net',
  on: '2026-11-06',
  yearly: false,
  summary: 'x',
  description: null,
  ...some,
})
const written = (...days: CalendarDay[]) => calendarText({ name: 'net', on: '2026-11-03', days })
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

test('a calendar, line by line', () => {
  const some = day({ summary: 'Ada: Folien, und\nmehr; \\o/', description: 'a', yearly: true })
  expect(written(some)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//net//personal networking journal//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:net',
      'X-WR-CALNAME:net',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'BEGIN:VEVENT',
      'UID:u@net',
      'DTSTAMP:20261103T000000Z',
      'DTSTART;VALUE=DATE:20261106',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Ada: Folien\\, und\\nmehr\\; \\\\o/',
      'DESCRIPTION:a',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

describe('a birthday on 29 February', () => {
  test('is on the last day of February in each year', () => {
    const [event] = events(written(day({ on: '2000-02-29', yearly: true })))
    const iterator = event!.iterator()
    const days = Array.from({ length: 5 }, () => iterator.next().toString())
    expect(days).toEqual(['2000-02-29', '2001-02-28', '2002-02-28', '2003-02-28', '2004-02-29'])
  })
})

test('nothing to remember makes a calendar all the same', () => {
  expect(events(written())).toEqual([])
})

test('whatever stands in it is read again, and no line is longer than 75 octets', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('王芳', '🎉', ',', ';', '\\', '\r\n', '\n', ':', '"', ' ', '\u0007', 'ü'))
      .map((all) => all.join('')),
  )
  const plain = (some: string) =>
    some.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const calendar = written(day({ summary, description }))
      for (const line of calendar.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]|\p{Cc}/u)
      }
      const [event] = events(calendar)
      expect(event!.summary ?? '').toBe(plain(summary))
      expect(event!.description ?? '').toBe(plain(description))
    }),
  )
})
