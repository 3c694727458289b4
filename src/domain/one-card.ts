import type { ContactCard } from './contact-card.ts'
import { fold } from './names.ts'

/**
 * One card of two records of the same person: what `kept` says stands, `other` fills in what is missing and adds what lists have
 * room for; its name becomes an alias, its note follows.
 */
export function oneCard(kept: ContactCard, other: ContactCard): ContactCard {
  const names = [...kept.aliases, ...other.aliases, other.name]
  const first = names.filter(
    (name, at) =>
      fold(name) !== fold(kept.name) && names.findIndex((each) => fold(each) === fold(name)) === at,
  )
  return {
    name: kept.name,
    org: kept.org ?? other.org,
    role: kept.role ?? other.role,
    place: kept.place ?? other.place,
    cadenceDays: kept.cadenceDays ?? other.cadenceDays,
    ...firstMet(kept, other),
    note: [kept.note, kept.note.includes(other.note) ? '' : other.note].filter(Boolean).join('\n\n'),
    aliases: first,
    circles: union(kept.circles, other.circles, fold),
    tags: union(kept.tags, other.tags, fold),
    reach: union(kept.reach, other.reach, ({ kind, value }) => `${kind} ${value.toLowerCase()}`),
    dates: union(kept.dates, other.dates, ({ label }) => label),
  }
}

const union = <T>(kept: T[], other: T[], key: (each: T) => string): T[] => {
  const known = new Set(kept.map(key))
  return [...kept, ...other.filter((each) => !known.has(key(each)))]
}

/** Where and when it began, as the record says that knows of the earlier day; a day without a year is none. */
function firstMet(kept: ContactCard, other: ContactCard): Pick<ContactCard, 'metOn' | 'metAt'> {
  const dated = (card: ContactCard) => card.metOn !== null && !card.metOn.startsWith('--')
  const earlier = dated(other) && (!dated(kept) || other.metOn! < kept.metOn!)
  const [one, two] = earlier ? [other, kept] : [kept, other]
  return { metOn: one.metOn ?? two.metOn, metAt: one.metAt ?? two.metAt }
}

/** What a record says otherwise than the card it became part of. */
export function notTaken(
  other: ContactCard,
  card: ContactCard,
): { field: string; kept: string; other: string }[] {
  const fields: [field: string, kept: string | number | null, other: string | number | null][] = [
    ['org', card.org, other.org],
    ['role', card.role, other.role],
    ['place', card.place, other.place],
    ['cadence', card.cadenceDays, other.cadenceDays],
    ['met', card.metOn, other.metOn],
    ['met at', card.metAt, other.metAt],
    ...other.dates.map(({ label, date }): [string, string | null, string] => [
      label,
      card.dates.find((each) => each.label === label)?.date ?? null,
      date,
    ]),
  ]
  return fields.flatMap(([field, kept, said]) =>
    said === null || said === kept
      ? []
      : [{ field, kept: inWords(field, kept), other: inWords(field, said) }],
  )
}

const inWords = (field: string, value: string | number | null): string =>
  value === null ? '' : field === 'cadence' ? `${value} days` : String(value)
