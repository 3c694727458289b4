import type { PersonRef } from './contacts.ts'
import type { CivilDate } from './dates.ts'

/** Somebody speaks for somebody, on a topic or with a story of why they are the right one. */
export interface Endorsement {
  id: number
  by: PersonRef
  /** `null`: for me. */
  for: PersonRef | null
  topic: string | null
  story: string | null
  on: CivilDate
}

/** Somebody who put in a good word for me, with what they told. */
export interface Advocate extends PersonRef {
  /** The last encounter, `null` when there was none. */
  lastOn: CivilDate | null
  /** Newest first. */
  stories: Pick<Endorsement, 'id' | 'topic' | 'story' | 'on'>[]
}

/** Endorsements for me by who gave them; whoever told the newest story stands first. @param endorsements newest first */
export function advocatesOf(
  endorsements: Endorsement[],
  lastOn: (id: number) => CivilDate | null,
): Advocate[] {
  const advocates = new Map<number, Advocate>()
  for (const { id, by, topic, story, on } of endorsements) {
    const advocate = advocates.get(by.id) ?? { ...by, lastOn: lastOn(by.id), stories: [] }
    advocate.stories.push({ id, topic, story, on })
    advocates.set(by.id, advocate)
  }
  return [...advocates.values()]
}
