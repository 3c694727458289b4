import type { Entry } from './entry/entry.ts'

/**
 * A text file with one log line a line, kept on a phone or in a synced folder. What was taken is marked where it stands, what was
 * not understood is left with a comment below it that says why; nothing is ever taken out.
 */

/** A line that was logged, and the number of what it became. */
export interface TakenLine {
  line: string
  encounter: number
}

/** Without a number: what it became was taken back, or somebody ticked the line by hand. */
const TAKEN = /^\s*✓(?: #(\d+))?(?=\s)/
const COMMENT = '  ↳ net: '
const BYTE_ORDER_MARK = '\ufeff'

const isOurs = (line: string) => line.startsWith(COMMENT)
/** Headings, quotes, rules, and boxes that are ticked are somebody's own. */
const isNoEntry = (line: string) =>
  /^\s*(?:#{1,6}\s|>|---+\s*$|===+\s*$|[-*]\s*\[[xX]\]\s|\/\/)/.test(line) || !/[\p{L}\p{N}]/u.test(line)

const linesOf = (content: string): string[] => content.replace(BYTE_ORDER_MARK, '').split('\n')
const withoutEnd = (line: string) => line.replace(/\r$/, '')

/** The lines that wait to be logged, as they stand. */
export const openLines = (content: string): string[] =>
  linesOf(content)
    .map(withoutEnd)
    .filter((line) => !TAKEN.test(line) && !isOurs(line) && !isNoEntry(line))

/** What a line says, and what it says as flags, which stand at its end. */
export interface InboxEntry {
  text: string
  /** `on` as it is written. */
  flags: { new?: true; planned?: true; on?: string }
}

/** A line without the bullet or the empty box before it, and without the flags behind it. */
export function entryIn(line: string): InboxEntry {
  const entry = line.replace(/^\s*(?:[-*•]\s+)?(?:\[ ?\]\s+)?/, '').trim()
  const text = entry.replace(/(?:\s+--(?:new|planned|on[\s=]\s*\S+))+$/, '')
  const said = entry.slice(text.length)
  const on = /--on[\s=]\s*(\S+)/.exec(said)?.[1]
  return {
    text,
    flags: {
      ...(/--new\b/.test(said) && { new: true }),
      ...(/--planned\b/.test(said) && { planned: true }),
      ...(on !== undefined && { on }),
    },
  }
}

/** Whether a line tells of no encounter, as far as anybody can see: nobody, nothing that came of it, no kind and no place. */
export const tellsOfNothing = (entry: Entry<unknown>): boolean =>
  entry.kind === 'meeting' &&
  entry.place === null &&
  entry.event === null &&
  [entry.people, entry.favours, entry.followUps, entry.learned, entry.offerings].every(
    ({ length }) => length === 0,
  )

const numberOn = (line: string): number => Number(TAKEN.exec(line)?.[1] ?? 0)

/** Numbers of what lines of this file became, as it is marked. */
export const markedIn = (content: string): Set<number> =>
  new Set(linesOf(content).flatMap((line) => numberOn(line) || []))

/**
 * The file with its marks: each taken line once, however often it stands there, in their order; a reason below each line that is
 * still open. Comments of an earlier time are taken out; every other letter stays.
 * @param last the highest number there is: a mark with a higher one tells of something that was taken back, and gives its number
 *   up, since what is logged next will have it
 */
export function withMarks(
  content: string,
  taken: readonly TakenLine[],
  reasons: ReadonlyMap<string, string>,
  last = Number.POSITIVE_INFINITY,
): string {
  const left = [...taken]
  const done = markedIn(content)
  const markOf = (encounter: number) => (encounter > last ? '✓' : `✓ #${encounter}`)
  const marked = linesOf(content)
    .filter((line) => !isOurs(line))
    .flatMap((whole) => {
      const line = withoutEnd(whole)
      const end = whole.slice(line.length)
      if (TAKEN.test(line)) return [whole.replace(/✓ #(\d+)/, (_, number) => markOf(Number(number)))]
      if (isNoEntry(line)) return [whole]
      const at = left.findIndex((each) => each.line === line && !done.has(each.encounter))
      if (at >= 0) return [`${markOf(left.splice(at, 1)[0]!.encounter)} ${line}${end}`]
      const reason = reasons.get(line)
      return reason === undefined ? [whole] : [whole, `${COMMENT}${reason.replace(/\s+/g, ' ')}${end}`]
    })
  return `${content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''}${marked.join('\n')}`
}

/** For so many days the same words, where no mark tells that they were logged, are taken for the same line. */
export const SAME_WORDS_DAYS = 6
