import { fold } from './names.ts'

/** What matches a way to reach somebody in free text: an address, a profile, a number however it is divided. */
export function reachPatterns(value: string): RegExp[] {
  const digits = value.replace(/\D/g, '')
  if (digits.length >= 6 && !/[\p{L}@]/u.test(value)) return phonePatterns(digits)
  const bare = value
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
    .replace(/^@|\/$/g, '')
  // A town alone, or a word, is not theirs.
  if (!/[@.\d/]/.test(bare) && !value.startsWith('@')) return []
  return [...new Set([bare, fold(bare)])].map(
    (text) =>
      new RegExp(
        `(?<![\\p{L}\\p{N}])(?:https?://)?(?:www\\.)?@?${text.split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{N}])`,
        'giu',
      ),
  )
}

/** A number with or without the code of its country, however it is divided. */
function phonePatterns(digits: string): RegExp[] {
  const gap = '[\\s()/.\\-–]*'
  const apart = (text: string) => [...text].join(gap)
  const bare = digits.replace(/^0+/, '')
  const isNational = digits.startsWith('0') && !digits.startsWith('00')
  const national = isNational ? [bare] : [1, 2, 3].map((code) => bare.slice(code))
  // +49 (0)30 1234
  const abroad = (code: string, rest: string) =>
    `(?:\\+|00)${gap}${code}${gap}(?:\\(0\\))?${gap}${apart(rest)}`
  const forms = [
    ...(isNational ? [] : [1, 2, 3].map((code) => abroad(apart(bare.slice(0, code)), bare.slice(code)))),
    `(?:\\+|00)?${gap}${apart(bare)}`,
    ...national.filter((rest) => rest.length >= 6).map((rest) => `\\(?0${gap}${apart(rest)}`),
    ...(isNational ? [abroad('\\d{1,3}', bare)] : []),
  ]
  return forms.map((form) => new RegExp(`(?<![\\p{L}\\p{N}+])${form}(?!\\d)`, 'gu'))
}

export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
