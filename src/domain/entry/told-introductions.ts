import { type Group, introductionsByVerbs, toMe } from './brought-together.ts'
import type { EntryIntroduction } from './introductions.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { sentenceAround } from './through.ts'
import type { Token } from './tokens.ts'
import { AND, words } from './words.ts'

/** Who introduced whom, by what is told, and those groups that were only a means. */
export interface IntroductionsRead {
  introductions: EntryIntroduction<Naming>[]
  notMet: ReadonlySet<Group>
}

/** Puts together who brought whom together, out of the groups of people in what is told. */
export function introductionsTold(reading: NameReading, groups: Group[]): IntroductionsRead {
  const { tokens } = reading
  const met = joined(
    tokens,
    groups.filter(({ means }) => !means),
  )
  const introductions: EntryIntroduction<Naming>[] = []
  const notMet = new Set<Group>()
  for (const group of groups) {
    if (!group.means) continue
    const introduced = introducedThrough(tokens, group, met)
    introductions.push(...toMe(group.namings, introduced))
    if (introduced.length > 0 || /^[üu]/.test(tokens[group.at]!.lower)) notMet.add(group)
  }
  return {
    introductions: introductions.length > 0 ? introductions : introductionsByVerbs(reading, met),
    notMet,
  }
}

/** "Ada & Ben" are one group however they were read. */
function joined(tokens: Token[], groups: Group[]): Group[] {
  const all: Group[] = []
  for (const group of groups) {
    const before = all.at(-1)
    const between = before && before.next === group.at - 1 ? tokens[before.next] : undefined
    if (between && (between.kind === 'comma' || AND.has(between.lower)))
      all[all.length - 1] = { ...before!, next: group.next, namings: [...before!.namings, ...group.namings] }
    else all.push(group)
  }
  return all
}

/** Whom "via Ada" is about: those named before it in its sentence, else those after it, else the ones before. */
function introducedThrough(tokens: Token[], by: Group, met: Group[]): Naming[] {
  const { from, to } = sentenceAround(tokens, by.at)
  if (isAboutOthers(tokens, from, to, met)) return []
  const before = met.findLast(({ next }) => next <= by.at)
  const after = met.find(({ at }) => at >= by.next && at < to)
  const group = before && before.at >= from ? before : (after ?? before)
  if (!group) return []
  const inBrackets = tokens[by.at - 1]?.text === '(' && group.next === by.at - 1
  return inBrackets ? group.namings.slice(-1) : group.namings
}

const THEMSELVES = words('sich herself himself themselves')
const GOT_TO_KNOW = words('met hat haben lernte lernten')
const THEY = words('she he they who sie er')
const WE = words('ich wir mir mich uns')

/** "Nina met Tom through Ada", "sie haben sich über Ada kennengelernt": not I. */
function isAboutOthers(tokens: Token[], from: number, to: number, met: Group[]): boolean {
  const sentence = tokens.slice(from, to)
  if (sentence.some(({ lower }) => WE.has(lower))) return false
  return sentence.some(({ lower }, index) => {
    const at = from + index
    const before = tokens[at - 1]
    const hasSubject = () => index > 0 && (THEY.has(before!.lower) || met.some(({ next }) => next === at))
    return THEMSELVES.has(lower) || (GOT_TO_KNOW.has(lower) && hasSubject())
  })
}
