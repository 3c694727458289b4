import type { AppContext } from '../../context.ts'
import { tidied } from '../../domain/arriving-card.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Reading } from '../../exchange/files.ts'
import { personOnLine } from '../../exchange/foreign.ts'
import type { PeopleFile } from '../../exchange/people-file.ts'
import { phoneReader } from '../../exchange/phones.ts'
import type { Arrived } from '../../store/arrivals.ts'
import type { Journal } from '../../store/journal.ts'
import { type Imported, importedView, importProgress, jobChange, jobText } from '../../ui/views/imported.ts'
import { type FilePerson, takeRecords } from './foreign-records.ts'
import { fileName, type Rehearsal, recordOrRehearse } from './rehearsing.ts'

export interface PeopleOptions extends Rehearsal {
  /** Those as well who were deleted here. */
  deleted?: boolean
}

/** A file that is looked at, but not read yet: what is read as it is asked for is read into the journal. */
export interface OpenFile<T = PeopleFile> {
  path: string
  reading: Reading
  file: T
}

/** Takes the people of all files, with what else is told of them, as one operation. */
export function importPeople(context: AppContext, files: OpenFile[], options: PeopleOptions): void {
  const { dryRun = false, json = false, deleted = false } = options
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
    added: [],
    changed: [],
    records: 0,
    skipped: [],
    failed: [],
    leftOut: [],
    conflicts: [],
    perhaps: [],
    jobs: [],
  }
  imported.operation = recordOrRehearse(journal, 'import', dryRun, (about) => {
    for (const each of files) {
      const arrivals = journal.arrivals(each.file.format, { phoneOf, today, deletedToo: deleted })
      take(context, journal, each, imported, arrivals, today)
    }
    about.text = files.map(({ path }) => fileName(path)).join(', ')
    about.count = imported.new + imported.updated
  })
  context.output.show(imported, importedView, { json })
}

/** People whose part of a file it takes before progress is told again. */
const A_WHILE = 100

function take(
  context: AppContext,
  journal: Journal,
  { path, reading, file }: OpenFile,
  imported: Imported,
  arrivals: ReturnType<Journal['arrivals']>,
  today: CivilDate,
): void {
  const { format, records, count, more } = file
  const people = new Map<string, FilePerson>()
  const perhaps: Imported['perhaps'] = []
  let done = 0
  for (const record of records) {
    if (++done % A_WHILE === 0)
      context.output.progress(
        { file: fileName(path), count: done, share: count === null ? reading.share() : done / count },
        importProgress,
      )
    if ('unread' in record) {
      const { line, reason } = record.unread
      const skipped = reason === 'a-group' || (reason === 'no-name' && format === 'linkedin')
      imported[skipped ? 'skipped' : 'failed'].push({ file: path, line, reason })
      continue
    }
    const { sourceId, line, ...told } = record.contact
    const card = tidied(told)
    if (!card) {
      imported.failed.push({ file: path, line, reason: 'no-such-name' })
      continue
    }
    const arrived = arrivals.take({ sourceId, card, original: record.original })
    if (!arrived) {
      imported.skipped.push({ file: path, line, reason: 'deleted-here', name: card.name })
      continue
    }
    const { id, name, key } = arrived
    imported[arrived.outcome]++
    if (imported.dryRun) noteWho(imported, arrived)
    for (const called of [sourceId ?? told.name, personOnLine(line)]) people.set(called, { id, name, key })
    imported.conflicts.push(...arrived.conflicts.map((conflict) => ({ id, name, ...conflict })))
    if (arrived.perhaps) perhaps.push({ id, name, ...arrived.perhaps })
    if (format === 'linkedin') noteJob(journal, imported, arrived, today)
  }
  imported.perhaps.push(...perhaps.filter(arrivals.isLikely))
  const taken = takeRecords(journal, format, more, people, today)
  imported.records += taken.count
  imported.leftOut.push(...taken.leftOut)
}

/** Who it would be: of what is done `net list` and `net history` tell. */
function noteWho(imported: Imported, { id, name, outcome, changes }: Arrived): void {
  if (outcome === 'new') imported.added.push(name)
  if (outcome === 'updated') imported.changed.push({ id, name, changes })
}

/** A job that changed between two exports is worth a word: it comes back as what was last heard. */
function noteJob(
  journal: Journal,
  imported: Imported,
  { id, name, outcome, changes }: Arrived,
  today: CivilDate,
) {
  const { role, org } = journal.cards.byId(id)!
  const changed = (field: string) => changes.find((change) => change.field === field)
  const before = { role: changed('role')?.before ?? role, org: changed('org')?.before ?? org }
  const isChanged = Boolean(changed('role')?.before || changed('org')?.before)
  if (outcome !== 'updated' || !isChanged) return
  journal.facts.add({ what: jobChange(before, { role, org }), people: [{ id, name }], on: today })
  imported.jobs.push({ id, name, role, org, before: jobText(before) })
}
