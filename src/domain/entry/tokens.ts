import { isLarge, isOfWord, isSmall, isSpace, signAt, sortOf } from './letters.ts'

/** A piece of a sentence with its place in the text. */
export interface Token {
  /**
   * `mention`: `@"Full Name"`; `at`: the sign before `@Ada`; `id`: `#12`; `break`: what ends a sentence or clause;
   * `opaque`: addresses, mail and tags, in which nothing is looked for.
   */
  kind: 'word' | 'emoji' | 'at' | 'mention' | 'id' | 'break' | 'comma' | 'opaque' | 'sign'
  text: string
  lower: string
  start: number
  end: number
  /** Nothing stands between it and the token before. */
  glued: boolean
  /** A sentence begins here, so that a capital says nothing. */
  opens: boolean
}

/** Beyond this length no names and dates are looked for; a log line is short, and the text is kept whole all the same. */
const READ_LENGTH = 50_000

const BREAKS = '.!?…:;。！？；'
const COMMAS = ',、，'

/** Takes a text apart. Linear in its length; what lies beyond `READ_LENGTH` is not read. */
export function tokensOf(whole: string): Token[] {
  const text = whole.slice(0, READ_LENGTH)
  const tokens: Token[] = []
  let opens = true
  for (let start = 0; start < text.length; ) {
    const sign = signAt(text, start)
    if (sign !== '\n' && isSpace(sign)) {
      start += sign.length
      continue
    }
    const [kind, end] = pieceAt(text, start, sign)
    const piece = text.slice(start, end)
    const glued = tokens.length > 0 && tokens[tokens.length - 1]!.end === start
    tokens.push({ kind, text: piece, lower: piece.toLowerCase(), start, end, glued, opens })
    opens = endsSentence(piece, kind) || (opens && kind !== 'word' && kind !== 'break')
    start = end
  }
  return tokens
}

/** A clause after `:` or `;` goes on in small letters; after the dot of an initial nobody can tell. */
function endsSentence(piece: string, kind: Token['kind']): boolean {
  if (kind === 'break') return !/^[:;；]+$/.test(piece)
  return kind === 'word' && piece.endsWith('.') && isInitials(piece)
}

const isInitials = (piece: string): boolean => piece[1] === '.' || piece[2] === '.'

/** What begins at a place, and where it ends. */
function pieceAt(text: string, at: number, sign: string): [Token['kind'], number] {
  if (sign === '\n') return ['break', at + 1]
  if (BREAKS.includes(sign)) return ['break', runEnd(text, at, (next) => BREAKS.includes(next))]
  if (COMMAS.includes(sign)) return ['comma', at + 1]
  if (sign === '@') return mentionAt(text, at)
  if (sign === '#') return hashAt(text, at)
  switch (sortOf(sign)) {
    case 'letter':
    case 'figure':
      return wordAt(text, at, sign)
    case 'asian':
      return ['word', runEnd(text, at, (next) => sortOf(next) === 'asian')]
    case 'picture':
      return ['emoji', runEnd(text, at, (next) => sortOf(next) === 'picture' || sortOf(next) === 'mark')]
    default:
      return ['sign', at + sign.length]
  }
}

/** Where the characters that belong together end. */
function runEnd(text: string, at: number, belongs: (sign: string) => boolean): number {
  let end = at
  for (let sign = signAt(text, end); sign !== '' && belongs(sign); sign = signAt(text, end))
    end += sign.length
  return end
}

const toSpace = (text: string, at: number): number => runEnd(text, at, (sign) => !isSpace(sign))

const LONGEST_MENTION = 200

function mentionAt(text: string, at: number): [Token['kind'], number] {
  const quoted = /^@["“„«][^"”“»\n]+["”“»]/.exec(text.slice(at, at + LONGEST_MENTION))
  return quoted ? ['mention', at + quoted[0].length] : ['at', at + 1]
}

function hashAt(text: string, at: number): [Token['kind'], number] {
  const number = runEnd(text, at + 1, (sign) => sign >= '0' && sign <= '9')
  const next = signAt(text, number)
  if (number > at + 1 && !isOfWord(next) && next !== '_' && next !== '-') return ['id', number]
  return isOfWord(next) || next === '_' || number > at + 1 ? ['opaque', toSpace(text, at)] : ['sign', at + 1]
}

const ADDRESS = /^(?:https?:\/\/|www\.)/i
/** These keep their dot: it ends no sentence. */
const SHORTENED = /^(?:dr|prof|hr|fr|mrs?|ms|mx|st|u|m|med|jur)$/i

function wordAt(text: string, at: number, sign: string): [Token['kind'], number] {
  if (/[hw]/i.test(sign) && ADDRESS.test(text.slice(at, at + 8))) return ['opaque', toSpace(text, at)]
  if (/w/i.test(sign) && text[at + 1] === '/' && !/o/i.test(text[at + 2] ?? '')) return ['word', at + 2]
  const initials = initialsEnd(text, at)
  if (initials > at) return ['word', initials]
  const end = wordEnd(text, at)
  if (text[end] === '@' && isOfWord(signAt(text, end + 1))) return ['opaque', toSpace(text, at)]
  const dotted = text[end] === '.' && end - at <= 4 && SHORTENED.test(text.slice(at, end))
  return ['word', dotted ? end + 1 : end]
}

/** "J.P.", "J.-P.": large letters with dots. */
function initialsEnd(text: string, at: number): number {
  let end = at
  for (;;) {
    const from = end > at && text[end] === '-' ? end + 1 : end
    const sign = signAt(text, from)
    if (sign === '' || !isLarge(sign) || text[from + sign.length] !== '.') return end
    end = from + sign.length + 1
  }
}

const isWithin = (sign: string): boolean => isOfWord(sign) || (sign !== '' && sortOf(sign) === 'mark')

/** A word may hold hyphens and apostrophes, and dots as in 3.11 and example.com. */
function wordEnd(text: string, at: number): number {
  let end = runEnd(text, at, isWithin)
  for (;;) {
    const joint = text[end] ?? ''
    const next = signAt(text, end + 1)
    const joined =
      joint === '.'
        ? sortOf(next) === 'figure' || (isOfWord(next) && isSmall(next))
        : /['’\-–_]/.test(joint) && isOfWord(next)
    if (!joined) return end
    end = runEnd(text, end + 1, isWithin)
  }
}

/** Written as names are: with a capital, or in a script that has none. */
export function isCapital(token: Token): boolean {
  if (token.kind !== 'word') return false
  const sign = signAt(token.text, 0)
  return isLarge(sign) || (!isSmall(sign) && sortOf(sign) !== 'figure')
}

export const isAsian = (token: Token): boolean =>
  token.kind === 'word' && sortOf(signAt(token.text, 0)) === 'asian'
