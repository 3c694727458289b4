import type { CivilDate } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { type Door, doorsAmong } from '../../domain/evidence.ts'
import { type Topic, topicsOf } from '../../domain/topics.ts'
import type { Journal } from '../../store/journal.ts'

/** More words than one door has. */
const MOST_TOPICS = 8

/** What is asked for. @throws NetError when there is nothing in it to look for */
export function soughtTopics(words: string): Topic[] {
  const topics = topicsOf(words).slice(0, MOST_TOPICS)
  if (topics.length > 0) return topics
  throw badInput(
    'the search',
    undefined,
    'has no words',
    'Say what you look for: net who "designer in Lisbon"',
  )
}

/** Who could open a door: those for whom most of the topics speak, in the order of evidence; and how many there are in all. */
export function doorsTo(
  journal: Journal,
  topics: Topic[],
  today: CivilDate,
  limit: number,
): { doors: Door[]; count: number } {
  const evidence = journal.evidence.about(topics.map(({ root }) => root))
  const acquaintances = {
    of: (ids: number[]) => journal.closeness.of(ids, today),
    lastMetFirst: (ids: number[]) => journal.evidence.lastMetFirst(ids, today),
  }
  return doorsAmong(topics, evidence, acquaintances, today, limit)
}
