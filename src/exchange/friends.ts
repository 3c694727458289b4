import { isCivilDate } from '../domain/dates.ts'
import {
  type ForeignContact,
  type ForeignJournal,
  type ForeignMeeting,
  foreignContact,
  foreignJournal,
} from './foreign.ts'

type Section = 'activities' | 'notes' | 'friends' | 'locations'

/** The file of the program friends (github.com/JacobEvelyn/friends): Markdown with four headings. @returns `undefined` when it is something else */
export function readFriends(text: string): ForeignJournal | undefined {
  const read = foreignJournal()
  let section: Section | undefined
  text.split(/\r?\n/).forEach((content, at) => {
    const heading = /^#{1,6}\s*(Activities|Notes|Friends|Locations)\s*:?\s*$/i.exec(content)?.[1]
    if (heading) section = heading.toLowerCase() as Section
    else if (content.trim() !== '' && section && section !== 'locations')
      addLine(read, section, content, at + 1)
  })
  return section ? read : undefined
}

/** Nothing that long is a line a person wrote. */
const LONGEST_LINE = 1_000_000

function addLine(
  read: ForeignJournal,
  section: Exclude<Section, 'locations'>,
  content: string,
  line: number,
): void {
  if (content.length > LONGEST_LINE) {
    read.unread.push({ line, reason: 'too-long' })
    return
  }
  const item = /^\s*[-*]\s+(.*)$/.exec(hidden(content))?.[1]?.trim()
  const found =
    item === undefined ? undefined : section === 'friends' ? friend(item, line) : entry(item, line)
  if (!found) read.unread.push({ line, reason: 'not-a-line' })
  else if (section === 'friends') read.contacts.push(found as ForeignContact)
  else read[section === 'notes' ? 'notes' : 'meetings'].push(found as ForeignMeeting)
}

/**
 * Signs that mean something here, and stand for themselves after a backslash. While a line is read they are characters that
 * no text has (Unicode's noncharacters).
 */
const SIGNS = '\\*_@()[].'
const FIRST_HIDDEN = 0xfdd0
const hidden = (text: string): string =>
  text.replace(/\\([\\*_@()[\].])/g, (_, sign: string) =>
    String.fromCharCode(FIRST_HIDDEN + SIGNS.indexOf(sign)),
  )
const shown = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd8]/g, (letter) => SIGNS[letter.charCodeAt(0) - FIRST_HIDDEN]!)

const TAG = /(?:^|\s)@([\p{L}\p{N}][\p{L}\p{N}:_-]*)/gu

const tagsIn = (text: string): string[] => [...new Set([...text.matchAll(TAG)].map((match) => match[1]!))]

/** "Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy". Word by word: patterns over all of it would take for ever. */
function friend(item: string, line: number): ForeignContact | undefined {
  const words = item.split(/\s+/)
  const tagged = words.findIndex((word) => word.startsWith('@'))
  const [told, tags] = tagged < 0 ? [words, []] : [words.slice(0, tagged), words.slice(tagged)]
  const [, name, aliases, place] =
    /^([^([@]+?) ?(?:\(([^)]*)\))? ?(?:\[([^\]]*)\])?$/.exec(told.join(' ')) ?? []
  if (!name || tags.some((word) => !word.startsWith('@'))) return undefined
  return {
    ...foreignContact(shown(name), line),
    place: shown(place ?? '').trim() || null,
    aliases: (aliases ?? '')
      .split(/(?:^| )a\.k\.a\. ?/i)
      .map((alias) => shown(alias).trim())
      .filter(Boolean),
    tags: tagsIn(tags.join(' ')),
  }
}

/** No name is longer. */
const PERSON = /\*\*(.{1,500}?)\*\*/g
const PLACE = /(?<![\p{L}\p{N}_])_(.{1,500}?)_(?![\p{L}\p{N}_])/gu
/** At the end, before the tags, and of nothing but people and a place: who was there, where the words don't say it. */
const PRESENT = / ?\(((?:\*\*[^*]+\*\*|_[^_]+_)(?:, (?:\*\*[^*]+\*\*|_[^_]+_))*)\)$/

/** "2018-01-04: Got lunch with **Grace Hopper** in _Paris_. @food". */
function entry(item: string, line: number): ForeignMeeting | undefined {
  const [, on, told] = /^(\d{4}-\d{2}-\d{2}):\s*(.+)$/.exec(item) ?? []
  if (!on || !told || !isCivilDate(on)) return undefined
  const named = (pattern: RegExp) => [
    ...new Set([...told.matchAll(pattern)].map((match) => shown(match[1]!).trim())),
  ]
  return {
    sourceId: null,
    on,
    kind: null,
    text: shown(
      told.replace(TAG, '').trim().replace(PRESENT, '').replace(PERSON, '$1').replace(PLACE, '$1'),
    ).trim(),
    people: named(PERSON),
    place: named(PLACE)[0] ?? null,
    tags: tagsIn(told),
    line,
  }
}
