import { unzipSync } from 'fflate'

/**
 * One file out of a ZIP archive, by its name in whatever folder. Nothing is written anywhere, and what says it is larger is not
 * unpacked.
 * @param largest in bytes
 * @returns `undefined` when there is no such file, or the archive is broken
 */
export function fileInZip(bytes: Buffer, name: string, largest: number): Buffer | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => originalSize <= largest && isCalled(path, name),
    })
    const [first] = Object.values(files)
    return first && Buffer.from(first)
  } catch {
    return undefined
  }
}

const isCalled = (path: string, name: string) =>
  path.split(/[\\/]/).at(-1)?.toLowerCase() === name.toLowerCase()
