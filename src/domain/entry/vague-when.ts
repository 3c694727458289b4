import { MONTHS, monthNumber } from '../calendar-words.ts'
import type { DateSettings } from '../date-forms.ts'
import type { CivilDate } from '../dates.ts'
import { addMonths, civilDate } from '../dates.ts'
import type { Token } from './tokens.ts'
import { words } from './words.ts'

/** A time that is no day; `on` where it leads to one all the same, `undefined` where nobody can tell. */
export interface VagueTime {
  said: string
  on: CivilDate | undefined
}

const LATELY = words('neulich letztens kürzlich unlängst irgendwann recently lately')
/** What begins a vague time of several words, and what follows it there. */
const BEGINNINGS = words('the some a vor dieser im in last letzten letztes letzter this diese dieses anfang')
const PHRASES =
  words(`the-other-day a-while-ago some-time-ago vor-kurzem vor-kurzer-zeit vor-einiger-zeit vor-einer-weile vor-längerem
  dieser-tage im-sommer im-herbst im-winter im-frühling im-frühjahr letzten-sommer letzten-herbst letzten-winter letztes-frühjahr
  letztes-jahr diese-woche dieses-jahr this-week this-month this-year anfang-der-woche last-summer last-autumn last-fall last-winter last-spring last-year`)
const IN_MONTH = words('im in last letzten')
const MONTH = words(MONTHS.join(' '))

/** Further back a month without its year is more likely one to come. */
const MONTHS_BACK = 6

/**
 * Finds a vague time before the first comma: "Neulich Kaffee mit Ada", "Coffee with Ada in October". Months and seasons are taken for the time of
 * the encounter at the start and right behind people and places, not in "about the launch in May".
 * @param isSaid whether a token is part of a person's or a place's name
 */
export function vagueTimeIn(
  tokens: Token[],
  settings: DateSettings,
  isSaid: (at: number) => boolean,
): VagueTime | undefined {
  for (let at = 0; at < tokens.length && tokens[at]!.kind !== 'comma' && tokens[at]!.kind !== 'break'; at++) {
    if (isSaid(at)) continue
    if (LATELY.has(tokens[at]!.lower)) return { said: tokens[at]!.text, on: undefined }
    if (!BEGINNINGS.has(tokens[at]!.lower) || (at > 0 && !isSaid(at - 1))) continue
    const found = monthAt(tokens, at, settings) ?? phraseAt(tokens, at)
    if (found) return found
  }
  return undefined
}

function phraseAt(tokens: Token[], at: number): VagueTime | undefined {
  for (const length of [2, 3]) {
    const said = tokens.slice(at, at + length)
    if (PHRASES.has(said.map(({ lower }) => lower).join('-'))) return { said: textOf(said), on: undefined }
  }
  return undefined
}

/** "im Oktober" is the middle of it; of this month, and of one long ago, nobody knows the day. */
function monthAt(tokens: Token[], at: number, { today }: DateSettings): VagueTime | undefined {
  const [word, month, year] = tokens.slice(at, at + 3)
  if (!IN_MONTH.has(word!.lower) || !month || !MONTH.has(month.lower)) return undefined
  const thisYear = Number(today.slice(0, 4))
  const middleOf = (some: number) => civilDate(some, monthNumber(month.lower), 15)!
  const isYear = year !== undefined && /^(?:19|20)\d\d$/.test(year.text)
  const said = textOf(tokens.slice(at, isYear ? at + 3 : at + 2))
  const on = isYear
    ? middleOf(Number(year.text))
    : [thisYear, thisYear - 1].map(middleOf).find((day) => day <= today)
  if (middleOf(thisYear).slice(0, 7) === today.slice(0, 7) && !isYear) return { said, on: undefined }
  return on && on <= today && (isYear || on >= addMonths(today, -MONTHS_BACK)) ? { said, on } : undefined
}

const textOf = (tokens: Token[]): string => tokens.map(({ text }) => text).join(' ')
