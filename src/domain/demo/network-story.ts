import { addDays, type CivilDate } from '../dates.ts'
import { ROUND_SERIES, SERIES, TO_COME } from './event-beats.ts'
import { NETWORK_BEATS, type NetworkBeat } from './network-beats.ts'

/** What is written down of events and of the network itself. */
export type NetworkDeed =
  | {
      do: 'event'
      name: string
      held: CivilDate
      series: string
      format: string
      place: string
      /** Minor units of euros. */
      cost: number | null
      hours: number
    }
  | {
      do: 'review'
      name: string
      held: CivilDate
      contacts: boolean
      insight: boolean
      fun: boolean
      note: string
    }
  | { do: 'expect'; name: string; held: CivilDate; guests: string[] }
  | { do: 'network'; beat: NetworkBeat }

export type NetworkStep = { on: CivilDate; time: string } & NetworkDeed

/** A monthly round of freelancers. */
export interface DemoRound {
  ago: number
  place: string
}

/** Events are put down before anything is told of them, and looked back on the morning after. */
const [BEFORE, MORNING_AFTER] = ['07:50', '08:40']

/** In no order. */
export function networkSteps(today: CivilDate, rounds: readonly DemoRound[]): NetworkStep[] {
  const day = (ago: number) => addDays(today, -ago)
  return [...series(day), ...breakfastToCome(day), ...theRounds(day, rounds), ...beats(day)]
}

type Day = (ago: number) => CivilDate

const series = (day: Day): NetworkStep[] =>
  Object.entries(SERIES).flatMap(([name, { visits, ...kept }]) =>
    visits.flatMap(({ ago, review }): NetworkStep[] => {
      const held = day(ago)
      const event: NetworkStep = { on: held, time: BEFORE, do: 'event', name, held, series: name, ...kept }
      if (!review) return [event]
      const [contacts, insight, fun, note = ''] = review
      return [
        event,
        { on: day(ago - 1), time: MORNING_AFTER, do: 'review', name, held, contacts, insight, fun, note },
      ]
    }),
  )

function breakfastToCome(day: Day): NetworkStep[] {
  const { series: name, inDays, guests } = TO_COME
  const held = day(-inDays)
  const { visits: _, ...kept } = SERIES[name]!
  return [
    { on: day(7), time: '18:20', do: 'event', name, held, series: name, ...kept },
    { on: day(7), time: '18:25', do: 'expect', name, held, guests },
  ]
}

const theRounds = (day: Day, rounds: readonly DemoRound[]): NetworkStep[] =>
  rounds.flatMap(({ ago, place }, index): NetworkStep[] => {
    const held = day(ago)
    const { name, format, hours, reviews } = ROUND_SERIES
    const [contacts, insight, fun] = reviews[index % reviews.length]!
    const kept = { series: name, format, place, cost: null, hours }
    return [
      { on: held, time: BEFORE, do: 'event', name, held, ...kept },
      { on: day(ago - 1), time: MORNING_AFTER, do: 'review', name, held, contacts, insight, fun, note: '' },
    ]
  })

const beats = (day: Day): NetworkStep[] =>
  NETWORK_BEATS.map((beat, index) => ({
    on: day(beat.ago),
    time: `${index % 4 === 0 ? 13 : 18 + (index % 4)}:${String((index * 17) % 60).padStart(2, '0')}`,
    do: 'network',
    beat,
  }))
