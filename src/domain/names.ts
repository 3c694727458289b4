import { distance } from 'fastest-levenshtein'
import { ascending, descending } from './order.ts'

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'a',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const APART = /[ßøłæœđðþıς]/g

/**
 * Folds a name or text so that case, accents and German spellings do not matter:
 * Müller = Mueller = Muller = MÜLLER, Straße = Strasse, Zoë = Zoe, Łukasz = Lukasz.
 * The result is for comparing, never for showing; folding it again changes nothing. Letters of other scripts stay as they are.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return (PLAIN.test(lower) ? lower : withoutMarks(lower))
    .replace(/([aou])e+/g, '$1')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Most names are plain, and classes of Unicode cost milliseconds the first time they are used. */
const PLAIN = /^[\x20-\x7e]*$/

/** Without accents, and without what is not seen: joiners, marks of direction. */
function withoutMarks(lower: string): string {
  const bare = lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  if (PLAIN.test(bare)) return bare
  return bare.replace(/[\p{M}\p{Cf}]+/gu, '').replace(APART, (letter) => LETTERS[letter]!)
}

/** The folded words of a name: "Anna-Lena van der Berg" → anna-lena, van, der, berg, anna, lena (so that it is found whole and in parts). */
export function nameWords(name: string): string[] {
  const whole = wholeWords(name)
  return [...new Set([...whole, ...whole.flatMap(hyphenated)])]
}

/** Dots and apostrophes are written or left out as people like: J.P. = JP, O'Neill = ONeill. */
const wholeWords = (name: string): string[] =>
  fold(name)
    .split(/[\s,;()"]+/)
    .map((word) => word.replace(/[.']/g, ''))
    .filter((word) => /[a-z0-9]/.test(word) || /[\p{L}\p{N}]/u.test(word))

const hyphenated = (word: string): string[] => (/[-–]/.test(word) ? word.split(/[-–]/).filter(Boolean) : [])

/** What to look for: a name with a hyphen is sought in its parts, so that Jean-Luc finds Jean Luc as well. */
const soughtWords = (wanted: string): string[] => [
  ...new Set(wholeWords(wanted).flatMap((word) => (/[-–]/.test(word) ? hyphenated(word) : [word]))),
]

/** Whether both have the same words, in any order and however they are joined: what a shell completes ("mueller-anna") and the name it stands for. */
export function sameWords(one: string, other: string): boolean {
  const words = soughtWords(other)
  const sought = new Set(soughtWords(one))
  return sought.size > 0 && sought.size === words.length && words.every((word) => sought.has(word))
}

/** Whether two folded names are so close that one may be a slip of the other: one edit or two letters that changed places (but in names of up to three letters), two edits from seven letters on, unless both are in a word of up to four. */
export function isNearMiss(a: string, b: string): boolean {
  if (a === b) return false
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  const allowed = shorter >= 7 ? 2 : shorter >= 3 && longer >= 4 ? 1 : 0
  if (longer - shorter > allowed) return false
  return (distance(a, b) <= allowed && isLikeWordByWord(a, b)) || (allowed > 0 && isSwap(a, b))
}

/** Two edits make another word of a short one: Jonas Kern is no slip of Jonas Berg. */
function isLikeWordByWord(a: string, b: string): boolean {
  const words = a.split(' ')
  const others = b.split(' ')
  if (words.length !== others.length) return true
  return words.every((word, at) => distance(word, others[at]!) <= (word.length > 4 ? 2 : 1))
}

/** Two letters that changed places, as happens in haste: jnes, Jens. */
function isSwap(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.length === b.length && a.slice(at) === `${b[at + 1] ?? ''}${b[at] ?? ''}${b.slice(at + 2)}`
}

/** A contact as far as finding them needs it. */
export interface KnownPerson {
  id: number
  name: string
  /** What tells two people of one name apart: organisation, else place. */
  detail: string | null
  /** The last encounter, `null` when there was none. */
  lastOn: string | null
}

/** Where names are looked up; the journal implements it with indexed queries, tests with a list. All arguments are folded. */
export interface NameDirectory {
  byId(id: number): KnownPerson | undefined
  /** Whose whole name or an alias is this. */
  named(folded: string): KnownPerson[]
  /** In whose name or alias each of these words occurs. */
  withWords(words: string[]): KnownPerson[]
  /** A shortlist of people whose name or a word of it may be a slip of this; to be checked with `isNearMiss`. */
  near(folded: string): KnownPerson[]
  /** How many of `others` this person was met together with before. */
  metWith(person: number, others: number[]): number
}

export type Found =
  | { state: 'one'; person: KnownPerson; how: 'id' | 'exact' | 'part' }
  /** Most recently met first. */
  | { state: 'several'; people: KnownPerson[] }
  /** Nobody; `near` are near misses, nearest first. */
  | { state: 'none'; near: KnownPerson[] }

/**
 * Finds a person by id (`#12` or `12`), exact name or alias, all words of a name however joined (`anna-mueller`, and
 * `anna-mueller-12` where two are called so), or a part of a name that fits one person only.
 * An exact spelling goes before one that is only equal when folded (Michael before Michał).
 */
export function findPerson(wanted: string, directory: NameDirectory): Found {
  const id = /^#?(\d+)$/.exec(wanted.trim())
  if (id) {
    const person = directory.byId(Number(id[1]))
    if (person) return { state: 'one', person, how: 'id' }
  }
  const folded = fold(wanted)
  if (!folded) return { state: 'none', near: [] }
  const exact = preferSpelling(directory.named(folded), wanted)
  if (exact.length > 0) return oneOrSeveral(exact, 'exact')
  const numbered = /^(.+)-(\d+)$/.exec(wanted.trim())
  const handled = numbered && directory.byId(Number(numbered[2]))
  if (handled && sameWords(numbered[1]!, handled.name)) return { state: 'one', person: handled, how: 'exact' }
  const parts = withParts(wanted, directory)
  const whole = parts.filter((person) => sameWords(wanted, person.name))
  if (whole.length > 0) return oneOrSeveral(preferSpelling(whole, wanted), 'exact')
  if (parts.length > 0) return oneOrSeveral(preferSpelling(parts, wanted), 'part')
  return { state: 'none', near: nearest(folded, directory) }
}

/** In whose name all the words occur; a letter with a dot may stand for a word: A. Lovelace, Grace H. */
function withParts(wanted: string, directory: NameDirectory): KnownPerson[] {
  const words = soughtWords(wanted)
  if (words.length === 0) return []
  const people = directory.withWords(words)
  const initials = wanted.includes('.') ? initialsIn(wanted) : []
  const written = words.filter((word) => !initials.includes(word))
  if (people.length > 0 || written.length === 0 || written.length === words.length) return people
  return directory.withWords(written).filter((person) => {
    const others = nameWords(person.name).filter((word) => !written.includes(word))
    return initials.every((initial) => others.some((word) => word.startsWith(initial)))
  })
}

const initialsIn = (wanted: string): string[] =>
  [...wanted.matchAll(/(?<!\p{L})(\p{L})\./gu)].map(([, letter]) => fold(letter!))

function oneOrSeveral(people: KnownPerson[], how: 'exact' | 'part'): Found {
  const [only] = people
  if (only && people.length === 1) return { state: 'one', person: only, how }
  return {
    state: 'several',
    people: [...people].sort((a, b) => descending(a.lastOn ?? '', b.lastOn ?? '') || a.id - b.id),
  }
}

/** Of several who are equal when folded, those who are written just so (case apart), if there are any. */
function preferSpelling(people: KnownPerson[], wanted: string): KnownPerson[] {
  if (people.length < 2) return people
  const lower = wanted.normalize('NFC').toLowerCase().trim()
  const same = people.filter((person) =>
    ` ${person.name.normalize('NFC').toLowerCase()} `.includes(` ${lower} `),
  )
  return same.length > 0 ? same : people
}

function nearest(folded: string, directory: NameDirectory): KnownPerson[] {
  const gap = (person: KnownPerson) =>
    Math.min(...[fold(person.name), ...nameWords(person.name)].map((name) => distance(folded, name)))
  const slips = directory
    .near(folded)
    .filter((person) =>
      [fold(person.name), ...nameWords(person.name)].some((name) => isNearMiss(folded, name)),
    )
    .sort((a, b) => gap(a) - gap(b) || ascending(a.name, b.name))
  const seen = new Set(slips.map((person) => person.id))
  return [...slips, ...knownByOneName(folded, directory).filter((person) => !seen.has(person.id))]
}

/** "Ada Byron" may well be the Ada of whom no more was known so far. */
function knownByOneName(folded: string, directory: NameDirectory): KnownPerson[] {
  const words = folded.split(' ')
  const [first, last] = [words[0], words.at(-1)]
  return (words.length > 1 ? [first!, last!] : []).flatMap((word) =>
    directory.named(word).filter((person) => fold(person.name) === word),
  )
}
