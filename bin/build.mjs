// Makes dist/net.cjs, all of the program in one file: reading one file is what keeps the start short. What a bundle holds costs
// each start, run or not; so the commands of every day have bundles of their own, dist/net-log.cjs and so on.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const HOME = join(import.meta.dirname, '..')
const DIST = join(HOME, 'dist')

/**
 * esbuild writes all but regular expressions in ASCII. With those in ASCII too, the text takes one byte a letter and no
 * decoding, in the file and in V8.
 */
const inAscii = (text) =>
  text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** bin/net.js hands the program what stands in for import(). */
const withImport = (text) => text.replace(/\bimport\((?=")/g, 'importModule(')

const GRAPH_MEASURES = ['metrics', 'communities-louvain', 'shortest-path'].map((name) => `graphology-${name}`)

/**
 * Commands with a bundle of their own, and their files: those of every day, and those that have most to do in a large journal.
 * `today` is `net` alone. bin/net.js takes such a bundle where there is one.
 */
const FAST = {
  log: './commands/daily/log.ts',
  stale: './commands/daily/stale.ts',
  report: './commands/daily/report.ts',
  today: './commands/daily/today.ts',
  list: './commands/people/list.ts',
  who: './commands/network/who.ts',
  match: './commands/network/match.ts',
  gaps: './commands/network/gaps.ts',
  offer: './commands/network/offer.ts',
  need: './commands/network/offer.ts',
  vouch: './commands/network/vouch.ts',
  event: './commands/network/event/event.ts',
  outcome: './commands/network/outcome/outcome.ts',
  stage: './commands/network/stage/stage.ts',
}

/** What reads foreign files: only an import needs it. */
const FORMATS = [
  'fflate',
  'csv-parse',
  'csv-parse/sync',
  'ical.js',
  'libphonenumber-js',
  'libphonenumber-js/min',
]

/** In a bundle of one command the others are left out, and with them what only they need. */
const without = (others) => ({
  name: 'without-others',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/commands\// }, ({ path, kind }) =>
      kind === 'dynamic-import' && others(path) ? { path, external: true } : undefined,
    ),
})

/** @param others tells of the path of a command's file whether it is left out */
async function bundle(file, others) {
  const { outputFiles } = await build({
    absWorkingDir: HOME,
    entryPoints: ['src/main.ts'],
    outfile: file,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20.17',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    alias: { 'node:child_process': './src/child-process.ts' },
    // What is large and used only now and then stays where it is installed.
    external: ['inquirer', '@inquirer/core', 'chrono-node', 'graphology', ...GRAPH_MEASURES, ...FORMATS],
    plugins: [without(others)],
    // A third less to read at every start. With --readable a stack trace names what is in it.
    minify: !process.argv.includes('--readable'),
    // What bin/net.js calls.
    banner: { js: '(function (require, module, exports, __filename, __dirname, importModule) {' },
    footer: { js: '})' },
    logLevel: 'warning',
  })
  // Another process may be starting the program just now: the file changes in one step.
  const part = `${file}.${process.pid}`
  writeFileSync(part, withImport(inAscii(outputFiles[0].text)))
  renameSync(part, file)
}

mkdirSync(DIST, { recursive: true })
// A bundle that an earlier build made would be run in place of what is built now. The whole program comes last: its date says that
// all of them are there.
for (const name of readdirSync(DIST)) {
  const command = /^net-([a-z]+)\.cjs$/.exec(name)?.[1]
  if (command && !Object.hasOwn(FAST, command)) rmSync(join(DIST, name))
}
for (const [command, own] of Object.entries(FAST))
  await bundle(join(DIST, `net-${command}.cjs`), (path) => path !== own)
await bundle(join(DIST, 'net.cjs'), () => false)
