/**
 * A text file with one log line a line, kept on a phone or in a synced folder. What was taken is marked where it stands, what was
 * not understood is left with a comment below it that says why; nothing is ever taken out.
 */

/** A line that was logged, and the number of what it became. */
export interface TakenLine {
  line: string
  encounter: number
}

const TAKEN = /^\s*✓ #(\d+) /
const COMMENT = '  ↳ net: '

const isOurs = (line: string) => line.startsWith(COMMENT)
/** Headings, quotes, rules, and boxes that are ticked are somebody's own. */
const isNoEntry = (line: string) =>
  /^\s*(?:#{1,6}\s|>|---+\s*$|===+\s*$|[-*]\s*\[[xX]\]\s|\/\/)/.test(line) || !/[\p{L}\p{N}]/u.test(line)

const linesOf = (content: string): string[] => content.split('\n')
const withoutEnd = (line: string) => line.replace(/\r$/, '')

/** The lines that wait to be logged, as they stand. */
export const openLines = (content: string): string[] =>
  linesOf(content)
    .map(withoutEnd)
    .filter((line) => !TAKEN.test(line) && !isOurs(line) && !isNoEntry(line))

/** What a line says, without the bullet or the empty box before it. */
export const entryIn = (line: string): string => line.replace(/^\s*(?:[-*•]\s+)?(?:\[ ?\]\s+)?/, '').trim()

/** Numbers of what lines of this file became, as it is marked. */
export const markedIn = (content: string): Set<number> =>
  new Set(linesOf(content).flatMap((line) => Number(TAKEN.exec(line)?.[1] ?? 0) || []))

/**
 * The file with its marks: each taken line once, however often it stands there, in their order; a reason below each line that is
 * still open. Comments of an earlier time are taken out; every other letter stays.
 */
export function withMarks(
  content: string,
  taken: readonly TakenLine[],
  reasons: ReadonlyMap<string, string>,
): string {
  const left = [...taken]
  const done = markedIn(content)
  return linesOf(content)
    .filter((line) => !isOurs(line))
    .flatMap((whole) => {
      const line = withoutEnd(whole)
      const end = whole.slice(line.length)
      if (TAKEN.test(line) || isNoEntry(line)) return [whole]
      const at = left.findIndex((each) => each.line === line && !done.has(each.encounter))
      if (at >= 0) return [`✓ #${left.splice(at, 1)[0]!.encounter} ${line}${end}`]
      const reason = reasons.get(line)
      return reason === undefined ? [whole] : [whole, `${COMMENT}${reason.replace(/\s+/g, ' ')}${end}`]
    })
    .join('\n')
}
