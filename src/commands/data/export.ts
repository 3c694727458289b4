import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import { archivePieces } from '../../exchange/archive.ts'
import { batched, writeWhole } from '../../exchange/files.ts'
import { linesOf } from '../../exchange/lines.ts'
import { contentLinesOf } from '../../exchange/vcard/content-line.ts'
import { type VCardVersion, vcardOf } from '../../exchange/vcard/write.ts'
import { exportedView } from '../../ui/views/exported.ts'
import { chooseCircle, chooseContact, examples } from '../arguments.ts'

const FORMATS = ['archive', 'vcard3', 'vcard4'] as const
type Format = (typeof FORMATS)[number]

interface ExportOptions {
  as: Format
  out?: string
  contact?: string
  circle?: string
  force?: boolean
  json?: boolean
}

export function registerExport(parent: Command, context: AppContext): void {
  const command = parent
    .command('export')
    .description('take everything with you: the whole journal as JSON, or people as vCards')
    .addOption(new Option('--as <format>', 'the format').choices(FORMATS).default('archive'))
    .option('--out <file>', 'where to (else to standard output)')
    .option('--contact <contact>', 'of vCards: this one alone')
    .option('--circle <circle>', 'of vCards: the people of a circle')
    .option('--force', 'write over a file that is there')
    .option('--json', 'answer as JSON; needs --out')
    .action((options: ExportOptions) => exportJournal(context, options))
  examples(
    command,
    'net export --out journal.json',
    'net export --as vcard3 --circle clients --out clients.vcf',
  )
}

async function exportJournal(context: AppContext, options: ExportOptions): Promise<void> {
  const { as, out, force = false, json = false } = options
  if (as === 'archive' && (options.contact !== undefined || options.circle !== undefined))
    throw badInput('an archive', undefined, 'is of the whole journal', 'For some people add --as vcard3.')
  if (json && out === undefined)
    throw badInput(
      '--json',
      undefined,
      'tells of a file',
      'Name it with --out; without it the export itself is shown.',
    )
  const { pieces, count } = as === 'archive' ? archiveOf(context) : await cards(context, options)
  if (out === undefined) {
    for (const text of batched(pieces)) context.output.piece(text)
    return
  }
  writeWhole(out, pieces, force)
  context.output.show({ file: out, format: as, count: count() }, exportedView, { json })
}

interface Export {
  pieces: Iterable<string>
  /** Rows or people, once all is written. */
  count: () => number
}

function archiveOf(context: AppContext): Export {
  const { archive } = context.reading()
  let count = 0
  function* counted<T>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) {
      count++
      yield row
    }
  }
  function* tables() {
    for (const { table, rows } of archive.rows()) yield { table, rows: counted(rows) }
  }
  return { pieces: archivePieces(archive.version(), context.today(), tables()), count: () => count }
}

async function cards(context: AppContext, { as, contact, circle }: ExportOptions): Promise<Export> {
  const journal = context.reading()
  const circleId = circle === undefined ? undefined : chooseCircle(journal, circle).id
  const people =
    contact === undefined
      ? journal.people.list({ circleId }, 'name', context.today())
      : [await chooseContact(context, contact)]
  const version: VCardVersion = as === 'vcard4' ? '4.0' : '3.0'
  function* pieces() {
    for (const { id } of people) {
      const { uid } = journal.contacts.byId(id)!
      const [source] = journal.sources.ofContact(id).filter(({ format }) => format === 'vcard')
      const original = source ? [...contentLinesOf(linesOf([Buffer.from(source.original, 'latin1')]))] : []
      yield vcardOf({ uid: source?.sourceId ?? uid, card: journal.cards.byId(id)!, original }, version)
    }
  }
  return { pieces: pieces(), count: () => people.length }
}
