import ICAL from 'ical.js'
import type { CivilDate } from '../domain/dates.ts'

/** A whole day of a calendar. */
export interface CalendarDay {
  /** The same in each export, so that a calendar that is read again changes what it has. */
  uid: string
  on: CivilDate
  /** Whether it comes round each year. */
  yearly: boolean
  summary: string
  description: string | null
}

export interface Calendar {
  /** What a program that subscribes to it calls it. */
  name: string
  /** The day it is written. */
  on: CivilDate
  days: readonly CalendarDay[]
}

/** How often a program should look for what is new: by RFC 7986 §5.7, and as older ones know it. */
const READ_AGAIN = 'PT12H'

/**
 * A calendar as iCalendar (RFC 5545), with CRLF and lines of 75 octets at most. Everything in it is an event of a whole day: to-dos
 * (VTODO) are not shown by many programs that subscribe to a calendar.
 */
export function calendarText({ name, on, days }: Calendar): string {
  // ical.js counts a folded line without the space it begins with.
  ICAL.foldLength = 74
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//net//personal networking journal//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('name', harmless(name))
  calendar.addPropertyWithValue('x-wr-calname', harmless(name))
  const interval = new ICAL.Property('refresh-interval')
  interval.resetType('duration')
  interval.setValue(READ_AGAIN)
  calendar.addProperty(interval)
  calendar.addPropertyWithValue('x-published-ttl', READ_AGAIN)
  for (const day of days) calendar.addSubcomponent(eventOf(day, on))
  return `${calendar.toString()}\r\n`
}

function eventOf({ uid, on, yearly, summary, description }: CalendarDay, written: CivilDate): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', harmless(uid))
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${written}T00:00:00Z`))
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(on))
  if (yearly) event.addPropertyWithValue('rrule', ICAL.Recur.fromString(ruleOf(on)))
  event.addPropertyWithValue('summary', harmless(summary))
  if (description !== null) event.addPropertyWithValue('description', harmless(description))
  // A reminder does not make anybody busy.
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  return event
}

/** Who was born on 29 February is thought of a day early in other years. */
const ruleOf = (on: CivilDate): string =>
  on.endsWith('-02-29') ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY'

/** Without control characters, which no iCalendar text may hold (RFC 5545 §3.1) and which would end a line. */
const harmless = (text: string): string =>
  text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
