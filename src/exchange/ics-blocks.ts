/** An entry or a zone of a calendar as it stands in the file. */
export interface Block {
  name: 'VEVENT' | 'VTIMEZONE'
  /** Its lines, or `null` when its END is missing. */
  text: string | null
  /** Where it begins, counted from 1. */
  line: number
}

/**
 * The entries and zones of an iCalendar file, one after the other, without what stands around them. A line that is folded begins with
 * a space and is never the mark of one.
 */
export function* blocksOf(text: string): Generator<Block> {
  let open: { name: Block['name']; from: number; line: number } | undefined
  let line = 0
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    line++
    const [, mark, name] = end - from < 40 ? (MARK.exec(text.slice(from, end)) ?? []) : []
    if (mark?.toUpperCase() === 'BEGIN') {
      if (open) yield { name: open.name, text: null, line: open.line }
      open = { name: name!.toUpperCase() as Block['name'], from, line }
    } else if (mark && open?.name === name!.toUpperCase()) {
      yield { name: open.name, text: text.slice(open.from, end), line: open.line }
      open = undefined
    }
    from = end + 1
  }
  if (open) yield { name: open.name, text: null, line: open.line }
}

const MARK = /^(BEGIN|END):(VEVENT|VTIMEZONE)\s*$/i
