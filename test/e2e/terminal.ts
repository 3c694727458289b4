import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import type { Sandbox } from './net.ts'
import { BINARY } from './net.ts'

/** A run of the built program in a pseudo-terminal, driven like a person would. */
export interface Terminal {
  /** Waits until the text shows up after what was waited for before. */
  sees(text: string): Promise<void>
  types(keys: string): void
  /** Waits for the end. */
  ends(): Promise<{ code: number; screen: string }>
}

export const KEYS = { enter: '\r', down: '\u001b[B', up: '\u001b[A', ctrlC: '\u0003', escape: '\u001b' }

const PATIENCE_MS = 15_000

/** Starts `net` with a terminal of 100 by 30. */
export function terminal(box: Sandbox, args: string[], env: Record<string, string> = {}): Terminal {
  const pty = spawn(process.execPath, [BINARY, ...args], {
    cols: 100,
    rows: 30,
    cwd: box.folder,
    env: { ...box.environment, TERM: 'xterm-256color', ...env },
  })
  let screen = ''
  let seen = 0
  let exit: number | undefined
  pty.onData((data) => {
    screen += data
  })
  pty.onExit(({ exitCode }) => {
    exit = exitCode
  })
  onTestFinished(() => {
    if (exit === undefined) pty.kill()
  })
  const until = async (what: string, ready: () => boolean) => {
    for (const from = Date.now(); !ready(); await new Promise((resolve) => setTimeout(resolve, 20)))
      if (Date.now() - from > PATIENCE_MS)
        throw new Error(`waited in vain for ${what}; the screen was:\n${plain(screen).slice(seen)}`)
  }
  return {
    async sees(text) {
      const found = () => plain(screen).indexOf(text, seen)
      await until(JSON.stringify(text), () => found() >= 0 || exit !== undefined)
      if (found() < 0) throw new Error(`it ended without ${JSON.stringify(text)}:\n${plain(screen)}`)
      seen = found() + text.length
    },
    types: (keys) => pty.write(keys),
    async ends() {
      await until('the end', () => exit !== undefined)
      return { code: exit!, screen: plain(screen) }
    },
  }
}

/** What was written, without the escape sequences. */
const plain = (text: string) => text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '').replace(/\u001b[78=>]/g, '')
