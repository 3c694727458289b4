import {
  addDays,
  type CivilDate,
  dayNumber,
  dayNumberAt,
  LETTERS_OF_A_DAY,
  type PartialDate,
} from '../domain/dates.ts'
import type { Pause } from '../domain/pauses.ts'
import type { Span } from '../domain/periods.ts'
import type { Meetings } from '../domain/relationship-changes.ts'
import { RHYTHM_ENCOUNTERS } from '../domain/staleness.ts'
import { CIRCLE_CADENCE } from './circles.ts'
import type { Db } from './database.ts'
import { lastDays } from './rhythm.ts'

/** A day may have several encounters; leaving out the same ones in SQL takes half as long again as all of this. */
const DATES_READ = RHYTHM_ENCOUNTERS + 4
/**
 * By way of the encounters' dates, since the links between encounters and people are in order of people first. Dates come as one
 * text of ten letters a day, since a row for each of them costs more than all else together.
 */
const MEETINGS = `SELECT id, name, met_on, own, circle,
    (SELECT group_concat(on_date, '') FROM (SELECT on_date FROM encounter_contact
      WHERE contact_id = id AND on_date BETWEEN @from AND @to ORDER BY on_date DESC)),
    CASE WHEN coalesce(own, circle) IS NULL
      THEN (SELECT group_concat(on_date, '') FROM (SELECT on_date FROM encounter_contact
        WHERE contact_id = id AND on_date < @from ORDER BY on_date DESC LIMIT ${DATES_READ}))
      ELSE (SELECT max(on_date) FROM encounter_contact WHERE contact_id = id AND on_date < @from) END
  FROM (SELECT contact.id, name, met_on, cadence_days AS own, ${CIRCLE_CADENCE} AS circle
    FROM (SELECT DISTINCT contact_id FROM encounter CROSS JOIN encounter_contact ON encounter_id = encounter.id
      WHERE encounter.on_date BETWEEN @from AND @to)
    JOIN contact ON contact.id = contact_id ORDER BY folded, contact.id)`

type MeetingsRow = [
  id: number,
  name: string,
  metOn: PartialDate | null,
  own: number | null,
  circle: number | null,
  within: string,
  before: string | null,
]

/** Everybody met in a period, by name, with when it was. */
export function meetingsIn(db: Db, { from, to }: Span, pausesOf: (id: number) => Pause[]): Meetings[] {
  const rows = db.prepare(MEETINGS).raw().all({ from, to }) as MeetingsRow[]
  return rows.map(([id, name, metOn, ownCadence, circleCadence, packed, packedBefore]) => {
    const daysWithin = daysIn(packed)
    const days = daysWithin.concat(daysBefore(db, id, packedBefore, from))
    const within = daysWithin.length
    return { id, name, metOn, ownCadence, circleCadence, days, within, pauses: pausesOf(id) }
  })
}

/** Of somebody met several times a day there were too few days among those read. */
function daysBefore(db: Db, id: number, packed: string | null, from: CivilDate): number[] {
  const days = daysIn(packed)
  const isCutOff = packed?.length === DATES_READ * LETTERS_OF_A_DAY && days.length < RHYTHM_ENCOUNTERS
  return isCutOff ? lastDays(db, id, addDays(from, -1)).map(dayNumber) : days
}

/** The day numbers in a text of dates in order, each once. */
function daysIn(text: string | null): number[] {
  const days: number[] = []
  for (let at = 0; text !== null && at < text.length; at += LETTERS_OF_A_DAY) {
    const day = dayNumberAt(text, at)
    if (day !== days[days.length - 1]) days.push(day)
  }
  return days
}
