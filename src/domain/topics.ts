import { fold } from './names.ts'
import { isUnspaced } from './search.ts'

/**
 * What a text is about: its words without the little ones, each brought down to a root that its kin share. Designers,
 * Designerin and design are one; so are Beratung and Berater. Light on purpose: nothing is looked up, and what is taken off
 * is an ending, so that a root is always the beginning of its word.
 */
export interface Topic {
  root: string
  /** The word as it was written. */
  said: string
}

/** Words that say nothing of a field, in English and German, as they are folded. */
const LITTLE: ReadonlySet<string> = new Set(
  `
  a an the and or of in at on to for from with without by near around about into over as is are was be been being this that these
  those it its i me my we us our you your he she him her his they them their who whom whose what which where when how can could may
  might would will should do dos did has have had know knows known need needs needed offer offers want wants look looks looking
  search searching seek seeks find someone somebody anyone anybody something anything some any good great best new one more very
  really also just please maybe help helps helping
  ein eine einen einem einer eines der die das den dem des und oder von vom zu zum zur im in am an auf aus bei beim fur mit ohne uber
  um nach als ist sind war sein hat haben wer wen wem was welche welcher welches wo wann wie kann konnen konnte darf durfte soll wird
  werden ich mich mir mein meine wir uns unser unsere du dich dir dein er sie es ihn ihm ihr ihre ihren sich man jemand jemanden
  jemandem etwas irgendwer irgendwas kennt kenne kennen sucht suche suchen braucht brauche brauchen bietet biete bieten gut gute guten
  guter gutes beste besten neu neu neun neur neus auch noch sehr bitte vielleicht hilft helfen hilfe gesucht`
    .trim()
    .split(/\s+/),
)

/** What sits at the end of a word and tells no field from another, and how many letters have to be left. */
const ENDINGS: [ending: RegExp, left: number][] = [
  [/(?<=er|ist|og|ent|ant|eur|at|or|af|wal?t|arzt|ekt)in(?:nen)?$/, 4],
  [/ies?$/, 4],
  [/(?<=ss|x|ch|sh|z)es$/, 3],
  [/(?<=[^siu])s$/, 3],
  [/(?:ungen|ung|ments?|ing|ern|er|ion(?:en)?|or|ant|ist|en|e|y)$/, 4],
  [/(?<=[rl])n$/, 4],
]
const MOST_ENDINGS = 3
/** Of two words the one may begin or end with the other when that is so long: Webdesign is design, Java is no JavaScript. */
export const LONG_ROOT = 5
/** More than anybody asks for at once, or says of a thing in a line. */
const MOST_TOPICS = 40

/** Beyond this a text is about anything. */
const LONGEST_TEXT = 2000
const PLAIN = /^[\x20-\x7e]*$/

/** C++ and C# keep their signs. Classes of Unicode take ten times as long, and most texts do without. */
const wordsOf = (text: string): string[] =>
  text.match(PLAIN.test(text) ? /[a-z0-9]+[+#]*/gi : /[\p{L}\p{N}\p{M}]+[+#]*/gu) ?? []

/** The root of a folded word. */
export function rootOf(word: string): string {
  let root = word
  for (let count = 0; count < MOST_ENDINGS; count++) {
    const shorter = withoutEnding(root)
    if (shorter === undefined) return root
    root = shorter
  }
  return root
}

function withoutEnding(word: string): string | undefined {
  for (const [ending, left] of ENDINGS) {
    const shorter = word.replace(ending, '')
    if (shorter !== word && shorter.length >= left) return shorter
  }
  return undefined
}

/**
 * What a text is about, each topic once. A little word written large among others is none: IT, US. Where there are only
 * little words, they are all there is.
 */
export function topicsOf(text: string): Topic[] {
  const start = text.slice(0, LONGEST_TEXT)
  const written = new Map(wordsOf(start).map((word) => [fold(word), word]))
  const isLoud = start !== start.toUpperCase() || written.size === 1
  const words = [...new Set(wordsOf(fold(start)))]
  const telling = words.filter((word) => !isLittle(word, isLoud ? written.get(word) : undefined))
  const topics = new Map<string, Topic>()
  for (const word of telling.length > 0 ? telling : words) {
    const root = rootOf(word)
    if (!topics.has(root)) topics.set(root, { root, said: written.get(word) ?? word })
  }
  return [...topics.values()].slice(0, MOST_TOPICS)
}

function isLittle(word: string, written: string | undefined): boolean {
  if (word.length === 1) return !isUnspaced(word) && !/\d/.test(word)
  const isShouted =
    written !== undefined && written !== written.toLowerCase() && written === written.toUpperCase()
  return LITTLE.has(word) && !isShouted
}

/** Whether a word of a text, by its root, is what is asked for: the same, or one of the two put together with the other. */
export const isAbout = (wanted: string, root: string): boolean =>
  root === wanted ||
  (wanted.length >= LONG_ROOT && (root.startsWith(wanted) || root.endsWith(wanted))) ||
  (root.length >= LONG_ROOT && wanted.startsWith(root)) ||
  (wanted.charCodeAt(0) > 0xff && isUnspaced(wanted) && root.includes(wanted))

/** What is in every text that is about a topic: enough of its root. */
export const soughtOf = ({ root }: Topic): string =>
  root.length > LONG_ROOT && !isUnspaced(root) ? root.slice(0, LONG_ROOT) : root

/** Those of some topics that a text is about. */
export function topicsIn(text: string, wanted: Topic[]): Topic[] {
  const said = wordsOf(fold(text.slice(0, LONGEST_TEXT)))
  return wanted.filter((topic) => {
    const sought = soughtOf(topic)
    const kin = said.filter((word) => word.includes(sought) && isAbout(topic.root, rootOf(word)))
    // Whether a little word means something, its capitals tell.
    return kin.some((word) => !LITTLE.has(word)) || (kin.length > 0 && isTopicOf(text, topic))
  })
}

const isTopicOf = (text: string, { root }: Topic): boolean =>
  topicsOf(text).some((topic) => isAbout(root, topic.root))

/** The beginnings and ends of a root by which words put together with others are found. */
export function partsOf(root: string): string[] {
  const parts: string[] = []
  for (let length = LONG_ROOT; length < root.length; length++)
    parts.push(root.slice(0, length), root.slice(-length))
  return parts
}
