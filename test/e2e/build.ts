import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HOME = join(import.meta.dirname, '..', '..')

/** Builds the program for the tests that run it, when a source is newer than it is. */
export default function build(): void {
  if (isStale()) execFileSync(process.execPath, [join(HOME, 'bin', 'build.mjs')], { stdio: 'inherit' })
}

function isStale(): boolean {
  const built = statSync(join(HOME, 'dist', 'net.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['src', 'bin'].flatMap((folder) =>
    readdirSync(join(HOME, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  return ['package.json', ...sources].some((file) => statSync(join(HOME, file)).mtimeMs > built)
}
