import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateJournal, LAST_DAY } from './generate.ts'

/**
 * Times whole commands, from start to end, against a bare `node -e 0`. All are run in turn, round after round, so that a
 * machine that grows slower or faster does so for all of them; what is told is the median.
 */
const HOME = join(import.meta.dirname, '..')
const BINARY = join(HOME, 'bin', 'net.js')
const LARGE = { contacts: 10_000, encounters: 200_000 }

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const rounds = Number(values.rounds)

interface Timed {
  label: string
  args: string[]
  journal?: string
  times: number[]
}

const folder = mkdtempSync(join(tmpdir(), 'net-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
// Nothing of the caller's: certificates to be read alone more than double the time that Node takes to start.
const environment = { PATH: process.env.PATH, HOME: folder, COLUMNS: '80', NET_NOW: LAST_DAY }

function time({ args, journal }: Timed): number {
  const start = performance.now()
  const run = spawnSync(process.execPath, args, {
    env: { ...environment, NET_DB: journal },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const took = performance.now() - start
  if (run.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${run.status}: ${run.stderr}`)
  return took
}

const net = (label: string, journal: string, ...args: string[]): Timed => ({
  label,
  args: [BINARY, ...args],
  journal,
  times: [],
})

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

function bench(title: string, commands: Timed[]): void {
  const bare: Timed = { label: 'node -e 0', args: ['-e', '0'], times: [] }
  const all = [bare, ...commands]
  for (let round = -2; round < rounds; round++)
    for (const timed of all) {
      const took = time(timed)
      if (round >= 0) timed.times.push(took)
    }
  console.log(`\n${title}, medians of ${rounds} rounds`)
  for (const { label, times } of all) {
    const ms = median(times)
    const ratio = ms / median(bare.times)
    console.log(`  ${label.padEnd(34)} ${ms.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(8)} ×`)
  }
}

function demoJournal(): string {
  const journal = join(folder, 'demo.db')
  time(net('net demo', journal, 'demo', '--out', journal))
  return journal
}

/** Made once and kept beside the build; what is timed is a copy. */
function largeJournal(): string {
  const kept = join(HOME, 'dist', `bench-${LARGE.contacts}-${LARGE.encounters}.db`)
  const journal = join(folder, 'large.db')
  if (!existsSync(kept)) {
    console.log(`\nmaking ${kept}`)
    generateJournal(journal, join(HOME, 'migrations'), LARGE)
    cpSync(journal, kept)
  } else cpSync(kept, journal)
  return journal
}

const everyday = (journal: string, [ada, lin]: [string, string]): Timed[] => [
  net(
    'net log "…"',
    journal,
    'log',
    `Coffee with ${ada} at Betahaus yesterday. gave: intro to ${lin}. todo: send slides by friday #startup`,
  ),
  net('net stale', journal, 'stale'),
  net('net report', journal, 'report'),
  net('net', journal),
]

/** Reading commands of the network. Lists of thousands go out whole, as a script would have them. */
const network = (journal: string, person: string): Timed[] => [
  net('net brief', journal, 'brief', person),
  net('net brief --event', journal, 'brief', '--event', 'Founders Breakfast'),
  net('net who', journal, 'who', 'illustrator in Lisbon'),
  net('net path', journal, 'path', 'Noor Hopper-Okafor'),
  net('net match', journal, 'match'),
  net('net gaps', journal, 'gaps'),
  net('net advocates', journal, 'advocates'),
  net('net event list', journal, 'event', 'list'),
  net('net event show', journal, 'event', 'show', 'Founders Breakfast'),
  net('net event compare', journal, 'event', 'compare'),
  net('net outcome list', journal, 'outcome', 'list'),
  net('net stage list', journal, 'stage', 'list'),
  net('net offer list', journal, 'offer', 'list'),
  net('net vouch list', journal, 'vouch', 'list'),
  net('net intro list', journal, 'intro', 'list'),
  net('net tie list', journal, 'tie', 'list'),
  net('net network', journal, 'network'),
]

const demo = demoJournal()
bench('demo journal', [
  net('net --version', demo, '--version'),
  ...everyday(demo, ['Sören Bärlauch', 'Dörte Heidekraut']),
])
const large = largeJournal()
bench('10,000 contacts, 200,000 encounters', [
  ...everyday(large, ['Ada Adler', 'Lin Adler']),
  net('net gave', large, 'gave', 'Ada Adler', 'tip on the grant'),
  net('net show', large, 'show', '#5000'),
  net('net show, met 2,000 times', large, 'show', 'Ada Adler'),
  net('net find', large, 'find', 'marathon', 'Lin'),
  net('net todo', large, 'todo'),
  net('net list', large, 'list', '--tag', 'startup'),
  net('net undo', large, 'undo'),
  ...network(large, 'Ada Adler'),
])
