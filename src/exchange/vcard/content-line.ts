import { type RawLine, textOf } from '../lines.ts'

/**
 * A property of a vCard, in any of its versions (vCard 2.1 by the Versit consortium 1996; 3.0: RFC 2426; 4.0: RFC 6350).
 * The libraries that were tried each fail on some card found in the wild; this layer is small, and keeps the lines as they came.
 */
export interface ContentLine {
  /** "item1" of item1.EMAIL. */
  group: string | null
  /** In capitals. */
  name: string
  params: Param[]
  /** Decoded from its charset and from quoted-printable; the escapes of the value's own type are still in it. */
  value: string
  /** The physical lines as they were read, one letter a byte. */
  raw: string[]
  /** The number of the first of them. */
  line: number
  /** It was longer than is kept. */
  cut: boolean
}

export interface Param {
  /** In capitals. */
  name: string
  values: string[]
}

/** The values of a parameter, wherever they stand and however often it is given; `TEL;CELL` and `TEL;TYPE=cell` are alike. */
export const paramOf = ({ params }: Pick<ContentLine, 'params'>, name: string): string[] =>
  params.filter((param) => param.name === name).flatMap(({ values }) => values)

/** Its kinds, in small letters: home, work, cell. */
export const typesOf = (line: Pick<ContentLine, 'params'>): string[] =>
  paramOf(line, 'TYPE').flatMap((type) => type.toLowerCase().split(','))

/**
 * Puts folded lines together and reads each property. A line that is none (no colon) comes with an empty name.
 * @param lines of one card
 */
export function* contentLinesOf(lines: Iterable<RawLine>): Generator<ContentLine> {
  let open: Unfolding | undefined
  for (const line of lines) {
    if (open && continues(open, line.bytes)) {
      append(open, line)
      continue
    }
    if (open) yield contentLine(open)
    open = line.bytes.trim() === '' ? undefined : begin(line)
  }
  if (open) yield contentLine(open)
}

interface Unfolding {
  bytes: string[]
  raw: string[]
  line: number
  cut: boolean
  quotedPrintable: boolean
}

const begin = ({ bytes, number, cut }: RawLine): Unfolding => ({
  bytes: [bytes],
  raw: [bytes],
  line: number,
  cut,
  quotedPrintable: /^[^:]*[;=]\s*QUOTED-PRINTABLE\b[^:]*:/i.test(bytes.slice(0, 500)),
})

/** In quoted-printable a line goes on after "=" (RFC 2045 §6.7), elsewhere where the next begins with a space or a tab. */
const continues = ({ quotedPrintable, bytes }: Unfolding, next: string): boolean =>
  (quotedPrintable && bytes.at(-1)!.endsWith('=')) || /^[ \t]/.test(next)

function append(open: Unfolding, { bytes, cut }: RawLine): void {
  const last = open.bytes.length - 1
  if (open.quotedPrintable) open.bytes[last] = open.bytes[last]!.replace(/=$/, '')
  open.bytes.push(bytes.replace(/^[ \t]/, ''))
  open.raw.push(bytes)
  open.cut ||= cut
}

function contentLine({ bytes, raw, line, cut }: Unfolding): ContentLine {
  const whole = bytes.join('')
  const colon = valueStart(whole)
  const none = { group: null, name: '', params: [], value: '', raw, line, cut }
  if (colon < 0) return none
  const [head = '', ...rest] = divided(whole.slice(0, colon), ';')
  const [, group, name] = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(head.trim()) ?? []
  if (!name) return none
  const params = rest.filter(Boolean).map(paramIn)
  return {
    group: group ?? null,
    name: name.toUpperCase(),
    params,
    value: valueIn(whole.slice(colon + 1), params),
    raw,
    line,
    cut,
  }
}

/** No name with its parameters is longer; patterns on megabytes of them end in an overflow. */
const LONGEST_HEAD = 64 * 1024
/** Text a person wrote is shorter, and what is no text (a photo) is not looked into. */
const LONGEST_VALUE = 2 * 1024 * 1024

/** The colon that ends the name and its parameters: the first one outside quotes, or any when a quote is never closed. */
function valueStart(line: string): number {
  const head = line.slice(0, LONGEST_HEAD)
  const quoted = /^(?:[^":]|"[^"]*")*:/.exec(head)
  return quoted ? quoted[0].length - 1 : head.indexOf(':')
}

/** Divides at a sign that stands outside quotes. */
const divided = (text: string, sign: ';' | ','): string[] =>
  (text.match(sign === ';' ? /(?:"[^"]*"|[^;])+|(?<=;)(?=;)/g : /(?:"[^"]*"|[^,])+/g) ?? []).map((part) =>
    part.trim(),
  )

const ENCODINGS = /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i

/** What stands alone is a type or an encoding (2.1); `^n`, `^^` and `^'` are RFC 6868. */
function paramIn(text: string): Param {
  const sign = text.indexOf('=')
  if (sign < 0) return { name: ENCODINGS.test(text) ? 'ENCODING' : 'TYPE', values: [text] }
  const plain = (value: string) =>
    textOf(value.replace(/^"(.*)"$/, '$1')).replace(/\^([n^'])/g, (_, code) =>
      code === 'n' ? '\n' : code === '^' ? '^' : '"',
    )
  return {
    name: text.slice(0, sign).trim().toUpperCase(),
    values: divided(text.slice(sign + 1), ',').map(plain),
  }
}

function valueIn(bytes: string, params: Param[]): string {
  const encoding = paramOf({ params }, 'ENCODING')[0]?.toUpperCase()
  if (encoding === 'BASE64' || encoding === 'B') return bytes.replace(/\s/g, '')
  const charset = paramOf({ params }, 'CHARSET')[0]
  return textOf(encoding === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(bytes) : bytes, charset)
}

/** Bytes for bytes: what they mean together is told by the charset, and a letter may stand in several. */
const fromQuotedPrintable = (bytes: string): string =>
  bytes
    .slice(0, LONGEST_VALUE)
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A value without its escapes (RFC 6350 §3.4); 2.1 knows only `\;`, but writers of it escape the rest too. */
export const unescaped = (value: string): string =>
  value
    .slice(0, LONGEST_VALUE)
    .replace(/\\([\s\S])/g, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .trim()

/** The parts of a value divided by `;` or `,`, each without its escapes. */
export function partsOf(value: string, sign: ';' | ','): string[] {
  const text = value.slice(0, LONGEST_VALUE)
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === sign) {
      parts.push(unescaped(text.slice(from, at)))
      from = at + 1
    }
  }
  return [...parts, unescaped(text.slice(from))]
}
