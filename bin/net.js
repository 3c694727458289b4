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

const DIST = path.join(__dirname, '..', 'dist')
const PROGRAM = path.join(DIST, 'net.cjs')

/** The commands of every day have bundles of their own; any other way to call the program takes the one that holds all. */
function ownBundle([first = 'today']) {
  if (!/^[a-z]+$/.test(first)) return undefined
  const file = path.join(DIST, `net-${first}.cjs`)
  return fs.existsSync(file) ? file : undefined
}

const program = ownBundle(process.argv.slice(2)) ?? PROGRAM

/** All of a file, and what is known of it; Node's own way to read a file takes a third longer. */
function readWhole(file) {
  const descriptor = fs.openSync(file, 'r')
  try {
    const stat = fs.fstatSync(descriptor)
    const bytes = Buffer.allocUnsafeSlow(stat.size)
    for (let at = 0; at < stat.size; ) {
      const count = fs.readSync(descriptor, bytes, at, stat.size - at, at)
      if (count === 0) throw new Error(`${file} became shorter`)
      at += count
    }
    return { bytes, stat }
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The program's text, a function, and what is known of its file. The build writes ASCII, and Latin-1 needs no decoding. */
function readProgram() {
  try {
    const { bytes, stat } = readWhole(program)
    return { source: bytes.toString('latin1'), stat }
  } catch {
    console.error(`net: ${PROGRAM} is not there. Make it with "npm run build".`)
    process.exit(1)
  }
}

/**
 * Where a command's cache may be, best first: beside the program for its owner, else in one's own cache folder. Others can
 * write in neither. Each command has its own, since code that is not run costs as much to load as code that is.
 */
function placesFor(command, owner) {
  const { HOME = '', XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  const name = `net-${process.version}-${process.arch}-${command}.cache`
  const beside = path.join(DIST, name)
  const folder = [XDG_CACHE_HOME, LOCALAPPDATA, path.join(HOME, '.cache')].find((it) => path.isAbsolute(it))
  if (folder === undefined) return [beside]
  const own = path.join(folder, 'net-journal', name)
  return [owner, 0, undefined].includes(process.getuid?.()) ? [beside, own] : [own, beside]
}

/**
 * A cache is `<key>\n<data>`. Its code is run as it is, so it must come from this user or from the program's owner, and be
 * of this very program: V8 itself compares the length of the text, its own version and its flags.
 */
function readCache(file, key, owner) {
  try {
    const { bytes, stat } = readWhole(file)
    const { uid, mode, mtimeMs } = stat
    const trusted = [process.getuid?.(), owner].includes(uid) && (mode & 0o022) === 0
    if (process.getuid && !trusted) return undefined
    const start = bytes.indexOf('\n') + 1
    if (bytes.toString('latin1', 0, start) !== key) return undefined
    return { data: bytes.subarray(start), writtenAt: mtimeMs }
  } catch {
    return undefined
  }
}

/** Writes a cache to the first place that takes it. A whole file takes the name or none: others may be starting, or doing the same. */
function writeCache(places, key, makeData) {
  for (const file of places) {
    const part = `${file}.${process.pid}`
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      const descriptor = fs.openSync(part, 'wx', 0o644)
      try {
        fs.writeFileSync(descriptor, Buffer.concat([Buffer.from(key, 'latin1'), makeData()]))
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

/**
 * Functions are compiled when they are first called, and no run calls all that the next one will: an empty journal draws no
 * table. So a cache is added to again and again, each time after twice as long.
 */
const isDue = (writtenAt, installedAt) => Date.now() - writtenAt > 5000 + writtenAt - installedAt

function start() {
  const { source, stat } = readProgram()
  const args = process.argv.slice(2)
  const named = args.find((arg, at) => /^[a-z]+$/.test(arg) && args[at - 1] !== '--db') ?? 'net'
  const command = program === PROGRAM ? named : path.basename(program, '.cjs').slice('net-'.length)
  const places = placesFor(command, stat.uid)
  const key = `${[stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ')}\n`

  let cache
  for (const place of places) cache ??= readCache(place, key, stat.uid)
  const script = new vm.Script(source, { filename: program, cachedData: cache?.data })
  if (!cache || script.cachedDataRejected || isDue(cache.writtenAt, stat.ctimeMs))
    process.on('exit', (code) => {
      if (code === 0) writeCache(places, key, () => script.createCachedData())
    })
  // Code from a cache has no import() of its own in Node 20.
  const importModule = (name) => import(name)
  script.runInThisContext()(require, module, exports, program, DIST, importModule)
}

start()
