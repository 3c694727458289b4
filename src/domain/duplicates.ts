import { type Evidence, MOST_TO_SHARE } from './identify.ts'
import { fold, nameWords } from './names.ts'

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

/** Two records that may be one person's, and why; the surest come first. */
export interface DuplicatePair {
  a: Recorded
  b: Recorded
  evidence: Evidence[]
}

/** How much each agreement tells; a name alone is worth a look. */
const TELLS: Record<Evidence, number> = {
  source: 8,
  email: 8,
  phone: 6,
  name: 4,
  birthday: 3,
  url: 3,
  org: 1,
  place: 1,
}
/** A first name that two share, or a firm, is no more than that. */
const LEAST = 4

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
        if (a.id === b.id || found.has(key) || distinct(a.id, b.id)) continue
        const evidence = inCommon(a, b)
        if (weightOf(evidence) >= LEAST) found.set(key, { a, b, evidence })
      }
  return [...found.values()].sort(
    (one, other) =>
      weightOf(other.evidence) - weightOf(one.evidence) || one.a.id - other.a.id || one.b.id - other.b.id,
  )
}

const weightOf = (evidence: Evidence[]) => evidence.reduce((sum, each) => sum + TELLS[each], 0)

/** Those who share an address, a number or the words of a name: only they are compared. */
function groupsOf(people: readonly Recorded[]): Recorded[][] {
  const groups = new Map<string, Recorded[]>()
  const put = (key: string, person: Recorded) => {
    const group = groups.get(key)
    if (!group) groups.set(key, [person])
    else if (group.at(-1) !== person) group.push(person)
  }
  for (const person of people) {
    for (const name of [person.name, ...person.aliases]) put(`name ${wordsOf(name)}`, person)
    for (const email of person.emails) put(`email ${email.toLowerCase()}`, person)
    for (const phone of person.phones) put(`phone ${phone}`, person)
  }
  return [...groups].flatMap(([key, group]) =>
    group.length > 1 && (key.startsWith('name ') || group.length <= MOST_TO_SHARE) ? [group] : [],
  )
}

/** The first and the last word of a name, in any order: Grace Hopper, Hopper, Grace and Grace B. Hopper are alike. */
function wordsOf(name: string): string {
  const words = nameWords(name)
  return [...new Set([words[0] ?? fold(name), words.at(-1) ?? ''])].sort().join(' ')
}

function inCommon(a: Recorded, b: Recorded): Evidence[] {
  const same = (one: string | null, other: string | null) =>
    one !== null && other !== null && fold(one) === fold(other)
  const share = (one: string[], other: string[]) =>
    one.some((each) => other.some((there) => each.toLowerCase() === there.toLowerCase()))
  const names = (person: Recorded) => [person.name, ...person.aliases].map(wordsOf)
  const evidence: [Evidence, boolean][] = [
    ['email', share(a.emails, b.emails)],
    ['phone', share(a.phones, b.phones)],
    ['name', names(a).some((name) => names(b).includes(name))],
    ['birthday', same(a.birthday, b.birthday)],
    ['org', same(a.org, b.org)],
    ['place', same(a.place, b.place)],
  ]
  return evidence.filter(([, agrees]) => agrees).map(([name]) => name)
}
