import { closes, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { isSure } from './sure-name.ts'
import { AND, isRole, words } from './words.ts'

const LONGEST = 14
const HEADS = words('head director vp lead leiter leiterin')

/** What somebody is, in an apposition. */
export const tellsRole = (lower: string): boolean => isRole(lower) || HEADS.has(lower)

/**
 * Reads how a list goes on behind what is said of somebody in it: "Tom, CEO of Foo, and Jane Roe", "Tom (Foo) und Jana".
 * @param listEnd where the names of the list end so far
 */
export function listBehind(
  reading: NameReading,
  at: number,
  listEnd: number,
): { namings: Naming[]; next: number } | undefined {
  const { tokens } = reading
  const token = tokens[at]!
  const isConnector = token.kind === 'comma' || AND.has(token.lower)
  if (!isConnector || at <= listEnd || at - listEnd > LONGEST) return undefined
  if (!isBracketed(reading, listEnd, at) && !isRoleTold(reading, listEnd, at)) return undefined
  const isAnd = AND.has(token.lower) || AND.has(tokens[at + 1]?.lower ?? '')
  const { namings, next } = readNames(reading, isAnd && token.kind === 'comma' ? at + 2 : at + 1, 'capital')
  const [first, ...others] = namings
  const isList =
    isAnd || others.length > 0 || tokens[next]?.text === '(' || (first !== undefined && isSure(first))
  return isList && closes(reading, next) ? { namings, next } : undefined
}

/** What is said stands in brackets, or the name itself did: "a client (Hannah Berg) and Tom". */
const isBracketed = ({ tokens }: NameReading, from: number, to: number): boolean =>
  (tokens[from]!.text === '(' || to === from + 1) &&
  tokens.slice(from, to).findIndex(({ text }) => text === ')') === to - 1 - from

function isRoleTold({ tokens }: NameReading, from: number, to: number): boolean {
  const told = tokens.slice(from + 1, to)
  return (
    [from, to].every((at) => tokens[at]!.kind === 'comma') &&
    told.every(({ kind }) => kind === 'word') &&
    told.slice(0, 3).some(({ lower }) => tellsRole(lower))
  )
}
