import type { ContactCard } from './contact-card.ts'
import type { Reach, SpecialDate } from './contacts.ts'

/** A field that was changed on both sides; what is here stays. */
export interface Conflict {
  field: string
  here: string
  there: string
}

export interface MergedCard {
  card: ContactCard
  conflicts: Conflict[]
}

const FIELDS = ['name', 'org', 'role', 'place', 'cadenceDays', 'metOn', 'metAt', 'note'] as const
const LISTS = ['aliases', 'circles', 'tags'] as const

/**
 * Brings what changed in another program into a person's card, and leaves what was edited here: a three-way merge over what
 * the other program said when it was last read.
 * @param seen `null` when it never was: then only what is missing here is filled in
 * @param phoneOf a number as E.164, so that one is the same however it is written
 */
export function mergedCard(
  here: ContactCard,
  seen: ContactCard | null,
  there: ContactCard,
  phoneOf: PhoneReader = () => undefined,
): MergedCard {
  const reachKey = reachKeys(phoneOf)
  const card = { ...here }
  const conflicts: Conflict[] = []
  for (const field of FIELDS) {
    const [mine, before, theirs] = [here[field], seen?.[field] ?? emptyOf(field), there[field]]
    const takesTheirs = mine === before || isEmpty(mine)
    if (theirs === before || theirs === mine) continue
    if (seen === null && isEmpty(theirs)) continue
    if (takesTheirs && field !== 'name') Object.assign(card, { [field]: theirs })
    else if (takesTheirs && !isEmpty(theirs)) Object.assign(card, { name: theirs })
    // When one came to know somebody there is another day than when one met.
    else if (seen !== null || !field.startsWith('met'))
      conflicts.push({ field, here: String(mine ?? ''), there: String(theirs ?? '') })
  }
  for (const list of LISTS)
    card[list] = mergedList(here[list], seen?.[list] ?? [], there[list], (each) => each)
  card.reach = mergedList(here.reach, seen?.reach ?? [], there.reach, reachKey).map((each) =>
    relabelled(each, reachKey, here.reach, seen?.reach ?? [], there.reach),
  )
  card.dates = mergedDates(here.dates, seen?.dates ?? [], there.dates, conflicts)
  return { card, conflicts }
}

/**
 * A card with what it does not say as it was said before. Without a key nobody knows whether something was taken off, or whether it
 * is another file that tells less of somebody of that name.
 */
export function filledUp(
  card: ContactCard,
  before: ContactCard,
  phoneOf: PhoneReader = () => undefined,
): ContactCard {
  const filled = { ...card }
  for (const field of FIELDS) if (isEmpty(card[field])) Object.assign(filled, { [field]: before[field] })
  for (const list of LISTS) filled[list] = [...new Set([...before[list], ...card[list]])]
  const [reachKey, labelOf] = [reachKeys(phoneOf), ({ label }: SpecialDate) => label]
  filled.reach = joined(card.reach, before.reach, reachKey)
  filled.dates = joined(card.dates, before.dates, labelOf)
  return filled
}

function joined<T>(list: T[], before: T[], key: (each: T) => string): T[] {
  const said = new Set(list.map(key))
  return [...list, ...before.filter((each) => !said.has(key(each)))]
}

const isEmpty = (value: unknown) => value === null || value === ''
const emptyOf = (field: (typeof FIELDS)[number]) => (field === 'name' || field === 'note' ? '' : null)

/** What came there is added, what went there is taken off. */
function mergedList<T>(here: T[], seen: T[], there: T[], key: (each: T) => string): T[] {
  const keys = (list: T[]) => new Set(list.map(key))
  const [mine, before, theirs] = [keys(here), keys(seen), keys(there)]
  return [
    ...here.filter((each) => theirs.has(key(each)) || !before.has(key(each))),
    ...there.filter((each) => !before.has(key(each)) && !mine.has(key(each))),
  ]
}

type PhoneReader = (number: string) => string | undefined

/** Addresses are the same in capitals or not, numbers with the country or without. */
const reachKeys =
  (phoneOf: PhoneReader) =>
  ({ kind, value }: Reach): string => {
    const same = kind === 'email' ? value.toLowerCase() : kind === 'phone' ? (phoneOf(value) ?? value) : value
    return `${kind} ${same}`
  }

/** A label that changed there, and only there. */
function relabelled(
  each: Reach,
  reachKey: (reach: Reach) => string,
  here: Reach[],
  seen: Reach[],
  there: Reach[],
): Reach {
  const labelIn = (list: Reach[]) => list.find((other) => reachKey(other) === reachKey(each))?.label
  const [mine, before, theirs] = [labelIn(here), labelIn(seen), labelIn(there)]
  const changedThere = theirs !== undefined && before !== undefined && theirs !== before && mine === before
  return changedThere ? { ...each, label: theirs } : each
}

/** A day goes by its label, and is changed as a field is. */
function mergedDates(
  here: SpecialDate[],
  seen: SpecialDate[],
  there: SpecialDate[],
  conflicts: Conflict[],
): SpecialDate[] {
  const dateIn = (list: SpecialDate[], label: string) => list.find((each) => each.label === label)?.date
  const labels = [...new Set([...here, ...there].map(({ label }) => label))]
  return labels.flatMap((label): SpecialDate[] => {
    const [mine, before, theirs] = [dateIn(here, label), dateIn(seen, label), dateIn(there, label)]
    const keep = mine === undefined ? [] : [{ label, date: mine }]
    if (theirs === before || theirs === mine) return keep
    if (mine === before) return theirs === undefined ? [] : [{ label, date: theirs }]
    if (theirs !== undefined && mine !== undefined)
      conflicts.push({ field: label, here: mine, there: theirs })
    return keep
  })
}
