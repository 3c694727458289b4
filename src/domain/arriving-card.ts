import type { ContactCard } from './contact-card.ts'
import { NetError } from './errors.ts'
import { asLine, readName, readTag } from './labels.ts'

/** As long as what is written by hand may be. */
const LONGEST = 500
/** A text of so many characters is a book. */
const LONGEST_TEXT = 1_000_000
const LONGEST_CADENCE_DAYS = 99_999

/**
 * A card of another program, held to the rules of those that are written here: lines are lines, tags have no #, what is endless
 * is cut, other names and tags that are none are left out.
 * @returns `undefined` when nobody can be called by that name here: it has no letter, or is taken for a number
 */
export function tidied(card: ContactCard): ContactCard | undefined {
  const name = tidiedName(card.name)
  if (name === undefined) return undefined
  const line = (text: string | null) => (text === null ? null : tidiedLine(text) || null)
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
    note: tidiedText(card.note),
    aliases: distinct(card.aliases.map(tidiedName)).filter((alias) => alias !== name),
    circles: distinct(card.circles.map((circle) => tidiedLine(circle) || undefined)),
    tags: distinct(card.tags.map((tag) => usable(tag, (text) => readTag(tidiedLine(text))))),
    reach: card.reach
      .map(({ kind, label, value }) => ({ kind, label: line(label), value: tidiedLine(value) }))
      .filter(({ value }) => value !== ''),
    dates: card.dates.map(({ label, date }) => ({ label: tidiedLine(label) || 'date', date })),
  }
}

/** Half a character, as broken exports have, is stored as another and would differ each time. */
const readable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '')

/** Several lines of another program. */
export const tidiedText = (text: string): string =>
  readable(text.slice(0, LONGEST_TEXT)).replace(/\r\n?/g, '\n').trimEnd()

/** One line of another program; may come out empty. */
export const tidiedLine = (text: string): string =>
  asLine(readable(text.slice(0, 20 * LONGEST)))
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}$/u, '')
    .trim()

/** @returns `undefined` when nobody can be called so here */
export const tidiedName = (text: string): string | undefined =>
  usable(text, () => readName('the name', tidiedLine(text)))

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
