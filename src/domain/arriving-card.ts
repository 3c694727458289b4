import type { ContactCard } from './contact-card.ts'
import { NetError } from './errors.ts'
import { asLine, readName, readTag } from './labels.ts'

/** As long as what is written by hand may be. */
const LONGEST = 500
/** A note of so many characters is a book. */
const LONGEST_NOTE = 100_000
const LONGEST_CADENCE_DAYS = 99_999

/**
 * A card of another program, held to the rules of those that are written here: lines are lines, tags have no #, what is endless
 * is cut, other names and tags that are none are left out.
 * @returns `undefined` when nobody can be called by that name here: it has no letter, or is taken for a number
 */
export function tidied(card: ContactCard): ContactCard | undefined {
  const name = usable(card.name, asName)
  if (name === undefined) return undefined
  const line = (text: string | null) => (text === null ? null : short(text) || null)
  const distinct = (values: (string | undefined)[]): string[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ]
  return {
    name,
    org: line(card.org),
    role: line(card.role),
    place: line(card.place),
    cadenceDays: isCadence(card.cadenceDays) ? card.cadenceDays : null,
    metOn: card.metOn,
    metAt: line(card.metAt),
    note: readable(card.note).replace(/\r\n?/g, '\n').slice(0, LONGEST_NOTE).trimEnd(),
    aliases: distinct(card.aliases.map((alias) => usable(alias, asName))).filter((alias) => alias !== name),
    circles: distinct(card.circles.map((circle) => short(circle) || undefined)),
    tags: distinct(card.tags.map((tag) => usable(tag, (text) => readTag(short(text))))),
    reach: card.reach
      .map(({ kind, label, value }) => ({ kind, label: line(label), value: short(value) }))
      .filter(({ value }) => value !== ''),
    dates: card.dates.map(({ label, date }) => ({ label: short(label) || 'date', date })),
  }
}

/** Half a character, as broken exports have, is stored as another and would differ each time. */
const readable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '')

const short = (text: string): string =>
  asLine(readable(text.slice(0, 20 * LONGEST)))
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}$/u, '')
    .trim()

const asName = (text: string): string => readName('the name', short(text))

const isCadence = (days: number | null): boolean =>
  days !== null && Number.isInteger(days) && days > 0 && days <= LONGEST_CADENCE_DAYS

/** What a rule makes of a text, `undefined` where it refuses. */
function usable(text: string, rule: (text: string) => string): string | undefined {
  try {
    return rule(text)
  } catch (error) {
    if (error instanceof NetError) return undefined
    throw error
  }
}
