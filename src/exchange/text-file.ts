import { TextDecoder } from 'node:util'

/**
 * What a text file says, whatever program wrote it: by its byte-order mark, else as UTF-16 where every other byte is zero, else
 * as UTF-8, else as Windows-1252. The mark is left out.
 */
export function textOfFile(bytes: Buffer): string {
  return new TextDecoder(charsetOf(bytes)).decode(bytes)
}

function charsetOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1000)
  const zeros = (from: number) =>
    start.filter((byte, at) => at % 2 === from && byte === 0).length > start.length / 4
  if (zeros(1)) return 'utf-16le'
  if (zeros(0)) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
