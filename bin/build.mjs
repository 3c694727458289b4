// Makes dist/net.cjs, all of the program in one file: reading one file is what keeps the start short.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const HOME = join(import.meta.dirname, '..')
const PROGRAM = join(HOME, 'dist', 'net.cjs')

/**
 * esbuild writes all but regular expressions in ASCII. With those in ASCII too, the text takes one byte a letter and no
 * decoding, in the file and in V8.
 */
const inAscii = (text) =>
  text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** bin/net.js hands the program what stands in for import(). */
const withImport = (text) => text.replace(/\bimport\((?=")/g, 'importModule(')

const GRAPH_MEASURES = ['metrics', 'communities-louvain', 'shortest-path'].map((name) => `graphology-${name}`)

/** What reads foreign files: only an import needs it. */
const FORMATS = [
  'fflate',
  'csv-parse',
  'csv-parse/sync',
  'ical.js',
  'libphonenumber-js',
  'libphonenumber-js/min',
]

const { outputFiles } = await build({
  absWorkingDir: HOME,
  entryPoints: ['src/main.ts'],
  outfile: PROGRAM,
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  format: 'cjs',
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  alias: { 'node:child_process': './src/child-process.ts' },
  // What is large and used only now and then stays where it is installed.
  external: ['inquirer', 'chrono-node', 'graphology', ...GRAPH_MEASURES, ...FORMATS],
  // A third less to read at every start. With --readable a stack trace names what is in it.
  minify: !process.argv.includes('--readable'),
  // What bin/net.js calls.
  banner: { js: '(function (require, module, exports, __filename, __dirname, importModule) {' },
  footer: { js: '})' },
  logLevel: 'warning',
})
// Another process may be starting the program just now: the file changes in one step.
const part = `${PROGRAM}.${process.pid}`
mkdirSync(dirname(PROGRAM), { recursive: true })
writeFileSync(part, withImport(inAscii(outputFiles[0].text)))
renameSync(part, PROGRAM)
