import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'
import { fold } from './names.ts'

/** What kinds of records `net find` reads. */
export type SearchKind =
  | 'contact'
  | 'encounter'
  | 'favour'
  | 'follow-up'
  | 'fact'
  | 'introduction'
  | 'event'
  | 'offering'
  | 'endorsement'
  | 'outcome'

/** A record in which what was looked for occurs. */
export interface Hit {
  kind: SearchKind
  id: number
  /** The day of it; of a person the day we last met, `null` where we did not. */
  on: CivilDate | null
  /** What was written. */
  text: string
  people: PersonRef[]
}

/** A word or sign that is looked for, folded. */
export interface SearchTerm {
  text: string
  /** Whether it may stand within a word: scripts without spaces, and signs. Else a word has to begin with it. */
  within: boolean
}

/** Scripts that put no space between words. */
export const isUnspaced = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    word,
  )
/** More words than anybody looks for; the rest is left out. */
const MOST_TERMS = 12

/** What a query looks for. Everything in it is taken as it stands: there are no operators. */
export function searchTerms(query: string): SearchTerm[] {
  const terms = fold(query.slice(0, 1000))
    .split(' ')
    .filter(Boolean)
    .flatMap((chunk): SearchTerm[] => {
      const words = chunk.match(/[\p{L}\p{N}]+/gu) ?? []
      // C++ and C#: nothing much would be left of them without their signs.
      const signed = /(?<!\p{L})\p{L}[+#]+/u.exec(chunk)
      if (signed) return [{ text: signed[0], within: true }]
      if (words.length === 0) return [{ text: chunk, within: true }]
      return words.map((text) => ({ text, within: isUnspaced(text) }))
    })
  const seen = new Set<string>()
  return terms.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, MOST_TERMS)
}

/** The digits of a query that may be (a part of) a phone number, without prefix and leading zeros; else empty. */
export function phoneDigits(query: string): string {
  const digits = query.replace(/\D/g, '').replace(/^0+/, '')
  return /^[+\d\s()/.-]+$/.test(query) && digits.length >= 4 ? digits : ''
}

/** A part of a text around the first hit, and where in it the hits are. */
export interface Excerpt {
  text: string
  /** Start and end of each hit in `text`, in order. */
  hits: [from: number, to: number][]
}

/** Of a very long text only the beginning is searched for the place to show. */
const FARTHEST = 200_000

/**
 * The part of a text worth showing for a search: what surrounds the first hit, on one line, as it was written.
 * @param length of the excerpt, in characters
 */
export function excerpt(text: string, terms: SearchTerm[], length: number): Excerpt {
  const line = text.slice(0, FARTHEST).replace(/\s+/g, ' ').trim()
  const all = hitsIn(line, terms)
  if (line.length <= length) return { text: line, hits: all }
  const first = all[0]?.[0] ?? 0
  const from = startNear(line, Math.max(0, Math.min(first - Math.floor(length / 3), line.length - length)))
  const to = endNear(line, Math.min(line.length, from + length))
  const before = from > 0 ? '… ' : ''
  const hits = all
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): [number, number] => [start - from + before.length, end - from + before.length])
  return { text: `${before}${line.slice(from, to)}${to < line.length ? ' …' : ''}`, hits }
}

/** At the start of a word, so that none is cut; but not far from where it was wanted. */
function startNear(line: string, wanted: number): number {
  if (wanted === 0) return 0
  const space = line.indexOf(' ', wanted - 1)
  return space >= 0 && space - wanted < 20 ? space + 1 : whole(line, wanted)
}

function endNear(line: string, wanted: number): number {
  if (wanted >= line.length) return line.length
  const space = line.lastIndexOf(' ', wanted)
  return wanted - space < 20 ? space : whole(line, wanted)
}

/** Not between the two halves of a character outside the basic plane. */
const whole = (line: string, at: number): number => (/[\udc00-\udfff]/.test(line[at] ?? '') ? at - 1 : at)

function hitsIn(line: string, terms: SearchTerm[]): [number, number][] {
  const beginnings = terms.filter((term) => !term.within).map((term) => term.text)
  const inside = terms.filter((term) => term.within).map((term) => term.text)
  const words = [...line.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)]
    .filter(([word]) => {
      const folded = fold(word)
      return beginnings.some((beginning) => folded.startsWith(beginning))
    })
    .map((match): [number, number] => [match.index, match.index + match[0].length])
  const lower = line.toLowerCase()
  const signs =
    lower.length === line.length
      ? inside.flatMap((sign) => placesOf(lower, sign).map((at): [number, number] => [at, at + sign.length]))
      : []
  return [...words, ...signs]
    .sort(([a], [b]) => a - b)
    .filter(([start], at, every) => at === 0 || start >= every[at - 1]![1])
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at)
  return places
}
