import { WEEKDAYS } from './calendar-words.ts'
import type { DatePhrase, DateSettings, Form } from './date-forms.ts'
import { calendarForms, dayAloneForm, LEAD_WORDS, leadLength, looseForms } from './date-forms-calendar.ts'
import { dayForms, spanForms, weekdayForms } from './date-forms-relative.ts'

/** Finds the forms that begin with a word: in prose, nearly every word begins none. The forms are made with the first question. */
function byFirstWord(makeForms: () => Form[]): (word: string) => Form[] {
  const known = new Map<string, Form[]>()
  let forms: Form[] | undefined
  return (word) => {
    let beginning = known.get(word)
    if (!beginning) {
      forms ??= makeForms()
      beginning = forms.filter(({ begins }) => begins.includes(word))
      known.set(word, beginning)
    }
    return beginning
  }
}

/** What stands first may hold what stands later: a weekday of last week, the week. */
const worded = byFirstWord(() => [dayAloneForm(), ...weekdayForms(), ...spanForms(), ...dayForms()])
const figured = byFirstWord(calendarForms)
const figuredLoosely = byFirstWord(() => [...looseForms(), ...calendarForms()])

/** Longer than any date phrase. */
const REACH = 60
const FIRST_WORD = /^(?:[a-zäöüß]+|\d)/

function firstWord(ahead: string): string {
  const word = FIRST_WORD.exec(ahead)?.[0] ?? ''
  if (/\d/.test(word)) return '#'
  // "Dienstagabend"
  return word.length > 8 ? (WEEKDAYS.find((weekday) => word.startsWith(weekday)) ?? word) : word
}

/** The date phrase that begins just at this place of a text, if there is one. */
export function datePhraseAt(text: string, at: number, settings: DateSettings): DatePhrase | undefined {
  const ahead = text.slice(at, at + REACH).toLowerCase()
  const word = firstWord(ahead)
  const dated = settings.loose ? figuredLoosely : figured
  const lead = LEAD_WORDS.includes(word) && /\d/.test(ahead) ? leadLength(ahead) : 0
  return (
    firstOf(dated(lead > 0 ? firstWord(ahead.slice(lead)) : word), ahead, at, lead, settings) ??
    firstOf(worded(word), ahead, at, 0, settings)
  )
}

function firstOf(
  forms: Form[],
  ahead: string,
  at: number,
  lead: number,
  settings: DateSettings,
): DatePhrase | undefined {
  for (const { form, match, read } of forms) {
    const found = match(ahead.slice(lead))
    const reading = found && read(found, settings)
    if (reading) return { ...reading, end: at + lead + found[0].length, form }
  }
  return undefined
}
