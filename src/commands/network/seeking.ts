import type { CivilDate } from '../../domain/dates.ts'
import { badInput } from '../../domain/errors.ts'
import { type Door, doorsAmong, type TopicsOf } from '../../domain/evidence.ts'
import { soughtOf, type Topic, topicsIn, topicsOf } from '../../domain/topics.ts'
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

interface Doors {
  doors: Door[]
  /** How many there are in all. */
  count: number
}

/** Who could open a door: those for whom most of the topics speak, in the order of evidence. */
export function doorsTo(journal: Journal, topics: Topic[], today: CivilDate, limit: number): Doors {
  const evidence = journal.evidence.about(soughtIn(topics))
  return doorsAmong(topics, evidence, acquaintancesIn(journal, today), today, limit)
}

/** The same for several that are sought. What is written of people is gone through once for all of them. */
export function doorsToEach(journal: Journal, sought: Topic[][], today: CivilDate, limit: number): Doors[] {
  const all = sought.flat()
  const evidence = journal.evidence.about(soughtIn(all), sought.length)
  const roots = new Map(evidence.map(({ text }) => [text, rootsOf(topicsIn(text, all))]))
  const known: TopicsOf = (text, topics) => topics.filter(({ root }) => roots.get(text)!.includes(root))
  return sought.map((topics) =>
    doorsAmong(topics, evidence, acquaintancesIn(journal, today), today, limit, known),
  )
}

/** What to look for in texts, each once. */
const soughtIn = (topics: Topic[]): string[] => [...new Set(topics.map(soughtOf))]

const rootsOf = (topics: Topic[]): string[] => [...new Set(topics.map(({ root }) => root))]

const acquaintancesIn = (journal: Journal, today: CivilDate) => ({
  of: (ids: number[]) => journal.closeness.inShort(ids, today),
  lastMetFirst: (ids: number[]) => journal.evidence.lastMetFirst(ids, today),
})
