import type { Span } from '../domain/periods.ts'
import type { Db } from './database.ts'

/** What a stretch of days brought, without anything having been asked. */
export interface Yield {
  encounters: { count: number; people: number }
  /** Favours received. */
  got: { count: number; weight: number }
  /** People who were introduced to me. */
  introductions: number
  /** Orders, jobs, leads that came through the network. */
  outcomes: number
}

const ENCOUNTERS = 'SELECT count(*) FROM encounter WHERE on_date BETWEEN @from AND @to'
const PEOPLE = `SELECT count(DISTINCT contact_id) FROM encounter CROSS JOIN encounter_contact ON encounter_id = encounter.id
  WHERE encounter.on_date BETWEEN @from AND @to`
const GOT = `SELECT count(*) AS count, coalesce(sum(weight), 0) AS weight FROM favour
  WHERE direction = 'got' AND on_date BETWEEN @from AND @to`
const INTRODUCTIONS = `SELECT count(*) FROM introduction
  WHERE on_date BETWEEN @from AND @to AND b_id IS NULL AND made = 1`
const OUTCOMES = 'SELECT count(*) FROM outcome WHERE on_date BETWEEN @from AND @to AND from_network = 1'

/** What the network brought while I rested. */
export function pauseYieldStore(db: Db) {
  return {
    of({ from, to }: Span): Yield {
      const count = (sql: string) => db.prepare(sql).pluck().get({ from, to }) as number
      return {
        encounters: { count: count(ENCOUNTERS), people: count(PEOPLE) },
        got: db.prepare(GOT).get({ from, to }) as Yield['got'],
        introductions: count(INTRODUCTIONS),
        outcomes: count(OUTCOMES),
      }
    },
  }
}
