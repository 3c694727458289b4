import type { DateSettings } from '../date-forms.ts'
import { kindOf, readKind } from './kind.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { peopleIn } from './people.ts'
import { placeIn } from './place.ts'
import { isCapital, tokensOf } from './tokens.ts'
import { vagueTimeIn } from './vague-when.ts'
import { whenIn } from './when.ts'
import { words } from './words.ts'

const CALLED_OFF = words('cancelled canceled postponed rescheduled no-show abgesagt verschoben ausgefallen')

/** Reads what is told outside of sections. @param beside who is named by flags @param dates left out where the day is known */
export function readProse(
  text: string,
  beside: Naming[],
  known: NameReading['known'],
  dates: DateSettings | undefined,
) {
  const tokens = tokensOf(text)
  const free: NameReading = { text, tokens, known, taken: () => false }
  const when = dates && whenIn(text, tokens, dates, (at) => isInFullName(free, at))
  const dated = (at: number) =>
    when !== undefined && tokens[at]!.start >= when.start && tokens[at]!.start < when.end
  const { namings, introductions, used, visited } = peopleIn({ ...free, taken: dated }, beside)
  const taken = (at: number) => dated(at) || used.has(at)
  const place = placeIn({ text, tokens, taken })
  const isInPlace = (at: number) => place !== undefined && at >= place.from && at < place.to
  // "at the Founders Breakfast" tells where, and of no meal.
  const isNamed = (at: number) =>
    isInPlace(at) && at > place!.from && isCapital(tokens[at]!) && readKind(tokens[at]!.lower) !== 'event'
  // Without people there is nothing to take a wrong day for.
  const vague =
    dates && !when && namings.length > 0
      ? vagueTimeIn(tokens, dates, (at) => used.has(at) || isInPlace(at))
      : undefined
  return {
    namings,
    introductions,
    kind: kindOf(tokens, (at) => taken(at) || isNamed(at)) ?? (visited ? ('visit' as const) : undefined),
    place: place?.text ?? null,
    calledOff: namings.length > 0 ? tokens.find(({ lower }) => CALLED_OFF.has(lower))?.text : undefined,
    day: when
      ? { on: when.on, guessed: when.guessed, said: text.slice(when.start, when.end) }
      : vague && { ...vague, guessed: true },
  }
}

/** "Karl Freitag" is no day when somebody is called so. */
function isInFullName({ text, tokens, known }: NameReading, at: number): boolean {
  const isName = (from: number, to: number) =>
    from >= 0 &&
    to <= tokens.length &&
    tokens.slice(from, to).every(isCapital) &&
    known(text.slice(tokens[from]!.start, tokens[to - 1]!.end)).state !== 'none'
  return isName(at - 1, at + 1) || isName(at, at + 2) || isName(at - 2, at + 1)
}
