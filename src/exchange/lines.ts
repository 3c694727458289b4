import { TextDecoder } from 'node:util'

/** A line of a file, without its line break; its bytes, one letter each (`latin1`), since what they mean may only show later. */
export interface RawLine {
  /** Counted from 1. */
  number: number
  bytes: string
  /** Whether more came than is kept: nothing that long is text a person wrote. */
  cut: boolean
}

/** Longer lines are cut, so that a file without line breaks does not fill the memory. A photo in a vCard is smaller. */
const LONGEST_LINE = 32 * 1024 * 1024

const NEWLINE = 0x0a

/**
 * The lines of a file as it is read, whatever ends them (CRLF, LF); a last line without an end counts. A byte-order mark is
 * left out.
 */
export function* linesOf(chunks: Iterable<Buffer>): Generator<RawLine> {
  let pending: string[] = []
  let length = 0
  let number = 1
  const finish = (): RawLine => {
    const bytes = pending.join('').replace(/\r$/, '')
    const line = { number, bytes: number === 1 ? withoutMark(bytes) : bytes, cut: length > LONGEST_LINE }
    pending = []
    length = 0
    number++
    return line
  }
  const keep = (part: Buffer) => {
    if (length <= LONGEST_LINE) pending.push(part.toString('latin1'))
    length += part.length
  }
  for (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end))
      yield finish()
      from = end + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}

const withoutMark = (bytes: string) => (bytes.startsWith('\xef\xbb\xbf') ? bytes.slice(3) : bytes)

const decoders = new Map<string, TextDecoder>()

/** Bytes in a charset as text; `undefined` when they can't be, or nobody knows that charset (WHATWG Encoding). */
function decodedAs(bytes: Buffer, charset: string): string | undefined {
  try {
    const known = decoders.get(charset) ?? new TextDecoder(charset, { fatal: true })
    decoders.set(charset, known)
    return known.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * What bytes say: in the charset they are declared to be in, else UTF-8, else Windows-1252, in which every file that is neither
 * was written by the programs people export from.
 * @param bytes one letter each
 */
export function textOf(bytes: string, declared?: string): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  const buffer = Buffer.from(bytes, 'latin1')
  return (
    (declared === undefined ? undefined : decodedAs(buffer, declared)) ??
    decodedAs(buffer, 'utf-8') ??
    decodedAs(buffer, 'windows-1252') ??
    bytes
  )
}
