import { execFileSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HOME = join(import.meta.dirname, '..', '..')
const PROGRAM = join(HOME, 'dist', 'net.cjs')

/** Builds the program for the tests that run it, when a source is newer than it is. */
export default function build(): void {
  if (!isStale()) return
  // The built file changes in one step: another run of the tests may be starting it.
  const part = `${PROGRAM}.${process.pid}`
  try {
    execFileSync('npm', ['run', '--silent', 'build', '--', `--outfile=${part}`], {
      cwd: HOME,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    renameSync(part, PROGRAM)
  } finally {
    rmSync(part, { force: true })
  }
}

function isStale(): boolean {
  const built = statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = readdirSync(join(HOME, 'src'), { recursive: true, encoding: 'utf8' })
  const files = [join(HOME, 'package.json'), ...sources.map((name) => join(HOME, 'src', name))]
  return files.some((file) => statSync(file).mtimeMs > built)
}
