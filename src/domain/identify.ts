import type { ContactCard } from './contact-card.ts'
import { fold, nameWords } from './names.ts'

/** A person as another file tells of them: what is told, and what that program knows them by. */
export interface Arrival {
  sourceId: string | null
  card: ContactCard
}

/** Where the contacts of the journal are looked up; each answers with the keys of contacts. */
export interface KnownPeople {
  bySource(sourceId: string): number | undefined
  byEmail(address: string): readonly number[]
  /** E.164. */
  byPhone(number: string): readonly number[]
  /** Folded, names and aliases; no more than tell that there are more than `MOST_NAMESAKES`. */
  byName(folded: string): readonly number[]
  cardOf(id: number): ContactCard
}

/** What two records have in common; names a user can judge. */
export type Evidence =
  | 'source'
  | 'email'
  | 'phone'
  | 'name'
  | 'similar-name'
  | 'birthday'
  | 'org'
  | 'place'
  | 'url'

export type Identity =
  | { state: 'known'; id: number; evidence: Evidence[] }
  /** It may be one of them: for the user to say. */
  | { state: 'uncertain'; ids: number[]; evidence: Evidence[] }
  | { state: 'new' }

/** What more people share is an office's address, and tells nothing of a person. */
export const MOST_TO_SHARE = 4
/** What more people are called is no name: "Unknown", "Office". */
export const MOST_NAMESAKES = 20

/**
 * Who of the journal an arriving person is: by what the other program knows them by, else by an e-mail address, else by a phone
 * number, else by the exact name with a second fact that agrees. What fits several, the name alone, and an address under another
 * name is uncertain; a number under another name is a family's or an office's, and tells nothing.
 * @param phoneOf a number as E.164, `undefined` when it is none
 */
export function identify(
  { sourceId, card }: Arrival,
  known: KnownPeople,
  phoneOf: (number: string) => string | undefined,
): Identity {
  const bySource = sourceId === null ? undefined : known.bySource(sourceId)
  if (bySource !== undefined) return { state: 'known', id: bySource, evidence: ['source'] }
  const values = (kind: string) => card.reach.filter((each) => each.kind === kind).map(({ value }) => value)
  const emails = values('email').flatMap((address) => known.byEmail(address.toLowerCase()))
  const phones = values('phone').flatMap((number) => known.byPhone(phoneOf(number) ?? ''))
  const named = known.byName(fold(card.name))
  return (
    decided(emails, named, 'email', card, known) ??
    decided(phones, named, 'phone', card, known) ??
    byName(named, card, known) ?? { state: 'new' }
  )
}

/** Several may share an address, and one of another name may have it: the name tells. */
function decided(
  found: number[],
  named: readonly number[],
  evidence: Evidence,
  card: ContactCard,
  known: KnownPeople,
): Identity | undefined {
  const ids = [...new Set(found)]
  const agreeing = ids.filter((id) => mayBeOne(card, known.cardOf(id)))
  if (ids.length === 1 && agreeing.length === 1) return { state: 'known', id: ids[0]!, evidence: [evidence] }
  const both = ids.filter((id) => named.includes(id))
  if (both.length === 1) return { state: 'known', id: both[0]!, evidence: [evidence, 'name'] }
  if (ids.length >= MOST_TO_SHARE) return undefined
  const likely = evidence === 'email' ? ids : agreeing
  return likely.length === 0 ? undefined : { state: 'uncertain', ids: likely, evidence: [evidence] }
}

const mayBeOne = (one: ContactCard, other: ContactCard): boolean =>
  [one.name, ...one.aliases].some((name) =>
    [other.name, ...other.aliases].some((there) => agreeInName(name, there)),
  )

/**
 * Whether two names may be one person's: all words of the shorter one are in the other, if only as initials (G. Hopper, Grace B.
 * Hopper), or two of them are, or both begin alike (Grace Murray, Grace Hopper). An address in place of a name says nothing against it.
 */
export function agreeInName(one: string, other: string): boolean {
  if (one.includes('@') || other.includes('@')) return true
  const [shorter, longer] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ]
  const alike = (a: string, b: string) =>
    a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
  const found = shorter.filter((word) => longer.some((there) => alike(word, there))).length
  return (
    shorter.length > 0 &&
    (found === shorter.length || found > 1 || alike(nameWords(one)[0]!, nameWords(other)[0]!))
  )
}

function byName(named: readonly number[], card: ContactCard, known: KnownPeople): Identity | undefined {
  if (named.length > MOST_NAMESAKES) return undefined
  const agreeing = named
    .map((id) => ({ id, evidence: agreement(card, known.cardOf(id)) }))
    .filter(({ evidence }) => evidence.length > 0)
  const [first] = agreeing
  if (first && agreeing.length === 1)
    return { state: 'known', id: first.id, evidence: ['name', ...first.evidence] }
  return named.length === 0 ? undefined : { state: 'uncertain', ids: [...named], evidence: ['name'] }
}

/** What two cards agree in, beside the name. */
export function agreement(one: ContactCard, other: ContactCard): Evidence[] {
  const same = (a: string | null | undefined, b: string | null | undefined) =>
    Boolean(a && b && fold(a) === fold(b))
  const birthdayOf = (card: ContactCard) => card.dates.find(({ label }) => label === 'birthday')?.date
  const shares = (kind: string) =>
    one.reach.some(
      (each) =>
        each.kind === kind &&
        other.reach.some((there) => there.kind === kind && same(each.value, there.value)),
    )
  const evidence: [Evidence, boolean][] = [
    ['email', shares('email')],
    ['phone', shares('phone')],
    ['birthday', same(birthdayOf(one), birthdayOf(other))],
    ['url', shares('url')],
    ['org', same(one.org, other.org)],
    ['place', same(one.place, other.place)],
  ]
  return evidence.filter(([, agrees]) => agrees).map(([name]) => name)
}
