import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Another program that runs when somebody types `net`: Samba's on Unix, the system's own on Windows.
 * @param own the file that runs this program
 * @returns its path; `null` where this one comes first, or neither is on the path
 */
export function otherNetOnPath(own: string, environment: Record<string, string | undefined>): string | null {
  const names = environment.PATHEXT
    ? environment.PATHEXT.split(';').map((extension) => `net${extension.toLowerCase()}`)
    : ['net']
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean))
    for (const name of names) {
      const found = join(folder, name)
      if (runs(found)) return isOurs(found, own) ? null : found
    }
  return null
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** npm links the command to the file, or on Windows writes a small script of the same folder that starts it. */
const isOurs = (found: string, own: string): boolean =>
  realpathSync(found) === real(own) || /\.(cmd|ps1)$/.test(found)

const real = (file: string): string => {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
