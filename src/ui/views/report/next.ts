import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type { Reason } from '../../../domain/reasons.ts'
import { fromToday } from '../../dates.ts'
import type { SectionView } from './blocks.ts'

export interface NextStep extends PersonRef {
  reason: string
  /** The same as facts; `null`: it has been a while. */
  because: Reason | null
}

/** The reason where nothing else is one. */
export const timeAgain = (lastOn: CivilDate, today: CivilDate): string =>
  `Last met ${fromToday(lastOn, today)}`

export const nextView: SectionView<NextStep[]> = {
  title: 'People to see next',
  blocks: (steps) =>
    steps.length === 0
      ? []
      : [{ kind: 'steps', rows: steps.map(({ name, reason }) => ({ name, why: reason })) }],
  figures: (steps) => steps.map(({ id, name, reason }) => ({ key: String(id), value: `${name}: ${reason}` })),
}
