import type { DatePhrase, DateSettings } from '../date-forms.ts'
import { datePhraseAt } from '../date-phrases.ts'
import type { Token } from './tokens.ts'
import { isCapital } from './tokens.ts'
import { AND, STOP_WORDS, TITLES, WITH, words } from './words.ts'

/** The date a sentence tells, and where it stands in it. */
export interface When extends DatePhrase {
  start: number
}

/** Before a date these say that it is not the day of the encounter: "by friday", "seit gestern", "every Monday". */
const OTHER_DAY = words(
  'by until till bis before after since seit ab from for starting every each jeden jede jedes vor nach zum',
)
/** "Version 3.11." and "um 9.10." are no dates. */
const FIGURE_BEFORE = words(
  `version release v python node java php ruby go postgres ubuntu ios android kapitel chapter section abschnitt § nr nr.
 no eur euro usd chf costs kostet cost paid zahlte um at gegen ca about`,
)
/** Who comes into a sentence here may be the one the date is about: "whom I met 3 years ago", "she starts tomorrow". */
const SOMEBODY_ELSE = words(
  'he she they her his their him them who whom whose which er sie ihr ihre ihren seine sein deren dessen',
)
/** A later clause with one of these tells of plans: "and we meet again tomorrow", "wir telefonieren nächste Woche". */
const PLANS = words(
  "we we'll i i'll let's wir ich uns again wieder next nächste nächstes nächster folgetermin will wants möchte wollen plan prepare discuss",
)
/** There even a weekday, or a day of another year, is one to come. */
const AGAIN = words('again wieder next nächste nächstes nächster folgetermin')
const NOT_A_WEEKDAY = words('black good casual')
const NOT_DIVIDED = /^(?:24\/7|1\/[2348]|2\/3|3\/4)$/
/** Months and weekdays that are words or names as well, when small. */
const SMALL_WORD = /\b(?:may|mar|march|mai)\b/

/** Written as a day is, at the start of a line or after "on", or as ISO writes it. */
const DAY_SHAPED =
  /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?)\s*:|^\s*((?:[12]\d|3[01]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.(?:\d{4})?)(?=\s)|(?<![\w-])((?:19|20)\d\d-\d\d-\d\d)(?![\w-])|\b(?:on|am|vom)\s+(\d{1,2}\.\d{1,2}\.(?:\d{4})?)(?![\da-zäöü])/i
const REACH = 300

/** A day in a sentence that no calendar has, such as 2026-02-30: it was meant as one, so that silence would be wrong. */
export function impossibleDate(text: string, settings: DateSettings): string | undefined {
  const shaped = DAY_SHAPED.exec(text.slice(0, REACH))
  const said = shaped?.slice(1).find(Boolean)
  return said && !datePhraseAt(said, 0, { ...settings, loose: true }) ? said : undefined
}

/** The date with which a text begins ("last tuesday: …"), and where what it is about begins. */
export function leadingDate(
  text: string,
  settings: DateSettings,
): (DatePhrase & { rest: number }) | undefined {
  // Most sentences begin otherwise; looking for the colon first spares them the patterns of dates.
  if (!/^[^:\n]{1,60}:/.test(text)) return undefined
  for (const loose of [false, true]) {
    const phrase = datePhraseAt(text, 0, { ...settings, loose })
    const colon = phrase && /^\s*:(?!\d)\s*/.exec(text.slice(phrase.end, phrase.end + 20))
    if (colon && !/^(?:so|do)$/i.test(text.slice(0, phrase.end)))
      return { ...phrase, rest: phrase.end + colon[0].length }
  }
  return undefined
}

/**
 * Finds the day of the encounter in a sentence. It stands in the first sentence, before anybody else is spoken of,
 * or begins a later one. `isName` says whether a word is part of somebody's name (Herr Freitag).
 */
export function whenIn(
  text: string,
  tokens: Token[],
  settings: DateSettings,
  isName: (at: number) => boolean,
): When | undefined {
  let first = true
  let aside = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (endsClause(token, tokens[at + 1])) first = false
    if (token.opens && !first) aside = false
    const begins = token.opens || mayPrecede(tokens[at - 1])
    const loose = !token.glued || tokens[at - 1]?.text === '('
    if (token.kind !== 'word' || !loose || aside || (!first && !begins)) {
      aside ||= SOMEBODY_ELSE.has(token.lower)
      continue
    }
    const phrase = datePhraseAt(text, token.start, settings)
    if (
      phrase &&
      isMeant(phrase, text, tokens, at, isName) &&
      (first || phrase.on <= settings.today) &&
      !isPlan(phrase, tokens, at, settings)
    )
      return { ...phrase, start: token.start }
    aside ||= SOMEBODY_ELSE.has(token.lower)
  }
  return undefined
}

/** Whether a day is one that was only agreed on: an entry is about what was, unless it is said to be planned. */
function isPlan(phrase: DatePhrase, tokens: Token[], at: number, settings: DateSettings): boolean {
  const { today, direction } = settings
  if (direction === 'future' || (phrase.on <= today && !phrase.guessed)) return false
  let from = at
  while (from > 0 && !partsClauses(tokens[from - 1]!)) from--
  let to = at + 1
  while (to < tokens.length && !partsClauses(tokens[to]!)) to++
  const telling = phrase.on > today ? PLANS : AGAIN
  const around = [
    ...tokens.slice(from, at),
    ...tokens.slice(at, to).filter(({ start }) => start >= phrase.end),
  ]
  return from > 0 && around.some(({ lower }) => telling.has(lower))
}

const partsClauses = (token: Token): boolean =>
  token.kind === 'comma' ||
  token.kind === 'break' ||
  AND.has(token.lower) ||
  token.lower === 'to' ||
  isDash(token)

const DASH = /^[-–—]$/
const isDash = ({ text, glued }: Token): boolean => DASH.test(text) && !glued

/** What comes after may be about another day: "… — nächste Woche wieder". */
const endsClause = (token: Token, next: Token | undefined): boolean =>
  (token.kind === 'break' && token.text !== ':' && next?.glued !== true) || isDash(token)

/** Before the date a later clause begins with: a dash, "that was", "am". */
const mayPrecede = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.opens || token.kind === 'break' || DASH.test(token.text) || /^(?:was|war|on|am)$/.test(token.lower))

/** Prose holds much that only looks like a date. */
function isMeant(
  phrase: DatePhrase,
  text: string,
  tokens: Token[],
  at: number,
  isName: (at: number) => boolean,
): boolean {
  const said = text.slice(tokens[at]!.start, phrase.end)
  const before = tokens[at - 1]
  const next = text[phrase.end] ?? ''
  if (before && OTHER_DAY.has(before.lower)) return false
  if (/['’-]/.test(next) || SMALL_WORD.test(said)) return false
  if (phrase.form === 'weekday' || phrase.form === 'day') return isDayWord(said, before, tokens, at, isName)
  if (phrase.form === 'dotted') return !followsFigure(before) && !isNumbered(text, phrase.end)
  if (phrase.form === 'slashed') return !NOT_DIVIDED.test(said) && !followsFigure(before)
  return true
}

const followsFigure = (before: Token | undefined): boolean =>
  before !== undefined &&
  (FIGURE_BEFORE.has(before.lower) || (before.kind === 'sign' && '$€£¥+'.includes(before.text)))

/** "3.11. 5" is a number written with spaces rather than a date. */
const isNumbered = (text: string, end: number): boolean => /^\s?\d/.test(text.slice(end, end + 2))

function isDayWord(
  said: string,
  before: Token | undefined,
  tokens: Token[],
  at: number,
  isName: (at: number) => boolean,
): boolean {
  // "Guten Morgen", "der Morgen": the noun is no date, the adverb is.
  if (/^Morgen/.test(said) && !tokens[at]!.opens) return false
  if (!before) return true
  if (NOT_A_WEEKDAY.has(before.lower) || TITLES.has(before.lower) || before.kind === 'at') return false
  if (WITH.has(before.lower) && isCapital(tokens[at]!)) return false
  return STOP_WORDS.has(before.lower) || !isName(at)
}
