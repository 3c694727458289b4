import stringWidth from 'string-width'
import { ESCAPE_SEQUENCES } from '../domain/labels.ts'

/**
 * Control characters (C0 but newline and tab, DEL, C1), and the marks that reorder or hide text:
 * stored text never moves a reader's cursor, changes colours or shows what is not there.
 */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** The same characters, to be looked for: most texts have none. Line ends and escape sequences begin with one of them. */
const HAS_CONTROLS = new RegExp(CONTROLS.source)

/** Whether text is harmless as it is. */
export const isPrintable = (text: string): boolean => !HAS_CONTROLS.test(text)

/** Text as it may stand on a terminal. */
export const printable = (text: string): string =>
  HAS_CONTROLS.test(text)
    ? text.replace(/\r\n?/g, '\n').replace(ESCAPE_SEQUENCES, '').replace(CONTROLS, '�')
    : text

/** The same, for every string in a value. What has nothing to take out is handed back as it is: a list may have thousands. */
export function printableDeep<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (value === null || typeof value !== 'object') return value
  let copy: any
  for (const key of Object.keys(value)) {
    const entry = (value as any)[key]
    const harmless = printableDeep(entry)
    if (harmless === entry) continue
    copy ??= Array.isArray(value) ? [...value] : { ...value }
    copy[key] = harmless
  }
  return copy ?? value
}

/** More than single spaces between words. */
const LOOSE = /^ | $| {2}|[^\S ]/

/** Text on one line. */
export const oneLine = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text)

/** Latin letters, dashes, quotes, lines, blocks and the tick: one column each. Most texts are made of nothing else. */
const ONE_COLUMN_EACH = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2500-\u259f\u2713]*$/

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number =>
  ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text)

/** More code units than any text of this width has: what lies beyond need not be looked at, so that megabytes stay cheap. */
const longest = (width: number): number => 64 + 16 * Math.max(0, width)

/** No code unit takes more than two columns. */
const isWider = (text: string, width: number): boolean =>
  text.length * 2 > width && (text.length > longest(width) || widthOf(text) > width)

/** Cuts text to `width` columns, the last of them a …. */
export function cut(text: string, width: number): string {
  if (!isWider(text, width)) return text
  const start = text.slice(0, longest(width))
  if (ONE_COLUMN_EACH.test(start)) return `${start.slice(0, Math.max(0, width - 1)).trimEnd()}…`
  let cutText = ''
  let used = 0
  for (const letter of letters(start)) {
    const wide = widthOf(letter)
    if (used + wide > width - 1) break
    cutText += letter
    used += wide
  }
  return `${cutText.trimEnd()}…`
}

/**
 * Whether several code points make one letter: marks, joiners, variation selectors, flags, skin tones. A pattern with classes of
 * Unicode takes a quarter of a millisecond to make, so it is made where it is asked.
 */
const hasJoined = (text: string): boolean =>
  /[\p{M}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|\u200d/u.test(text)

/** Letters with their marks, emoji with theirs: what must not be cut apart. */
const letters = (text: string): string[] =>
  hasJoined(text) ? [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment) : [...text]

/** Breaks text into lines of at most `width` columns, at spaces where there are any. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && isWider(word, width - widthOf(line) - 1)) {
        lines.push(line)
        line = ''
      }
      line = line === '' ? word : `${line} ${word}`
      while (isWider(line, width)) {
        const head = cut(line, width + 1).slice(0, -1)
        if (head === '') break
        lines.push(head)
        line = line.slice(head.length)
      }
    }
    lines.push(line)
    return lines
  })
}

/** Breaks lines that are wider than the terminal at spaces, and sets what follows as far in; a long path stays whole. */
export const wrapLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => {
      if (!isWider(line, width)) return [line]
      const [indent] = /^ */.exec(line)!
      const lines = ['']
      for (const word of line.slice(indent.length).split(' ')) {
        const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`
        if (lines.at(-1) !== '' && isWider(longer, width - indent.length)) lines.push(word)
        else lines[lines.length - 1] = longer
      }
      return lines.map((each) => indent + each)
    })
    .join('\n')

/** Narrower than this a text is hard to read; it rather goes beyond the edge. */
const LEAST_BESIDE = 10

/** A text beside its lead (a name, a date; may be coloured), below which nothing else stands. */
export function beside(lead: string, text: string, width: number): string[] {
  const indent = widthOf(lead)
  return wrap(text, Math.max(LEAST_BESIDE, width - indent)).map((line, at) =>
    `${at === 0 ? lead : ' '.repeat(indent)}${line}`.trimEnd(),
  )
}

/** Pads to `width` columns, on the right or (`start`) on the left. */
export const pad = (text: string, width: number, side: 'end' | 'start' = 'end'): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'end' ? text + gap : gap + text
}

/** "Ada", "Ada and Grace", "Ada, Grace and Lin". */
export const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** "Ada, Grace and 3 more": the first `most` of them. */
export const listedUpTo = (words: string[], most: number): string =>
  listed(words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words)

/** "1 contact", "2 contacts". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** A text as one word of a command: Ada, "Grace Hopper"; in single quotes what a shell would read something into. */
export const inShell = (text: string): string => {
  if (/^[\p{L}\p{N}_.-]+$/u.test(text)) return text
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}

/** With a capital at its beginning. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "512 bytes", "400 KB", "1.5 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte')
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** "75 %", never torn apart at the end of a line; hardly anything and almost all are not told as none and all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1\u00a0%'
  if (share < 1 && share >= 0.995) return 'over 99\u00a0%'
  return `${Math.round(share * 100)}\u00a0%`
}
