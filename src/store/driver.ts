import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Bundled from 'better-sqlite3'
import { version as bundledVersion } from 'better-sqlite3/package.json'

/** Where npm puts it, seen from the built program: in the package's own folder, or beside the package. */
const NEAR = ['../node_modules', '../..']

/** What the built program, a CommonJS script, loads with. In a test there is none, and what is imported is what is installed. */
const installed = typeof require === 'function' ? require : undefined

/**
 * better-sqlite3, and the file of its binary where that has to be named. The one in the built program saves the loading of
 * a dozen files, and naming the binary saves the search for it; but the two only work together when they are of one
 * version, and a newer Node may have got a newer one.
 */
export function driver(): { Database: typeof Bundled; nativeBinding?: string } {
  if (!installed) return { Database: Bundled }
  const near = NEAR.map((folder) => join(import.meta.dirname, folder, 'better-sqlite3', 'package.json'))
  const manifest = near.find((path) => existsSync(path)) ?? installed.resolve('better-sqlite3/package.json')
  const binary = join(dirname(manifest), 'build', 'Release', 'better_sqlite3.node')
  if (JSON.parse(readFileSync(manifest, 'utf8')).version === bundledVersion && existsSync(binary))
    return { Database: Bundled, nativeBinding: binary }
  return { Database: installed('better-sqlite3') }
}
