import type { CivilDate } from '../domain/dates.ts'

export interface Friend {
  name: string
  aliases: string[]
  place: string | null
  tags: string[]
}

/** Something that happened, or was noted, on a day. */
export interface FriendsEntry {
  on: CivilDate
  text: string
  people: string[]
  place: string | null
  tags: string[]
}

export interface FriendsFile {
  activities: Iterable<FriendsEntry>
  notes: Iterable<FriendsEntry>
  friends: Iterable<Friend>
}

/** The file of the program friends; `readFriends` reads the same from it. */
export function* friendsPieces({ activities, notes, friends }: FriendsFile): Generator<string> {
  const places = new Set<string>()
  function* section<T extends { place: string | null }>(
    title: string,
    rows: Iterable<T>,
    line: (row: T) => string,
  ): Generator<string> {
    yield `### ${title}:\n`
    for (const row of rows) {
      if (row.place !== null) places.add(row.place)
      yield `- ${line(row)}\n`
    }
    yield '\n'
  }
  yield* section('Activities', activities, entryLine)
  yield* section('Notes', notes, entryLine)
  yield* section('Friends', friends, friendLine)
  yield '### Locations:\n'
  for (const place of [...places].sort()) yield `- ${plain(place)}\n`
}

/** On one line, and with a backslash before each sign that would mean something. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\*_@()[\]]/g, '\\$&')

/** Tags of friends are single words. */
const tagWord = (tag: string): string => {
  const word = tag.replace(/[^\p{L}\p{N}:_-]+/gu, '-').replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
  return word === '' ? '' : ` @${word}`
}
const tagWords = (tags: readonly string[]): string => tags.map(tagWord).join('')

function friendLine({ name, aliases, place, tags }: Friend): string {
  const also = aliases.map((alias) => `a.k.a. ${plain(alias).replaceAll('a.k.a.', 'a\\.k.a.')}`)
  const known = also.length > 0 ? ` (${also.join(' ')})` : ''
  return `${plain(name)}${known}${place === null ? '' : ` [${plain(place)}]`}${tagWords(tags)}`
}

/** Who was there and where is marked in the text where it says so, else stands behind it. */
function entryLine({ on, text, people, place, tags }: FriendsEntry): string {
  const names = people.map((person) => ({ words: plain(person), mark: '**' }))
  const marks = [...names, ...(place === null ? [] : [{ words: plain(place), mark: '_' }])]
  const { line, missing } = marked(plain(text), marks)
  const present = missing.map(({ words, mark }) => `${mark}${words}${mark}`).join(', ')
  return `${on}: ${line}${present === '' ? '' : `${line === '' ? '' : ' '}(${present})`}${tagWords(tags)}`
}

interface Mark {
  words: string
  mark: string
}

/** Longer words first, and each part of the text once: "Ada" does not stand in "Ada Beispiel". */
function marked(text: string, marks: Mark[]): { line: string; missing: Mark[] } {
  let parts: (string | Mark)[] = [text]
  const found = new Set<Mark>()
  for (const each of [...marks].sort((a, b) => b.words.length - a.words.length)) {
    for (const [at, part] of parts.entries()) {
      const from = typeof part === 'string' ? wordsIn(part, each.words) : -1
      if (typeof part !== 'string' || from < 0) continue
      const rest = part.slice(from + each.words.length)
      parts = [...parts.slice(0, at), part.slice(0, from), each, rest, ...parts.slice(at + 1)]
      found.add(each)
      break
    }
  }
  const line = parts.map((part) => (typeof part === 'string' ? part : part.mark + part.words + part.mark))
  return { line: line.join(''), missing: marks.filter((each) => !found.has(each)) }
}

const LETTER = /[\p{L}\p{N}\p{M}_*\\]/u

/** Where words stand for themselves, not as part of a longer one; -1 where they don't. */
function wordsIn(text: string, words: string): number {
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const [before, after] = [text.slice(0, from).at(-1) ?? '', text.slice(from + words.length)]
    if (!LETTER.test(before) && !LETTER.test([...after][0] ?? '')) return from
  }
  return -1
}
