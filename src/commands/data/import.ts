import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { piecesOf } from '../../exchange/files.ts'
import {
  type ArchiveFile,
  type CalendarFile,
  PEOPLE_FORMATS,
  type PeopleFile,
  type PeopleFormat,
  peopleIn,
} from '../../exchange/people-file.ts'
import { phoneReader } from '../../exchange/phones.ts'
import type { Arrived } from '../../store/arrivals.ts'
import type { Journal } from '../../store/journal.ts'
import { type Imported, importedView, importingView, jobChange } from '../../ui/views/imported.ts'
import { examples } from '../arguments.ts'
import { takeRecords } from './foreign-records.ts'
import { importArchive } from './import-archive.ts'
import { importCalendar } from './import-calendar.ts'
import { fileName, type Rehearsal, recordOrRehearse } from './rehearsing.ts'

interface ImportOptions extends Rehearsal {
  as?: PeopleFormat
}

export function registerImport(parent: Command, context: AppContext): void {
  const command = parent
    .command('import')
    .description('bring people along from address books and exports; reading a file again changes nothing')
    .argument('<file...>', 'the files, of any of the formats; "-" reads standard input')
    .addOption(
      new Option('--as <format>', 'what it is, where that is not told by what stands in it').choices(
        PEOPLE_FORMATS,
      ),
    )
    .option('--dry-run', 'show what would happen, and change nothing')
    .option('--json', 'answer as JSON')
    .action((files: string[], options: ImportOptions) => importFiles(context, files, options))
  examples(command, 'net import contacts.vcf', 'net import Connections.csv --dry-run')
}

async function importFiles(context: AppContext, paths: string[], options: ImportOptions): Promise<void> {
  const files: { path: string; file: PeopleFile }[] = []
  for (const path of paths) {
    const file = await opened(path, options.as)
    if (file.format === 'archive' || file.format === 'ics') {
      if (paths.length > 1) throw badInput('the file', path, 'goes by itself', 'Import it alone.')
      if (file.format === 'archive') return importArchive(context, path, file, options)
      return importCalendar(context, path, file, options)
    }
    files.push({ path, file })
  }
  const { dryRun = false, json = false } = options
  const journal = dryRun ? context.reading() : context.journal()
  const today = context.today()
  const phoneOf = phoneReader(context.settings().country)
  const imported: Imported = {
    operation: null,
    dryRun,
    format: files.map(({ file }) => file.format).join(', '),
    new: 0,
    updated: 0,
    unchanged: 0,
    records: 0,
    skipped: [],
    failed: [],
    conflicts: [],
    perhaps: [],
    jobs: [],
  }
  imported.operation = recordOrRehearse(journal, 'import', dryRun, (about) => {
    for (const { path, file } of files)
      take(context, journal, path, file, imported, journal.arrivals(file.format, phoneOf, today), today)
    about.text = paths.map(fileName).join(', ')
    about.count = imported.new + imported.updated
  })
  context.output.show(imported, importedView, { json })
}

/** @throws NetError when it can't be read, or is nothing that net reads */
async function opened(
  path: string,
  as: PeopleFormat | undefined,
): Promise<PeopleFile | ArchiveFile | CalendarFile> {
  const file = await peopleIn(piecesOf(path), as)
  if (file === 'too-large') throw badInput('the file', path, 'is too large to be a table of people')
  if (file === undefined)
    throw badInput(
      'the file',
      path,
      as === undefined ? 'is nothing that net can read people from' : `is no such file (${as})`,
      `It reads ${PEOPLE_FORMATS.join(', ')}.`,
    )
  return file
}

/** People whose part of a file it takes before progress is told again. */
const A_WHILE = 500

function take(
  context: AppContext,
  journal: Journal,
  path: string,
  { format, records, more }: PeopleFile,
  imported: Imported,
  arrivals: ReturnType<Journal['arrivals']>,
  today: CivilDate,
): void {
  let count = 0
  const people = new Map<string, PersonRef>()
  for (const record of records) {
    if (++count % A_WHILE === 0) context.output.progress({ path, count }, importingView)
    if ('unread' in record) {
      const { line, reason } = record.unread
      const skipped = reason === 'a-group' || (reason === 'no-name' && format === 'linkedin')
      imported[skipped ? 'skipped' : 'failed'].push({ file: path, line, reason })
      continue
    }
    const { sourceId, line: _, ...card } = record.contact
    const arrived = arrivals.take({ sourceId, card, original: record.original })
    imported[arrived.outcome]++
    people.set(sourceId ?? card.name, { id: arrived.id, name: arrived.name })
    addTo(imported, arrived)
    if (format === 'linkedin') noteJob(journal, imported, arrived, today)
  }
  imported.records += takeRecords(journal, format, more, people, today)
}

function addTo(imported: Imported, { id, name, conflicts, perhaps }: Arrived): void {
  for (const conflict of conflicts) imported.conflicts.push({ id, name, ...conflict })
  if (perhaps) imported.perhaps.push({ id, name, ...perhaps })
}

/** A job that changed between two exports is worth a word: it comes back as what was last heard. */
function noteJob(
  journal: Journal,
  imported: Imported,
  { id, name, outcome, changes }: Arrived,
  today: CivilDate,
) {
  const changed = (field: string) => changes.find((change) => change.field === field)
  const [org, role] = [changed('org'), changed('role')]
  if (outcome !== 'updated' || !(org?.before || role?.before)) return
  const card = journal.cards.byId(id)!
  journal.facts.add({ what: jobChange(card), people: [{ id, name }], on: today })
  imported.jobs.push({ id, name, role: card.role, org: card.org, before: org?.before || role!.before })
}
