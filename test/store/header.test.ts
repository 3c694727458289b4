import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readJournalHeader } from '../../src/store/header.ts'
import { folder, openJournalAt } from './journals.ts'

test.each([
  ['-wal', false],
  ['-journal', false],
  ['-other', true],
])('a file shorter than it says, with %s beside it: damaged is %s', (side, damaged) => {
  const { file, db, journal } = openJournalAt(join(folder(), 'journal.db'))
  db.pragma('wal_checkpoint(TRUNCATE)')
  journal.close()
  truncateSync(file, 8192)
  writeFileSync(file + side, 'x')
  const read = () => readJournalHeader(file, 99)
  if (damaged) expect(read).toThrow('journal')
  else expect(read()).toMatchObject({ size: 8192 })
})
