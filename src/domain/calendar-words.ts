/**
 * The words of the calendar in English and German, small, and what each means. Lists of words serve both to see quickly whether
 * a date may begin, and to build the patterns that read it.
 */

const list = (words: string): string[] => words.trim().split(/\s+/)
/** The words as alternatives of a pattern, in which something has to follow them: that keeps a short one from cutting a longer one short. */
export const anyOf = (words: string[]): string => words.join('|')

export const WEEKDAYS = list(`monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag`)
/** Some are words of their own ("sat", "so", "do"): only for places where nothing but a date can stand. */
export const SHORT_WEEKDAYS = list('mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so')

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

export const MONTHS =
  list(`january januar jänner jan february februar feb march märz maerz mrz mar april apr may mai june juni jun
  july juli jul august aug september sept sep october oktober oct okt november nov december dezember dec dez`)

const MONTH_BY_START: [RegExp, number][] = [
  [/^j[aä]n/, 1],
  [/^f/, 2],
  [/^m(?:ar|är|aer|rz)/, 3],
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

/** A month in a pattern, with the dot of an abbreviation. */
export const MONTH = `(${anyOf(MONTHS)})\\.?`

export const LAST =
  list(`last past letzte letzten letztem letzter letztes vergangene vergangenen vergangenem vergangener vergangenes
  vorige vorigen vorigem voriger voriges`)
export const NEXT =
  list(`next nächste nächsten nächstem nächster nächstes naechste naechsten naechstem naechster naechstes
  kommende kommenden kommendem kommender kommendes`)
export const THIS = list('this diese diesen diesem dieser')

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
export const COUNT = `(\\d{1,4}|${anyOf(Object.keys(COUNTS))})`
export const COUNT_WORDS = Object.keys(COUNTS).filter((words) => !words.includes(' '))
export const countOf = (words: string): number =>
  COUNTS[words.toLowerCase().replace(/\s+/g, ' ')] ?? Number(words)
/** "a few days", "ein paar Tage": a number nobody said. */
export const isRough = (words: string): boolean => /few|couple|paar/i.test(words)

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

const GERMAN_DAY_PARTS = list('morgen vormittag mittag nachmittag abend nacht')
/** "yesterday evening", "heute früh": the time of day is not kept apart from the text. */
export const DAY_PART = `(?:\\s+(?:at\\s+)?(?:morning|noon|lunchtime|afternoon|evening|night|früh|${anyOf(GERMAN_DAY_PARTS)}))?`
/** "Dienstagabend" */
export const JOINED_DAY_PART = `(?:${anyOf(GERMAN_DAY_PARTS)})?`

/** The weekday that a word is, a part of the day behind it or not. */
export const weekdayIn = (word: string): string | undefined =>
  WEEKDAYS.find(
    (weekday) =>
      word === weekday || (word.startsWith(weekday) && GERMAN_DAY_PARTS.includes(word.slice(weekday.length))),
  )
