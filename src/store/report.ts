import type { FavoursOfKind, FavoursOfMonth, Flow } from '../domain/balance.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { FavourDirection } from '../domain/favours.ts'
import type { Span } from '../domain/periods.ts'
import type { PromisesKept } from '../domain/promises.ts'
import type { Db } from './database.ts'

const ENCOUNTERS = 'SELECT count(*) FROM encounter WHERE on_date BETWEEN @from AND @to'
/** By way of the encounters' dates, since the links between encounters and people are in order of people first. */
const PEOPLE = `SELECT count(DISTINCT contact_id) FROM encounter CROSS JOIN encounter_contact ON encounter_id = encounter.id
  WHERE encounter.on_date BETWEEN @from AND @to`
const BY_MONTH = `SELECT substr(on_date, 1, 7) AS month, count(*) AS count FROM encounter
  WHERE on_date BETWEEN @from AND @to GROUP BY month ORDER BY month`
const FAVOURS_BY_KIND = `SELECT kind, direction, count(*) AS count, sum(weight) AS weight FROM favour
  WHERE direction IN ('gave', 'got') AND on_date BETWEEN @from AND @to GROUP BY kind, direction`
const side = (
  direction: FavourDirection,
) => `count(*) FILTER (WHERE direction = '${direction}') AS ${direction},
  coalesce(sum(weight) FILTER (WHERE direction = '${direction}'), 0) AS ${direction}Weight`
const FLOW = `SELECT ${side('gave')}, ${side('got')} FROM favour
  WHERE direction IN ('gave', 'got') AND on_date BETWEEN @from AND @to`
const COUNT = 'SELECT count(*) FROM favour WHERE direction = ? AND on_date BETWEEN ? AND ?'
/** Summed up by day first, which the index has in order; months would have to be sorted. */
const FAVOURS_BY_MONTH = `SELECT substr(on_date, 1, 7) AS month, direction, sum(count) AS count, sum(weight) AS weight
  FROM (SELECT direction, on_date, count(*) AS count, sum(weight) AS weight FROM favour
    WHERE direction IN ('gave', 'got') AND on_date <= ? GROUP BY direction, on_date)
  GROUP BY month, direction`
const INTRODUCTIONS = `SELECT count(*) FILTER (WHERE introducer_id IS NULL) AS made,
    count(*) FILTER (WHERE b_id IS NULL) AS received
  FROM introduction WHERE on_date BETWEEN @from AND @to AND made = 1`
/** Of a day that is known in part, the first it may have been. */
const NEW_TIES = `SELECT count(*) AS new, count(introduction_id) AS byIntroduction FROM tie
  WHERE since_on BETWEEN substr(@from, 1, 4) AND @to AND substr(since_on || '-01-01', 1, 10) >= @from`
const TIES = 'SELECT count(*) AS total FROM tie WHERE since_on IS NULL OR since_on <= @to'
/** What was closed after `on` counts as open then; what lies ahead of it is due only when it has been closed already. */
const PROMISES = `SELECT count(*) FILTER (WHERE state <> 'let-off') AS due,
    count(*) FILTER (WHERE state IN ('on-time', 'late')) AS kept, count(*) FILTER (WHERE state = 'on-time') AS onTime,
    count(*) FILTER (WHERE state = 'late') AS late, count(*) FILTER (WHERE state = 'broken') AS broken,
    count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'let-off') AS letOff
  FROM (SELECT CASE WHEN done_on IS NULL OR done_on > @on THEN 'open' WHEN broken = 1 THEN 'broken'
      WHEN kept = 0 THEN 'let-off' WHEN done_on > due_on THEN 'late' ELSE 'on-time' END AS state
    FROM follow_up WHERE whose = 'mine' AND due_on BETWEEN @from AND @to AND (due_on <= @on OR done_on <= @on))`
const FIRST_DAY = `SELECT min(day) FROM (
  SELECT min(on_date) AS day FROM encounter UNION ALL SELECT min(on_date) FROM favour WHERE direction = 'gave'
  UNION ALL SELECT min(on_date) FROM favour WHERE direction = 'got'
  UNION ALL SELECT min(on_date) FROM event UNION ALL SELECT min(on_date) FROM outcome
  UNION ALL SELECT min(on_date) FROM endorsement UNION ALL SELECT min(on_date) FROM stage)`

export interface Introductions {
  made: number
  received: number
}

export interface Ties {
  new: number
  /** Of the new ones, those that came of an introduction. */
  byIntroduction: number
  total: number
}

/** What the sections of a report count. */
export function reportStore(db: Db) {
  return {
    /** The first day of which anything is told, `null` in an empty journal. */
    firstDay: () => db.prepare(FIRST_DAY).pluck().get() as CivilDate | null,

    encounters: ({ from, to }: Span): { count: number; people: number } => ({
      count: db.prepare(ENCOUNTERS).pluck().get({ from, to }) as number,
      people: db.prepare(PEOPLE).pluck().get({ from, to }) as number,
    }),

    /** Only months that have any. */
    encountersByMonth: ({ from, to }: Span) =>
      db.prepare(BY_MONTH).all({ from, to }) as { month: string; count: number }[],

    favoursByKind: ({ from, to }: Span) => db.prepare(FAVOURS_BY_KIND).all({ from, to }) as FavoursOfKind[],

    /** All that was given and received in a period. */
    flow({ from, to }: Span): Flow {
      const { gave, gaveWeight, got, gotWeight } = db.prepare(FLOW).get({ from, to })
      return { gave: { count: gave, weight: gaveWeight }, got: { count: got, weight: gotWeight } }
    },

    /** How many favours there were in a period, either way. */
    favourCounts({ from, to }: Span): Record<FavourDirection, number> {
      const count = (direction: FavourDirection) =>
        db.prepare(COUNT).pluck().get(direction, from, to) as number
      return { gave: count('gave'), got: count('got') }
    },

    /** From the first one to the end of a day. */
    favoursByMonth: (to: CivilDate) => db.prepare(FAVOURS_BY_MONTH).all(to) as FavoursOfMonth[],

    introductions: ({ from, to }: Span) => db.prepare(INTRODUCTIONS).get({ from, to }) as Introductions,

    /** Ties that began in the period, and all known at its end. */
    ties: ({ from, to }: Span) =>
      ({ ...db.prepare(NEW_TIES).get({ from, to }), ...db.prepare(TIES).get({ to }) }) as Ties,

    /** What I promised for a period, as it stood on a day. What others promised is theirs: nothing is reckoned of it. */
    promises: ({ from, to }: Span, on: CivilDate) =>
      db.prepare(PROMISES).get({ from, to, on }) as PromisesKept,
  }
}
