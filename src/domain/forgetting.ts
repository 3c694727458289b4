import { fold } from './names.ts'
import { escaped, reachPatterns } from './reach-patterns.ts'

/** What stands where a name stood. */
const FORGOTTEN = '[…]'

/** Words that stand one after the other, folded. */
type Sequence = readonly string[]

export interface Traces {
  /** Names in full, in the ways they are written: taken out wherever they stand. */
  names: Sequence[]
  /** Single words of the name, and names that are another person's, too: taken out where the person had a part. */
  where: Sequence[]
  /** Ways to reach the person, and names in scripts that don't divide words: taken out wherever they stand. */
  anywhere: RegExp[]
  /** Names of others that hold a word of the name: they stay. */
  others: Sequence[]
  /** Words of others: none of them is the person's with an s behind it. */
  othersWords: ReadonlySet<string>
}

/** Somebody by their names, the one they go by first, and by what reaches them. */
export interface Named {
  names: readonly string[]
  reach: readonly string[]
}

/** What would tell of a person in free text, and what of it is others'. */
export function tracesOf({ names, reach }: Named, others: readonly Named[]): Traces {
  const sequences = distinct(names.filter(tells).flatMap(waysToWrite))
  const words = new Set(names.flatMap((name, at) => tellingWords(name, at === 0)))
  const theirNames = others.flatMap((other) => other.names.map(wordsIn))
  const theirs = new Set(theirNames.map(keyOf))
  const othersWords = new Set(theirNames.flat())
  const isShared = (name: Sequence) =>
    theirs.has(keyOf(name)) || (name.length === 1 && othersWords.has(name[0]!))
  const theirReach = new Set(others.flatMap((other) => other.reach.map(fold)))
  const own = new Set(sequences.map(keyOf))
  return {
    names: sequences.filter((name) => !isShared(name)),
    where: distinct([...sequences.filter(isShared), ...[...words].map((word) => [word])]),
    anywhere: [
      ...reach.filter((value) => !theirReach.has(fold(value))).flatMap(reachPatterns),
      ...names.filter((name) => !isShared(wordsIn(name))).flatMap(undividedPatterns),
    ],
    others: theirNames.filter(
      (name) => name.length > 1 && name.some((word) => words.has(word)) && !own.has(keyOf(name)),
    ),
    othersWords,
  }
}

/** What of `where` is nobody else's among those who had a part as well: "Ada" may be the other Ada. */
export function unlessTheirs(where: readonly Sequence[], others: readonly string[]): Sequence[] {
  const theirs = new Set(others.flatMap(wordsIn))
  const names = new Set(others.map((name) => keyOf(wordsIn(name))))
  return where.filter((name) => !names.has(keyOf(name)) && !(name.length === 1 && theirs.has(name[0]!)))
}

const wordMatches = (text: string) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
const spelledWords = (text: string): string[] => wordMatches(text).map(([word]) => word)
const wordsIn = (text: string): string[] => spelledWords(text).map(fold).filter(Boolean)
const keyOf = (words: Sequence): string => words.join(' ')
const distinct = (all: Sequence[]): Sequence[] => [
  ...new Map(all.map((each) => [keyOf(each), each])).values(),
]

/** Scripts that put no space between words, or put endings behind a name without one. */
const isUndivided = (text: string): boolean =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(text)

const undividedPatterns = (name: string): RegExp[] =>
  (isUndivided(name) || wordsIn(name).length === 0) && name.length > 1
    ? [name.normalize('NFC'), fold(name)].map(
        (text) =>
          new RegExp(
            text
              .split(/[\s·・]+/)
              .map(escaped)
              .join('[\\s·・]*'),
            'giu',
          ),
      )
    : []

/** A single letter is nobody's name. */
const tells = (name: string): boolean => spelledWords(name).join('').length > 1

/** Words that stand in names, and in every text. */
const SMALL = new Set(
  'the der die das den dem le la les el il lo von van vom zu zum zur de del di da do dos du af av al und and of'.split(
    ' ',
  ),
)

/** The words of a name that tell of the person: of their own name the first and the last one in any case. */
function tellingWords(name: string, isOwn: boolean): string[] {
  const words = spelledWords(name)
  const isEdge = (at: number) => isOwn && (at === 0 || at === words.length - 1)
  return words.filter((word, at) => tells(word) && (isEdge(at) || !SMALL.has(fold(word)))).map(fold)
}

/** Ada Maria Beispiel, Ada Beispiel, Beispiel Ada Maria, A. Beispiel, adamariabeispiel. */
function waysToWrite(name: string): Sequence[] {
  const words = wordsIn(name)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length === 1) return [words]
  return [words, [last, ...words.slice(0, -1)], [first, last], [first.slice(0, 1), last], [words.join('')]]
}

interface Span {
  from: number
  to: number
}

interface Word extends Span {
  folded: string
}

/**
 * Takes a person out of a text: whole words only, however they are spelled, with what English and German put behind a name.
 * @param also what is taken out of this text alone
 */
export function withoutTraces(text: string, traces: Traces, also: readonly Sequence[] = []): string {
  const left = traces.anywhere.reduce((rest, pattern) => rest.replace(pattern, FORGOTTEN), text)
  const folded = fold(left)
  const isNear = (name: Sequence) => name.every((word) => folded.includes(word))
  const near = [...traces.names, ...also].filter(isNear)
  if (near.length === 0) return left
  return withoutNames(
    left,
    near.sort((a, b) => keyOf(b).length - keyOf(a).length),
    { ...traces, others: traces.others.filter(isNear) },
  )
}

/** Each word of a text is part of one name only: others' come first, then the longest. */
function withoutNames(text: string, names: readonly Sequence[], { others, othersWords }: Traces): string {
  const words = wordMatches(text).map(
    (match): Word => ({ folded: fold(match[0]), from: match.index, to: match.index + match[0].length }),
  )
  const isWord = (there: Word, word: string, isLast: boolean): boolean =>
    there.folded === word || (isLast && there.folded === `${word}s` && !othersWords.has(there.folded))
  const standsAt = (name: Sequence, at: number): boolean =>
    name.every((word, index) => {
      const there = words[at + index]
      if (!there || !isWord(there, word, index === name.length - 1)) return false
      // Ue is folded to u, and is not any u.
      if (index === 0) return name.length > 1 || word.length > 1 || there.to - there.from > 1
      return /^[\s.,'’\-–]*$/u.test(text.slice(words[at + index - 1]!.to, there.from))
    })
  const settled = new Set<number>()
  const settle = (name: Sequence): Span[] =>
    words.flatMap((first, at) => {
      const all = name.map((_, index) => at + index)
      if (!standsAt(name, at) || all.some((index) => settled.has(index))) return []
      for (const index of all) settled.add(index)
      return [{ from: first.from, to: words[all.at(-1)!]!.to }]
    })
  for (const name of [...others].sort((a, b) => b.length - a.length)) settle(name)
  return replaced(text, names.flatMap(settle))
}

/** With the sign before a name, quotes around it and the apostrophe behind it. */
function replaced(text: string, spans: Span[]): string {
  let left = text
  for (const { from, to } of spans.sort((a, b) => b.from - a.from)) {
    const [before, after] = [left.slice(0, from), left.slice(to).replace(/^['’](?:s(?!\p{L}))?/u, '')]
    left =
      before.endsWith('@"') && after.startsWith('"')
        ? `${before.slice(0, -2)}${FORGOTTEN}${after.slice(1)}`
        : `${before.replace(/@$/, '')}${FORGOTTEN}${after}`
  }
  return left
}

/** Words of the name that nobody else has. */
const ownWords = ({ where, othersWords }: Traces): string[] =>
  where.flatMap((name) =>
    name.length === 1 && name[0]!.length > 1 && !othersWords.has(name[0]!) ? name : [],
  )

/** Words of the name that stand in a text, though it may be somebody else there. */
export function remainingWords(folded: string, traces: Traces): string[] {
  const words = ownWords(traces).filter((word) => folded.includes(word))
  if (words.length === 0) return words
  const there = new Set(wordsIn(folded))
  return words.filter((word) => there.has(word) || there.has(`${word}s`))
}
