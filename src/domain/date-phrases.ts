import { WEEKDAYS } from './calendar-words.ts'
import type { DatePhrase, DateSettings, Form } from './date-forms.ts'
import { calendarForms, dayAloneForm, LEAD_WORDS, leadLength, looseForms } from './date-forms-calendar.ts'
import { dayForms, spanForms, weekdayForms } from './date-forms-relative.ts'
import { grouped } from './grouping.ts'

/** The forms by the words they begin with: in prose, nearly every word begins none. */
const byFirstWord = (forms: Form[]): Map<string, Form[]> =>
  grouped(forms.flatMap((form) => [...form.begins].map((word) => [word, form] as const)))

const formsByFirstWord = () => {
  const calendar = calendarForms()
  return {
    /** What stands first may hold what stands later: a weekday of last week, the week. */
    worded: byFirstWord([dayAloneForm(), ...weekdayForms(), ...spanForms(), ...dayForms()]),
    figured: byFirstWord(calendar),
    figuredLoosely: byFirstWord([...looseForms(), ...calendar]),
    leads: new Set(LEAD_WORDS),
  }
}
/** Made when the first date is looked for: most commands read none. */
let known: ReturnType<typeof formsByFirstWord> | undefined

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
  known ??= formsByFirstWord()
  const figured = settings.loose ? known.figuredLoosely : known.figured
  const lead = known.leads.has(word) && /\d/.test(ahead) ? leadLength(ahead) : 0
  return (
    firstOf(figured.get(lead > 0 ? firstWord(ahead.slice(lead)) : word), ahead, at, lead, settings) ??
    firstOf(known.worded.get(word), ahead, at, 0, settings)
  )
}

function firstOf(
  forms: Form[] | undefined,
  ahead: string,
  at: number,
  lead: number,
  settings: DateSettings,
): DatePhrase | undefined {
  for (const { form, match, read } of forms ?? []) {
    const found = match(ahead.slice(lead))
    const reading = found && read(found, settings)
    if (reading) return { ...reading, end: at + lead + found[0].length, form }
  }
  return undefined
}
