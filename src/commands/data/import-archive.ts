import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import type { ArchiveFile } from '../../exchange/people-file.ts'
import { archiveImportedView } from '../../ui/views/imported.ts'
import { fileName, type Rehearsal, recordOrRehearse } from './rehearsing.ts'

/**
 * An archive is a journal of its own: it takes the place of an empty one.
 * @throws NetError when there is something in the journal, or the archive does not fit
 */
export function importArchive(
  context: AppContext,
  path: string,
  archive: ArchiveFile,
  { dryRun = false, json = false }: Rehearsal,
): void {
  const journal = dryRun ? context.reading() : context.journal()
  if (!journal.archive.isEmpty())
    throw badInput(
      'the archive',
      path,
      'is a whole journal, and there is something in this one',
      'Name a new one: net --db other.db import …',
    )
  let records = 0
  const operation = recordOrRehearse(journal, 'import', dryRun, (about) => {
    records = journal.archive.load(archive)
    about.text = fileName(path)
    about.count = archive.tables.contact?.length ?? 0
  })
  context.output.show({ operation, dryRun, format: 'archive', records }, archiveImportedView, { json })
}
