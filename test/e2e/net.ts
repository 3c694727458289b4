import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** What a run of the built program left behind. */
export interface Run {
  code: number | null
  out: string
  err: string
  /** stdout as JSON. */
  json: any
}

export const BINARY = join(import.meta.dirname, '..', '..', 'bin', 'net.js')

/** A day on which nothing in a test depends: everything is told what day it is. */
export const TODAY = '2026-11-03'

export interface Sandbox {
  folder: string
  /** The journal's file; it is not there before the first write. */
  db: string
  /** Runs `net` with these arguments, without a terminal. */
  net(...args: string[]): Run
  /** The same, with an environment of its own or with standard input. */
  netWith(how: { env?: Record<string, string>; input?: string | Buffer }, ...args: string[]): Run
  /** The same without waiting for it. */
  start(...args: string[]): Promise<Run>
  environment: Record<string, string>
}

/** A folder with a journal to be, for one test; gone when the test is over. */
export function sandbox(now = TODAY): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'net-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const db = join(folder, 'journal.db')
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    NET_DB: db,
    NET_NOW: now,
    COLUMNS: '80',
    TZ: 'Europe/Berlin',
  }
  const netWith: Sandbox['netWith'] = ({ env = {}, input = '' }, ...args) => {
    const run = spawnSync(process.execPath, [BINARY, ...args], {
      env: { ...environment, ...env },
      input,
      timeout: 120_000,
      maxBuffer: 1 << 28,
    })
    return done(run.status, run.stdout.toString(), run.stderr.toString())
  }
  return {
    folder,
    db,
    environment,
    netWith,
    net: (...args) => netWith({}, ...args),
    start: (...args) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [BINARY, ...args], {
          env: environment,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        let out = ''
        let err = ''
        child.stdout.on('data', (chunk) => (out += chunk))
        child.stderr.on('data', (chunk) => (err += chunk))
        child.on('close', (code) => resolve(done(code, out, err)))
      }),
  }
}

/** Boxes with the same journal: the first one writes it, the others get a copy. */
export function sandboxWith(write: (box: Sandbox) => void): () => Sandbox {
  let journal: Buffer | undefined
  return () => {
    const box = sandbox()
    if (journal) writeFileSync(box.db, journal, { mode: 0o600 })
    else {
      write(box)
      journal = readFileSync(box.db)
    }
    return box
  }
}

const done = (code: number | null, out: string, err: string): Run => ({
  code,
  out,
  err,
  get json() {
    return JSON.parse(out)
  },
})
