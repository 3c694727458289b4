import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { NetError } from '../domain/errors.ts'

/** A text in a file of its own that an editor works on. Only its owner can read it. */
export interface EditedText {
  /** Where it is, for as long as it is not removed. */
  file: string
  /**
   * Opens the editor and waits until it is closed.
   * @returns the text as it was saved
   * @throws NetError when the editor can't be started, or `cancelled` when it ends with a failure
   */
  edit(): string
  /** The text as it is now. */
  read(): string
  remove(): void
}

type Environment = Record<string, string | undefined>

/** What the user edits with: `VISUAL`, `EDITOR`, else what every system of the kind has. */
const editorOf = (environment: Environment, windows: boolean): string =>
  environment.VISUAL || environment.EDITOR || (windows ? 'notepad' : 'vi')

/**
 * Puts a text into a new file for editing.
 * @param stem where the file goes, without its ending
 */
export function textToEdit(text: string, stem: string, environment: Environment): EditedText {
  let file = `${stem}.txt`
  for (let count = 2; existsSync(file); count++) file = `${stem}-${count}.txt`
  const handle = openSync(file, 'wx', 0o600)
  writeFileSync(handle, text)
  closeSync(handle)
  const read = () => readFileSync(file, 'utf8')
  return {
    file,
    edit() {
      run(editorOf(environment, environment.OS === 'Windows_NT'), file, environment)
      // An editor that takes the file away leaves nothing to read.
      if (!existsSync(file)) throw new NetError({ kind: 'cancelled' })
      return read()
    },
    read,
    remove: () => rmSync(file, { force: true }),
  }
}

/** The editor is a command line of its own, with arguments and quotes, as git takes it: a shell reads it. */
function run(editor: string, file: string, environment: Environment): void {
  const env = environment as NodeJS.ProcessEnv
  const ended =
    env.OS === 'Windows_NT'
      ? spawnSync(`${editor} "${file}"`, { stdio: 'inherit', shell: true, env })
      : spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'net', file], { stdio: 'inherit', env })
  const NOT_FOUND = 127
  const NOT_EXECUTABLE = 126
  if (ended.error || ended.status === NOT_FOUND || ended.status === NOT_EXECUTABLE)
    throw new NetError({
      kind: 'bad-input',
      what: 'the editor',
      value: editor,
      why: "can't be started",
      hint: 'Set EDITOR to one that is there, or give the fields as flags, e.g. --place Lisbon.',
    })
  if (ended.status !== 0) throw new NetError({ kind: 'cancelled' })
}
