import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Bundled from 'better-sqlite3'
import { version as bundledVersion } from 'better-sqlite3/package.json'

/** Where npm puts it, seen from the built program: in the package's own folder, or beside the package. */
const NEAR = [
  ['..', 'node_modules'],
  ['..', '..'],
].map((way) => join(import.meta.dirname, ...way, 'better-sqlite3', 'package.json'))

/**
 * better-sqlite3, and the file of its binary where that has to be named. The one in the built program saves the loading of
 * a dozen files, and naming the binary saves the search for it; but the two only work together when they are of one
 * version, and a newer Node may have got a newer one.
 */
export function driver(): { Database: typeof Bundled; nativeBinding?: string } {
  const installed = createRequire(import.meta.filename)
  const manifest = NEAR.find((path) => existsSync(path)) ?? installed.resolve('better-sqlite3/package.json')
  const binary = join(dirname(manifest), 'build', 'Release', 'better_sqlite3.node')
  if (JSON.parse(readFileSync(manifest, 'utf8')).version === bundledVersion && existsSync(binary))
    return { Database: Bundled, nativeBinding: binary }
  return { Database: installed('better-sqlite3') }
}
