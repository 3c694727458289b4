import type { KnownPerson, NameDirectory } from '../names.ts'
import { findPerson, fold, nameWords } from '../names.ts'
import type { Guess, Mention } from './entry.ts'
import type { Naming } from './name-phrase.ts'

/** Everybody an entry names, each of them one mention, and what was assumed to tell them apart. */
export interface Cast {
  mentionOf(naming: Naming): Mention
  guesses: Guess[]
}

interface Settling {
  directory: NameDirectory
  allNew: boolean
  mentions: Map<Naming, Mention>
  /** One mention per person: by id, or by the folded name of somebody new or not told apart. */
  known: Map<number, Mention & { state: 'known' }>
  others: Map<string, Mention>
  guesses: Guess[]
}

/**
 * Settles who is meant by each naming: `met` are the people of the encounter, `sectioned` those whom its sections name.
 * Whoever is named clearly goes first, so that the others can be told by them: of several of one name the one who is in the entry
 * already, else the one met before with the others of it.
 */
export function castOf(met: Naming[], sectioned: Naming[], directory: NameDirectory, allNew: boolean): Cast {
  const settling: Settling = {
    directory,
    allNew,
    mentions: new Map(),
    known: new Map(),
    others: new Map(),
    guesses: [],
  }
  const clear = met.filter(({ found }) => found.state === 'one')
  const fresh = met.filter(({ found }) => found.state === 'none').sort((a, b) => wordCount(b) - wordCount(a))
  const several = met.filter(({ found }) => found.state === 'several')
  for (const naming of [...clear, ...fresh, ...several]) settle(settling, naming)
  const present = [...new Set(met.map((naming) => settling.mentions.get(naming)!))]
  for (const naming of sectioned) {
    const mention = amongst(present, naming)
    if (mention) settling.mentions.set(naming, mention)
    else settle(settling, naming)
  }
  return { mentionOf: (naming) => settling.mentions.get(naming)!, guesses: settling.guesses }
}

const wordCount = ({ name }: Naming): number => nameWords(name).length

function settle(settling: Settling, naming: Naming): void {
  settling.mentions.set(naming, mentionFor(settling, naming))
}

function mentionFor(settling: Settling, naming: Naming): Mention {
  const { found, said } = naming
  if (found.state === 'none') return newPerson(settling, naming)
  if (found.state === 'several') return oneOfSeveral(settling, said, found.people)
  if (found.how === 'part' && !settling.known.has(found.person.id))
    settling.guesses.push({ kind: 'name-part', said, chosen: found.person })
  return knownPerson(settling, said, found.person)
}

function knownPerson({ known }: Settling, said: string, person: KnownPerson): Mention {
  const mention = known.get(person.id) ?? { state: 'known', said, person }
  known.set(person.id, mention)
  return mention
}

/** Somebody new; "Grace" after "Grace Hopper" is nobody else. */
function newPerson({ directory, allNew, known, others }: Settling, naming: Naming): Mention {
  const before = amongst([...others.values()], naming)
  if (before) return before
  const found = allNew ? undefined : findPerson(naming.name, directory)
  const near = found?.state === 'none' ? found.near.filter(({ id }) => !known.has(id)) : []
  const mention: Mention = { state: 'new', said: naming.said, name: naming.name, near }
  others.set(`new ${fold(naming.name)}`, mention)
  return mention
}

function oneOfSeveral(settling: Settling, said: string, candidates: KnownPerson[]): Mention {
  const { directory, known, others, guesses } = settling
  const here = candidates.filter(({ id }) => known.has(id))
  if (here.length === 1) return known.get(here[0]!.id)!
  const chosen = metBefore(candidates, [...known.keys()], directory)
  if (chosen) {
    guesses.push({
      kind: 'met-together',
      said,
      chosen,
      others: candidates.filter(({ id }) => id !== chosen.id),
    })
    return knownPerson(settling, said, chosen)
  }
  const key = `several ${fold(said)}`
  const mention = others.get(key) ?? { state: 'ambiguous', said, candidates }
  others.set(key, mention)
  return mention
}

/** The one candidate who was met with the others more often than any other candidate. */
function metBefore(
  candidates: KnownPerson[],
  present: number[],
  directory: NameDirectory,
): KnownPerson | undefined {
  const counted = candidates
    .map((person) => {
      const others = present.filter((id) => id !== person.id)
      return { person, count: others.length > 0 ? directory.metWith(person.id, others) : 0 }
    })
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first && first.count > (second?.count ?? 0) ? first.person : undefined
}

/** The one of these people whose name holds all the words that were said; an exact name goes its own way. */
function amongst(present: Mention[], { name, found }: Naming): Mention | undefined {
  if (found.state === 'one' && found.how !== 'part') return undefined
  const words = nameWords(name)
  const fitting = present.filter((mention) => {
    const whole = nameWords(
      mention.state === 'known' ? mention.person.name : mention.state === 'new' ? mention.name : mention.said,
    )
    return words.length > 0 ? words.every((word) => whole.includes(word)) : fold(name) === fold(mention.said)
  })
  return fitting.length === 1 ? fitting[0] : undefined
}
