import type { ContactFields, Reach, ReachKind, SpecialDate } from './contacts.ts'
import type { PartialDate } from './dates.ts'

/** All that is kept of a person and can be edited by hand; circles are named. */
export interface ContactCard extends ContactFields {
  aliases: string[]
  circles: string[]
  tags: string[]
  reach: Reach[]
  dates: SpecialDate[]
}

/** What to change on a card: what is not mentioned stays, `null` and empty lists clear. */
export interface CardPatch extends Partial<ContactFields> {
  circles?: string[]
  tags?: string[]
  /** For each kind that is mentioned, the values that replace those known. */
  reach?: Partial<Record<ReachKind, string[]>>
  birthday?: PartialDate | null
}

/** One thing that differs between two cards, each side as text; '' stands for "not there". */
export interface CardChange {
  field: string
  before: string
  after: string
}

export const BIRTHDAY = 'birthday'

export const emptyCard = (name: string): ContactCard => ({
  name,
  org: null,
  role: null,
  place: null,
  cadenceDays: null,
  metOn: null,
  metAt: null,
  note: '',
  aliases: [],
  circles: [],
  tags: [],
  reach: [],
  dates: [],
})

/** The card with the patch put on it. A value that stays keeps its label. */
export function patched(card: ContactCard, patch: CardPatch): ContactCard {
  const { reach, birthday, ...fields } = patch
  const mentioned = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return {
    ...card,
    ...mentioned,
    reach: reach ? patchedReach(card.reach, reach) : card.reach,
    dates: birthday === undefined ? card.dates : patchedBirthday(card.dates, birthday),
  }
}

function patchedReach(known: Reach[], wanted: Partial<Record<ReachKind, string[]>>): Reach[] {
  const others = known.filter(({ kind }) => wanted[kind] === undefined)
  const replaced = Object.entries(wanted).flatMap(([kind, values]) =>
    values.map(
      (value) =>
        known.find((each) => each.kind === kind && each.value === value) ?? {
          kind: kind as ReachKind,
          label: null,
          value,
        },
    ),
  )
  return [...others, ...replaced]
}

const patchedBirthday = (dates: SpecialDate[], birthday: PartialDate | null): SpecialDate[] => [
  ...(birthday === null ? [] : [{ label: BIRTHDAY, date: birthday }]),
  ...dates.filter(({ label }) => label !== BIRTHDAY),
]

/** What differs between two cards, in the order of the card. */
export function cardChanges(before: ContactCard, after: ContactCard): CardChange[] {
  const [old, now] = [asText(before), asText(after)]
  return Object.keys(now)
    .map((field) => ({ field, before: old[field]!, after: now[field]! }))
    .filter((change) => change.before !== change.after)
}

const asText = (card: ContactCard): Record<string, string> => ({
  name: card.name,
  aliases: inAnyOrder(card.aliases),
  org: card.org ?? '',
  role: card.role ?? '',
  place: card.place ?? '',
  circles: inAnyOrder(card.circles),
  tags: inAnyOrder(card.tags),
  cadence: card.cadenceDays === null ? '' : `${card.cadenceDays} days`,
  met: card.metOn ?? '',
  'met at': card.metAt ?? '',
  dates: inAnyOrder(card.dates.map(({ label, date }) => `${label} ${date}`)),
  reach: inAnyOrder(card.reach.map(({ label, value }) => (label ? `${value} (${label})` : value))),
  note: card.note,
})

const inAnyOrder = (values: string[]): string => [...values].sort().join(', ')
