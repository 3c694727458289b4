import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import type { RecordFilter } from '../../domain/journal-records.ts'
import { batched, writeFolder, writeWhole } from '../../exchange/write-files.ts'
import { EXPORTED_TABLES, type ExportedTable } from '../../ui/views/export/tables.ts'
import { exportedView } from '../../ui/views/exported.ts'
import { dateArgument, examples } from '../arguments.ts'
import { chooseCircle, chooseContact } from '../choose-contact.ts'
import {
  archiveOf,
  calendarOf,
  csvOf,
  type Export,
  friendsOf,
  markdownOf,
  vcardsOf,
} from './export-formats.ts'

const FORMATS = ['archive', 'vcard3', 'vcard4', 'csv', 'markdown', 'ics', 'friends'] as const
type Format = (typeof FORMATS)[number]

const TABLES = Object.keys(EXPORTED_TABLES) as ExportedTable[]

interface ExportOptions {
  as: Format
  out?: string
  table?: ExportedTable
  contact?: string
  circle?: string
  since?: string
  force?: boolean
  json?: boolean
}

export function registerExport(parent: Command, context: AppContext): void {
  const command = parent
    .command('export')
    .description('take everything with you: the whole journal as JSON, or in formats that others read')
    .addOption(
      new Option('--as <format>', 'the format (else archive; of a part of the journal markdown)').choices(
        FORMATS,
      ),
    )
    .option('--out <file>', 'where to (else to standard output); of csv a folder, one file a table')
    .addOption(new Option('--table <table>', 'of csv: this table alone').choices(TABLES))
    .addOption(new Option('--contact <contact>', 'this person alone').conflicts('circle'))
    .option('--circle <circle>', 'the people of a circle')
    .option('--since <date>', 'of csv, markdown and friends: what was since a day')
    .option('--force', 'write over what is there')
    .option('--json', 'answer as JSON; needs --out')
    .action((options: Partial<ExportOptions>) =>
      exportJournal(context, {
        as: isPart(options) ? 'markdown' : 'archive',
        ...options,
        out: options.out === '-' ? undefined : options.out,
      }),
    )
  examples(
    command,
    'net export --out journal.json',
    'net export --as vcard3 --circle clients --out clients.vcf',
    'net export --as csv --out tables',
    'net export --contact "Ada Beispiel" --out ada.md',
    'net export --as markdown --since 2026-01-01 --out 2026.md',
    'net export --as ics --out ~/calendars/net.ics --force',
  )
}

/** An archive is of the whole journal; of a part a person will want to read all there is. */
const isPart = ({ contact, circle, since }: Partial<ExportOptions>): boolean =>
  [contact, circle, since].some((option) => option !== undefined)

async function exportJournal(context: AppContext, options: ExportOptions): Promise<void> {
  refuseUnfit(options)
  refuseJournalItself(context, options.out)
  const { as, out, table, force = false, json = false } = options
  const filter = await filterOf(context, options)
  context.reading().holdStill()
  const show = (count: number) =>
    context.output.show({ file: out!, format: as, count }, exportedView, { json })
  if (as === 'csv' && table === undefined && out !== undefined) {
    const { files, count } = csvOf(context, filter, TABLES)
    writeFolder(out, files, force)
    return show(count())
  }
  const { pieces, count } = await exported(context, options, filter)
  if (out === undefined) {
    for (const text of batched(pieces)) context.output.piece(text)
    return
  }
  writeWhole(out, pieces, force)
  show(count())
}

/** @throws NetError when options say what a format can't do */
function refuseUnfit({ as, out, table, contact, circle, since, json }: ExportOptions): void {
  if (as === 'archive' && (contact !== undefined || circle !== undefined))
    throw badInput(
      'an archive',
      undefined,
      'is of the whole journal',
      'For some people leave --as archive out, or add --as vcard3.',
    )
  if (since !== undefined && !['csv', 'markdown', 'friends'].includes(as))
    throw badInput('--since', undefined, `has no place in ${as}`, 'It goes with csv, markdown and friends.')
  if (table !== undefined && as !== 'csv') throw badInput('--table', undefined, 'is of csv', 'Add --as csv.')
  if (json && out === undefined)
    throw badInput(
      '--json',
      undefined,
      'tells of a file',
      'Name it with --out; without it the export itself is shown.',
    )
}

/** The file, and what SQLite keeps beside it. */
function refuseJournalItself(context: AppContext, out: string | undefined): void {
  if (out === undefined || !existsSync(context.file())) return
  const target = existsSync(out) ? realpathSync(out) : resolve(out)
  if (['', '-wal', '-shm'].some((end) => target === realpathSync(context.file()) + end))
    throw badInput('--out', out, 'is the journal itself', 'Name another file.')
}

async function filterOf(
  context: AppContext,
  { contact, circle, since }: ExportOptions,
): Promise<RecordFilter> {
  const journal = context.reading()
  const filter: RecordFilter = {}
  if (contact !== undefined) filter.people = new Set([(await chooseContact(context, contact)).id])
  if (circle !== undefined) {
    const circleId = chooseCircle(journal, circle).id
    filter.people = new Set(
      journal.contactList.list({ circleId }, 'name', context.today()).map(({ id }) => id),
    )
  }
  if (since !== undefined) filter.since = await dateArgument(context, '--since', since, 'past')
  return filter
}

async function exported(
  context: AppContext,
  { as, table }: ExportOptions,
  filter: RecordFilter,
): Promise<Export> {
  switch (as) {
    case 'archive':
      return archiveOf(context)
    case 'vcard3':
    case 'vcard4': {
      const everybody = context.reading().contactList.list({}, 'name', context.today())
      const ids = everybody.map(({ id }) => id).filter((id) => filter.people?.has(id) ?? true)
      return vcardsOf(context, ids, as === 'vcard4' ? '4.0' : '3.0')
    }
    case 'csv': {
      const { files, count } = csvOf(context, filter, [table ?? 'contacts'])
      return { pieces: files[0]!.pieces, count }
    }
    case 'markdown':
      return markdownOf(context, filter)
    case 'ics':
      return calendarOf(context, filter)
    case 'friends':
      return friendsOf(context, filter)
  }
}
