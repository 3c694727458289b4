import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * What a text file says, whatever program wrote it: by its byte-order mark, else as UTF-16 where every other byte is zero, else
 * as UTF-8, else as Windows-1252. The mark is left out.
 */
export function textOfFile(bytes: Buffer): string {
  return new TextDecoder(charsetOf(bytes)).decode(bytes)
}

export function charsetOf(bytes: Buffer): Charset {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1000)
  const zeros = (from: number) =>
    start.filter((byte, at) => at % 2 === from && byte === 0).length > start.length / 4
  if (zeros(1)) return 'utf-16le'
  if (zeros(0)) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The bytes of a text piece by piece, those of UTF-16 as UTF-8; the others stay, since single lines may be in another charset. */
export function* inUtf8(chunks: Iterable<Buffer>, charset: Charset): Generator<Buffer> {
  if (!charset.startsWith('utf-16')) {
    yield* chunks
    return
  }
  const decoder = new TextDecoder(charset)
  for (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
