/** What sort of sign a character is. A small sorting by hand: patterns of Unicode classes take milliseconds to make, and nearly all text is Latin. */
export type Sort = 'letter' | 'figure' | 'mark' | 'asian' | 'picture' | 'space' | 'other'

export function sortOf(sign: string): Sort {
  const code = sign.codePointAt(0) ?? 0x20
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 'letter'
  if (code >= 0x30 && code <= 0x39) return 'figure'
  if (code < 0xa9) return code <= 0x20 || code === 0xa0 ? 'space' : 'other'
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? 'other' : 'letter'
  if (code >= 0x2010 && code <= 0x2027) return 'other'
  return sortOfRare(sign)
}

function sortOfRare(sign: string): Sort {
  if (/\s/.test(sign)) return 'space'
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/u.test(sign)) return 'asian'
  if (/\p{L}/u.test(sign)) return 'letter'
  if (/\p{N}/u.test(sign)) return 'figure'
  if (/[\p{M}\u200d]/u.test(sign)) return 'mark'
  return /[\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}]/u.test(sign) ? 'picture' : 'other'
}

/** The whole character at a place, which may be two units long. */
export const signAt = (text: string, at: number): string => {
  const code = text.codePointAt(at)
  return code === undefined ? '' : code < 0x10000 ? text[at]! : String.fromCodePoint(code)
}

export const isSpace = (sign: string): boolean => sign === '' || sortOf(sign) === 'space'
export const isLarge = (sign: string): boolean => sign.toLowerCase() !== sign
export const isSmall = (sign: string): boolean => sign.toUpperCase() !== sign

/** A letter or figure of a script that parts its words by spaces. */
export const isOfWord = (sign: string): boolean => {
  const sort = sortOf(sign)
  return sort === 'letter' || sort === 'figure'
}
