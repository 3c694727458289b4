import { isClosing } from './introduction-words.ts'
import type { EntryIntroduction } from './introductions.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import type { NamesMet } from './newly-met.ts'
import { sentenceAround } from './through.ts'
import type { Token } from './tokens.ts'
import { AND, ME, PREPOSITIONS, WITH, words } from './words.ts'

/** People read together; `means` when they stand after "via", "durch" and the like. */
export interface Group extends NamesMet {
  means?: boolean
}

type Told = EntryIntroduction<Naming>

/** "Ada introduced me to Jonas", "Intro Ada <> Jonas"; "put me in touch" and "stellte mir Jonas vor" need their second word. */
const BRINGING: ReadonlyMap<string, string | undefined> = new Map([
  ['introduced', undefined],
  ['introduces', undefined],
  ["intro'd", undefined],
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
const US = words('us uns')
const EACH_OTHER = words('einander miteinander gegenseitig')

/** The introductions that verbs tell of: "Ada introduced me to Jonas", "Ada hat mir Jonas vorgestellt", "Introduced Ada to Grace". */
export function introductionsByVerbs(reading: NameReading, met: Group[]): Told[] {
  const { tokens } = reading
  return met.length === 0
    ? []
    : tokens.flatMap(({ lower }, at) => {
        if (BRINGING.has(lower)) return broughtTogether(tokens, at, met)
        return at > 0 && isClosing(reading, at) ? presented(tokens, at, met) : []
      })
}

export const toMe = (introducers: Naming[], introduced: Naming[]): Told[] =>
  introducers.flatMap((introducer) => introduced.map((a) => ({ introducer, a, b: null })))

/** "Ada introduced me to Jonas", and "Introduced Ada to Grace", which I did. */
function broughtTogether(tokens: Token[], verb: number, met: Group[]): Told[] {
  const { from, to } = sentenceAround(tokens, verb)
  const rest = tokens.slice(verb, to)
  const companion = BRINGING.get(tokens[verb]!.lower)
  if (companion && !rest.some(({ lower }) => lower === companion)) return []
  const [first, second] = met.filter(({ at }) => at > verb && at < to)
  const object = tokens[verb + 1]?.text === ':' ? verb + 2 : verb + 1
  // "introduced the panel with Tom and me" is about the panel.
  if (first?.at !== object && !ME.has(tokens[object]?.lower ?? '')) return []
  const me = verb + rest.findIndex(({ lower }) => ME.has(lower))
  if (me > verb) {
    const subject = subjectBefore(met, verb, from)
    // "introduced Tim and me to Jonas", "introduced Jonas to me"
    const behind = tokens[me - 1]!.lower === 'to' ? first : met.find(({ at }) => at > me && at < to)
    const introduced = behind ?? first
    return introduced ? toMe(subject, introduced.namings) : toUs(tokens, met, me, verb)
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
  if (!first) return me >= 0 ? toUs(tokens, met, from + me, from + me) : []
  if (me >= 0) {
    const subject = subjectBefore(met, from + me, from)
    return subject.length > 0 ? toMe(subject, first.namings) : toMe(first.namings, second?.namings ?? [])
  }
  const isNextToVerb = (second ?? first).next >= verb - (tokens[verb]!.lower === 'gemacht' ? 2 : 1)
  const isMine = said(DONE_BY_OTHERS) < 0 && isNextToVerb && !isAfterPreposition(tokens, first)
  // "Ada und Ben vorgestellt" may be a plan that was shown to both.
  const isShown = tokens[verb]!.lower === 'vorgestellt' && !second && said(EACH_OTHER) < 0
  return isMine && !isShown ? together(first, second) : []
}

/** "Coffee with Jonas, Ada introduced us": those before her were brought together with me. @param me where "us" stands */
function toUs(tokens: Token[], met: Group[], me: number, end: number): Told[] {
  const last = met.findLastIndex(({ next }) => next <= end)
  const subject = met[last]
  if (!subject || !US.has(tokens[me]!.lower)) return []
  const { namings } = subject
  const isPair = AND.has(tokens[subject.next - 2]?.lower ?? '')
  return namings.length > 1 && !isPair
    ? toMe(namings.slice(-1), namings.slice(0, -1))
    : toMe(namings, met[last - 1]?.namings ?? [])
}

/** Several may have done it in one sentence ("Ada & Ben introduced me"); "she" of the sentence before must be one. */
function subjectBefore(met: Group[], at: number, from: number): Naming[] {
  const subject = met.findLast(({ next }) => next <= at)
  return subject && (subject.at >= from || subject.namings.length === 1) ? subject.namings : []
}

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
