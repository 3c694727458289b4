import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { badInput, NetError } from '../domain/errors.ts'

const PIECE = 1024 * 1024

/**
 * The bytes of a file, piece by piece; `-` is standard input.
 * @throws NetError when it is not there or can't be read
 */
export function* piecesOf(path: string): Generator<Buffer> {
  if (path === '-') {
    yield readFileSync(0)
    return
  }
  const file = opened(path)
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR')
      throw badInput('the file', path, 'is a folder', 'Name the files in it.')
    throw error
  } finally {
    closeSync(file)
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
  const bytes = Buffer.concat([...piecesOf(path)])
  if (!isUtf8(bytes))
    throw badInput('the file', path, 'is not UTF-8', 'Convert it first: iconv -f latin1 -t utf-8')
  return bytes.toString()
}
