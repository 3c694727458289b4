import type { Examination, Finding } from '../../domain/diagnosis.ts'
import type { JournalTrouble } from '../../domain/errors.ts'
import type { View } from '../output.ts'
import { counted, fileSize } from '../text.ts'

/** What was found, permissions as chmod takes them (600), and what is to be said of it. */
export interface Diagnosis extends Omit<Examination, 'searchIsSound' | 'writable' | 'mode' | 'folderMode'> {
  mode: string | null
  folderMode: string | null
  /** Another program of the name `net` that is found before this one; `null` where there is none. */
  otherNet: string | null
  findings: Finding[]
  /** Whether nothing is wrong. */
  sound: boolean
}

const TROUBLE: Record<JournalTrouble, string> = {
  'not-a-database': 'it is no SQLite file',
  damaged: 'it is damaged',
  newer: 'it was written by a newer version of net: update net',
  'is-directory': 'it is a folder, not a file',
  unreadable: "it can't be opened",
  'read-only': "it can't be written to",
  'disk-full': 'the disk is full',
  locked: 'another program holds it',
  'not-ours': 'it is a database of another program',
  'native-module':
    'better-sqlite3 does not fit this Node: run "npm rebuild better-sqlite3" where net is installed',
  io: "it can't be read: look at the disk",
}

const SAYINGS: Record<Finding['check'], (it: Diagnosis, state: Finding['state']) => string> = {
  file(it) {
    if (!it.exists) return `No journal yet; the first "net log" makes ${it.file}`
    return it.trouble
      ? `The journal ${it.file}: ${TROUBLE[it.trouble]}`
      : `The journal is ${it.file} (${fileSize(it.size ?? 0)})`
  },
  version: (it, state) =>
    state === 'good'
      ? `Version ${it.version}, as it should be`
      : `Version ${it.version}; it is brought to ${it.newestVersion} when it is used next, after a backup`,
  content(it, state) {
    if (state === 'good')
      return `Whole: ${counted(it.contacts ?? 0, 'contact')}, ${counted(it.encounters ?? 0, 'encounter')}`
    const links =
      it.brokenLinks > 0 ? [`${counted(it.brokenLinks, 'record')} without the one it belongs to`] : []
    return `Damaged: ${[...it.damage.slice(0, 3), ...links].join('; ') || 'it could not be looked through'}`
  },
  search: (_, state) =>
    state === 'good'
      ? 'What "net find" reads fits the records'
      : 'What "net find" reads does not fit the records',
  permissions: (it, state) =>
    state === 'good'
      ? 'Only you can read it'
      : `Others may read it (file ${it.mode}, folder ${it.folderMode}): chmod 600 '${it.file}'`,
  writing: (_, state) =>
    state === 'good'
      ? 'It can be written to'
      : "It can't be written to: look at its permissions and those of its folder",
  backups(it) {
    const [newest] = it.backups
    if (!newest) return 'No backup beside it; "net backup" makes one'
    return `${counted(it.backups.length, 'backup')} beside it, the newest ${newest.file} of ${newest.madeAt.slice(0, 10)}`
  },
  command: (it, state) =>
    state === 'good'
      ? 'No other program of the name net is in the way'
      : `Another program comes first when you type net: ${it.otherNet}. Type netz instead`,
}

export const doctorView: View<Diagnosis> = (it, { chalk }) => {
  const marks = { good: chalk.green('✓'), advice: chalk.yellow('·'), wrong: chalk.red('✗') }
  const lines = it.findings.map(({ check, state }) => `${marks[state]} ${SAYINGS[check](it, state)}`)
  const next = it.sound ? [] : ['', advice(it)]
  return [...lines, ...next].join('\n')
}

function advice(it: Diagnosis): string {
  const [newest] = it.backups
  if (it.trouble === 'newer' || it.trouble === 'not-ours' || it.trouble === 'is-directory')
    return 'Nothing was changed. --db or NET_DB name another file.'
  if (it.trouble === null && it.damage.length === 0 && it.brokenLinks === 0) return 'Your records are whole.'
  return newest
    ? `Nothing was changed. net restore '${newest.file}' brings back the newest backup; the file as it is now is kept.`
    : 'Nothing was changed. Keep a copy of the file; sqlite3 with ".recover" may get out what is readable.'
}
