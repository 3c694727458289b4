import { addDays, type CivilDate } from '../../src/domain/dates.ts'
import { fold } from '../../src/domain/names.ts'
import type { Chance } from './chance.ts'
import { DAYS, type Favours, type Insert, LAST_DAY, list, uid } from './rows.ts'

/** How many of each there are for a thousand contacts. */
const PER_THOUSAND = {
  introductions: 500,
  events: 30,
  outcomes: 50,
  offerings: 500,
  endorsements: 200,
  stages: 150,
}
const TIES_EACH = 3
/** People know each other within groups of about this size, and some beyond. */
const GROUP = 50
const PEOPLE_AT_EVENT = 12

const SERIES = list('Founders Breakfast, Design Meetup, Open Data Day, Pitch Night, Stammtisch, Webkonferenz')
/** Offers and needs are as various as people: a field, and now and then where. */
const FIELDS =
  list(`UX research, interface design, bookkeeping, a room for workshops, tax advice, TypeScript training, illustration, press contacts,
  a co-founder, translation into German, a notary, portraits, grant applications, pricing, podcast editing, a coworking desk, patents,
  user interviews, brand strategy, hiring, SQL tuning, wood turning, letterpress printing, beekeeping, catering, stage lighting,
  contract law, data protection, statistics, map making, sound design, accessibility audits, newsletter writing, mentoring, moderation,
  a sign painter, shop fittings, solar panels, a childminder, crowd funding, embedded systems, robotics, ceramics, sailing lessons,
  French lessons, speech training, ghostwriting, an investor, insurance, office moves, a van, video cutting, animation, a choir`)
const CITIES = list('Berlin, Lisbon, Hamburg, Leipzig, Wien, Zürich, London, Porto, Köln, Łódź')
const skill = (chance: Chance) =>
  chance.oneIn(3) ? `${chance.one(FIELDS)} in ${chance.one(CITIES)}` : chance.one(FIELDS)
const STAGES = ['contact', 'interested', 'customer', 'recommender']

/** Everything of a network beside who was met: ties, introductions, events, outcomes, offers, endorsements, stages. */
export function addNetwork(insert: Insert, chance: Chance, contacts: number, favours: Favours): void {
  const many = (kind: keyof typeof PER_THOUSAND) => Math.round((contacts * PER_THOUSAND[kind]) / 1000)
  const times = (count: number, add: () => void) => {
    for (let done = 0; done < count; done++) add()
  }
  const anyone = () => 1 + Math.floor(chance.number() ** 2 * contacts)
  const someday = () => addDays(LAST_DAY, -chance.below(DAYS))
  const tie = ties(insert)
  times(contacts * TIES_EACH, () => {
    const one = 1 + chance.below(contacts)
    const near = one - (one % GROUP) + chance.below(GROUP)
    tie(one, chance.oneIn(8) ? anyone() : Math.min(contacts, Math.max(1, near)), someday(), null)
  })
  times(many('introductions'), () => addIntroduction(insert, chance, contacts, someday(), tie))
  const events = addEvents(insert, chance, many('events'), anyone)
  times(many('outcomes'), () => addOutcome(insert, chance, anyone, events, someday()))
  times(many('offerings'), () => addOffering(insert, chance, anyone, someday()))
  times(many('endorsements'), () => addEndorsement(insert, chance, contacts, someday()))
  times(many('stages'), () => addStages(insert, chance, contacts, someday()))
  const gave = favours.gave.slice(-500)
  for (const [at, got] of favours.got.slice(-1000, -500).entries()) insert('favour_passed', got, gave[at]!)
}

type Tie = (one: number, other: number, on: CivilDate | null, introduction: number | null) => void

function ties(insert: Insert): Tie {
  const known = new Set<string>()
  return (one, other, on, introduction) => {
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    if (a === b || known.has(`${a} ${b}`)) return
    known.add(`${a} ${b}`)
    insert('tie', uid(), a, b, on, introduction)
  }
}

/** Half of them I made. Whoever introduced somebody to me was known earlier, so that ways back end. */
function addIntroduction(insert: Insert, chance: Chance, contacts: number, on: CivilDate, tie: Tie): void {
  const a = 2 + chance.below(contacts - 1)
  const other = 1 + chance.below(a - 1)
  const mine = chance.oneIn(2)
  const made = !mine || !chance.oneIn(10)
  const result = made && chance.oneIn(3) ? 'they work together' : null
  const id = insert(
    'introduction',
    uid(),
    mine ? null : other,
    a,
    mine ? other : null,
    on,
    made ? 1 : 0,
    chance.oneIn(2) ? skill(chance) : null,
    mine ? on : null,
    result,
    result && on,
  )
  if (made) tie(a, other, mine ? on : null, mine ? id : null)
}

/** Once a month or so each; the next one is yet to come. @returns those that have been */
function addEvents(insert: Insert, chance: Chance, count: number, anyone: () => number): number[] {
  const been: number[] = []
  for (let serial = count - 1; serial >= 0; serial--) {
    const series = SERIES[serial % SERIES.length]!
    const isNext = serial < SERIES.length
    const on = isNext
      ? addDays(LAST_DAY, 1 + chance.below(30))
      : addDays(LAST_DAY, -Math.floor((serial * DAYS) / count))
    const cost = chance.oneIn(2) ? 100 * chance.below(60) : null
    const id = insert(
      'event',
      uid(),
      series,
      fold(series),
      on,
      chance.oneIn(2) ? series : null,
      chance.one(['breakfast', 'meetup', 'conference']),
      'Betahaus',
      cost,
      cost === null ? null : 'EUR',
      60 * (1 + chance.below(8)),
    )
    insert('search_text', 'event', id, fold(series))
    const people = new Set(Array.from({ length: PEOPLE_AT_EVENT }, anyone))
    if (isNext) for (const person of people) insert('event_guest', person, id)
    else {
      for (const person of people) addMeeting(insert, id, person, on)
      if (!chance.oneIn(5))
        insert('event_review', uid(), id, on, chance.below(2), chance.below(2), chance.below(2))
      been.push(id)
    }
  }
  return been
}

function addMeeting(insert: Insert, event: number, person: number, on: CivilDate): void {
  const text = 'Talked in the coffee break.'
  const id = insert('encounter', uid(), on, 'event', 'Betahaus', text, event)
  insert('encounter_contact', person, on, id)
  insert('search_text', 'encounter', id, fold(text))
}

function addOutcome(
  insert: Insert,
  chance: Chance,
  anyone: () => number,
  events: number[],
  on: CivilDate,
): void {
  const fromNetwork = !chance.oneIn(3)
  const fromEvent = fromNetwork && chance.oneIn(6)
  const value = chance.oneIn(10) ? null : 10_000 * (1 + chance.below(200))
  const id = insert(
    'outcome',
    uid(),
    `Project for ${skill(chance)}`,
    on,
    value,
    value === null ? null : chance.oneIn(8) ? 'CHF' : 'EUR',
    fromNetwork ? 1 : 0,
    fromNetwork && !fromEvent ? anyone() : null,
    fromEvent ? chance.one(events) : null,
  )
  insert('search_text', 'outcome', id, 'project')
}

function addOffering(insert: Insert, chance: Chance, anyone: () => number, on: CivilDate): void {
  const what = skill(chance)
  const id = insert(
    'offering',
    uid(),
    chance.oneIn(300) ? null : anyone(),
    chance.one(['offer', 'offer', 'need']),
    what,
    on,
    chance.oneIn(10) ? LAST_DAY : null,
  )
  insert('search_text', 'offering', id, fold(what))
}

function addEndorsement(insert: Insert, chance: Chance, contacts: number, on: CivilDate): void {
  const by = 1 + chance.below(contacts)
  const whom = 1 + chance.below(contacts)
  if (by === whom) return
  const topic = skill(chance)
  const id = insert(
    'endorsement',
    uid(),
    by,
    chance.oneIn(100) ? null : whom,
    topic,
    chance.oneIn(2) ? 'The launch went well.' : null,
    on,
  )
  insert('search_text', 'endorsement', id, fold(topic))
}

/** The first stages, one after another. */
function addStages(insert: Insert, chance: Chance, contacts: number, first: CivilDate): void {
  const person = 1 + chance.below(contacts)
  for (const [at, stage] of STAGES.slice(0, 1 + chance.below(STAGES.length)).entries()) {
    const on = addDays(first, at * 90)
    if (on <= LAST_DAY) insert('stage', uid(), person, stage, on)
  }
}
