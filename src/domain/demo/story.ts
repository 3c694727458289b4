import { addDays, type CivilDate } from '../dates.ts'
import type { EncounterKind } from '../entry/entry.ts'
import type { WeightName } from '../favours.ts'
import { ascending } from '../order.ts'
import { BEATS, type Beat } from './beats.ts'
import { CAST, CIRCLES, type DemoPerson } from './cast.ts'
import { ROUND_SERIES } from './event-beats.ts'
import { type Meeting, meetings } from './meetings.ts'
import { byDay, narrator, type Told } from './narrator.ts'
import { type DemoRound, type NetworkDeed, networkSteps } from './network-story.ts'
import { type Chance, chance } from './random.ts'

/** One thing that somebody wrote down, at a local time (HH:MM) of a day. */
export type DemoStep = { on: CivilDate; time: string } & DemoDeed

export type DemoDeed =
  | { do: 'circle'; name: string; cadenceDays: number }
  | { do: 'add'; person: DemoPerson; metOn: string | null; metAt: string | null }
  | DemoLog
  /** `from`: who had given me what I passed on. */
  | { do: 'gave' | 'got'; who: string; what: string; weight: WeightName; from?: string }
  /** `promise` is the key that a log gave it. */
  | { do: 'done'; promise: number; kept: boolean }
  | { do: 'pause'; who: string | null; until: CivilDate; why: string }
  | { do: 'letgo'; who: string }
  | { do: 'snooze'; who: string; until: CivilDate }
  | NetworkDeed

export interface DemoLog {
  do: 'log'
  /** What was typed. */
  line: string
  event: string | null
  /** Whom it tells of; with what follows it is for checking that the line is understood. */
  who: string[]
  /** The day it tells of. */
  met: CivilDate
  /** `undefined`: not foreseen. */
  kind: EncounterKind | undefined
  place: string | null | undefined
  /** What was promised in it, in the order of the line: a key each, and when it is due. */
  promises: { key: number; due: CivilDate | null }[]
}

const SEED = 20_190_503
/** Days that the story goes back. */
const LENGTH = 730

/** Two years of a freelancer's network, up to `today`; the same each time for the same day. Oldest first. */
export function demoStory(today: CivilDate): DemoStep[] {
  const luck = chance(SEED)
  const day = (ago: number) => addDays(today, -ago)
  const steps: DemoStep[] = []
  const rounds: DemoRound[] = []
  let promised = 0
  const write = (ago: number, time: string, deed: DemoDeed) => steps.push({ on: day(ago), time, ...deed })

  const met = meetings(today, luck).reverse()
  const tell = narrator(today, luck)
  for (const [name, cadenceDays] of Object.entries(CIRCLES))
    write(LENGTH, '08:30', { do: 'circle', name, cadenceDays })
  for (const person of CAST) introduce(person)
  for (const meeting of met) log(meeting, tell(meeting))
  for (const beat of BEATS) play(beat)
  steps.push(...networkSteps(today, rounds))
  return steps.sort((a, b) => ascending(`${a.on}${a.time}`, `${b.on}${b.time}`))

  function introduce(person: DemoPerson): void {
    const beats = BEATS.filter((beat) => 'line' in beat)
    const first = Math.max(
      person.met[0],
      ...beats.flatMap(({ ago, line }) => (line.includes(person.name) ? [ago] : [])),
    )
    const met = Math.max(
      person.met[0],
      ...beats.flatMap(({ ago, who }) => (who.includes(person.name) ? [ago] : [])),
    )
    const known = person.knownSince !== undefined
    write(known ? LENGTH : first, known ? time(luck, 9, 11) : '07:45', {
      do: 'add',
      person,
      metOn: person.neverMet ? null : (person.knownSince ?? day(met)),
      metAt: person.knownFrom ?? null,
    })
  }

  function log({ ago, people, round }: Meeting, { line, kind, place, promises }: Told): void {
    const keyed = promises.map(({ due }) => ({ key: promised++, due }))
    const event = round ? ROUND_SERIES.name : null
    if (round) rounds.push({ ago, place: place! })
    const late = !round && ago > 1 && promises.length === 0 && luck.percent(8)
    const lead = people[0]!.in === 'en' ? 'yesterday: ' : 'gestern: '
    write(late ? ago - 1 : ago, late ? time(luck, 8, 9) : time(luck, 12, 21), {
      do: 'log',
      line: late ? lead + line : line,
      event,
      who: people.map(({ name }) => name),
      met: day(ago),
      kind,
      place,
      promises: keyed,
    })
    for (const { key, due } of keyed) settle(key, ago, due)
  }

  /** Most promises are kept, a few late, one now and then is let off; what is not due yet is open. */
  function settle(key: number, made: number, due: CivilDate | null): void {
    const dueAgo =
      due === null
        ? made - luck.between(3, 12)
        : Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)
    const fate = luck.between(1, 100)
    const doneAgo = fate > 80 ? dueAgo - luck.between(1, 8) : Math.min(made - 1, dueAgo + luck.between(0, 2))
    if (doneAgo < 1 || (dueAgo < 4 && fate > 50)) return
    write(doneAgo, time(luck, 9, 20), { do: 'done', promise: key, kept: fate < 96 })
  }

  function play(beat: Beat): void {
    const { ago } = beat
    if ('line' in beat) {
      const language = /\bbis \{/.test(beat.line) ? 'de' : 'en'
      const dues: CivilDate[] = []
      const dated = beat.line.replace(/\S+ \{([+-]\d+)\}/, (_, days: string) => {
        const due = day(-Number(days))
        dues.push(due)
        return byDay(due, day(ago), language)
      })
      // A date that ends with a full stop needs no other.
      const line = dated.replaceAll('.. ', '. ')
      const promises = /(?:versprochen|sie|todo|they):/.test(line)
        ? [{ key: promised++, due: dues[0] ?? null }]
        : []
      write(ago, time(luck, 12, 20), {
        do: 'log',
        line,
        event: beat.event ?? null,
        who: beat.who,
        met: day(ago),
        kind: undefined,
        place: undefined,
        promises,
      })
      if (dues.length === 0)
        for (const { key } of promises) write(ago - 3, '17:20', { do: 'done', promise: key, kept: true })
    } else if ('gave' in beat)
      write(ago, time(luck, 9, 18), {
        do: 'gave',
        who: beat.gave,
        what: beat.what,
        weight: beat.weight,
        from: beat.from,
      })
    else if ('got' in beat)
      write(ago, time(luck, 9, 18), { do: 'got', who: beat.got, what: beat.what, weight: beat.weight })
    else if ('pause' in beat)
      write(ago, '21:40', { do: 'pause', who: beat.pause, until: day(ago - beat.days), why: beat.why })
    else if ('letGo' in beat) write(ago, '18:05', { do: 'letgo', who: beat.letGo })
    else write(ago, '19:10', { do: 'snooze', who: beat.snooze, until: day(ago - beat.days) })
  }
}

const time = ({ between }: Chance, from: number, to: number): string =>
  `${String(between(from, to)).padStart(2, '0')}:${String(between(0, 59)).padStart(2, '0')}`
