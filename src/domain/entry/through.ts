import { knownBeforeName, readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import type { NamesMet } from './newly-met.ts'
import { isSure } from './sure-name.ts'
import type { Token } from './tokens.ts'
import { AND, words } from './words.ts'

/** What may stand before whoever brought us together. */
const MEANS = words('via through thru durch über ueber dank')
/** Before whoever did what a word of `INTRODUCED` says. */
const DONE_BY = words('by von from')
/** In a sentence with one of these "through Ada" tells how we met. */
const KNOWING =
  words(`met meet know knew kennengelernt kennen kenne kontakt contact introduced intro connected vermittelt vorgestellt
  bekannt getroffen`)
/** "introduced by Ada", "von Ada vorgestellt" */
const INTRODUCED = words(
  'introduced intro introduction referred connected vorgestellt vermittelt vorstellung',
)

/**
 * Reads who, by what is said, brought me and others together: "via Ada", "durch Ada kennengelernt", "introduced by Ada".
 * Whoever "über Ada" only speaks about is none; nor is a new name of one word, which may be a program's.
 * @param peopleEnd where the names before it end
 */
export function introducerAt(reading: NameReading, at: number, peopleEnd: number): NamesMet | undefined {
  const { tokens } = reading
  const { lower } = tokens[at]!
  const isDone = DONE_BY.has(lower) && someWord(tokens, at, at + 1, INTRODUCED, endsSentence)
  const isThanks = lower === 'to' && tokens[at - 1]?.lower === 'thanks'
  if (!isDone && !isThanks && !MEANS.has(lower)) return undefined
  const { namings, next } = introducersFrom(reading, at + 1)
  if (namings.length === 0) return undefined
  const beside = peopleEnd === at || (peopleEnd === at - 1 && !isWord(tokens[at - 1]))
  const bracketed = beside && tokens[at - 1]?.text === '(' && tokens[next]?.text === ')'
  return bracketed || isMeans(tokens, at, next, beside) ? { namings, at, next } : undefined
}

const isWord = (token: Token | undefined): boolean => token?.kind === 'word'

function isMeans(tokens: Token[], at: number, next: number, beside: boolean): boolean {
  switch (tokens[at]!.lower) {
    case 'via':
      return beside || tokens[at - 1]?.kind === 'comma' || someWord(tokens, at, next, KNOWING, endsSentence)
    case 'über':
    case 'ueber':
      return someWord(tokens, at, next, KNOWING, endsClause)
    case 'by':
      return someWord(tokens, at, at + 1, INTRODUCED, endsSentence)
    case 'von':
    case 'from':
      return [at - 1, next].some((beside) => INTRODUCED.has(tokens[beside]?.lower ?? ''))
    default:
      return someWord(tokens, at, next, KNOWING, endsSentence)
  }
}

/** Nobody writes longer sentences into a log line, and long texts stay cheap. */
const FARTHEST = 40

/** Whether one of these words stands in what goes before a place or comes after another, up to where that ends. */
function someWord(
  tokens: Token[],
  before: number,
  after: number,
  wanted: { has(word: string): boolean },
  ends: (token: Token) => boolean,
): boolean {
  const stands = (from: number, step: 1 | -1) => {
    for (let at = from; tokens[at] && !ends(tokens[at]!) && Math.abs(at - from) < FARTHEST; at += step)
      if (wanted.has(tokens[at]!.lower)) return true
    return false
  }
  return stands(before - 1, -1) || stands(after, 1)
}

const endsSentence = (token: Token): boolean => token.kind === 'break' && token.text !== ':'

/** The first token of a sentence, and the one after its last. */
export function sentenceAround(tokens: Token[], at: number): { from: number; to: number } {
  let [from, to] = [at, at]
  while (from > 0 && at - from < FARTHEST && !endsSentence(tokens[from - 1]!)) from--
  while (to < tokens.length && to - at < FARTHEST && !endsSentence(tokens[to]!)) to++
  return { from, to }
}

/** "Jonas kennengelernt und über Ada gesprochen": two clauses. */
const endsClause = (token: Token): boolean =>
  token.kind === 'break' || token.kind === 'comma' || AND.has(token.lower)

/** Those who are known, or can be nothing but people. */
function introducersFrom(reading: NameReading, at: number): { namings: Naming[]; next: number } {
  if (!reading.tokens[at]) return { namings: [], next: at }
  const all = knownBeforeName(reading, at) ?? readNames(reading, at, 'capital')
  return reading.tokens[at]!.kind === 'at' || all.namings.every(isSure) ? all : { namings: [], next: at }
}
