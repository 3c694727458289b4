export type Heading = 'gave' | 'got' | 'todo' | 'they' | 'learned' | 'offers' | 'needs'

/** What opens a section, in either language. */
const HEADINGS: Record<Heading, string[]> = {
  gave: ['gave', 'given', 'i gave', 'gegeben', 'gab'],
  got: ['got', 'received', 'i got', 'bekommen', 'erhalten'],
  todo: [
    'todo',
    'to-do',
    'to do',
    'todos',
    'follow-up',
    'next steps',
    'nächste schritte',
    'action items',
    'promised',
    'i promised',
    'versprochen',
  ],
  they: [
    'they',
    'they promised',
    'she promised',
    'he promised',
    'sie',
    'sie versprachen',
    'sie versprach',
    'er versprach',
    'zugesagt',
  ],
  learned: ['learned', 'learnt', 'i learned', 'gelernt', 'erfahren'],
  offers: ['offers', 'can offer', 'bietet', 'bietet an'],
  needs: ['needs', 'looks for', 'looking for', 'sucht', 'braucht'],
}

const HEADING_OF = new Map(
  Object.entries(HEADINGS).flatMap(([heading, words]) =>
    words.map((word) => [word, heading as Heading] as const),
  ),
)
const HEADING_WORDS = [...HEADING_OF.keys()].sort((a, b) => b.length - a.length).join('|')

const HEADING_WORD = new RegExp(`(?:${HEADING_WORDS})(?=[ \\t:])`, 'gi')
/** Perhaps whom it is about, and the colon; lengths are bounded so that long texts stay cheap. */
const HEADING_END = /(?:[ \t]{1,4}([^:;\n]{1,120}?))?[ \t]{0,4}:(?!\/\/)/y

/** "gab ihr:", "got from them:": those who were there, as when nobody is named. */
const EVERYBODY = /^(?:(?:to|for|from|an|für|von)\s+)?(?:her|him|them|both|ihr|ihm|ihnen|sie|ihn|beiden)$/i

export interface Section {
  heading: Heading
  /** Whom it is about, as written; empty when nobody is named. */
  addressee: string
  /** What stands in it, one by one. */
  items: string[]
}

export interface Outline {
  /** What is told outside of sections. */
  prose: string
  sections: Section[]
}

/**
 * Whether what stands between a heading and its colon names people. What stands before the heading may tell.
 */
export type IsNames = (addressee: string, heading: Heading, before: string) => boolean

interface Start {
  heading: Heading
  addressee: string
  from: number
  body: number
}

/**
 * Divides a text into what is told and its sections. A section goes to the next one, to the end of its line, or, when the lines
 * after it are a list, to the end of that. `isNames` says whether what stands between heading and colon names people.
 */
export function outline(text: string, isNames: IsNames): Outline {
  const starts = sectionStarts(text, isNames)
  const prose: string[] = []
  const sections: Section[] = []
  let told = 0
  starts.forEach(({ heading, addressee, from, body }, index) => {
    prose.push(text.slice(told, from))
    told = sectionEnd(text, body, starts[index + 1]?.from ?? text.length)
    sections.push({ heading, addressee, items: itemsOf(text.slice(body, told)) })
  })
  prose.push(text.slice(told))
  return { prose: prose.join('\n'), sections }
}

function sectionStarts(text: string, isNames: IsNames): Start[] {
  const starts: Start[] = []
  for (const match of text.matchAll(HEADING_WORD)) {
    const [word] = match
    const heading = HEADING_OF.get(word.toLowerCase())!
    if (match.index < (starts.at(-1)?.body ?? 0)) continue
    if (!isOpening(text, match.index)) {
      const owned = ownedStart(text, match.index, heading, isNames)
      if (owned) starts.push({ ...owned, body: match.index + word.length + 1 })
      continue
    }
    HEADING_END.lastIndex = match.index + word.length
    const ending = HEADING_END.exec(text)
    const named = ending?.[1] ?? ''
    const addressee = named !== '' && EVERYBODY.test(named) ? '' : named
    const isHeaded = ending && (!addressee || isNames(addressee, heading, before(text, match.index)))
    const from = match.index
    if (isHeaded) starts.push({ heading, addressee: addressee.trim(), from, body: HEADING_END.lastIndex })
    else if (from > 0 && isBareTodo(text, from))
      starts.push({ heading, addressee: '', from, body: from + word.length })
  }
  return starts
}

/** "Ada needs: a designer", "Lena sucht: UX": whoever stands before such a verb is whom the section is about. */
function ownedStart(
  text: string,
  at: number,
  heading: Heading,
  isNames: IsNames,
): Omit<Start, 'body'> | undefined {
  if ((heading !== 'offers' && heading !== 'needs') || !/^\S+:(?!\/\/)/.test(text.slice(at, at + 30)))
    return undefined
  const clause = /[^.!?;,\n]{1,60}$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? ''
  const addressee = clause.trim()
  if (!addressee || !isNames(addressee, heading, before(text, at))) return undefined
  return { heading, addressee, from: at - clause.trimStart().length }
}

/** "Call with Ada. TODO send the slides", "todo - slides": no sentence goes on so, but with "todo list". */
const isBareTodo = (text: string, at: number): boolean =>
  /^to-?do[ \t]+(?!list|app)\S/i.test(text.slice(at, at + 20))

/** Nobody looks further back for who is meant. */
const before = (text: string, at: number): string => text.slice(Math.max(0, at - 2000), at)

/** Whether a section may begin here: at the start of the text or a line, or after a sentence, a comma or a dash. */
function isOpening(text: string, at: number): boolean {
  let before = backOverSpaces(text, at)
  if (before === 0) return true
  const sign = text[before - 1]!
  if (/[-*•–—|/]/.test(sign) && before < at) {
    const bullet = before - 1
    before = backOverSpaces(text, bullet)
    return before === 0 || text[before - 1] === '\n' || (before < bullet && /[-–—|/]/.test(sign))
  }
  while (before > 0 && /[)"”“»’']/.test(text[before - 1]!)) before--
  const last = text[before - 1]
  return (
    last === '\n' ||
    last === ';' ||
    (before < at && /[.!?…,]/.test(last ?? '')) ||
    /[。！？；]/.test(last ?? '') ||
    // "Coffee with Nina.todo: slides": a space was missed.
    /\p{L}{2}[.!]$/u.test(text.slice(Math.max(0, before - 3), before))
  )
}

function backOverSpaces(text: string, at: number): number {
  let before = at
  while (before > 0 && text[before - 1] !== '\n' && /\s/.test(text[before - 1]!)) before--
  return before
}

const BULLET = /[ \t]*[-*•]\s/y

function sectionEnd(text: string, body: number, limit: number): number {
  // Looking for the end of a line in the section alone keeps many sections on one line cheap.
  const section = text.slice(body, limit)
  for (let from = section.length - section.trimStart().length; ; ) {
    const lineEnd = section.indexOf('\n', from)
    if (lineEnd < 0) return limit
    BULLET.lastIndex = lineEnd + 1
    if (!BULLET.test(section)) return body + lineEnd
    from = lineEnd + 1
  }
}

/** The single things of a section or a flag: divided by `;` or by lines. */
function itemsOf(body: string): string[] {
  return body
    .split(/[;\n]/)
    .map((item) => unpunctuated(item.replace(/^\s*(?:[-*•]\s)?/, '')))
    .filter(Boolean)
}

/** These keep their dot: "…", "15.3.", "z.B.", "Lin K.", "etc." */
const OWN_DOT = /(?:\.\.|\d\.\d{1,2}\.|[^\s.]\.[^\s.]\.|(?:^|\s)[^\s.\d]\.|\b(?:etc|usw|bzw|Inc|Ltd|Co)\.)$/

/** Without the full stop or the dash that ends it; an abbreviation or an initial keeps its own. */
export function unpunctuated(item: string): string {
  let what = item.trim()
  while ((/[.,]$/.test(what.slice(-1)) && !OWN_DOT.test(what.slice(-8))) || /\s[-–—|/]$/.test(what.slice(-2)))
    what = what.slice(0, -1).trimEnd()
  return /^[-*•]$/.test(what) ? '' : what
}

const ADDRESSEE = /^\s*([^:;\n]{1,120}?)[ \t]{0,4}:(?!\/\/)/

/** Takes the addressee off a flag's text, which is written as a section is: "Ada: intro to Lin". */
export function addressed(text: string, isNames: (addressee: string) => boolean): Omit<Section, 'heading'> {
  const [head, addressee] = ADDRESSEE.exec(text) ?? []
  return head && addressee && isNames(addressee)
    ? { addressee, items: itemsOf(text.slice(head.length)) }
    : { addressee: '', items: itemsOf(text) }
}
