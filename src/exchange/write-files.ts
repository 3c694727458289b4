import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { badInput, NetError } from '../domain/errors.ts'

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it. A new one is readable by its owner alone; one
 * that is replaced stays readable by whom it was. A link is followed; what is no file, as /dev/stdout, is written to as it is.
 * @throws NetError when it is there already (unless `force`), or can't be written
 */
export function writeWhole(path: string, pieces: Iterable<string>, force: boolean): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw badInput('the file', path, 'is a folder', 'Name a file in it.')
  if (there?.isFile() && !force)
    throw new NetError({ kind: 'already-there', what: 'file', name: path, forcible: true })
  const target = there?.isFile() ? realpathSync(path) : linkedTo(path)
  const part = partBeside(target)
  try {
    if (there && !there.isFile()) writePieces(openSync(path, 'w'), pieces)
    else {
      writePart(part, there ? there.mode & 0o777 : 0o600, pieces)
      renameSync(part, target)
    }
  } catch (error) {
    rmSync(part, { force: true })
    throw unwritable('the file', path, error)
  }
}

/** Where a link leads that leads to nothing yet; else the path itself. */
function linkedTo(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
  return isLink ? resolve(dirname(path), readlinkSync(path)) : path
}

/** A name of its own, so that two at once don't write into each other's. */
function partBeside(path: string): string {
  removeLeftovers(path)
  return `${path}.net-${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}.part`
}

const HOUR_MS = 60 * 60 * 1000

/** What a run that was killed left behind is nobody's any more an hour later. */
function removeLeftovers(path: string): void {
  const [folder, beginning] = [dirname(path), `${basename(path)}.`]
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(beginning) || !/^net-[a-z0-9]{6}\.part$/.test(name.slice(beginning.length)))
        continue
      const left = join(folder, name)
      if (statSync(left).mtimeMs < Date.now() - HOUR_MS) rmSync(left)
    }
  } catch {
    // Whatever is amiss with the folder shows when it is written to.
  }
}

/**
 * Writes files into a folder, all of them or none, readable by its owner alone: into a folder beside its place first, then renamed.
 * With `force` files of the same names are replaced in a folder that is there; what else is in it stays.
 * @throws NetError when the folder holds something already (unless `force`), or can't be written
 */
export function writeFolder(
  path: string,
  files: Iterable<{ name: string; pieces: Iterable<string> }>,
  force: boolean,
): void {
  const there = existsSync(path)
  if (there && !statSync(path).isDirectory())
    throw badInput('the folder', path, 'is a file', 'Name a folder; it is made where there is none.')
  if (there && !force && readdirSync(path).length > 0)
    throw new NetError({ kind: 'already-there', what: 'folder', name: path, forcible: true })
  let part: string | undefined
  try {
    const target = there ? realpathSync(path) : resolve(path)
    part = mkdtempSync(join(dirname(target), `.${basename(target)}.part-`))
    for (const { name, pieces } of files) writePart(join(part, name), 0o600, pieces)
    if (there) for (const name of readdirSync(part)) renameSync(join(part, name), join(path, name))
    else renameSync(part, path)
  } catch (error) {
    throw unwritable('the folder', path, error)
  } finally {
    if (part !== undefined) rmSync(part, { recursive: true, force: true })
  }
}

/** @param mode who may read it, whatever the umask says */
function writePart(path: string, mode: number, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx', 0o600)
  fchmodSync(file, mode)
  writePieces(file, pieces, true)
}

/** Writes to an open file, and closes it. */
function writePieces(file: number, pieces: Iterable<string>, isKept = false): void {
  try {
    // writeSync alone may stop half-way, and says so only in a number.
    for (const text of batched(pieces)) writeFileSync(file, text)
    if (isKept) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What went wrong in writing, in words; what is no trouble of the disk stays what it is. */
function unwritable(what: string, path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof NetError || !code || /^SQLITE/.test(code)) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new NetError({ kind: 'disk-full', file: path })
  return badInput(what, path, "can't be written", 'Look at its path and permissions. Nothing is left of it.')
}

const BATCH = 1024 * 1024

/** Small pieces put together: each write costs. */
export function* batched(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < BATCH) continue
    yield text
    text = ''
  }
  yield text
}

/** @throws NetError when a path is not there, or leads to what is no file: a folder, a pipe */
export function expectFile(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (!there) throw new NetError({ kind: 'not-found', what: 'file', wanted: path, suggestions: [] })
  if (there.isFile()) return
  const why = there.isDirectory() ? 'is a folder' : 'is none that can be marked'
  throw badInput('the file', path, why, 'Name a text file.')
}

/** @throws NetError when a file can't be replaced later on: it, or its folder, may not be written to */
export function expectReplaceable(path: string): void {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw badInput('the file', path, "can't be written", 'Look at its permissions and those of its folder.')
  }
}

/**
 * Puts a text in the place of a file, whole or not at all; who may read it stays. Some other program may write to the file at
 * the same time: where it was quicker nothing is replaced, and what it adds to the file in the last moment is added to the new one.
 * @param before what the file was when `text` was made of it
 * @returns whether it still was that
 */
export function replaceText(path: string, before: string, text: string): boolean {
  const part = partBeside(path)
  const { mode } = statSync(path)
  const old = openSync(path, 'r')
  try {
    writePart(part, mode & 0o777, [text])
    if (readFileSync(path, 'utf8') !== before) return false
    renameSync(part, path)
    const since = readFileSync(old, 'utf8')
    if (since !== before && since.startsWith(before)) appendFileSync(path, since.slice(before.length))
    return true
  } catch {
    throw badInput('the file', path, "can't be written", 'What was logged is marked in it the next time.')
  } finally {
    closeSync(old)
    rmSync(part, { force: true })
  }
}
