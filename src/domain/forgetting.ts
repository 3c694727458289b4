import { fold } from './names.ts'

/** What stands where a name stood. */
export const FORGOTTEN = '[…]'

export interface Traces {
  /** Names and aliases in full, ways to reach them: taken out wherever they stand. */
  everywhere: string[]
  /** Single words of the name: taken out where the person had a part. */
  where: string[]
}

/**
 * What would tell of a person in free text.
 * @param others the names of everybody else: a word that is theirs, too, is left where it stands for them
 */
export function tracesOf(
  names: readonly string[],
  reach: readonly string[],
  others: readonly string[],
): Traces {
  const theirs = new Set(others.flatMap((name) => fold(name).split(/[\s-]+/)))
  const words = names
    .flatMap((name) => name.split(/\s+/))
    .filter((word) => word.replace(/\W/g, '').length > 1)
  return {
    everywhere: [...new Set([...names, ...reach].map((text) => text.trim()).filter(Boolean))],
    where: [...new Set(words)].filter((word) => !theirs.has(fold(word))),
  }
}

/** Takes words out of a text, whole words only, however they are written in capitals, with what German puts behind a name. */
export function withoutTraces(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return longestFirst.reduce((left, word) => {
    const pattern = word.split(/\s+/).map(escaped).join('\\s+')
    return left.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])@?"?${pattern}(?:['’]?s)?"?(?![\\p{L}\\p{N}])`, 'giu'),
      FORGOTTEN,
    )
  }, text)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
