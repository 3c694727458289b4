#!/usr/bin/env node

// Starts the built program. V8 is handed the code it compiled the last time, which saves a third of the way to the first
// line of output. That cache is only ever an aid: whatever is wrong with it, the program runs without.

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 17)) {
  console.error(
    `net: Node ${process.versions.node} is too old; net needs 20.17 or newer (https://nodejs.org).`,
  )
  process.exit(1)
}

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const PROGRAM = path.join(__dirname, '..', 'dist', 'net.cjs')
/** More names of commands than there are: a bound, should something else be taken for one. */
const MANY_COMMANDS = 80

/** The program's text and what is known of its file. The build writes ASCII, and Latin-1 needs no decoding. */
function readProgram() {
  try {
    return { source: fs.readFileSync(PROGRAM, 'latin1'), stat: fs.statSync(PROGRAM) }
  } catch {
    console.error(`net: ${PROGRAM} is not there. Make it with "npm run build".`)
    process.exit(1)
  }
}

/** Where a cache may be, best first: beside the program for its owner, else in one's own cache folder. Others can write in neither. */
function placesFor(owner) {
  const { HOME = '', XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  const name = `net-${process.version}-${process.arch}.cache`
  const beside = path.join(path.dirname(PROGRAM), name)
  const folder = [XDG_CACHE_HOME, LOCALAPPDATA, path.join(HOME, '.cache')].find((it) => path.isAbsolute(it))
  if (folder === undefined) return [beside]
  const own = path.join(folder, 'net-journal', name)
  return [owner, 0, undefined].includes(process.getuid?.()) ? [beside, own] : [own, beside]
}

/**
 * A cache is `<key>|<commands it was made by>\n<data>`. Its code is run as it is, so it must come from this user or from the
 * program's owner, and be of this very program: V8 itself compares the length of the text, its own version and its flags.
 */
function readCache(file, key, owner) {
  let descriptor
  try {
    descriptor = fs.openSync(file, 'r')
    const { uid, mode } = fs.fstatSync(descriptor)
    const trusted = [process.getuid?.(), owner].includes(uid) && (mode & 0o022) === 0
    if (process.getuid && !trusted) return undefined
    const bytes = fs.readFileSync(descriptor)
    const start = bytes.indexOf('\n') + 1
    const [madeFor, commands] = bytes.toString('latin1', 0, start - 1).split('|')
    return madeFor === key ? { commands: commands.split(' '), data: bytes.subarray(start) } : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor)
  }
}

/** Writes a cache to the first place that takes it. A whole file takes the name or none: others may be starting, or doing the same. */
function writeCache(places, header, makeData) {
  for (const file of places) {
    const part = `${file}.${process.pid}`
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      const descriptor = fs.openSync(part, 'wx', 0o644)
      try {
        fs.writeFileSync(descriptor, Buffer.concat([Buffer.from(header, 'latin1'), makeData()]))
        fs.fsyncSync(descriptor)
      } finally {
        fs.closeSync(descriptor)
      }
      fs.renameSync(part, file)
      return
    } catch {
      fs.rmSync(part, { force: true })
    }
  }
}

function start() {
  const { source, stat } = readProgram()
  const key = [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ')
  const places = placesFor(stat.uid)
  const args = process.argv.slice(2)
  const command = args.find((arg, at) => /^[a-z]+$/.test(arg) && args[at - 1] !== '--db') ?? 'net'

  let cache
  for (const place of places) {
    const found = readCache(place, key, stat.uid)
    if (found?.commands.includes(command) || !cache) cache = found ?? cache
    if (cache?.commands.includes(command)) break
  }
  const parameters = 'require, module, exports, __filename, __dirname, importModule'
  const script = new vm.Script(`(function (${parameters}) {${source}\n})`, {
    filename: PROGRAM,
    cachedData: cache?.data,
  })
  const commands = cache && !script.cachedDataRejected ? cache.commands : []
  // Functions are compiled when they are called, so each command adds its own to the cache the first time it has run.
  if (!commands.includes(command) && commands.length < MANY_COMMANDS)
    process.on('exit', (code) => {
      if (code !== 0) return
      writeCache(places, `${key}|${[...commands, command].join(' ')}\n`, () => script.createCachedData())
    })
  // Code from a cache has no import() of its own in Node 20.
  const importModule = (name) => import(name)
  script.runInThisContext()(require, module, exports, PROGRAM, path.dirname(PROGRAM), importModule)
}

start()
