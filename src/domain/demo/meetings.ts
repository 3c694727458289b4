import { addDays, type CivilDate, weekdayOf } from '../dates.ts'
import { BEATS, JOURNAL_PAUSE } from './beats.ts'
import { CAST, type DemoPerson } from './cast.ts'
import type { Chance } from './random.ts'

/** Some people met on a day, counted back from the one the story ends on. */
export interface Meeting {
  ago: number
  people: DemoPerson[]
  /** Whether it was the monthly round of freelancers. */
  round: boolean
}

/** Days before and after a scripted meeting on which the same person is not met again by chance. */
const APART = 5
const ROUND_EVERY_DAYS = 30
const FIRST_DAY = 724

const scripted = new Map<string, number[]>()
for (const beat of BEATS)
  if ('who' in beat)
    for (const name of beat.who) scripted.set(name, [...(scripted.get(name) ?? []), beat.ago])

const rests = (ago: number) => ago <= JOURNAL_PAUSE.ago && ago > JOURNAL_PAUSE.ago - JOURNAL_PAUSE.days

const isFree = ({ name }: DemoPerson, ago: number) =>
  !rests(ago) && !(scripted.get(name) ?? []).some((other) => Math.abs(other - ago) < APART)

/** Everybody the journal's owner happens to meet, latest first. */
export function meetings(today: CivilDate, luck: Chance): Meeting[] {
  const alone = CAST.filter(({ neverMet }) => !neverMet)
    .flatMap((person) =>
      daysOf(person, luck).map((ago) => ({
        ago: ago === person.met[0] ? ago : onWorkday(today, ago, luck),
        person,
      })),
    )
    .filter(({ ago, person }) => isFree(person, ago))
    .sort((a, b) => a.ago - b.ago || a.person.name.localeCompare(b.person.name))
    .map(({ ago, person }) => ({ ago, people: [person, ...companyOf(person, ago, luck)], round: false }))
  return [...alone, ...rounds(luck)].sort((a, b) => a.ago - b.ago)
}

/** From the last meeting back to the first, so that the last day is the one the story needs. */
function daysOf({ met: [first, last, every] }: DemoPerson, { next }: Chance): number[] {
  const days: number[] = []
  for (let ago = last; ago < first - every / 2; ago += Math.round(every * (0.6 + 0.8 * next())))
    days.push(ago)
  return [...days, first]
}

/** Work is mostly met on workdays. */
function onWorkday(today: CivilDate, ago: number, { percent }: Chance): number {
  const weekday = weekdayOf(addDays(today, -ago))
  if (weekday < 6 || ago < 8 || percent(25)) return ago
  return weekday === 6 ? ago + 1 : ago - 1
}

/** Now and then somebody of the same circle comes along. */
function companyOf(person: DemoPerson, ago: number, { percent, oneOf }: Chance): DemoPerson[] {
  if (!percent(16)) return []
  const others = CAST.filter(
    (other) =>
      other !== person &&
      other.favours === undefined &&
      other.place === person.place &&
      other.circles.some((circle) => person.circles.includes(circle)) &&
      isAround(other, ago),
  )
  return others.length === 0 ? [] : [oneOf(others)]
}

/** Known already, and not in a time in which they are not seen. */
const isAround = (person: DemoPerson, ago: number) =>
  !person.neverMet && ago < person.met[0] && ago > person.met[1] && isFree(person, ago)

function rounds(luck: Chance): Meeting[] {
  const found: Meeting[] = []
  for (let ago = FIRST_DAY - 30; ago > 10; ago -= ROUND_EVERY_DAYS) {
    if (rests(ago)) continue
    const there = CAST.filter(
      (each) => each.circles.includes('peers') && each.favours === undefined && isAround(each, ago),
    )
    const people: DemoPerson[] = []
    for (let seats = luck.between(2, 4); seats > 0 && there.length > 0; seats--)
      people.push(...there.splice(luck.between(0, there.length - 1), 1))
    if (people.length > 1) found.push({ ago, people, round: true })
  }
  return found
}
