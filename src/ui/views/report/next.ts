import type { PersonRef } from '../../../domain/contacts.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { fromToday } from '../../dates.ts'
import type { SectionView } from './blocks.ts'

export interface NextStep extends PersonRef {
  reason: string
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
