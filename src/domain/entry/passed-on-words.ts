import type { Naming } from './name-phrase.ts'

/** A favour that passes on what I had got, and from whom. */
export interface PassedOnNamed {
  /** Without the brackets. */
  what: string
  from: Naming[]
}

/** At the end, or before how much it weighs: "the logo job (from Ada) (large)". */
const SAID = /\s*\((?:from|von)\s+([^()]{1,120})\)(?=\s*(?:\([a-zß]+\)\s*)?$)/i

/** "the logo job (from Ada)"; only of people who are known: "(from Berlin)" is a part of the words. */
export function passedOnIn(
  favour: string,
  namesIn: (words: string) => Naming[] | undefined,
): PassedOnNamed | undefined {
  // Most favours have no brackets, and looking for one costs less than making the pattern.
  const said = favour.includes('(') ? SAID.exec(favour) : null
  if (!said || said.index === 0) return undefined
  const from = namesIn(said[1]!)
  if (!from || from.length === 0 || from.some(({ found }) => found.state === 'none')) return undefined
  return { what: favour.slice(0, said.index) + favour.slice(said.index + said[0].length), from }
}
