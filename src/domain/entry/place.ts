import { tellsRole } from './apposition.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import {
  CITIES,
  NOT_PEOPLE,
  NOT_THERE,
  OBJECT_VERBS,
  PLACE_WORDS,
  STOP_WORDS,
  TITLES,
  words,
} from './words.ts'

/** After "at the", "im" or "in", these are times, languages and turns of phrase. */
const NOT_PLACES = words(`
  same end ends moment time beginning start weekend latest least top bottom first last back edge risk expense cost other
  english german french spanish italian march april may june july august winter spring summer autumn fall person general q1 q2 q3 q4
  anschluss rahmen gespräch urlaub sommer herbst frühling frühjahr januar jänner februar märz mai juni juli september oktober
  november dezember november december january february october moment august prinzip grunde vergleich internet chat call voraus folgenden
  allgemeinen schnitt nähe woche regel zeit pause kaffeepause mittagspause frühstückspause vergangenheit zukunft reihe lage mittag abend morgen
  nacht deutsch englisch monat jahr februar laufe sinne auto
  umzug geburtstag arzt einkaufen
  frühstück mittagessen abendessen essen kaffee bier wein spaziergang stammtisch telefonieren lunch dinner breakfast`)
/** "she works at SAP", "neuer Job bei SAP": where somebody is employed or lives is not where we met. */
const ELSEWHERE = words(`
  knows know kennt kenne work works working worked job jobs role position lives living lived based studies studied joins joined starts started
  she's he's they're now jetzt inzwischen arbeite arbeitet arbeiten gearbeitet stelle wohnt wohnen lebt studiert angefangen anfängt fängt`)
/** "Hannover Messe", "Founders Breakfast" */
const EVENTS = words('messe konferenz conference meetup summit workshop breakfast lunch dinner brunch drinks')
const ARTICLES = words('der dem den')
/** "Café de Flore", "House of Blues" */
const INSIDE = words('of de du des del della da dei la le der the zum zur am &')

/** "am Hauptbahnhof"; "am Projekt" is no place. */
const BESIDE_AM = /(?:bahnhof|hafen|platz|see|markt|ufer|strand|park|tor)$/

/** What an encounter's place is read from: the tokens, without those that are people or dates. */
export interface PlaceReading {
  text: string
  tokens: Token[]
  taken(at: number): boolean
}

export interface PlaceNamed {
  text: string
  /** Its first token, and the one after its last. */
  from: number
  to: number
}

/** Where people met: "at Betahaus", "at the old mill", "im Café Einstein", "bei Siemens", else "in Berlin". */
export function placeIn(reading: PlaceReading): PlaceNamed | undefined {
  let weak: PlaceNamed | undefined
  for (let at = 0; at < reading.tokens.length; at++) {
    if (reading.taken(at)) continue
    const [from, strong] = placeStart(reading.tokens, at)
    if (from !== undefined && isElsewhere(reading.tokens, at)) continue
    const to = from === undefined ? undefined : placeEnd(reading, from, at)
    if (from === undefined || to === undefined || to === from) continue
    const place = {
      text: reading.text.slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end),
      from,
      to,
    }
    if (strong) return place
    weak ??= place
  }
  return weak
}

/** Whether one of the words shortly before tells of somebody's work or home. */
function isElsewhere(tokens: Token[], cue: number): boolean {
  if (tokens[cue]!.lower === 'in' && isTalkedAbout(tokens, cue)) return true
  if (/^(?:neu|new)$/.test(tokens[cue - 1]?.lower ?? '')) return true
  for (let at = cue - 1; at >= 0 && at >= cue - 3; at--) {
    if (tokens[at]!.kind !== 'word') return false
    if (ELSEWHERE.has(tokens[at]!.lower)) return true
    // "Tom, CEO at Foo"
    if (/^[,(]$/.test(tokens[at - 1]?.text ?? '') && tellsRole(tokens[at]!.lower)) return true
  }
  return false
}

/** "about freelancers in Pune" */
function isTalkedAbout(tokens: Token[], cue: number): boolean {
  for (let at = cue - 1; at >= 0 && at >= cue - 5 && tokens[at]!.kind === 'word'; at--)
    if (NOT_THERE.has(tokens[at]!.lower)) return true
  return false
}

/** Where a place would begin when a word that leads to one stands here, and how surely it is one. */
function placeStart(tokens: Token[], at: number): [from: number | undefined, strong: boolean] {
  const { lower, kind, text } = tokens[at]!
  const next = tokens[at + 1]
  if (!next) return [undefined, false]
  if (kind === 'comma' || text === '(')
    return [
      isCapital(next) && (CITIES.has(next.lower) || PLACE_WORDS.has(next.lower)) ? at + 1 : undefined,
      false,
    ]
  if (lower === 'am') return [BESIDE_AM.test(next.lower) ? at + 1 : undefined, false]
  if (lower === 'at') return [next.text === 'the' ? at + 2 : at + 1, true]
  if (kind === 'at') return [next.glued && !CITIES.has(next.lower) ? undefined : at + 1, true]
  if (lower === 'im' || lower === 'beim') return [at + 1, true]
  if (/^(?:in|auf|bei|an)$/.test(lower) && ARTICLES.has(next.lower)) return [at + 2, true]
  if (lower === 'bei') return [at + 1, true]
  return [lower === 'in' ? at + 1 : undefined, false]
}

function placeEnd(reading: PlaceReading, from: number, cue: number): number | undefined {
  const first = reading.tokens[from]
  if (first?.kind !== 'word' || reading.taken(from) || NOT_PLACES.has(first.lower) || TITLES.has(first.lower))
    return undefined
  if (isCapital(first))
    return STOP_WORDS.has(first.lower) && first.text !== 'The' ? undefined : capitalsEnd(reading, from)
  return reading.tokens[cue + 1]!.text === 'the' ? smallEnd(reading, from) : undefined
}

function capitalsEnd({ tokens, taken }: PlaceReading, from: number): number {
  let end = from + 1
  for (let at = from + 1; at < from + 8 && tokens[at] && !taken(at) && !tokens[at]!.glued; at++) {
    const token = tokens[at]!
    if (
      (isCapital(token) &&
        (EVENTS.has(token.lower) ||
          ![STOP_WORDS, NOT_PEOPLE, TITLES].some((words) => words.has(token.lower)))) ||
      /^\d[\d.]*$/.test(token.text)
    )
      end = at + 1
    else if (!INSIDE.has(token.lower) || !goesOn(tokens, at, taken)) break
  }
  const verb = tokens[end]
  return end - from > 1 && verb && OBJECT_VERBS.has(verb.lower) ? end - 1 : end
}

/** Whether after "of", "de" and the like the name goes on. */
function goesOn(tokens: Token[], at: number, taken: (at: number) => boolean): boolean {
  const next = tokens[at + 1]
  return next !== undefined && !taken(at + 1) && (isCapital(next) || INSIDE.has(next.lower))
}

const LONGEST_SMALL = 3

/** "at the old mill": up to the next word that is none of its own. */
function smallEnd({ tokens, taken }: PlaceReading, from: number): number | undefined {
  let end = from
  while (end < from + LONGEST_SMALL && tokens[end] && isOwn(tokens[end]!, end > from) && !taken(end)) end++
  return end > from ? end : undefined
}

/** A word of the place itself; after the first, what looks like a verb or an adverb is none. */
const isOwn = (token: Token, later: boolean): boolean =>
  token.kind === 'word' && !STOP_WORDS.has(token.lower) && !(later && /(?:ed|ly)$|^will$/.test(token.lower))
