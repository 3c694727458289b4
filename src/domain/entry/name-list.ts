import type { NameReading, Naming, Trust } from './name-phrase.ts'
import { POSSESSIVE, phraseEnd, readName } from './name-phrase.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import { AND, CITIES, DETERMINERS, isRole, STOP_WORDS, TITLES } from './words.ts'

/** Reads "Ada, Grace Hopper and my friend Lin"; ends before what is no name. */
export function readNames(
  reading: NameReading,
  at: number,
  trust: Trust,
): { namings: Naming[]; next: number } {
  const namings: Naming[] = []
  let next = at
  for (let index = at; ; ) {
    const item = readName(reading, afterRole(reading, index), trust)
    if (!item) break
    const afterComma = index > at && reading.tokens[index - 1]!.kind === 'comma'
    const isNew = item.naming.found.state === 'none'
    const isCity = item.next === index + 1 && CITIES.has(reading.tokens[index]!.lower)
    if (afterComma && isNew && (isCity || !closes(reading, item.next))) break
    namings.push(item.naming)
    next = item.next
    const following = afterConnector(reading.tokens, next)
    if (following === undefined) break
    index = following
  }
  return { namings, next }
}

/** "hat mir Ada Jonas Berg vorgestellt": somebody known, right before the whole name of somebody else. */
export function knownBeforeName(
  reading: NameReading,
  at: number,
): { namings: Naming[]; next: number } | undefined {
  const { text, tokens } = reading
  const end = phraseEnd(reading, at)
  const saidTo = (to: number) => text.slice(tokens[at]!.start, tokens[to - 1]!.end)
  if (end - at < WHOLE_NAME + 1 || reading.known(saidTo(end)).state !== 'none') return undefined
  for (let to = end - WHOLE_NAME; to > at; to--) {
    const said = saidTo(to)
    const found = reading.known(said)
    if (found.state === 'one') return { namings: [{ said, name: said, found }], next: to }
  }
  return undefined
}

const WHOLE_NAME = 2

/** Whether a new name ends cleanly: "Ada, Grace at …" goes on with a name, "mit Ada, Projekt besprochen" does not. */
export function closes({ tokens, taken }: NameReading, at: number): boolean {
  const token = tokens[at]
  return (
    token?.kind !== 'word' ||
    taken(at) ||
    /^[a-z]+ly$/.test(token.text) ||
    STOP_WORDS.has(token.lower) ||
    AND.has(token.lower)
  )
}

/** Past a comma, an "and" or both. */
function afterConnector(tokens: Token[], at: number): number | undefined {
  let next = at
  if (tokens[next]?.kind === 'comma') next++
  if (tokens[next] && AND.has(tokens[next]!.lower)) next++
  return next > at ? next : undefined
}

/** "Adas Freundin Rike": written without a sign, but Ada is known. */
function isGenitive({ tokens, known }: NameReading, at: number): boolean {
  const owner = /^(.{2,})s$/.exec(tokens[at]?.text ?? '')?.[1]
  return owner !== undefined && isRole(tokens[at + 1]?.lower ?? '') && known(owner).state !== 'none'
}

/** Past "my old friend", "the designer", "Grace's sister", which stand before a name; `at` itself when no name follows. */
function afterRole(reading: NameReading, at: number): number {
  const { tokens } = reading
  const owner = phraseEnd(reading, at)
  let next =
    owner > at && POSSESSIVE.test(tokens[owner - 1]!.text) ? owner : isGenitive(reading, at) ? at + 1 : at
  for (let words = 0; words < 3 && tokens[next] && DETERMINERS.has(tokens[next]!.lower); words++) next++
  if (next > at && tokens[next] && TITLES.has(tokens[next]!.lower)) return next
  let role = next
  while (role < next + 2 && tokens[role] && isRole(tokens[role]!.lower)) role++
  if (role > next && /^(?:called|named|namens)$/.test(tokens[role]?.lower ?? '')) role++
  if (role > next && isNamedBehind(reading, role)) role++
  return role > next && tokens[role] && isCapital(tokens[role]!) ? role : at
}

/** "a client (Hannah Berg)", "unser Anwalt, Herr Koch": in brackets and behind a comma only what can be nothing but a name. */
function isNamedBehind(reading: NameReading, at: number): boolean {
  const { tokens } = reading
  const sign = tokens[at]
  if (!sign || !(sign.text === '(' || sign.kind === 'comma' || sign.text === ':')) return false
  const named = readName(reading, at + 1, 'capital')
  return named !== undefined && isSure(named.naming)
}
