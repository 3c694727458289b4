import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { badInput, NetError } from '../domain/errors.ts'

const PIECE = 1024 * 1024

/** A file as it is read. */
export interface Reading {
  /** Its bytes; to be read once. */
  pieces: Iterable<Buffer>
  /** How much of it has been read, 0 to 1; `null` of what has no size, a pipe. */
  share(): number | null
}

/** `-` is standard input. What the pieces come from is opened when the first is asked for, and throws NetError then. */
export function readingOf(path: string): Reading {
  let size = 0
  let read = 0
  function* pieces(): Generator<Buffer> {
    const file = path === '-' ? 0 : opened(path)
    try {
      const stat = fstatSync(file)
      if (stat.isDirectory()) throw badInput('the file', path, 'is a folder', 'Name the files in it.')
      size = stat.isFile() ? stat.size : 0
      for (;;) {
        const piece = Buffer.allocUnsafe(PIECE)
        const length = readSoon(file, piece)
        if (length === 0) return
        read += length
        yield piece.subarray(0, length)
      }
    } finally {
      if (file !== 0) closeSync(file)
    }
  }
  return { pieces: pieces(), share: () => (size === 0 ? null : Math.min(1, read / size)) }
}

/** A pipe that has nothing yet is asked again. */
function readSoon(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // How Windows says that a pipe has ended.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new NetError({ kind: 'not-found', what: 'file', wanted: path, suggestions: [] })
    throw badInput('the file', path, "can't be read", 'Look at its permissions.')
  }
}

/** A whole text file, UTF-8. @throws NetError when it is not there, is a folder, or is no UTF-8 */
export function readText(path: string): string {
  const bytes = Buffer.concat([...readingOf(path).pieces])
  if (!isUtf8(bytes))
    throw badInput('the file', path, 'is not UTF-8', 'Convert it first: iconv -f latin1 -t utf-8')
  return bytes.toString()
}
