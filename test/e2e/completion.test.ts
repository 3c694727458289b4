import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BINARY, type Sandbox, sandbox, sandboxWith } from './net.ts'

const journalOfFour = sandboxWith((box) => {
  box.net('log', '--with', 'Anna Müller', '--with', "J.P. O'Neill", '--new', '--tag', 'startup', 'Coffee')
  box.net(
    'log',
    '--with',
    'Anna-Lena van der Berg',
    '--new',
    '--todo',
    'send the slides',
    '--on',
    'yesterday',
  )
  box.net('log', '--with', '王芳', '--new', '--on', 'yesterday')
})

/** What `net complete` puts forward, without the line that says what it is. */
function completed(box: Sandbox, ...words: string[]): string[] {
  const { out, code } = box.net('complete', '--', ...words)
  expect(code).toBe(0)
  expect(out).toMatch(/(^|\n):words\n$/)
  return out
    .split('\n')
    .slice(0, -2)
    .map((line) => line.split('\t')[0]!)
}

describe('what can stand at the cursor', () => {
  test('commands and options, with what they are for', () => {
    const box = sandbox()
    expect(box.net('complete', '--', 'gav').out).toBe('gave\trecord a favour you did\n:words\n')
    expect(box.net('complete', '--', 'gave', '--we').out).toBe('--weight\tsmall, medium or large\n:words\n')
    expect(completed(box, 'help', 'sta')).toEqual(['stale', 'stage'])
    expect(completed(box, 'gave', '--weight', '')).toEqual(['small', 'medium', 'large'])
    expect(completed(box, 'gave', '--weight=l')).toEqual(['--weight=large'])
    expect(completed(box, 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
    expect(box.net('complete', '--', '--db', '').out).toBe(':files\n')
    expect(existsSync(box.db)).toBe(false)
  })

  test('people, by any word of their name and in the letters that are typed', () => {
    const box = journalOfFour()
    expect(completed(box, 'gave', 'ann')).toEqual(['anna-mueller', 'anna-lena-van-der-berg'])
    expect(completed(box, 'gave', 'Anna-M')).toEqual(['Anna-Mueller'])
    expect(completed(box, 'gave', 'mü')).toEqual(['müller-anna'])
    expect(completed(box, 'gave', 'o')).toEqual(['oneill-jp'])
    expect(completed(box, 'gave', '王')).toEqual(['王芳'])
    expect(completed(box, 'gave', '"Anna M')).toEqual(['Anna Müller'])
    expect(completed(box, 'gave', 'x')).toEqual([])
    expect(completed(box, 'gave', '').length).toBe(4)
  })

  test('a namesake gets a number that the matcher takes', () => {
    const box = journalOfFour()
    box.net('log', '--with', 'Anna Mueller', '--new')
    box.net('add', 'Anna Müller', '--new')
    const [first, second] = completed(box, 'gave', 'anna-mu')
    expect([first, second]).toEqual([
      expect.stringMatching(/^anna-mueller-\d+$/),
      expect.stringMatching(/^anna-mueller-\d+$/),
    ])
    expect(box.net('gave', first!, 'a', 'tip').code).toBe(0)
    expect(box.net('gave', 'anna-mueller', 'a', 'tip').code).toBe(4)
  })

  test('circles, tags and open promises from the journal that the line names', () => {
    const box = journalOfFour()
    box.net('circle', 'add', 'Berlin', '--cadence', '30')
    const elsewhere = { env: { NET_DB: join(box.folder, 'none.db') } }
    const from = (...words: string[]) =>
      box.netWith(elsewhere, 'complete', '--', '--db', box.db, ...words).out
    expect(from('list', '--circle', 'b')).toBe('Berlin\t\n:words\n')
    expect(from('list', '--tag', '')).toBe('startup\t\n:words\n')
    expect(from('done', '')).toBe('1\tsend the slides\n:words\n')
    expect(readdirSync(box.folder).filter((name) => name.startsWith('none'))).toEqual([])
  })

  test('nothing, and no word of trouble, when the journal is no journal', () => {
    const box = sandbox()
    writeFileSync(box.db, 'this is a text')
    expect(box.net('complete', '--', 'gave', 'a')).toMatchObject({ code: 0, out: ':words\n', err: '' })
    mkdirSync(join(box.folder, 'a.db'))
    expect(box.net('complete', '--', '--db', join(box.folder, 'a.db'), 'gave', 'a')).toMatchObject({
      code: 0,
      out: ':words\n',
      err: '',
    })
  })
})

describe('the script', () => {
  test('is printed without a journal being touched', () => {
    const box = sandbox()
    for (const shell of ['bash', 'zsh', 'fish']) {
      expect(box.net('completion', shell)).toMatchObject({ code: 0, err: '' })
      expect(box.net('completion', shell).out).toContain('netz')
    }
    expect(readdirSync(box.folder).filter((name) => name.endsWith('.db'))).toEqual([])
  })

  test('for an unknown shell is refused with the ones there are', () => {
    const run = sandbox().net('completion', 'powershell')
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain('bash, zsh, fish')
  })
})

/** How a shell is started without its owner's settings, and the line a user types first. */
const SHELLS = {
  bash: { start: 'bash --norc --noprofile -i', load: 'eval "$(net completion bash)"' },
  zsh: { start: 'zsh -f -i', load: 'source <(net completion zsh)' },
  fish: {
    // What fish suggests by itself in grey would look like something completed.
    start: "fish --no-config --init-command 'set -g fish_autosuggestion_enabled 0' -i",
    load: 'net completion fish | source',
  },
}

const installed = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

interface ShellScreen {
  type(text: string): void
  press(...keys: string[]): void
  /** Waits until the screen shows it; fails with what it shows after some seconds. */
  shows(expected: RegExp): Promise<void>
  /** An empty screen and an empty line. */
  clear(): Promise<void>
  text(): string
}

/** One line: a prompt with nothing after it. */
const EMPTY = /^[^\n]{0,60}[$%>#]$/

/** A shell that finds `net` and `netz`, in a terminal whose screen can be read. */
function openShell(box: Sandbox, start: string): ShellScreen {
  const bin = join(box.folder, 'bin')
  mkdirSync(bin)
  for (const name of ['net', 'netz']) symlinkSync(BINARY, join(bin, name))
  const env = { ...box.environment, PATH: `${bin}:${box.environment.PATH}`, LANG: 'C.UTF-8', TERM: 'xterm' }
  const tmux = (...args: string[]) => {
    const socket = join(box.folder, 'tmux')
    const run = spawnSync('tmux', ['-u', '-f', '/dev/null', '-S', socket, ...args], { env, cwd: box.folder })
    if (run.status !== 0) throw new Error(run.stderr.toString())
    return run.stdout.toString()
  }
  tmux('new-session', '-d', '-x', '100', '-y', '30', start)
  const pid = Number(tmux('display-message', '-p', '#{pane_pid}'))
  onTestFinished(async () => {
    tmux('kill-server')
    while (isRunning(pid)) await after(20)
  })
  const screen: ShellScreen = {
    type: (text) => void tmux('send-keys', '-l', '--', text),
    press: (...keys) => void tmux('send-keys', ...keys),
    text: () => tmux('capture-pane', '-p').trimEnd(),
    async shows(expected) {
      for (let tries = 0; tries < 150 && !expected.test(screen.text()); tries++) await after(100)
      expect(screen.text()).toMatch(expected)
    },
    async clear() {
      // Where a completion is still under way, Ctrl-C ends that and not the line.
      for (let tries = 0; tries < 20 && !EMPTY.test(screen.text()); tries++) {
        screen.press('C-c')
        await after(150)
        screen.press('C-l')
        await after(150)
      }
      expect(screen.text()).toMatch(EMPTY)
    },
  }
  return screen
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.each(Object.entries(SHELLS))('in %s', (shell, { start, load }) => {
  const missing = ['tmux', shell].filter((program) => !installed(program))
  if (missing.length > 0) console.log(`skipped: completion in ${shell}, for want of ${missing.join(' and ')}`)

  test.skipIf(missing.length > 0)(
    'Tab completes, and the completed line works',
    { timeout: 60_000 },
    async () => {
      const box = journalOfFour()
      const screen = openShell(box, start)
      await screen.shows(/[$%>#]$/)
      // Twice, as happens where it stands in two start-up files.
      for (const line of [load, load, 'echo rea""dy']) {
        screen.type(line)
        screen.press('Enter')
      }
      await screen.shows(/^ready/m)
      expect(screen.text()).not.toMatch(/readonly|not found|unknown|error/i)

      await screen.clear()
      screen.type('net gav')
      screen.press('Tab')
      await screen.shows(/net gave$/)
      screen.type('Mü')
      screen.press('Tab')
      await screen.shows(/net gave Müller-Anna$/)
      screen.type('--wei')
      screen.press('Tab')
      await screen.shows(/Anna --weight$/)
      screen.type('sm')
      screen.press('Tab')
      await screen.shows(/--weight small$/)
      screen.type('a tip')
      screen.press('Enter')
      await screen.shows(/You gave Anna Müller: a tip/)

      await screen.clear()
      screen.type('netz gave --weight=me')
      screen.press('Tab')
      await screen.shows(/netz gave --weight=medium$/)
      screen.type('anna-')
      screen.press('Tab', 'Tab')
      await screen.shows(/anna-mueller[\s\S]*anna-lena-van-der-berg/)

      await screen.clear()
      screen.type('net gave "Anna M')
      screen.press('Tab')
      await screen.shows(/net gave "Anna Müller"$/)

      await screen.clear()
      const trap = join(box.folder, 'ran')
      screen.type(`net log "$(touch ${trap})" --kin`)
      screen.press('Tab')
      await screen.shows(/--kind$/)
      expect(existsSync(trap)).toBe(false)
    },
  )
})
