import type { KnownPerson, NameDirectory } from '../../src/domain/names.ts'
import { fold, nameWords } from '../../src/domain/names.ts'

export interface Acquaintance {
  name: string
  aliases?: string[]
  detail?: string
  lastOn?: string
}

/** A directory held in memory, with ids in the order of the list; `together` are groups who were met at one time. */
export function directoryOf(people: (string | Acquaintance)[], together: string[][] = []): NameDirectory {
  const all = people.map((entry, index) => {
    const {
      name,
      aliases = [],
      detail = null,
      lastOn = null,
    } = typeof entry === 'string' ? { name: entry } : entry
    const names = [name, ...aliases]
    const person: KnownPerson = { id: index + 1, name, detail, lastOn }
    return { person, folded: names.map(fold), words: names.flatMap(nameWords) }
  })
  const idOf = (name: string) => all.find(({ person }) => person.name === name)!.person.id
  const groups = together.map((names) => names.map(idOf))
  return {
    byId: (id) => all[id - 1]?.person,
    named: (folded) => all.filter((entry) => entry.folded.includes(folded)).map(({ person }) => person),
    withWords: (words) =>
      all.filter((entry) => words.every((word) => entry.words.includes(word))).map(({ person }) => person),
    near: (folded) =>
      all
        .filter(({ folded: names, words }) => [...names, ...words].some((name) => name[0] === folded[0]))
        .map(({ person }) => person),
    metWith: (person, others) =>
      groups.filter((group) => group.includes(person) && others.some((other) => group.includes(other)))
        .length,
  }
}
