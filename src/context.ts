import { isUtf8 } from 'node:buffer'
import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type CivilDate, isCivilDate, localDateTime } from './domain/dates.ts'
import { badInput, NetError } from './domain/errors.ts'
import { type Settings, settingsFrom } from './domain/settings.ts'
import { type Journal, type JournalOptions, openJournal, openJournalToRead } from './store/journal.ts'
import { dataFolder, journalPath } from './store/journal-path.ts'
import { createOutput, type Output, type Sink } from './ui/output.ts'
import { createPrompt, type Prompt } from './ui/prompt.ts'

/** Options that stand before or after any command. */
export interface GlobalOptions {
  db?: string
  color?: boolean
}

/** What a command is handed: everything outside itself that it may use. */
export interface AppContext {
  /** The journal, opened on first use; a command that only reads makes no file. */
  journal(): Journal
  reading(): Journal
  output: Output
  prompt: Prompt
  today(): CivilDate
  settings(): Settings
  /** The journal's file, whether it is there or not. */
  file(): string
  migrations: string
  /** All of standard input as text. */
  readInput(): string
  environment: NodeJS.ProcessEnv
  /** Lets go of the journal. */
  close(): void
}

export function createContext(
  host: NodeJS.Process,
  migrations: string,
  options: () => GlobalOptions,
): AppContext {
  const { env } = host
  let journal: Journal | undefined
  /** What was opened only to read; what is written must not go there. */
  let unwritable: Journal | undefined
  const clock = createClock(env.NET_NOW)
  const file = () =>
    journalPath(options().db || env.NET_DB || join(dataFolder(env, host.platform), 'journal.db'))
  const journalOptions = (): JournalOptions => ({ file: file(), migrations, now: clock.now })
  const mayColour = ({ terminal }: Sink) => {
    if (options().color === false || env.NO_COLOR || env.TERM === 'dumb') return false
    if (journal && settingsFrom(journal.settings.all()).colour === 'never') return false
    return terminal || Boolean(env.FORCE_COLOR)
  }
  return {
    journal() {
      refuseUnreadable(host.argv)
      journal ??= openJournal(journalOptions())
      return journal
    },
    reading() {
      const open = journal ?? unwritable ?? openJournalToRead(journalOptions())
      if (open.writable) journal = open
      else unwritable = open
      return open
    },
    output: createOutput({
      out: sink(host, 1),
      err: sink(host, 2),
      columns: Number(env.COLUMNS) || undefined,
      mayColour,
    }),
    prompt: createPrompt({
      interactive: () => isTerminal(host, 0) && isTerminal(host, 2),
      input: () => host.stdin,
      output: () => host.stderr,
    }),
    today: clock.today,
    settings() {
      return settingsFrom(this.reading().settings.all())
    },
    file,
    migrations,
    readInput() {
      const bytes = readFileSync(0)
      if (!isUtf8(bytes))
        throw badInput('the text', undefined, 'is not UTF-8', 'Convert it first: iconv -f latin1 -t utf-8')
      return bytes.toString()
    },
    environment: env,
    close() {
      journal?.close()
      unwritable?.close()
    },
  }
}

/** Node puts U+FFFD where the bytes of an argument are no UTF-8; a name must not be kept so. */
function refuseUnreadable(args: string[]): void {
  const broken = args.find((arg) => arg.includes('\ufffd'))
  if (broken !== undefined)
    throw badInput('the text', broken, 'is not UTF-8', 'Look at what the terminal or the script sends.')
}

/** Whether a person sits at it. Only a character device is looked at closer: making Node's own streams costs milliseconds. */
function isTerminal(host: NodeJS.Process, fd: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(fd)
    if (!stat.isCharacterDevice() || isNothing(stat.rdev)) return false
  } catch {
    return false
  }
  return [() => host.stdin, () => host.stdout, () => host.stderr][fd]!().isTTY === true
}

/** /dev/null is a character device as well. */
function isNothing(device: number): boolean {
  try {
    return statSync('/dev/null').rdev === device
  } catch {
    return false
  }
}

/**
 * Standard output or error, written to at once and whole; Node's own streams are asked only for a terminal's width.
 */
function sink(host: NodeJS.Process, fd: 1 | 2): Sink {
  const terminal = isTerminal(host, fd)
  return {
    terminal,
    get columns() {
      return terminal ? (fd === 1 ? host.stdout : host.stderr).columns : undefined
    },
    write(text) {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(fd, bytes, at)
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException
          // A reader that has seen enough (`net list | head`) is no failure.
          if (code === 'EPIPE') host.exit(0)
          if (code === 'ENOSPC') throw new NetError({ kind: 'disk-full', file: 'the output' })
          if (code !== 'EAGAIN') throw error
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
        }
      }
    },
  }
}

/** The clock, or what `NET_NOW` (an ISO date or date-time) says instead. Dates are those of the local calendar. */
function createClock(fixed: string | undefined): { today(): CivilDate; now(): string } {
  const moment = () => {
    if (!fixed) return new Date()
    const day = fixed.slice(0, 10)
    const date = new Date(fixed.length === 10 ? `${fixed}T12:00:00` : fixed)
    if (!isCivilDate(day) || Number.isNaN(date.getTime()))
      throw badInput('NET_NOW', fixed, 'is no date', 'Give an ISO date or date-time, e.g. 2026-11-03.')
    return date
  }
  return {
    today: () =>
      fixed && isCivilDate(fixed.slice(0, 10)) ? fixed.slice(0, 10) : localDateTime(moment()).slice(0, 10),
    now: () => localDateTime(moment()),
  }
}
