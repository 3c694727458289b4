import type { Naming } from './name-phrase.ts'
import { weighed } from './weight.ts'
import { CALENDAR_NAMES, CITIES, ENGLISH_WORD_NAMES, GERMAN_WORD_NAMES } from './words.ts'

/** What leads to whom a favour was for, and to who did it; "for Ada" may be said of the deck that I gave feedback on. */
const LINKS = { gave: [' to ', ' an '], got: [' from ', ' von '] }
const LONGEST_NAME = 60

/** Whom a favour's last words name: "a lead from Ada", "Buch an Ada"; only people who are known, and no "ticket to Paris". */
export function partyAtEnd(
  favour: string,
  heading: keyof typeof LINKS,
  namesIn: (words: string) => Naming[] | undefined,
): Naming[] {
  const { what } = weighed(favour)
  for (const link of LINKS[heading]) {
    const at = what.lastIndexOf(link)
    const name = what.slice(at + link.length)
    if (at < 0 || name.length > LONGEST_NAME || isOfWords(name)) continue
    const named = namesIn(name)
    if (named?.every(({ found }) => found.state !== 'none')) return named
  }
  return []
}

/** "Mark" is written as a name, and "mark" is none. */
const isOfWords = (name: string): boolean =>
  ENGLISH_WORD_NAMES.has(name) ||
  [CITIES, CALENDAR_NAMES, GERMAN_WORD_NAMES].some((words) => words.has(name.toLowerCase()))
