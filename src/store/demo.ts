import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type CivilDate, localDateTime } from '../domain/dates.ts'
import { demoStory } from '../domain/demo/story.ts'
import { NetError } from '../domain/errors.ts'
import { type Written, writeStory } from './demo-story.ts'
import { type JournalOptions, openJournalToRead } from './journal.ts'
import { restoreJournal } from './restore.ts'

export interface DemoJournal extends Written {
  file: string
  from: CivilDate
  to: CivilDate
  /** Where the demo that was there is now, when somebody had written into it; else `null`. */
  kept: string | null
}

/** Says that a journal is a demo, and which operation was its last one. */
const MARK = 'demo'
const LAST_OPERATION = 'demo-operations'

/**
 * Makes the demo journal in a file of its own, all of it or nothing. One that is there is made anew; what somebody wrote
 * into it is kept beside it.
 * @throws NetError already-there when the file is anything but a demo; what the file has for trouble
 */
export async function makeDemoJournal(
  file: string,
  migrations: string,
  today: CivilDate,
): Promise<DemoJournal> {
  const there = existsSync(file) ? presentDemo(file, migrations) : undefined
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const workplace = mkdtempSync(join(dirname(file), `.${basename(file)}-`))
  const fresh = join(workplace, basename(file))
  const steps = demoStory(today)
  try {
    const written = writeTo(fresh, migrations, today, steps)
    let kept: string | null = null
    if (there) {
      const { before } = await restoreJournal(fresh, file, migrations)
      if (there.touched) kept = before
      else if (before) rmSync(before, { force: true })
    } else renameSync(fresh, file)
    return { file, from: steps[0]!.on, to: today, ...written, kept }
  } finally {
    rmSync(workplace, { recursive: true, force: true })
  }
}

function presentDemo(file: string, migrations: string): { touched: boolean } {
  const notOurs = new NetError({ kind: 'already-there', what: 'file', name: file })
  let journal: ReturnType<typeof openJournalToRead>
  try {
    journal = openJournalToRead({ file, migrations, now: () => '' })
  } catch {
    throw notOurs
  }
  try {
    if (journal.settings.get(MARK) !== '1') throw notOurs
    const [last] = journal.operations.list(1)
    return { touched: String(last?.id) !== journal.settings.get(LAST_OPERATION) || last?.undone === true }
  } finally {
    journal.close()
  }
}

/** Built in memory, and written in one go: hundreds of operations, each made safe on disk, would be felt. */
function writeTo(
  file: string,
  migrations: string,
  today: CivilDate,
  steps: ReturnType<typeof demoStory>,
): Written {
  let moment = ''
  const options: JournalOptions = { file, migrations, now: () => moment }
  const journal = openJournalToRead(options)
  try {
    const written = writeStory(journal, steps, today, (on, time) => {
      moment = localDateTime(new Date(`${on}T${time}:00`))
    })
    journal.settings.set(MARK, '1')
    journal.settings.set(LAST_OPERATION, String(journal.operations.list(1)[0]!.id))
    journal.backUp(today, file)
    return written
  } finally {
    journal.close()
  }
}
