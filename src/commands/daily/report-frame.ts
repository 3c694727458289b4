import type { CivilDate } from '../../domain/dates.ts'
import type { Introduction } from '../../domain/introductions.ts'
import type { Period, Span } from '../../domain/periods.ts'
import type { Journal } from '../../store/journal.ts'

/** What every section is gathered from. */
export interface ReportFrame {
  journal: Journal
  period: Period
  previous: Period
  /** The part of the period that has been. */
  past: Span
  today: CivilDate
  defaultCadence: number
  /** Whether the user wants to hear of one-sidedness. */
  oneSidedHints: boolean
  /** Introductions that wait for something today; read once for the sections that ask. */
  waiting(): Introduction[]
}
