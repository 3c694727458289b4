import { unzipSync } from 'fflate'

/** The paths of the files in a ZIP archive; none when it is broken. Nothing is unpacked. */
export function namesInZip(bytes: Buffer): string[] {
  const names: string[] = []
  unzipped(bytes, ({ name }) => {
    names.push(name)
    return false
  })
  return names
}

/**
 * One file out of a ZIP archive, by its name in whatever folder. Nothing is written anywhere, and what says it is larger is not
 * unpacked; what is larger than it says is cut.
 * @param largest in bytes
 * @returns `undefined` when there is no such file, or the archive is broken
 */
export function fileInZip(bytes: Buffer, name: string, largest: number): Buffer | undefined | 'too-large' {
  let tooLarge = false
  const files = unzipped(bytes, ({ name: path, originalSize }) => {
    if (nameOf(path) !== name.toLowerCase()) return false
    tooLarge ||= originalSize > largest
    return originalSize <= largest
  })
  const [first] = Object.values(files)
  if (first === undefined) return tooLarge ? 'too-large' : undefined
  return Buffer.from(first.buffer, first.byteOffset, first.length)
}

/** Without the folders it is in, in small letters. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1)!.toLowerCase()

function unzipped(
  bytes: Buffer,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    return {}
  }
}
