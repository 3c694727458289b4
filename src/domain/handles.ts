import { fold, nameWords, sameWords } from './names.ts'

/**
 * How a name is completed in a shell: in words joined by hyphens, so that nothing has to be quoted ("Anna Müller" →
 * `anna-mueller`), and beginning with what was typed, whichever word of the name that is (`mü` → `müller-anna`): shells
 * only put forward what goes on from there. `findPerson` takes all of these for the whole name.
 * @param typed what stands before the cursor
 * @returns `undefined` when the name does not go on from what was typed, or can't be written without quotes
 */
export function handleFor(name: string, typed: string): string | undefined {
  const lower = typed.toLowerCase()
  for (const words of SPELLINGS.map((spelled) => wordsOf(spelled(name)))) {
    for (let first = 0; first < words.length; first++) {
      const handle = [...words.slice(first), ...words.slice(0, first)].join('-')
      if (handle.startsWith(lower) && sameWords(handle, name)) return asTyped(handle, typed)
    }
  }
  return undefined
}

/** The folded words to look names up by for what was typed: all but the last are whole words. */
export const typedWords = (typed: string): string[] =>
  fold(typed)
    .split(/[\s-]+/)
    .flatMap((word) => nameWords(word))

/** The first that goes on from what was typed is taken: plain letters before those a keyboard may lack. */
const SPELLINGS: ((name: string) => string)[] = [
  (name) =>
    withoutMarks(name.normalize('NFC').replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue')),
  (name) => name.normalize('NFC'),
  withoutMarks,
]

function withoutMarks(name: string): string {
  return name
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}

/** Only letters, figures and hyphens: what no shell takes for something else. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s,;()"–-]+/)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
    .filter(Boolean)

/** "Ann" goes on as Anna-Mueller, "ann" as anna-mueller; what was typed stays as it was. */
function asTyped(handle: string, typed: string): string {
  const large = /^\p{Lu}/u.test(typed)
  const rest = handle.slice(typed.length)
  const grown = large ? rest.replace(/-\p{L}/gu, (letter) => letter.toUpperCase()) : rest
  return typed + grown
}
