import { type Command, Option } from 'commander'
import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import type { ArchiveFile } from '../../exchange/archive.ts'
import { readingOf } from '../../exchange/files.ts'
import {
  type CalendarFile,
  FILE_FORMATS,
  type FileFormat,
  type PeopleFile,
  peopleIn,
} from '../../exchange/people-file.ts'
import { unreadableFile } from '../../ui/views/imported.ts'
import { examples } from '../arguments.ts'
import { importArchive } from './import-archive.ts'
import { importCalendar } from './import-calendar.ts'
import { importPeople, type OpenFile, type PeopleOptions } from './import-people.ts'

interface ImportOptions extends PeopleOptions {
  as?: FileFormat
}

export function registerImport(parent: Command, context: AppContext): void {
  const command = parent
    .command('import')
    .description('bring people along from address books and exports; reading a file again changes nothing')
    .argument('<file...>', 'the files, of any of the formats; "-" reads standard input')
    .addOption(
      new Option('--as <format>', 'what it is, where that is not told by what stands in it').choices(
        FILE_FORMATS,
      ),
    )
    .option('--deleted', 'bring those back, too, who came with a file before and were deleted here')
    .option('--dry-run', 'show what would happen, and change nothing')
    .option('--json', 'answer as JSON')
    .action((files: string[], options: ImportOptions) => importFiles(context, files, options))
  examples(command, 'net import contacts.vcf', 'net import Connections.csv --dry-run')
}

async function importFiles(context: AppContext, paths: string[], options: ImportOptions): Promise<void> {
  const opened: OpenFile[] = []
  for (const path of paths) {
    const { file, reading } = await open(path, options.as)
    if (file.format === 'archive' || file.format === 'ics') {
      if (paths.length > 1) throw badInput('the file', path, 'goes by itself', 'Import it alone.')
      if (file.format === 'archive') return importArchive(context, path, file, reading, options)
      return importCalendar(context, path, file, options)
    }
    opened.push({ path, reading, file })
  }
  importPeople(context, opened, options)
}

/** @throws NetError when it can't be read, or is nothing that net reads */
async function open(
  path: string,
  as: FileFormat | undefined,
): Promise<OpenFile<PeopleFile | ArchiveFile | CalendarFile>> {
  const reading = readingOf(path)
  const file = await peopleIn(reading.pieces, as)
  if (file.format !== 'none') return { path, reading, file }
  const { why, hint } = unreadableFile(file.why, as, FILE_FORMATS)
  throw badInput('the file', path, why, hint)
}
