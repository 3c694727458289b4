import { fold } from '../names.ts'

/** A `#` inside a word or an address is no tag, nor is a number after it, which is an id. */
const TAG =
  /(?<![^\s(["“„,;])#((?:[\p{L}\p{N}_]|\p{Extended_Pictographic})(?:[\p{L}\p{M}\p{N}_\-\u200d]|\p{Extended_Pictographic})*)/gu

/** The tags in a text, as written, each once. */
export function tagsIn(text: string): string[] {
  const found = [...text.matchAll(TAG)].map(([, tag]) => tag!.replace(/-+$/, ''))
  return distinctTags(found.filter((tag) => !/^\d+$/.test(tag)))
}

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
