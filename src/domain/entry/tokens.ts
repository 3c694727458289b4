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
  /** A sentence or clause begins here, so that a capital says nothing. */
  opens: boolean
}

/** Beyond this length no names and dates are looked for; a log line is short, and the text is kept whole all the same. */
export const READ_LENGTH = 50_000

const ASIAN = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]'
const LETTER = `(?:(?!${ASIAN})[\\p{L}\\p{N}])`
const WORD = `${LETTER}(?:(?!${ASIAN})[\\p{L}\\p{M}\\p{N}\\u200d])*`
const PICTURE = '(?:\\p{Extended_Pictographic}|\\p{RI}\\p{RI})'

const PIECES = new RegExp(
  [
    '(?<opaque>(?:https?://|www\\.)\\S+|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,64}\\.[\\p{L}\\p{N}.-]{0,63}[\\p{L}\\p{N}])',
    '(?<mention>@["“„«][^"”“»\\n]{1,200}["”“»])',
    '(?<id>#\\d+(?![\\p{L}\\p{N}_-]))',
    '(?<tag>#[\\p{L}\\p{N}_]\\S*)',
    '(?<short>[wW]/|(?:[Dd]r|[Pp]rof|Hr|Fr|Mrs?|Ms|Mx|St)\\.)',
    `(?<initials>\\p{Lu}\\.(?:-?\\p{Lu}\\.)*)`,
    `(?<asian>${ASIAN}+)`,
    `(?<word>${WORD}(?:(?:['’\\-–_]|\\.(?=\\p{Ll}|\\p{N}))${WORD})*)`,
    `(?<emoji>${PICTURE}(?:[\\p{M}\\p{Emoji_Modifier}\\u200d]|${PICTURE})*)`,
    '(?<break>[.!?…:;。！？；]+|\\n)',
    '(?<comma>[,、，])',
    '(?<at>@)',
    '(?<sign>\\S)',
  ].join('|'),
  'gu',
)

const KINDS: [string, Token['kind']][] = [
  ['opaque', 'opaque'],
  ['mention', 'mention'],
  ['id', 'id'],
  ['tag', 'opaque'],
  ['short', 'word'],
  ['initials', 'word'],
  ['asian', 'word'],
  ['word', 'word'],
  ['emoji', 'emoji'],
  ['break', 'break'],
  ['comma', 'comma'],
  ['at', 'at'],
  ['sign', 'sign'],
]

/** Takes a text apart. Linear in its length; what lies beyond `READ_LENGTH` is not read. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let opens = true
  for (const match of text.slice(0, READ_LENGTH).matchAll(PIECES)) {
    const kind = KINDS.find(([group]) => match.groups![group] !== undefined)![1]
    const [piece] = match
    const start = match.index
    const glued = tokens.length > 0 && tokens[tokens.length - 1]!.end === start
    tokens.push({
      kind,
      text: piece,
      lower: piece.toLowerCase(),
      start,
      end: start + piece.length,
      glued,
      opens,
    })
    opens = kind === 'break' || match.groups!.initials !== undefined || (opens && kind !== 'word')
  }
  return tokens
}

/** Written as names are: with a capital, or in a script that has none. */
export const isCapital = (token: Token): boolean =>
  token.kind === 'word' && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(token.text)

export const isAsian = (token: Token): boolean =>
  token.kind === 'word' && /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(token.text)
