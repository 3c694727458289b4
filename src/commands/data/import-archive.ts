import type { AppContext } from '../../context.ts'
import { badInput } from '../../domain/errors.ts'
import type { ArchivedRow, ArchiveFile } from '../../exchange/archive.ts'
import type { Reading } from '../../exchange/files.ts'
import { archiveImportedView, importProgress } from '../../ui/views/imported.ts'
import { fileName, type Rehearsal, recordOrRehearse } from './rehearsing.ts'

/**
 * An archive is a journal of its own: it takes the place of an empty one.
 * @throws NetError when there is something in the journal, or the archive does not fit
 */
export function importArchive(
  context: AppContext,
  path: string,
  { version, rows }: ArchiveFile,
  reading: Reading,
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
  let people = 0
  function* counted(): Generator<ArchivedRow> {
    for (const each of rows) {
      if (each.table === 'contact') people++
      if (++records % A_WHILE === 0)
        context.output.progress(
          { file: fileName(path), count: records, share: reading.share() },
          importProgress,
        )
      yield each
    }
  }
  const operation = recordOrRehearse(journal, 'import', dryRun, (about) => {
    journal.archive.load({ version, rows: counted() })
    about.text = fileName(path)
    about.count = people
  })
  context.output.show({ operation, dryRun, format: 'archive', records }, archiveImportedView, { json })
}

/** Rows that are taken before progress is told again. */
const A_WHILE = 1000
