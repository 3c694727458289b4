import { fold } from '../names.ts'
import { isSpace, signAt, sortOf } from './letters.ts'

/** The tags in a text, as written, each once. A `#` inside a word or an address is none, nor is a number after it, which is an id. */
export function tagsIn(text: string): string[] {
  const tags: string[] = []
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    const before = text[hash - 1] ?? ''
    if (!isSpace(before) && !'(["“„,;'.includes(before)) continue
    const tag = text.slice(hash + 1, tagEnd(text, hash + 1)).replace(/-+$/, '')
    if (tag && !/^\d+$/.test(tag)) tags.push(tag)
  }
  return distinctTags(tags)
}

function tagEnd(text: string, from: number): number {
  let end = from
  for (let sign = signAt(text, end); isOfTag(sign, end === from); sign = signAt(text, end)) end += sign.length
  return end
}

const isOfTag = (sign: string, first: boolean): boolean =>
  sign === '_' || (!first && sign === '-') || /^(?:letter|figure|asian|picture|mark)$/.test(sortOf(sign))

/** Tags without their `#`, each once however it is written. */
export function distinctTags(tags: string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) {
    const bare = tag.trim().replace(/^#+/, '').trim()
    if (bare && !byFolded.has(fold(bare))) byFolded.set(fold(bare), bare)
  }
  return [...byFolded.values()]
}

const LAST_WORD = /(?:^|\s+)(#\S+)$/

/** A text without the tags at its end, which do not belong to what it says. */
export function withoutTrailingTags(text: string): string {
  let rest = text.trimEnd()
  for (let last = LAST_WORD.exec(rest); last && tagsIn(last[1]!).length > 0; last = LAST_WORD.exec(rest))
    rest = rest.slice(0, last.index)
  return rest
}
