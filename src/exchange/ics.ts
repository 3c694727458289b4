import ICAL from 'ical.js'
import { type CivilDate, civilDate, localDateTime } from '../domain/dates.ts'
import { ascending } from '../domain/order.ts'
import type { Unread } from './foreign.ts'

/** A meeting of a calendar that has been. */
export interface CalendarMeeting {
  /** The same in each export: the event's UID, with the day where it recurs; without one its day and title. */
  sourceId: string
  on: CivilDate
  title: string
  place: string | null
  /** Who took part, but for me, rooms and those who declined. */
  attendees: Attendee[]
}

export interface Attendee {
  /** `null` where the file gives only the address. */
  name: string | null
  /** In small letters. */
  email: string | null
}

export interface CalendarOptions {
  /** Nothing later is read. */
  until: CivilDate
  /** My own addresses, in small letters. */
  mine: readonly string[]
}

/** More days than a daily meeting of thirty years: rules that never end, and come every second, stop here. */
const MOST_OCCURRENCES = 12_000

/**
 * The meetings of an iCalendar file (RFC 5545) up to a day, oldest first. Cancelled ones and those I declined are left out; of
 * those that recur each day is one.
 */
export function meetingsIn(
  text: string,
  options: CalendarOptions,
): { meetings: CalendarMeeting[]; unread: Unread[] } {
  const meetings = new Map<string, CalendarMeeting>()
  const unread: Unread[] = []
  const calendars = componentsIn(text)
  if (!calendars) return { meetings: [], unread: [{ line: 1, reason: 'not-a-calendar' }] }
  const lines = linesOfEvents(text)
  for (const calendar of calendars) {
    for (const zone of calendar.getAllSubcomponents('vtimezone')) registerZone(zone)
    const events = calendar.getAllSubcomponents('vevent').map((component) => ({
      event: new ICAL.Event(component),
      line: lines.shift() ?? 1,
    }))
    const each = (some: typeof events, put: (event: ICAL.Event) => void) => {
      for (const { event, line } of some) {
        try {
          put(event)
        } catch {
          unread.push({ line, reason: 'not-a-meeting' })
        }
      }
    }
    const isException = ({ event }: (typeof events)[number]) => event.isRecurrenceException()
    const exceptions = events.filter(isException)
    each(
      events.filter((one) => !isException(one)),
      (event) => {
        const replaced = exceptions.filter((one) => one.event.uid === event.uid)
        for (const meeting of occurrencesOf(
          event,
          new Set(replaced.map((one) => dayOf(one.event.recurrenceId))),
          options,
        ))
          meetings.set(meeting.sourceId, meeting)
      },
    )
    // A changed occurrence may stand alone: the invitation to one meeting of a series of others.
    each(exceptions, (event) => {
      const meeting = meetingOf(event, event.startDate, options, dayOf(event.recurrenceId))
      if (meeting) meetings.set(meeting.sourceId, meeting)
    })
  }
  return { meetings: [...meetings.values()].sort((a, b) => ascending(a.on, b.on)), unread }
}

/** The line at which each event begins, in their order. */
const linesOfEvents = (text: string): number[] =>
  text.split('\n').flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []))

function componentsIn(text: string): ICAL.Component[] | undefined {
  try {
    // One calendar, or the list of several.
    const parsed: any[] = ICAL.parse(text)
    const all = Array.isArray(parsed[0]) ? parsed : [parsed]
    return parsed.length === 0 ? undefined : all.map((each) => new ICAL.Component(each))
  } catch {
    return undefined
  }
}

/** A zone that says nothing about offsets is no zone; its times are read as local ones. */
function registerZone(component: ICAL.Component): void {
  const told = [...component.getAllSubcomponents('standard'), ...component.getAllSubcomponents('daylight')]
  if (told.length === 0 || !told.every((each) => each.getFirstPropertyValue('tzoffsetto'))) return
  try {
    ICAL.TimezoneService.register(new ICAL.Timezone(component))
  } catch {
    // Read as local time as well.
  }
}

function* occurrencesOf(
  event: ICAL.Event,
  exceptions: Set<string>,
  options: CalendarOptions,
): Generator<CalendarMeeting> {
  if (!event.startDate) return
  if (!event.isRecurring()) {
    const meeting = meetingOf(event, event.startDate, options)
    if (meeting) yield meeting
    return
  }
  const days = event.iterator()
  for (let count = 0; count < MOST_OCCURRENCES; count++) {
    const next = days.next()
    if (!next || dayOf(next) > options.until) return
    const day = dayOf(next)
    if (exceptions.has(day)) continue
    const meeting = meetingOf(event, next, options, day)
    if (meeting) yield meeting
  }
}

/** The day a time falls on here; one without a zone is of wherever one is. */
const dayOf = (time: ICAL.Time): CivilDate =>
  time.isDate || time.zone === ICAL.Timezone.localTimezone
    ? civilDate(time.year, time.month, time.day)!
    : localDateTime(time.toJSDate()).slice(0, 10)

function meetingOf(
  event: ICAL.Event,
  start: ICAL.Time,
  { until, mine }: CalendarOptions,
  recurrence?: string,
): CalendarMeeting | undefined {
  if (!start) return undefined
  const on = dayOf(start)
  const { component } = event
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '').trim()
  if (on > until || text('status').toUpperCase() === 'CANCELLED') return undefined
  const everybody = [...component.getAllProperties('attendee'), ...component.getAllProperties('organizer')]
  if (everybody.some((each) => mine.includes(addressOf(each) ?? '') && hasDeclined(each))) return undefined
  const title = text('summary')
  const uid = event.uid || `${on} ${title}`
  return {
    sourceId: recurrence === undefined ? uid : `${uid} ${recurrence}`,
    on,
    title,
    place: text('location') || null,
    attendees: attendeesAmong(everybody, mine),
  }
}

const parameter = (property: ICAL.Property, name: string): string =>
  String(property.getFirstParameter(name) ?? '').toUpperCase()
const hasDeclined = (property: ICAL.Property) => parameter(property, 'partstat') === 'DECLINED'
const isRoom = (property: ICAL.Property) => /^(ROOM|RESOURCE)$/.test(parameter(property, 'cutype'))

const addressOf = (property: ICAL.Property): string | null => {
  const value = String(property.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim()
  return value.includes('@') ? value.toLowerCase() : null
}

function attendeesAmong(properties: ICAL.Property[], mine: readonly string[]): Attendee[] {
  const attendees: Attendee[] = []
  for (const property of properties) {
    const email = addressOf(property)
    const named = String(property.getFirstParameter('cn') ?? '')
      .replace(/^["']+|["']+$/g, '')
      .trim()
    const name = named === '' || named.toLowerCase() === email || named.includes('@') ? null : named
    if (isRoom(property) || hasDeclined(property) || (email === null && name === null)) continue
    if (email !== null && (mine.includes(email) || attendees.some((each) => each.email === email))) continue
    attendees.push({ name, email })
  }
  return attendees
}
