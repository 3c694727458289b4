import type { About } from '../../domain/operation.ts'
import type { Journal } from '../../store/journal.ts'

export interface Rehearsal {
  dryRun?: boolean
  json?: boolean
}

/** Thrown to leave the journal as it was. */
class NotThisTime extends Error {}

/**
 * Records as one operation, or, in a rehearsal, does everything and takes it back before it is done.
 * @returns the operation; `null` in a rehearsal and when nothing was changed
 */
export function recordOrRehearse(
  journal: Journal,
  what: string,
  dryRun: boolean,
  work: (about: About) => void,
): number | null {
  try {
    return journal.operations.record(what, (about) => {
      work(about)
      if (dryRun) throw new NotThisTime()
    }).operation
  } catch (error) {
    if (error instanceof NotThisTime) return null
    throw error
  }
}

export const fileName = (path: string): string => path.replace(/^.*[\\/]/, '')
