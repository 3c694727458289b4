import type { PersonRef } from './contacts.ts'
import { type CivilDate, daysBetween } from './dates.ts'
import { fold } from './names.ts'

/** One of those who are brought together, and when they were fine with it. */
export interface IntroducedPerson extends PersonRef {
  agreedOn: CivilDate | null
}

/** An introduction with its course: who brought whom together, and how far it has come. */
export interface Introduction {
  id: number
  /** The day it was made; until then the day it was offered. */
  on: CivilDate
  /** `null`: I did it. */
  introducer: PersonRef | null
  /** The two who were brought together; one alone: with me. */
  people: IntroducedPerson[]
  /** Where I am one of the two: when I was fine with it. */
  me: { agreedOn: CivilDate | null } | null
  purpose: string | null
  made: boolean
  offeredOn: CivilDate | null
  declinedOn: CivilDate | null
  /** What came of it. */
  result: string | null
  resultOn: CivilDate | null
  /** When I thanked the introducer. */
  thankedOn: CivilDate | null
}

export type IntroductionState = 'offered' | 'agreed' | 'made' | 'declined'

export function stateOf({ made, declinedOn, people, me }: Introduction): IntroductionState {
  if (made) return 'made'
  if (declinedOn !== null) return 'declined'
  const asked = me === null ? people : [...people, me]
  return asked.every(({ agreedOn }) => agreedOn !== null) ? 'agreed' : 'offered'
}

/** What an introduction waits for. */
export type OpenStep = 'agree' | 'make' | 'thank'

/** So long an introduction comes up by itself, and a word of thanks is looked for; later nothing is said, so that no pile grows. */
export const DAYS_OF_INTRODUCTION = 90

export function openStep(introduction: Introduction, today: CivilDate): OpenStep | null {
  const { introducer, me, thankedOn, on } = introduction
  switch (stateOf(introduction)) {
    case 'offered':
      return 'agree'
    case 'agreed':
      return 'make'
    case 'declined':
      return null
    case 'made': {
      const forMe = introducer !== null && me !== null && thankedOn === null
      return forMe && daysBetween(on, today) <= DAYS_OF_INTRODUCTION ? 'thank' : null
    }
  }
}

/** An introduction as it is told: its course so far, and what it waits for. */
export interface IntroductionTold extends Omit<Introduction, 'made'> {
  state: IntroductionState
  open: OpenStep | null
}

export function toldOn(today: CivilDate, introduction: Introduction): IntroductionTold {
  const { made: _, ...told } = introduction
  return { ...told, state: stateOf(introduction), open: openStep(introduction, today) }
}

/** An introduction that is to be recorded. */
export interface IntroductionWanted {
  purpose: string | null
  on: CivilDate
  offered: boolean
}

/** What it means beside those that are known of the same people by the same person. */
export type Meant =
  | { kind: 'new' }
  /** It is there already. */
  | { kind: 'known'; known: Introduction }
  /** One that was offered is made by it. */
  | { kind: 'made'; known: Introduction }
  /** It was recorded the same day, and now it is said what it was for. */
  | { kind: 'purpose'; known: Introduction; purpose: string }

/** The same people may be brought together again, for something else; where nothing is said of what it is for, it is the known one. */
export function whatIsMeant(known: Introduction[], { purpose, on, offered }: IntroductionWanted): Meant {
  const isFor = (one: Introduction) =>
    purpose === null || (one.purpose !== null && fold(one.purpose) === fold(purpose))
  for (const one of known) {
    if (!one.made && (isFor(one) || one.purpose === null))
      return { kind: offered ? 'known' : 'made', known: one }
    if (one.made && isFor(one)) return { kind: 'known', known: one }
    if (one.made && one.purpose === null && purpose !== null && one.on === on && !offered)
      return { kind: 'purpose', known: one, purpose }
  }
  return { kind: 'new' }
}

/** An introduction as a favour, in the words it is kept in; of one person alone: to me. */
export function introductionFavour({
  people,
  purpose,
}: {
  people: Pick<PersonRef, 'name'>[]
  purpose: string | null
}): string {
  const [one, other] = people.map(({ name }) => name)
  const what = other === undefined ? `introduced me to ${one}` : `introduced ${one} to ${other}`
  return purpose === null ? what : `${what}: ${purpose}`
}
