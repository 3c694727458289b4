import type { AppContext } from '../../context.ts'
import { tidiedLine, tidiedName, tidiedText } from '../../domain/arriving-card.ts'
import { titleReader } from '../../domain/entry/parse.ts'
import type { CalendarMeeting } from '../../exchange/ics.ts'
import type { CalendarFile } from '../../exchange/people-file.ts'
import type { Journal } from '../../store/journal.ts'
import { calendarView } from '../../ui/views/imported-calendar.ts'
import { fileName, type Rehearsal, recordOrRehearse } from './rehearsing.ts'

/** Meetings that have been become drafts: nothing is logged behind anybody's back. */
export async function importCalendar(
  context: AppContext,
  path: string,
  { text }: CalendarFile,
  { dryRun = false, json = false }: Rehearsal,
): Promise<void> {
  const { meetingsIn } = await import('../../exchange/ics.ts')
  const mine = context.settings().addresses.split(' ').filter(Boolean)
  const { meetings, unread } = meetingsIn(text, { until: context.today(), mine })
  const journal = dryRun ? context.reading() : context.journal()
  const met = withPeople(meetings, journal)
  const counts = { new: 0, updated: 0, unchanged: 0 }
  const operation = recordOrRehearse(journal, 'import calendar', dryRun, (about) => {
    for (const { sourceId, on, title, place, description, attendees } of met) {
      const draft = {
        on,
        title: tidiedLine(title),
        place: tidiedLine(place ?? '') || null,
        description: tidiedText(description),
        people: attendees.map(({ name, email }) => ({ name: tidiedName(name ?? '') ?? null, email })),
      }
      counts[journal.drafts.put(sourceId, draft)]++
    }
    about.text = fileName(path)
    about.count = counts.new + counts.updated
  })
  context.output.show(
    {
      operation,
      dryRun,
      format: 'ics',
      drafts: counts.new,
      updated: counts.updated,
      unchanged: counts.unchanged,
      skipped: meetings.length - met.length,
      failed: unread.map(({ line, reason }) => ({ file: path, line, reason })),
      mine,
    },
    calendarView,
    { json },
  )
}

/** Those with somebody else in them: who takes part, or, as calendars are kept for oneself, whom of the journal the title names. */
function withPeople(meetings: CalendarMeeting[], journal: Journal): CalendarMeeting[] {
  const namedIn = titleReader(journal.names)
  return meetings.flatMap((meeting) => {
    if (meeting.attendees.length > 0) return [meeting]
    // All day is a birthday or a holiday.
    const named = meeting.allDay ? [] : namedIn(tidiedLine(meeting.title))
    const attendees = [...new Set(named.map(({ name }) => name))].map((name) => ({ name, email: null }))
    return attendees.length > 0 ? [{ ...meeting, attendees }] : []
  })
}
