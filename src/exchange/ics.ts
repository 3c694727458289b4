import ICAL from 'ical.js'
import { type CivilDate, civilDate, localDateTime } from '../domain/dates.ts'
import { grouped } from '../domain/grouping.ts'
import { ascending } from '../domain/order.ts'
import type { Unread } from './foreign.ts'
import { blocksOf } from './ics-blocks.ts'
import { canBeFollowed } from './ics-rules.ts'

/** A meeting of a calendar that has been. */
export interface CalendarMeeting {
  /** The same in each export: the event's UID, with the day where it recurs; without one its day and title. */
  sourceId: string
  on: CivilDate
  title: string
  place: string | null
  /** What stands below the title; '' where nothing does. */
  description: string
  /** Without a time of day: a birthday, a holiday. */
  allDay: boolean
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

/** More days than a daily meeting of thirty years: rules that never end stop here. */
const MOST_OCCURRENCES = 12_000

/**
 * The meetings of an iCalendar file (RFC 5545) up to a day, oldest first. Cancelled ones and those I declined are left out; of
 * those that recur each day is one. Each entry is read by itself, so that a broken one costs no other.
 */
export function meetingsIn(
  text: string,
  options: CalendarOptions,
): { meetings: CalendarMeeting[]; unread: Unread[] } {
  const meetings = new Map<string, CalendarMeeting>()
  const unread: Unread[] = []
  const { events, exceptions } = entriesIn(text, unread)
  const each = (some: Entry[], read: (event: ICAL.Event) => Iterable<CalendarMeeting>) => {
    for (const { event, line } of some) {
      try {
        for (const meeting of read(event)) meetings.set(meeting.sourceId, meeting)
      } catch {
        unread.push({ line, reason: 'not-a-meeting' })
      }
    }
  }
  const moved = grouped(exceptions.map(({ event }) => [event.uid, event] as const))
  each(events, (event) => {
    const replaced = moved.get(event.uid) ?? []
    return occurrencesOf(event, new Set(replaced.map(({ recurrenceId }) => dayOf(recurrenceId))), options)
  })
  // A changed occurrence may stand alone: the invitation to one meeting of a series of others.
  each(exceptions, (event) => {
    const meeting = meetingOf(event, event.startDate, options, dayOf(event.recurrenceId))
    return meeting ? [meeting] : []
  })
  unread.sort((a, b) => a.line - b.line)
  return { meetings: [...meetings.values()].sort((a, b) => ascending(a.on, b.on)), unread }
}

interface Entry {
  event: ICAL.Event
  line: number
}

function entriesIn(text: string, unread: Unread[]): { events: Entry[]; exceptions: Entry[] } {
  const [events, exceptions]: [Entry[], Entry[]] = [[], []]
  if (!/^[ \t]*BEGIN:VCALENDAR/im.test(text)) unread.push({ line: 1, reason: 'not-a-calendar' })
  const blocks = [...blocksOf(text)]
  for (const { name, text: zone } of blocks) if (name === 'VTIMEZONE' && zone) registerZone(zone)
  for (const { name, text: entry, line } of blocks) {
    if (name !== 'VEVENT') continue
    if (entry === null) {
      unread.push({ line, reason: 'unfinished' })
      continue
    }
    try {
      const event = new ICAL.Event(componentIn(entry, 'vevent'))
      ;(event.isRecurrenceException() ? exceptions : events).push({ event, line })
    } catch {
      unread.push({ line, reason: 'not-a-meeting' })
    }
  }
  return { events, exceptions }
}

function componentIn(block: string, name: string): ICAL.Component {
  const calendar = new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\n${block.trimEnd()}\r\nEND:VCALENDAR\r\n`) as any[],
  )
  const component = calendar.getFirstSubcomponent(name)
  if (!component) throw new Error('no component')
  return component
}

/** A zone that can't be read, or says nothing about offsets, is no zone; its times are read as local ones. */
function registerZone(block: string): void {
  try {
    const component = componentIn(block, 'vtimezone')
    const told = [...component.getAllSubcomponents('standard'), ...component.getAllSubcomponents('daylight')]
    if (told.length > 0 && told.every((each) => each.getFirstPropertyValue('tzoffsetto')))
      ICAL.TimezoneService.register(new ICAL.Timezone(component))
  } catch {
    // As above.
  }
}

/** Of a rule that can't be followed the first day counts. */
const recursByDays = (event: ICAL.Event): boolean =>
  event.isRecurring() &&
  event.component
    .getAllProperties('rrule')
    .every((rule) => canBeFollowed(rule.getFirstValue() as unknown as ICAL.Recur))

function* occurrencesOf(
  event: ICAL.Event,
  exceptions: Set<string>,
  options: CalendarOptions,
): Generator<CalendarMeeting> {
  if (!event.startDate) return
  if (!recursByDays(event)) {
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
    description: text('description'),
    allDay: start.isDate,
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

const LONGEST_NAME = 1000

function attendeesAmong(properties: ICAL.Property[], mine: readonly string[]): Attendee[] {
  const attendees: Attendee[] = []
  for (const property of properties) {
    const email = addressOf(property)
    const named = String(property.getFirstParameter('cn') ?? '')
      .slice(0, LONGEST_NAME)
      .replace(/^["']+|["']+$/g, '')
      .trim()
    const name = named === '' || named.toLowerCase() === email || named.includes('@') ? null : named
    if (isRoom(property) || hasDeclined(property) || (email === null && name === null)) continue
    if (email !== null && (mine.includes(email) || attendees.some((each) => each.email === email))) continue
    attendees.push({ name, email })
  }
  return attendees
}
