import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import { type FavourKind, favourKind } from './favours.ts'
import { nameWords } from './names.ts'

/** A favour at the other end: of one that I gave, what I had got; of one that I got, as what I gave it on. */
export interface LinkedFavour {
  id: number
  what: string
  on: CivilDate
  people: PersonRef[]
}

/** A favour that I got, and may have passed on. */
export interface Received {
  id: number
  what: string
  kind: FavourKind
  /** Already, to somebody. */
  passedOn: boolean
}

/** Words that say little of what a favour was. */
const COMMON = new Set(
  'the a an to for from of on in at with and my his her their der die das den dem ein eine einen von zu für mit und auf im am'.split(
    ' ',
  ),
)

const wordsOf = (text: string): Set<string> => new Set(nameWords(text).filter((word) => !COMMON.has(word)))

/**
 * Which of the favours somebody did me is the one that I passed on: the newest whose words fit, which may have been passed on
 * before, as a tip is; else, of those not passed on yet, the newest of that kind, else the newest.
 * @param received newest first
 */
export function favourPassedOn<Favour extends Received>(
  received: readonly Favour[],
  what: string,
): Favour | undefined {
  const words = wordsOf(what)
  const fits = (favour: Favour) => [...wordsOf(favour.what)].some((word) => words.has(word))
  const kind = favourKind(what)
  const alike = (favour: Favour) => kind !== 'help' && favour.kind === kind
  const left = received.filter(({ passedOn }) => !passedOn)
  return left.find(fits) ?? received.find(fits) ?? left.find(alike) ?? left[0]
}
