import type { CivilDate } from '../../domain/dates.ts'
import { type Occasions, reasonFor } from '../../domain/reasons.ts'
import type { Standing } from '../../domain/staleness.ts'
import type { Journal } from '../../store/journal.ts'
import { reasonText } from '../../ui/views/reasons.ts'
import type { StaleRow } from '../../ui/views/stale.ts'

/**
 * How relationships stand, each with its circles and a reason to get in touch: for as many as are to be shown.
 * @param also what else may be a reason with a contact
 */
export function standingRows(
  journal: Journal,
  standings: Standing[],
  today: CivilDate,
  also: (id: number) => Partial<Occasions> = () => ({}),
): StaleRow[] {
  const ids = standings.map(({ relationship }) => relationship.id)
  const circles = journal.relationships.circlesOf(ids)
  const occasions = journal.occasions.of(ids, today)
  return standings.map(({ relationship: { id, name }, staleness }) => {
    const because = reasonFor({ ...occasions.get(id)!, ...also(id) }, today)
    return {
      id,
      name,
      circles: circles.get(id)!,
      ...staleness,
      reason: because && reasonText(because, today),
      because,
    }
  })
}
