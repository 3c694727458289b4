import type { NameReading, Naming } from './name-phrase.ts'
import { AFFILIATIONS, isRole, NOT_PEOPLE, PLACE_WORDS } from './words.ts'

/** Somebody known, a name after a title, or a new one of several words. */
export function isSure({ said, name, found }: Naming): boolean {
  if (found.state !== 'none' || said !== name) return true
  const words = name.toLowerCase().split(/\s+/)
  return (
    words.length > 1 &&
    !words.some(
      (word) => PLACE_WORDS.has(word) || AFFILIATIONS.has(word) || isRole(word) || NOT_PEOPLE.has(word),
    )
  )
}

/** What many a compound ends with, and hardly a name: "Kinderwagen", "Steuererklärung". */
const THING = /(?:.{5}ung|heit|keit|schaft|tion|tät|wagen|zeug|kuchen|laptop|unterlagen|liste|essen|wein)$/

/** Whether a capitalised word alone is no new name: a firm that everybody knows, or a thing. */
export const isThing = (lower: string): boolean =>
  AFFILIATIONS.has(lower) || (lower.length > 6 && THING.test(lower))

/** Whether capitalised words that might be one name tell of a firm, or of somebody else. */
export const isNoName = (reading: NameReading, start: number, end: number): boolean =>
  isShortForm(reading, start, end) || isFromSomebody(reading, start, end) || isSomebodys(reading, start, end)

/** "with IBM", "mit der IHK": a firm or an office; two letters, or a line all in large ones, may name somebody. */
function isShortForm({ text, tokens }: NameReading, start: number, end: number): boolean {
  const name = tokens[start]!.text
  return end - start === 1 && /^[A-ZÄÖÜ&]{3,}$/.test(name) && text !== text.toUpperCase()
}

/** "Empfehlung von Nina" */
function isFromSomebody({ text, tokens, known }: NameReading, start: number, end: number): boolean {
  const von = start + tokens.slice(start, end - 1).findIndex(({ lower }) => lower === 'von')
  if (von <= start) return false
  const name = text.slice(tokens[von + 1]!.start, tokens[end - 1]!.end)
  const found = known(name)
  // Otto von Hahn does not make "Alma von Hahn" one.
  return found.state === 'one' && found.person.name.toLowerCase().startsWith(name.toLowerCase())
}

/** "Adas Mann" is not called so. */
function isSomebodys({ tokens, known }: NameReading, start: number, end: number): boolean {
  if (end - start < 2 || !isRole(tokens[end - 1]!.lower)) return false
  const owner = /^(.{2,})s$/.exec(tokens[start]!.text)?.[1]
  return owner !== undefined && known(owner).state !== 'none'
}
