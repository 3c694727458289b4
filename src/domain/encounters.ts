import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'

/** A meeting of any kind, as it is told of those who were there. */
export interface Meeting {
  on: CivilDate
  kind: string
  place: string | null
  event: string | null
  text: string
  people: PersonRef[]
}
