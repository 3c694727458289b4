import type { Naming } from './name-phrase.ts'
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
