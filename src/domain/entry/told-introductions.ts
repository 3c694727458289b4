import { isClosing } from './introduction-words.ts'
import type { EntryIntroduction } from './introductions.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import type { NamesMet } from './newly-met.ts'
import { endsSentence, FARTHEST } from './through.ts'
import type { Token } from './tokens.ts'
import { AND, ME, PREPOSITIONS, WITH, words } from './words.ts'

/** People read together; `means` when they stand after "via", "durch" and the like. */
export interface Group extends NamesMet {
  means?: boolean
}

/** Who introduced whom, by what is told, and those groups that were only a means. */
export interface IntroductionsRead {
  introductions: EntryIntroduction<Naming>[]
  notMet: ReadonlySet<Group>
}

type Told = EntryIntroduction<Naming>

/** "Ada introduced me to Jonas", "Intro Ada <> Jonas"; "put me in touch" and "stellte mir Jonas vor" need their second word. */
const BRINGING: ReadonlyMap<string, string | undefined> = new Map([
  ['introduced', undefined],
  ['introduces', undefined],
  ['introducing', undefined],
  ['connecting', undefined],
  ['intro', undefined],
  ['connected', undefined],
  ['put', 'touch'],
  ['stellte', 'vor'],
  ['stellt', 'vor'],
])
const DONE_BY_ME = words('i habe hab ich')
const DONE_BY_OTHERS = words('hat haben hatte hatten wurde wurden wird ist sind')
const THEMSELVES = words('sich euch')

/** Puts together who brought whom together, out of the groups of people in what is told. */
export function introductionsTold(reading: NameReading, groups: Group[]): IntroductionsRead {
  const { tokens } = reading
  const met = groups.filter(({ means }) => !means)
  const introductions: Told[] = []
  const notMet = new Set<Group>()
  for (const group of groups) {
    if (!group.means) continue
    const introduced = introducedThrough(tokens, group, met)
    introductions.push(...toMe(group.namings, introduced))
    if (introduced.length > 0 || /^[üu]/.test(tokens[group.at]!.lower)) notMet.add(group)
  }
  if (introductions.length === 0)
    for (let at = 0; at < tokens.length; at++) {
      if (BRINGING.has(tokens[at]!.lower)) introductions.push(...broughtTogether(tokens, at, met))
      else if (at > 0 && isClosing(reading, at)) introductions.push(...presented(tokens, at, met))
    }
  return { introductions, notMet }
}

const toMe = (introducers: Naming[], introduced: Naming[]): Told[] =>
  introducers.flatMap((introducer) => introduced.map((a) => ({ introducer, a, b: null })))

/** Whom "via Ada" is about: those named before it in its sentence, else those after it, else the ones before. */
function introducedThrough(tokens: Token[], by: Group, met: Group[]): Naming[] {
  const { from, to } = sentenceAround(tokens, by.at)
  const before = met.findLast(({ next }) => next <= by.at)
  const after = met.find(({ at }) => at >= by.next && at < to)
  const group = before && before.at >= from ? before : (after ?? before)
  if (!group) return []
  const inBrackets = tokens[by.at - 1]?.text === '(' && group.next === by.at - 1
  return inBrackets ? group.namings.slice(-1) : group.namings
}

function sentenceAround(tokens: Token[], at: number): { from: number; to: number } {
  let [from, to] = [at, at]
  while (from > 0 && at - from < FARTHEST && !endsSentence(tokens[from - 1]!)) from--
  while (to < tokens.length && to - at < FARTHEST && !endsSentence(tokens[to]!)) to++
  return { from, to }
}

/** "Ada introduced me to Jonas", and "Introduced Ada to Grace", which I did. */
function broughtTogether(tokens: Token[], verb: number, met: Group[]): Told[] {
  const { from, to } = sentenceAround(tokens, verb)
  const rest = tokens.slice(verb, to)
  const companion = BRINGING.get(tokens[verb]!.lower)
  if (companion && !rest.some(({ lower }) => lower === companion)) return []
  const [first, second] = met.filter(({ at }) => at > verb && at < to)
  const me = verb + rest.findIndex(({ lower }) => ME.has(lower))
  if (me > verb) {
    const subject = subjectBefore(tokens, met, verb, from)
    // "introduced Tim and me to Jonas", "introduced Jonas to me"
    const behind = tokens[me - 1]!.lower === 'to' ? first : met.find(({ at }) => at > me && at < to)
    const introduced = behind ?? first
    return introduced ? toMe(subject, introduced.namings) : []
  }
  const isMine = !companion && (verb === from || DONE_BY_ME.has(tokens[verb - 1]!.lower))
  return isMine && first && !isAfterPreposition(tokens, first) ? together(first, second) : []
}

/** "Ada hat mir Jonas vorgestellt", and "Ada mit Grace bekannt gemacht", which I did. */
function presented(tokens: Token[], verb: number, met: Group[]): Told[] {
  const { from } = sentenceAround(tokens, verb)
  const clause = tokens.slice(from, verb)
  const said = (wanted: { has(word: string): boolean }) => clause.findIndex(({ lower }) => wanted.has(lower))
  if (said(THEMSELVES) >= 0) return []
  const me = said(ME)
  const [first, second] = met.filter(({ at }) => at > from + Math.max(me, -1) && at < verb)
  if (!first) return []
  if (me >= 0) {
    const subject = subjectBefore(tokens, met, from + me, from)
    return subject.length > 0 ? toMe(subject, first.namings) : toMe(first.namings, second?.namings ?? [])
  }
  const isNextToVerb = (second ?? first).next >= verb - (tokens[verb]!.lower === 'gemacht' ? 2 : 1)
  const isMine = said(DONE_BY_OTHERS) < 0 && isNextToVerb && !isAfterPreposition(tokens, first)
  return isMine && (second || tokens[verb]!.lower !== 'vorgestellt') ? together(first, second) : []
}

/** Several may have done it in one sentence ("Ada & Ben introduced me"); "she" of the sentence before must be one. */
function subjectBefore(tokens: Token[], met: Group[], at: number, from: number): Naming[] {
  const last = met.findLastIndex(({ next }) => next <= at)
  if (last < 0) return []
  if (met[last]!.at < from) return met[last]!.namings.length === 1 ? met[last]!.namings : []
  let first = last
  while (first > 0 && met[first - 1]!.at >= from && isJoined(tokens, met[first - 1]!, met[first]!)) first--
  return met.slice(first, last + 1).flatMap(({ namings }) => namings)
}

const isJoined = (tokens: Token[], one: Group, other: Group): boolean =>
  one.next === other.at - 1 && (AND.has(tokens[one.next]!.lower) || tokens[one.next]!.kind === 'comma')

/** "Mit Ada und Ben vernetzt" is about me and them. */
const isAfterPreposition = (tokens: Token[], { at }: Group): boolean => {
  const before = tokens[at - 1]?.lower ?? ''
  if (WITH.has(tokens[at]!.lower)) return true
  return before !== 'zwischen' && (PREPOSITIONS.has(before) || before === 'to')
}

/** I brought each of one group to those of the other, or those of a single one to each other. */
function together(first: Group, second: Group | undefined): Told[] {
  const ones = second ? first.namings : first.namings.slice(0, 1)
  const others = second ? second.namings : first.namings.slice(1)
  return ones.flatMap((a) => others.map((b) => ({ introducer: null, a, b })))
}
