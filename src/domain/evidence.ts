import { type Acquaintance, closerFirst, STRANGER } from './closeness.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import { descending } from './order.ts'
import { type Topic, topicsIn } from './topics.ts'

/** How it is known what somebody can do or where they could open a door, the strongest first. */
export const EVIDENCE_KINDS = ['offer', 'endorsement', 'role', 'tag', 'fact', 'org', 'place', 'note'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Something that speaks for a person. */
export interface Evidence {
  kind: EvidenceKind
  text: string
  /** Who said so; `null` where it is simply written down. */
  by: PersonRef | null
  /** When it was said or learned; `null` where that is not known. */
  on: CivilDate | null
}

/** Evidence, and for whom it speaks. */
export interface EvidenceFor extends Evidence {
  who: PersonRef
}

/** Which of some topics a text is about; looked up once by who asks about the same texts again. */
export type TopicsOf = (text: string, topics: Topic[]) => Topic[]

/** Somebody who could open a door. */
export interface Door extends PersonRef {
  /** How many people speak for them on what was asked for. */
  endorsers: number
  /** What speaks for them, the strongest first. */
  why: Evidence[]
  /** What was asked for and nothing speaks of. */
  missing: string[]
}

interface Candidate {
  who: PersonRef
  /** Roots of the topics that something speaks of. */
  found: Set<string>
  /** Each once, however often they spoke: only another person's word adds to one's. */
  endorsers: Set<number>
  why: Evidence[]
}

/** How well I know people: all that the order asks for, or only when we last met. */
export interface Acquaintances {
  of(ids: number[]): Map<number, Acquaintance>
  /** The ids, those met last first. */
  lastMetFirst(ids: number[]): number[]
}

/**
 * Those for whom something speaks, of all topics where there is anybody, else of as many as possible. Who is endorsed by
 * more people stands first, then whose endorsers I know better, then for whom stronger evidence speaks, then whom I know better.
 * @param evidence more may be in it than fits
 * @param limit how many of them are wanted
 * @param topicsOf tells what evidence is about
 * @returns them, and how many there are in all
 */
export function doorsAmong(
  topics: Topic[],
  evidence: EvidenceFor[],
  acquaintances: Acquaintances,
  today: CivilDate,
  limit: number,
  topicsOf: TopicsOf = topicsIn,
): { doors: Door[]; count: number } {
  const candidates = candidatesAmong(topics, evidence, topicsOf)
  const most = Math.max(0, ...candidates.map(({ found }) => found.size))
  const best = candidates.filter(({ found }) => found.size === most)
  const likely = likeliest(best, acquaintances, limit)
  const known = acquaintances.of([...new Set(likely.flatMap(({ who, endorsers }) => [who.id, ...endorsers]))])
  const of = (id: number) => known.get(id) ?? STRANGER
  const closer = closerFirst(today)
  const closest = new Map(likely.map((each) => [each, [...each.endorsers].map(of).sort(closer)]))
  const doors = likely
    .sort(
      (a, b) =>
        b.endorsers.size - a.endorsers.size ||
        firstDifference(closest.get(a)!, closest.get(b)!, closer) ||
        strength(a) - strength(b) ||
        closer(of(a.who.id), of(b.who.id)) ||
        a.who.id - b.who.id,
    )
    .slice(0, limit)
    .map(({ who, endorsers, why, found }) => ({
      ...who,
      endorsers: endorsers.size,
      why,
      missing: topics.filter(({ root }) => !found.has(root)).map(({ said }) => said),
    }))
  return { doors, count: best.length }
}

/** Of so many alike the ones met last are compared closely. */
const MANY_ALIKE = 20

/** Those who may be among the first ones: of a thousand of whom the same is known, a few will do. */
function likeliest(candidates: Candidate[], { lastMetFirst }: Acquaintances, limit: number): Candidate[] {
  const chosen = candidates.filter(({ endorsers }) => endorsers.size > 0)
  for (let kind = 0; kind < EVIDENCE_KINDS.length && chosen.length < limit; kind++) {
    const alike = candidates.filter((each) => each.endorsers.size === 0 && strength(each) === kind)
    const byId = new Map(alike.map((each) => [each.who.id, each]))
    const most = Math.max(MANY_ALIKE, 2 * limit)
    chosen.push(
      ...(alike.length <= most
        ? alike
        : lastMetFirst([...byId.keys()])
            .slice(0, most)
            .map((id) => byId.get(id)!)),
    )
  }
  return chosen
}

/** What was learned that somebody looks for speaks for nobody who has it. */
const LOOKED_FOR = /\b(?:look(?:s|ing)? for|needs|wants|searching for|sucht|braucht|wünscht sich)\b/i

function candidatesAmong(topics: Topic[], evidence: EvidenceFor[], topicsOf: TopicsOf): Candidate[] {
  const candidates = new Map<number, Candidate>()
  for (const { who, ...each } of evidence) {
    if (each.kind === 'fact' && LOOKED_FOR.test(each.text)) continue
    const found = topicsOf(each.text, topics)
    if (found.length === 0) continue
    const candidate = candidates.get(who.id) ?? { who, found: new Set(), endorsers: new Set(), why: [] }
    for (const { root } of found) candidate.found.add(root)
    if (each.kind === 'endorsement' && each.by) candidate.endorsers.add(each.by.id)
    candidate.why.push(each)
    candidates.set(who.id, candidate)
  }
  for (const { why } of candidates.values())
    why.sort((a, b) => rank(a) - rank(b) || descending(a.on ?? '', b.on ?? ''))
  return [...candidates.values()]
}

const rank = ({ kind }: Pick<Evidence, 'kind'>): number => EVIDENCE_KINDS.indexOf(kind)

const strength = ({ why }: Candidate): number => rank(why[0]!)

function firstDifference<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = compare(a[at]!, b[at]!)
    if (difference !== 0) return difference
  }
  return 0
}
