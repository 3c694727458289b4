/** The words of the calendar in English and German: what each means, and the pattern that reads it. */

const WEEKDAY_BY_START: [RegExp, number][] = [
  [/^mo/, 1],
  [/^(?:tu|di)/, 2],
  [/^(?:we|mi)/, 3],
  [/^(?:th|do)/, 4],
  [/^fr/, 5],
  [/^(?:sa|sonna)/, 6],
  [/^s[uo]/, 7],
]
/** ISO number of a weekday, Monday 1, in either language. */
export const weekdayNumber = (word: string): number =>
  WEEKDAY_BY_START.find(([start]) => start.test(word.toLowerCase()))![1]

export const WEEKDAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag'
/** Some are words of their own ("sat", "so", "do"): only for places where nothing but a date can stand. */
export const WEEKDAY_SHORT = 'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|mo|di|mi|do|fr|sa|so'

const MONTH_BY_START: [RegExp, number][] = [
  [/^j[aä]n/, 1],
  [/^f/, 2],
  [/^m(?:ar|är|rz)/, 3],
  [/^ap/, 4],
  [/^ma[iy]/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^au/, 8],
  [/^s/, 9],
  [/^o/, 10],
  [/^n/, 11],
  [/^d/, 12],
]
export const monthNumber = (word: string): number =>
  MONTH_BY_START.find(([start]) => start.test(word.toLowerCase()))![1]

export const MONTH =
  '(?:january|januar|jänner|jan|february|februar|feb|march|märz|maerz|mrz|mar|april|apr|may|mai|june|juni|jun|july|juli|jul|august|aug|september|sept|sep|october|oktober|oct|okt|november|nov|december|dezember|dec|dez)\\.?'

const COUNTS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  'a couple of': 2,
  'a few': 3,
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  'ein paar': 3,
}
export const COUNT = `(\\d{1,4}|${Object.keys(COUNTS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
export const countOf = (word: string): number =>
  COUNTS[word.toLowerCase().replace(/\s+/g, ' ')] ?? Number(word)
/** "a few days", "ein paar Tage": a number nobody said. */
export const isRough = (word: string): boolean => /few|couple|paar/i.test(word)

export const UNIT =
  '(days?|tag(?:e[ns]?)?|weeks?|fortnights?|wochen?|months?|monat(?:e[ns]?)?|years?|jahr(?:e[ns]?)?)'

/** A length of time as days or as months. */
export function span(count: number, unit: string): { days: number } | { months: number } {
  const lower = unit.toLowerCase()
  if (/^[dt]/.test(lower)) return { days: count }
  if (lower.startsWith('w')) return { days: 7 * count }
  if (lower.startsWith('f')) return { days: 14 * count }
  return { months: lower.startsWith('m') ? count : 12 * count }
}

/** "yesterday evening", "heute morgen", "Dienstag Abend": the time of day is not kept apart from the text. */
export const DAY_PART =
  '(?:\\s+(?:at\\s+)?(?:morning|noon|lunchtime|afternoon|evening|night|früh|morgen|vormittag|mittag|nachmittag|abend|nacht))?'
export const JOINED_DAY_PART = '(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?'
