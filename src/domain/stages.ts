import type { PersonRef } from './contacts.ts'
import { type CivilDate, daysBetween } from './dates.ts'
import { badInput } from './errors.ts'
import { fold } from './names.ts'
import { ascending } from './order.ts'

/** How near somebody has come, in order. */
export const STAGES = ['contact', 'interested', 'customer', 'recommender'] as const
export type Stage = (typeof STAGES)[number]

/** A stage, and the day it was reached. */
export interface StageReached {
  stage: Stage
  on: CivilDate
}

/** Whole days from a first meeting; `null` where it is not on record, or came later. */
export const daysSince = (metOn: CivilDate | null, on: CivilDate): number | null =>
  metOn === null || metOn > on ? null : daysBetween(metOn, on)

const WORDS: Record<Stage, string[]> = {
  contact: ['contacts', 'kontakt', 'bekannt', 'bekannter', 'bekannte'],
  interested: ['interest', 'prospect', 'lead', 'interessent', 'interessentin', 'interessiert'],
  customer: ['customers', 'client', 'kunde', 'kundin', 'auftraggeber', 'auftraggeberin'],
  recommender: [
    'advocate',
    'recommends',
    'empfehler',
    'empfehlerin',
    'empfiehlt',
    'fuersprecher',
    'fuersprecherin',
  ],
}

/** Reads a stage, in English or German. @throws NetError when it is none */
export function readStage(text: string): Stage {
  const word = fold(text.trim())
  const stage = STAGES.find((each) => each === word || WORDS[each].some((other) => fold(other) === word))
  if (stage === undefined)
    throw badInput('stage', text, 'is none that net knows', `It is one of ${STAGES.join(', ')}.`)
  return stage
}

/** What speaks for somebody's having come to a stage: work for them, an order they brought, a good word for me. */
export interface StageEvidence extends StageReached {
  contact: PersonRef
  because: { kind: 'outcome' | 'endorsement'; id: number; text: string }
}

const rank = (stage: Stage): number => STAGES.indexOf(stage)

/**
 * Stages that somebody may have come to by what is recorded. Each is proposed once: what was reached before, or was set back
 * by hand since, is left in peace until something new happens.
 * @param evidence of one person, the earliest first
 * @param reached theirs, the earliest first; the last is where they stand
 */
export function proposedStages(
  evidence: readonly StageEvidence[],
  reached: readonly StageReached[],
): StageEvidence[] {
  const highest = Math.max(-1, ...reached.map(({ stage }) => rank(stage)))
  const last = reached.at(-1)
  let standing = last ? rank(last.stage) : -1
  return evidence.filter(({ stage, on }) => {
    const isNew = rank(stage) > highest || (last !== undefined && on > last.on)
    if (!isNew || rank(stage) <= standing) return false
    standing = rank(stage)
    return true
  })
}

/** Who gives me work, or brings it: since when, by a stage or by an outcome. */
export interface Client extends PersonRef {
  customerOn: CivilDate | null
  recommenderOn: CivilDate | null
}

/** Somebody on the way to a customer; the day and the stage are `null` for those who are neither customer nor recommender. */
export interface SnowballLink extends PersonRef {
  stage: 'customer' | 'recommender' | null
  since: CivilDate | null
}

/** A customer who came through somebody who had been one, or had recommended me, before. */
export interface SnowballStory {
  customer: PersonRef
  on: CivilDate
  /** The nearest first; the last of them is an earlier customer or recommender. */
  through: SnowballLink[]
}

/** Further back nobody remembers how it went. */
const LINKS = 3

/**
 * How earlier customers led to later ones.
 * @param customers those whose stories are wanted
 * @param clientOf `undefined` for somebody who is neither customer nor recommender
 * @param ledBy who brought or introduced a person
 */
export function snowball(
  customers: readonly Client[],
  clientOf: (id: number) => Client | undefined,
  ledBy: (id: number) => PersonRef | null,
): SnowballStory[] {
  return customers.flatMap((customer) => {
    const on = customer.customerOn
    if (on === null) return []
    const through: SnowballLink[] = []
    const seen = new Set([customer.id])
    for (let person = ledBy(customer.id); person && through.length < LINKS; person = ledBy(person.id)) {
      if (seen.has(person.id)) break
      seen.add(person.id)
      through.push({ id: person.id, name: person.name, ...standingBefore(clientOf(person.id), on) })
    }
    const earlier = through.findLastIndex(({ stage }) => stage !== null)
    if (earlier < 0) return []
    return [
      { customer: { id: customer.id, name: customer.name }, on, through: through.slice(0, earlier + 1) },
    ]
  })
}

/** What somebody was before a day; where they were both, the earlier. */
function standingBefore(client: Client | undefined, day: CivilDate): Pick<SnowballLink, 'stage' | 'since'> {
  const stages = [
    { stage: 'customer' as const, since: client?.customerOn ?? null },
    { stage: 'recommender' as const, since: client?.recommenderOn ?? null },
  ]
  const [first] = stages
    .filter(({ since }) => since !== null && since < day)
    .sort((a, b) => ascending(a.since!, b.since!))
  return first ?? { stage: null, since: null }
}
