import type { RawLine } from '../lines.ts'
import { type ContentLine, contentLinesOf } from './content-line.ts'

/** One card of a file: what stands between BEGIN:VCARD and END:VCARD. */
export interface Card {
  /** The line of its BEGIN. */
  line: number
  properties: ContentLine[]
  /** Whether its END came before the next card or the end of the file. */
  finished: boolean
}

/** More properties than any card has; what comes after them is left out, so that a file that never ends does not fill the memory. */
const MOST_LINES = 20_000

const isMark = (word: 'BEGIN' | 'END', bytes: string) =>
  new RegExp(`^\\s*${word}\\s*:\\s*VCARD\\s*$`, 'i').test(bytes)

/** The cards of a file, one after the other; a card within a card (2.1's AGENT) is part of the outer one. */
export function* cardsIn(lines: Iterable<RawLine>): Generator<Card> {
  let open: { line: number; lines: RawLine[]; depth: number; agents: boolean } | undefined
  const close = (finished: boolean): Card => {
    const { line, lines } = open!
    open = undefined
    return { line, properties: [...contentLinesOf(lines)], finished }
  }
  for (const line of lines) {
    const short = line.bytes.length < 100
    if (short && isMark('BEGIN', line.bytes)) {
      if (open?.agents) {
        open.depth++
        continue
      }
      if (open) yield close(false)
      open = { line: line.number, lines: [], depth: 0, agents: false }
    } else if (open && short && isMark('END', line.bytes)) {
      if (open.depth > 0) {
        open.depth--
        open.agents = false
      } else yield close(true)
    } else if (open && open.depth === 0 && open.lines.length < MOST_LINES) {
      open.agents = /^AGENT\b[^:]*:\s*$/i.test(line.bytes.slice(0, 100))
      open.lines.push(line)
    }
  }
  if (open) yield close(false)
}
