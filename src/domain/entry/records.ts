import type { DateSettings } from '../date-forms.ts'
import type { Cast } from './cast.ts'
import type { Due } from './due.ts'
import { dueIn } from './due.ts'
import type { Entry, EntryFavour, Mention } from './entry.ts'
import type { IntroductionNamed } from './introduction-words.ts'
import { introductionNamed } from './introduction-words.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { partyAtEnd } from './party-words.ts'
import { type PassedOnNamed, passedOnIn } from './passed-on-words.ts'
import { type Heading, type Section, unpunctuated } from './sections.ts'
import { withoutTrailingTags } from './tags.ts'
import { tokensOf } from './tokens.ts'
import { weighed } from './weight.ts'
import { words } from './words.ts'

/** A section with its people named, before it is settled who they are. */
export interface SectionReading {
  heading: Heading
  addressees: Naming[]
  items: (Due & { introduction: IntroductionNamed | undefined; passed: PassedOnNamed | undefined })[]
}

/** "got: nothing" */
const NOTHING = words('nothing none nichts nix nope n/a')

/** Longer things are kept as they are: nothing is looked for in them. */
const LONGEST_ITEM = 2000

/** Reads what stands in sections. `addresseesIn` says whom the words before the colon name. */
export function sectionReadings(
  sections: Section[],
  known: NameReading['known'],
  dates: DateSettings,
  addresseesIn: (words: string) => Naming[] | undefined,
): SectionReading[] {
  return sections.map(({ heading, addressee, items }) => ({
    heading,
    addressees: addresseesIn(addressee) ?? [],
    items: items
      .map((item) => readItem(heading, item, known, dates, addresseesIn))
      .filter(({ what }) => what !== '' && !NOTHING.has(what.toLowerCase())),
  }))
}

function readItem(
  heading: Heading,
  item: string,
  known: NameReading['known'],
  dates: DateSettings,
  namesIn: (words: string) => Naming[] | undefined,
) {
  const short = item.length <= LONGEST_ITEM
  const what = short ? unpunctuated(withoutTrailingTags(item)) : item
  const due =
    short && (heading === 'todo' || heading === 'they')
      ? dueIn(what, dates)
      : { what, due: null, guessed: undefined }
  const introduction =
    short && (heading === 'gave' || heading === 'got')
      ? (introductionNamed({ text: what, tokens: tokensOf(what), known, taken: () => false }) ?? {
          people: partyAtEnd(what, heading, namesIn),
          introduces: [],
        })
      : undefined
  const passed = short && heading === 'gave' ? passedOnIn(what, namesIn) : undefined
  return { ...due, introduction, passed }
}

/** Whom a section is about, by what stands before its colon or at the end of a favour. */
export const aboutWhom = ({ addressees, items }: SectionReading): Naming[] =>
  addressees.length > 0
    ? addressees
    : items.flatMap(({ introduction }) => (introduction?.introduces.length === 0 ? introduction.people : []))

/** Everybody a section names, in any place of it. */
export const namingsOf = ({ addressees, items }: SectionReading): Naming[] => [
  ...addressees,
  ...items.flatMap(({ introduction, passed }) => [
    ...(introduction ? [...introduction.people, ...introduction.introduces] : []),
    ...(passed?.from ?? []),
  ]),
]

type Records = Pick<Entry, 'favours' | 'followUps' | 'learned' | 'offerings' | 'guesses'>

/** Makes the records of an entry; what names nobody counts for all of `present`. */
export function recordsOf(readings: SectionReading[], present: Mention[], cast: Cast): Records {
  const records: Records = { favours: [], followUps: [], learned: [], offerings: [], guesses: [] }
  for (const { heading, addressees, items } of readings) {
    const people = addressees.length > 0 ? distinct(addressees.map(cast.mentionOf)) : undefined
    for (const { what, due, guessed, introduction, passed } of items) {
      if (heading === 'gave' || heading === 'got')
        records.favours.push({
          direction: heading,
          ...passedOn(what, passed, parties(introduction, people, present, cast), cast),
        })
      else if (heading === 'learned') records.learned.push({ what, people: people ?? present })
      else if (heading === 'offers' || heading === 'needs')
        records.offerings.push({ kind: KIND[heading], what, people: people ?? present })
      else
        records.followUps.push({
          whose: heading === 'todo' ? 'mine' : 'theirs',
          what,
          due,
          people: people ?? present,
        })
      if (guessed && due) records.guesses.push({ kind: 'due', said: guessed, on: due })
    }
  }
  return records
}

const KIND = { offers: 'offer', needs: 'need' } as const

/** Nothing is passed on to the one it came from; where nobody else is left, it was not passed on. */
function passedOn(
  what: string,
  passed: PassedOnNamed | undefined,
  parties: Pick<EntryFavour, 'people' | 'introduces'>,
  cast: Cast,
): Omit<EntryFavour, 'direction'> {
  const from = distinct((passed?.from ?? []).map(cast.mentionOf))
  const people = parties.people.filter((mention) => !from.includes(mention))
  return passed && people.length > 0
    ? { ...weighed(passed.what), ...parties, people, from }
    : { ...weighed(what), ...parties, from: [] }
}

/** Nobody is introduced to themselves: who is introduced is not among those it was done for, unless nobody else is there. */
function parties(
  introduction: IntroductionNamed | undefined,
  addressed: Mention[] | undefined,
  present: Mention[],
  cast: Cast,
): Pick<EntryFavour, 'people' | 'introduces'> {
  const named =
    introduction && introduction.people.length > 0
      ? distinct(introduction.people.map(cast.mentionOf))
      : undefined
  const all = addressed ?? named ?? present
  const introduced = introduction ? distinct(introduction.introduces.map(cast.mentionOf)) : []
  const people = all.filter((mention) => !introduced.includes(mention))
  return people.length > 0
    ? { people, introduces: introduced }
    : { people: introduced.length > 0 ? introduced : all, introduces: [] }
}

const distinct = (mentions: Mention[]): Mention[] => [...new Set(mentions)]
