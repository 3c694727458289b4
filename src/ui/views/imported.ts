import type { CardChange } from '../../domain/contact-card.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { Evidence } from '../../domain/identify.ts'
import type { Conflict } from '../../domain/merge-cards.ts'
import type { View } from '../output.ts'
import type { Progress } from '../progress.ts'
import { counted, cut, listed, listedUpTo, oneLine, wrap } from '../text.ts'

export interface UnreadRow {
  file: string
  /** Counted from 1. */
  line: number
  reason: string
  /** Who it was, where that is known. */
  name?: string
}

/** What an import came to: the counts, and what wants to be looked at. */
export interface Imported {
  operation: number | null
  dryRun: boolean
  format: string
  new: number
  updated: number
  unchanged: number
  /** In a rehearsal, who would be new and what would change of whom; empty otherwise. */
  added: string[]
  changed: (PersonRef & { changes: CardChange[] })[]
  /** Meetings, notes, tasks, gifts, ties and introductions that came with the people, for the first time. */
  records: number
  /** Passed over: groups, members who hide themselves, people who were deleted here. */
  skipped: UnreadRow[]
  failed: UnreadRow[]
  /** What the files have and a journal has no place for; without a count where nobody looked. */
  leftOut: { what: string; count: number | null }[]
  /** Changed on both sides; what is here stayed. */
  conflicts: (PersonRef & Conflict)[]
  /** New, but perhaps somebody who is there already. */
  perhaps: (PersonRef & { people: PersonRef[]; evidence: Evidence[] })[]
  /** Jobs that changed since the last export. */
  jobs: (PersonRef & { role: string | null; org: string | null; before: string })[]
}

/** Why a line was not read. */
export const REASONS: Record<string, string> = {
  'no-name': 'has no name',
  'no-such-name': 'has a name that nobody can be called by here: no letter in it, a number alone, or "me"',
  'a-group': 'is a group, not a person',
  unfinished: 'is not finished: its END is missing',
  'too-long': 'has a line that is too long',
  'not-a-line': 'is not understood',
  'not-a-calendar': 'is not understood',
  'not-a-meeting': 'is not understood',
  'not-a-row': 'is not a row: a quotation mark is not closed, or it does not end',
}

const FIELDS: Record<string, string> = {
  org: 'organisation',
  cadenceDays: 'cadence',
  metOn: 'met',
  metAt: 'met at',
}

export interface Job {
  role: string | null
  org: string | null
}

/** "Admiral at Beispiel GmbH"; '' where nothing is told. */
export const jobText = ({ role, org }: Job): string => [role, org].filter(Boolean).join(' at ')

/** A change of jobs as it is noted of a person. */
export const jobChange = (before: Job, now: Job): string =>
  jobText(now) === '' ? `no job told any more, was ${jobText(before)}` : `new job: ${jobText(now)}`

const NO_PEOPLE: Record<string, [why: string, hint?: string]> = {
  'too-large': [
    'is larger than 128 MB, which is as much as is read at once',
    'Export it in parts, or as vCards, which may be of any size.',
  ],
  'broken-json': ['is JSON that is broken or not whole', 'Export it again. The journal is as it was.'],
  'broken-zip': ['is an archive that is broken or not whole', 'Download it again. The journal is as it was.'],
  'no-connections': [
    'is an archive without a Connections.csv',
    'Of archives net reads the one LinkedIn makes of all you have there. Unpack others first.',
  ],
}

/** Why no people can be read from a file, and what to do. */
export function unreadableFile(
  why: string,
  as: string | undefined,
  formats: readonly string[],
): { why: string; hint: string } {
  const [told, hint] = NO_PEOPLE[why] ?? [
    as === undefined ? 'is nothing that net can read people from' : `is no such file (${as})`,
  ]
  return { why: told, hint: hint ?? `It reads ${formats.join(', ')}.` }
}

/** One and several of what is left out. */
const LEFT_OUT: Record<string, [one: string, several: string]> = {
  journal_entry: ['diary entry', 'diary entries'],
  reminder: ['reminder that is over or recurs', 'reminders that are over or recur'],
}

function leftOutPart(leftOut: Imported['leftOut'], width: number): string[] {
  if (leftOut.length === 0) return []
  const told = leftOut.map(({ what, count }) => {
    const [one, several] = LEFT_OUT[what] ?? [oneLine(what.replaceAll('_', ' '))]
    return count === null ? one : counted(count, one, several)
  })
  return wrap(`Left out: ${listed(told)}.`, width)
}

function deletedPart(skipped: UnreadRow[], width: number): string[] {
  const names = skipped.flatMap(({ reason, name }) => (reason === 'deleted-here' && name ? [name] : []))
  if (names.length === 0) return []
  const told = listedUpTo(names, SHOWN)
  return wrap(`Deleted here before, and left so: ${told}. With --deleted they come again.`, width)
}

const named = ({ id, name }: PersonRef): string => `#${id} ${name}`

/** So many are named of those who would be new, and who would be changed. */
const NAMED = 20

/** Fields of which there may be several. */
const LISTS = new Set(['aliases', 'circles', 'tags', 'dates', 'reach'])

/** What would change in short: `role "Admiral" → "Captain", tags without "navy"`. */
function changeText({ field, before, after }: CardChange): string {
  const said = (text: string) => `"${cut(oneLine(text), 40)}"`
  const label = FIELDS[field] ?? field
  if (LISTS.has(field)) {
    const [old, now] = [before.split(', '), after.split(', ')]
    const more = now.filter((each) => each !== '' && !old.includes(each))
    const less = old.filter((each) => each !== '' && !now.includes(each))
    const parts = [
      ...(more.length > 0 ? [`with ${said(more.join(', '))}`] : []),
      ...(less.length > 0 ? [`without ${said(less.join(', '))}`] : []),
    ]
    return `${label} ${parts.join(' and ')}`
  }
  if (after === '') return `${label} without ${said(before)}`
  return before === '' ? `${label} ${said(after)}` : `${label} ${said(before)} → ${said(after)}`
}

/** Of each sort; --json lists all. */
export const SHOWN = 8

export const importedView: View<Imported> = (imported, { chalk, width }) => {
  const { dryRun, updated, unchanged, skipped, failed, conflicts, perhaps, jobs } = imported
  const counts = [
    `${imported.new} new`,
    `${updated} updated`,
    `${unchanged} unchanged`,
    ...(imported.records > 0
      ? [counted(imported.records, 'record of what happened', 'records of what happened')]
      : []),
    ...(skipped.length > 0 ? [`${skipped.length} passed over`] : []),
    ...(failed.length > 0 ? [`${failed.length} not read`] : []),
  ]
  const formats = [...new Set(imported.format.split(', '))].join(', ')
  const head = dryRun
    ? `Would be: ${listed(counts)}. Nothing was changed.`
    : `${chalk.green('✓')} ${formats}: ${listed(counts)}.`
  const part = <T>(title: string, rows: T[], told: (row: T) => string, most = SHOWN): string[] =>
    rows.length === 0
      ? []
      : [
          ...wrap(title, width),
          ...rows.slice(0, most).flatMap((row) => wrap(told(row), width - 2).map((line) => `  ${line}`)),
          ...(rows.length > most ? [chalk.dim(`  … and ${rows.length - most} more; --json lists all`)] : []),
        ]
  return [
    ...wrap(head, width),
    ...(imported.added.length > 0
      ? wrap(`New: ${listedUpTo(imported.added.map(oneLine), NAMED)}.`, width)
      : []),
    ...part(
      'Updated:',
      imported.changed,
      ({ name, changes }) => oneLine(`${name}: ${changes.map(changeText).join(', ')}`),
      NAMED,
    ),
    ...part('Jobs that changed; "net find job" tells of them later:', jobs, ({ name, role, org, before }) =>
      oneLine(`${name}: ${jobText({ role, org }) || 'none told'} (before: ${before})`),
    ),
    ...part('Changed here and there; what is here stayed:', conflicts, ({ name, field, here, there }) =>
      oneLine(`${name}, ${FIELDS[field] ?? field}: "${cut(here, 40)}" here, "${cut(there, 40)}" there`),
    ),
    ...part(
      `${perhaps.length} may be known already; they come as new, and "net duplicates" goes through them:`,
      perhaps,
      ({ id, name, people }) => oneLine(`${named({ id, name })}, perhaps ${listed(people.map(named))}`),
    ),
    ...deletedPart(skipped, width),
    ...leftOutPart(imported.leftOut, width),
    ...part('Not read:', failed, ({ file, line, reason }) => `${file}:${line} ${REASONS[reason] ?? reason}`),
    ...(imported.operation === null ? [] : [chalk.dim('  "net undo" takes it back.')]),
  ].join('\n')
}

export const importProgress = ({
  file,
  count,
  share,
}: {
  file: string
  count: number
  share: number | null
}): Progress => ({ what: `${cut(oneLine(file), 30)}  ${counted(count, 'record')}`, share })

export interface ArchiveImported {
  operation: number | null
  dryRun: boolean
  format: string
  records: number
}

export const archiveImportedView: View<ArchiveImported> = ({ dryRun, records }, { chalk }) =>
  dryRun
    ? `Would be: ${counted(records, 'record')} of an archive. Nothing was changed.`
    : `${chalk.green('✓')} The journal is as it was in the archive: ${counted(records, 'record')}.\n  ${chalk.dim('"net undo" takes it back.')}`
