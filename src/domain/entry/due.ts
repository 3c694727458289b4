import type { DatePhrase, DateSettings } from '../date-forms.ts'
import { datePhraseAt } from '../date-phrases.ts'
import type { CivilDate } from '../dates.ts'
import { addDays } from '../dates.ts'
import { tokensOf } from './tokens.ts'

/** Something to be done, and by when. */
export interface Due {
  what: string
  due: CivilDate | null
  /** The words that tell the day, when it could be another one. */
  guessed: string | undefined
}

/** What goes before a day by which something is due; "before friday" is thursday. */
const CUE =
  /(?:by|until|till|due(?:\s+(?:by|on))?|on|bis(?:\s+(?:zum|zur|spätestens))?|spätestens(?:\s+(?:bis|am))?|before|vor|zum|am|per)\s+(?:the\s+|den\s+|dem\s+)?$/i
const BEFORE = /(?:before|vor)\s+(?:the\s+|den\s+|dem\s+)?$/i
const LONGEST_CUE = 40

/** Longer things are kept as they are: nobody writes a day into the middle of a page. */
const LONGEST_ITEM = 2000

/** Takes the due day out of a promise: "send slides by friday", "morgen anrufen". */
export function dueIn(item: string, settings: DateSettings): Due {
  const none: Due = { what: item, due: null, guessed: undefined }
  if (item.length > LONGEST_ITEM) return none
  const found = phrasesIn(item, { ...settings, direction: 'future' })
  const chosen = found.find(({ cue }) => cue) ?? found.findLast((phrase) => standsAlone(item, phrase))
  if (!chosen) return none
  const what = `${item.slice(0, chosen.from).trimEnd()} ${item.slice(chosen.end).trimStart()}`
    .replace(/ (?=[,.:])/, '')
    .trim()
    .replace(/[\s,.:–-]+$/, '')
    .replace(/^[\s,:–-]+/, '')
  return {
    what: what || item,
    due: chosen.early ? addDays(chosen.on, -1) : chosen.on,
    guessed: chosen.guessed ? item.slice(chosen.start, chosen.end) : undefined,
  }
}

interface DuePhrase extends DatePhrase {
  /** Where the words before the day begin that belong to it, and the day itself. */
  from: number
  start: number
  cue: boolean
  early: boolean
}

function phrasesIn(item: string, settings: DateSettings): DuePhrase[] {
  const phrases: DuePhrase[] = []
  let end = 0
  for (const { kind, start, glued } of tokensOf(item)) {
    if (kind !== 'word' || glued || start < end) continue
    const head = item.slice(Math.max(0, start - LONGEST_CUE), start)
    const phrase = datePhraseAt(item, start, settings) ?? shortDay(item, head, start, settings)
    if (!phrase) continue
    const cue = CUE.exec(head)
    const whole = cue && !/[^\s(,.:;–-]$/.test(head.slice(0, cue.index)) ? cue : undefined
    const own = /^(?:on|am|by|bis)\s/i.test(item.slice(start, phrase.end))
    phrases.push({
      ...phrase,
      start,
      from: start - (whole?.[0].length ?? 0),
      cue: Boolean(whole) || own,
      early: BEFORE.test(whole?.[0] ?? ''),
    })
    end = phrase.end
  }
  return phrases
}

const BY = /(?:^|\s)(?:by|until|till|bis|spätestens|due)\s+$/i

/** "bis 15.11"; "grow by 1.5" is no day. */
const UNTIL = /(?:^|\s)(?:until|till|bis|spätestens|due)\s+(?:(?:zum|am)\s+)?$/i

/** "by fri", "bis Mo.", "bis 15.11": words or numbers of their own as well, but not there and at the end. */
function shortDay(item: string, head: string, start: number, settings: DateSettings): DatePhrase | undefined {
  const phrase = datePhraseAt(item, start, { ...settings, loose: true })
  if (!phrase) return undefined
  const fits = phrase.form === 'weekday' ? BY.test(head) : phrase.form === 'dotted' && UNTIL.test(head)
  return fits && !/[a-z0-9\u00c0-\uffff]/i.test(item.slice(phrase.end)) ? phrase : undefined
}

const TO_COME = /^(?:tomorrow|tonight|morgen|übermorgen|next|nächste|kommende|in\s|the day after)/i
const GONE = /^(?:gestern|yesterday|last|letzt|vor\s|vorgestern)|ago$/i

/** Without "by", a day counts at the ends of a promise, or when it can be nothing else than a day to come. */
function standsAlone(item: string, { start, end }: DuePhrase): boolean {
  const said = item.slice(start, end)
  // "plan the weekend"
  if (/^(?:the\s+)?(?:weekend|wochenende)$/i.test(said)) return false
  if (GONE.test(said) || (said === 'Morgen' && start > 0)) return false
  return TO_COME.test(said) || start === 0 || !/[a-z0-9\u00c0-\uffff]/i.test(item.slice(end))
}
