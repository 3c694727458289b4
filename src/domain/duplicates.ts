import { type Evidence, MOST_TO_SHARE } from './identify.ts'
import { fold, isNearMiss, nameWords } from './names.ts'

/** What one person's record says that tells them from others. */
export interface Recorded {
  id: number
  name: string
  aliases: string[]
  org: string | null
  place: string | null
  birthday: string | null
  emails: string[]
  /** E.164 where they are numbers. */
  phones: string[]
}

/** What two records agree in. */
export interface InCommon {
  evidence: Evidence
  /** What both say; of a name nothing, since both are shown. */
  value: string | null
}

/** Two records that may be one person's, and why; the surest come first. */
export interface DuplicatePair {
  a: Recorded
  b: Recorded
  inCommon: InCommon[]
}

/** How much of a record comes along when it becomes part of another. */
export interface ComesAlong {
  encounters: number
  favours: number
  outcomes: number
  promises: number
  facts: number
  introductions: number
  ties: number
  endorsements: number
  offerings: number
  events: number
  stages: number
  pauses: number
}

/** What is between two records, and means nothing once they are one. */
export type Between = Pick<ComesAlong, 'introductions' | 'ties' | 'endorsements'>

/** How much each agreement tells; a name alone is worth a look. */
const TELLS: Record<Evidence, number> = {
  source: 8,
  email: 8,
  phone: 6,
  name: 4,
  birthday: 3,
  url: 3,
  // With the firm worth a look; brothers and sisters of one town are not.
  'similar-name': 2.5,
  org: 1.5,
  place: 1,
}
/** A first name that two share, or a firm, is no more than that. */
const LEAST = 4
/** A name that more have is a common one: alone it tells nothing, and their pairs would be thousands. */
const MOST_OF_A_NAME = 20
/** Among so many of a firm, or of a birthday, names that are alike are looked for. */
const MOST_LOOKED_THROUGH = 200

/** Pairs that may be one person; `distinct` tells of those who are known to be two. */
export function duplicatePairs(
  people: readonly Recorded[],
  distinct: (a: number, b: number) => boolean,
): DuplicatePair[] {
  const found = new Map<string, DuplicatePair>()
  for (const group of groupsOf(people))
    for (let at = 0; at < group.length; at++)
      for (const other of group.slice(at + 1)) {
        const [a, b] = group[at]!.id < other.id ? [group[at]!, other] : [other, group[at]!]
        const key = `${a.id} ${b.id}`
        if (a.id === b.id || found.has(key)) continue
        const common = inCommon(a, b)
        if (weightOf(common) >= LEAST && !distinct(a.id, b.id)) found.set(key, { a, b, inCommon: common })
      }
  return [...found.values()].sort(
    (one, other) =>
      weightOf(other.inCommon) - weightOf(one.inCommon) || one.a.id - other.a.id || one.b.id - other.b.id,
  )
}

const weightOf = (common: InCommon[]) => common.reduce((sum, { evidence }) => sum + TELLS[evidence], 0)

/** Those who share an address, a number, the words of a name, a firm or a birthday: only they are compared. */
function groupsOf(people: readonly Recorded[]): Recorded[][] {
  const names = grouped(people, (person) => [person.name, ...person.aliases].map(wordsOf))
  const reach = grouped(people, ({ emails, phones }) => [
    ...emails.map((email) => email.toLowerCase()),
    ...phones,
  ])
  return [
    ...names.flatMap((group) => (group.length <= MOST_OF_A_NAME ? [group] : grouped(group, particulars))),
    ...reach.filter((group) => group.length <= MOST_TO_SHARE),
    ...grouped(people, firmAndBirthday).filter((group) => group.length <= MOST_LOOKED_THROUGH),
  ]
}

const firmAndBirthday = ({ org, birthday }: Recorded): string[] =>
  [org && `org ${fold(org)}`, birthday].filter((each) => each !== null)
const particulars = (person: Recorded): string[] => [
  ...firmAndBirthday(person),
  ...(person.place === null ? [] : [`place ${fold(person.place)}`]),
]

/** Groups of two and more who have a key in common. */
function grouped(people: readonly Recorded[], keysOf: (person: Recorded) => string[]): Recorded[][] {
  const groups = new Map<string, Recorded[]>()
  for (const person of people)
    for (const key of new Set(keysOf(person))) {
      const group = groups.get(key)
      if (group) group.push(person)
      else groups.set(key, [person])
    }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** The first and the last word of a name, in any order: Grace Hopper, Hopper, Grace and Grace B. Hopper are alike. */
function wordsOf(name: string): string {
  const words = nameWords(name)
  return [...new Set([words[0] ?? fold(name), words.at(-1) ?? ''])].sort().join(' ')
}

/** Whether one of the two words is the same and the other a slip of it: Katharina Maier, Katarina Maier. */
function areSimilar(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')]
  const left = a.filter((word) => !b.includes(word))
  const right = b.filter((word) => !a.includes(word))
  return a.length === 2 && b.length === 2 && left.length === 1 && isNearMiss(left[0]!, right[0]!)
}

function inCommon(a: Recorded, b: Recorded): InCommon[] {
  const same = (one: string | null, other: string | null) =>
    one !== null && other !== null && fold(one) === fold(other) ? one : undefined
  const shared = (one: string[], other: string[]) =>
    one.find((each) => other.some((there) => each.toLowerCase() === there.toLowerCase()))
  const names = (person: Recorded) => [person.name, ...person.aliases].map(wordsOf)
  const [mine, theirs] = [names(a), names(b)]
  const isNamed = mine.some((name) => theirs.includes(name))
  const isSimilar = !isNamed && mine.some((name) => theirs.some((there) => areSimilar(name, there)))
  const agreed: [Evidence, string | null | undefined][] = [
    ['email', shared(a.emails, b.emails)],
    ['phone', shared(a.phones, b.phones)],
    ['name', isNamed ? null : undefined],
    ['similar-name', isSimilar ? null : undefined],
    ['birthday', same(a.birthday, b.birthday)],
    ['org', same(a.org, b.org)],
    ['place', same(a.place, b.place)],
  ]
  return agreed.flatMap(([evidence, value]) => (value === undefined ? [] : [{ evidence, value }]))
}
