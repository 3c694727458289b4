import { type Acquaintance, closerFirst, STRANGER } from './closeness.ts'
import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import { isAbout, type Topic, topicsOf } from './topics.ts'

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
  why: Evidence[]
}

/** Whether any of the topics occurs in a text; those that do. */
function topicsIn(text: string, topics: Topic[]): Topic[] {
  const roots = topicsOf(text).map(({ root }) => root)
  return topics.filter((topic) => roots.some((root) => isAbout(topic.root, root)))
}

/**
 * Those for whom something speaks, of all topics where there is anybody, else of as many as possible. Who is endorsed by
 * more people stands first, then whose endorsers I know better, then for whom stronger evidence speaks, then whom I know better.
 * @param evidence more may be in it than fits
 * @param acquainted how well I know those named in it, endorsers too
 */
export function doorsAmong(
  topics: Topic[],
  evidence: EvidenceFor[],
  acquainted: (ids: number[]) => Map<number, Acquaintance>,
  today: CivilDate,
): Door[] {
  const candidates = candidatesAmong(topics, evidence)
  const most = Math.max(0, ...candidates.map(({ found }) => found.size))
  const best = candidates.filter(({ found }) => found.size === most)
  const endorsers = new Map(best.map((candidate) => [candidate, endorsersOf(candidate)]))
  const known = acquainted([
    ...new Set([...best.map(({ who }) => who.id), ...[...endorsers.values()].flat()]),
  ])
  const of = (id: number) => known.get(id) ?? STRANGER
  const closer = closerFirst(today)
  const closest = new Map(best.map((each) => [each, endorsers.get(each)!.map(of).sort(closer)]))
  return best
    .sort(
      (a, b) =>
        endorsers.get(b)!.length - endorsers.get(a)!.length ||
        firstDifference(closest.get(a)!, closest.get(b)!, closer) ||
        strength(a) - strength(b) ||
        closer(of(a.who.id), of(b.who.id)) ||
        a.who.id - b.who.id,
    )
    .map((candidate) => ({
      ...candidate.who,
      endorsers: endorsers.get(candidate)!.length,
      why: candidate.why,
      missing: topics.filter(({ root }) => !candidate.found.has(root)).map(({ said }) => said),
    }))
}

function candidatesAmong(topics: Topic[], evidence: EvidenceFor[]): Candidate[] {
  const candidates = new Map<number, Candidate>()
  for (const { who, ...each } of evidence) {
    const found = topicsIn(each.text, topics)
    if (found.length === 0) continue
    const candidate = candidates.get(who.id) ?? { who, found: new Set(), why: [] }
    for (const { root } of found) candidate.found.add(root)
    candidate.why.push(each)
    candidates.set(who.id, candidate)
  }
  for (const { why } of candidates.values())
    why.sort((a, b) => rank(a) - rank(b) || later(a.on ?? '', b.on ?? ''))
  return [...candidates.values()]
}

/** Each once, however often they spoke: only another person's word adds to one's. */
const endorsersOf = ({ why }: Candidate): number[] => [
  ...new Set(why.flatMap(({ kind, by }) => (kind === 'endorsement' && by ? [by.id] : []))),
]

const rank = ({ kind }: Pick<Evidence, 'kind'>): number => EVIDENCE_KINDS.indexOf(kind)

const strength = ({ why }: Candidate): number => rank(why[0]!)

const later = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0)

function firstDifference<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = compare(a[at]!, b[at]!)
    if (difference !== 0) return difference
  }
  return 0
}
