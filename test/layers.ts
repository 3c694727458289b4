import { dirname, join, normalize } from 'node:path/posix'

/** Source files by their path below src, e.g. `domain/names.ts`. */
export type Sources = Record<string, string>

type Layer = 'domain' | 'store' | 'ui' | 'exchange' | 'commands' | 'root'

/** Whom each layer may import; the root (main, program, command-tree, context) ties all of them together. */
const MAY_IMPORT: Record<Layer, Layer[]> = {
  domain: ['domain'],
  store: ['store', 'domain'],
  ui: ['ui', 'domain'],
  exchange: ['exchange', 'domain'],
  commands: ['commands', 'domain', 'store', 'ui', 'exchange', 'root'],
  root: ['domain', 'store', 'ui', 'exchange', 'commands', 'root'],
}

/** Packages that have one place. */
const AT_HOME: [packages: RegExp, home: Layer][] = [
  [/^(chalk|cli-table3|inquirer|@inquirer\/.*)$/, 'ui'],
  [/^better-sqlite3$/, 'store'],
]

/** The only files of the root that commands may know: what they are handed. */
const HANDED = 'context.ts'

/** Who may speak to the process itself. */
const KNOWS_PROCESS = ['main.ts', 'context.ts']

const layerOf = (file: string): Layer => {
  const folder = file.split('/')[0]!
  return folder !== file && Object.hasOwn(MAY_IMPORT, folder) ? (folder as Layer) : 'root'
}

const withoutComments = (text: string): string =>
  text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, quoted) => quoted ?? ' ',
  )

const withoutQuotes = (text: string): string =>
  withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "''")

/** What a file imports in any way, types as well. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text)
  const ways = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1/g,
    /\bimport\s*(['"])([^'"]+)\1/g,
    /\b(?:import|require)\s*\(\s*(['"`])([^'"`]+)\1/g,
  ]
  return ways.flatMap((way) => [...code.matchAll(way)].map((match) => match[2]!))
}

/** The registering functions are what makes a file a command; the others beside them are shared by several. */
const isCommand = (text: string): boolean =>
  /^export (?:async )?(?:function|const) register[A-Z]/m.test(withoutComments(text))

/** Each break of the rules of docs/architecture.md, as "file: what is wrong". */
export function violations(sources: Sources): string[] {
  return Object.entries(sources)
    .flatMap(([file, text]) => [
      ...importsOf(text).flatMap((wanted) =>
        wanted.startsWith('.') ? ownImport(file, wanted, sources) : packageImport(file, wanted),
      ),
      ...processUse(file, text),
      ...sqlUse(file, text),
    ])
    .sort()
}

function ownImport(file: string, wanted: string, sources: Sources): string[] {
  const target = normalize(join(dirname(file), wanted))
  const from = layerOf(file)
  const to = layerOf(target)
  if (!MAY_IMPORT[from].includes(to)) return [`${file}: ${from} must not import ${target}`]
  if (from !== 'commands') return []
  if (to === 'root' && target !== HANDED) return [`${file}: a command must not import ${target}`]
  if (to === 'commands' && isCommand(sources[target] ?? ''))
    return [`${file}: a command must not import the command ${target}`]
  return []
}

function packageImport(file: string, wanted: string): string[] {
  const layer = layerOf(file)
  const name = wanted
    .split('/')
    .slice(0, wanted.startsWith('@') ? 2 : 1)
    .join('/')
  if (layer === 'domain' && (wanted.startsWith('node:') || IO.test(wanted)))
    return [`${file}: domain must not import ${wanted}`]
  return AT_HOME.filter(([packages, home]) => packages.test(name) && layer !== home).map(
    ([, home]) => `${file}: ${wanted} belongs into ${home}`,
  )
}

/** Node's own modules that reach outside, where they are named without "node:". */
const IO = /^(fs|path|os|child_process|readline|tty|net|http|https|process)(\/|$)/

function processUse(file: string, text: string): string[] {
  if (KNOWS_PROCESS.includes(file)) return []
  const uses =
    importsOf(text).includes('node:process') ||
    /(?<![.\w$])process\s*(?:\.|\[|\?\.)|globalThis\.process\b/.test(withoutQuotes(text))
  return uses ? [`${file}: only main and context know the process`] : []
}

const SQL =
  /['"`]\s*(?:SELECT\s+[\w*(]|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX|TRIGGER)\s|PRAGMA\s)/

const sqlUse = (file: string, text: string): string[] =>
  layerOf(file) !== 'store' && SQL.test(withoutComments(text)) ? [`${file}: SQL belongs into store`] : []
