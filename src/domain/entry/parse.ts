import type { DateSettings } from '../date-forms.ts'
import type { CivilDate } from '../dates.ts'
import { badInput } from '../errors.ts'
import type { Found, KnownPerson, NameDirectory } from '../names.ts'
import { findPerson } from '../names.ts'
import { castOf } from './cast.ts'
import type { Entry } from './entry.ts'
import type { EntryFlags } from './flags.ts'
import { flaggedKind, flaggedPeople, flaggedSections } from './flags.ts'
import { introductionNamed } from './introduction-words.ts'
import { introductionsWith, partiesOf } from './introductions.ts'
import { readNames } from './name-list.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { peopleIn } from './people.ts'
import { readProse } from './prose.ts'
import { aboutWhom, namingsOf, recordsOf, sectionReadings } from './records.ts'
import type { Heading, IsNames } from './sections.ts'
import { outline } from './sections.ts'
import { distinctTags, tagsIn } from './tags.ts'
import { tokensOf } from './tokens.ts'
import { impossibleDate, leadingDate } from './when.ts'

export type { EntryFlags } from './flags.ts'

export interface EntrySettings {
  today: CivilDate
  /** Whether 11/12 is the 11th of December. */
  dayFirst: boolean
}

/**
 * Understands what one encounter tells, from a sentence, from flags or from both; flags for date, kind and place win.
 * @throws bad-input when nothing is said or nobody is named, for a day to come that is not planned, for a kind there is none of;
 * not-found for the number of a contact that does not exist
 */
export function parseEntry(
  said: string,
  flags: EntryFlags,
  directory: NameDirectory,
  settings: EntrySettings,
): Entry {
  const text = said.trim()
  const known = knownIn(directory)
  const addresseesOf = addresseeReader(known)
  const isNames = namesReader(addresseesOf)
  const isNamesInFlag: IsNames = (words, heading, others) => isNames(words, heading, `${text}\n${others}`)
  const dates: DateSettings = { ...settings, direction: flags.planned ? 'future' : 'past' }

  const lead = leadingDate(text, dates)
  const { prose, sections } = outline(lead ? text.slice(lead.rest) : text, isNames)
  const flagged = flaggedPeople(flags.with, known)
  const told = readProse(prose, flagged, known, lead ? undefined : dates)
  if (!lead && !told.day && !flags.on) refuseImpossible(text, dates)
  const day = dayOf(flags, lead ? { ...lead, said: text.slice(0, lead.end) } : told.day, settings.today)

  const met = [...told.namings, ...flagged]
  const readings = sectionReadings(
    [...sections, ...flaggedSections(flags, isNamesInFlag)],
    known,
    { ...dates, direction: 'future' },
    addresseesOf,
  )
  const addressees = readings.flatMap(aboutWhom)
  // When nobody else was met, those whom the sections are about were.
  const present = met.length > 0 ? met : addressees
  if (!text && present.length === 0) throw nothingSaid(flags)

  const beside = [...readings.flatMap(namingsOf), ...told.introductions.flatMap(partiesOf)]
  const cast = castOf(present, beside, directory, flags.new ?? false)
  const people = [...new Set(present.map(cast.mentionOf))]
  const records = recordsOf(readings, people, cast)
  return {
    on: day.on,
    kind: flaggedKind(flags.kind) ?? told.kind ?? 'meeting',
    place: flags.place?.trim() || told.place,
    event: flags.event?.trim() || null,
    text,
    tags: distinctTags([...tagsIn(text), ...(flags.tag ?? [])]),
    people,
    favours: records.favours,
    introductions: introductionsWith(told.introductions, cast.mentionOf),
    followUps: records.followUps,
    learned: records.learned,
    offerings: records.offerings,
    guesses: [
      ...day.guesses,
      ...(told.calledOff ? [{ kind: 'called-off' as const, said: told.calledOff }] : []),
      ...cast.guesses,
      ...records.guesses,
    ],
  }
}

/**
 * The contacts that a favour's words introduce: Lin of "intro to Lin". Names of nobody yet, or of several, are left out.
 */
export function introducedIn(favour: string, directory: NameDirectory): KnownPerson[] {
  const reading = { text: favour, tokens: tokensOf(favour), known: knownIn(directory), taken: () => false }
  const named = introductionNamed(reading)?.introduces ?? []
  return named.flatMap(({ found }) => (found.state === 'one' ? [found.person] : []))
}

/**
 * Reads titles for the contacts that each names beyond doubt: Ada of "Kaffee mit Ada". Who is nobody yet, or could be several, is left out.
 */
export function titleReader(directory: NameDirectory): (title: string) => KnownPerson[] {
  const known = knownIn(directory)
  return (title) =>
    peopleIn({ text: title, tokens: tokensOf(title), known, taken: () => false }, []).namings.flatMap(
      ({ found }) => (found.state === 'one' ? [found.person] : []),
    )
}

/** Finds known people by how they are named; each name is looked up once, and a bare number is nobody. */
function knownIn(directory: NameDirectory): NameReading['known'] {
  const found = new Map<string, Found>()
  // Near misses cost more than a look-up; they are sought only for those who turn out to be new.
  const exactly: NameDirectory = {
    byId: (id) => directory.byId(id),
    named: (folded) => directory.named(folded),
    withWords: (words) => directory.withWords(words),
    near: () => [],
    metWith: () => 0,
  }
  return (said) => {
    const before = found.get(said)
    if (before) return before
    const now: Found = /^\d+$/.test(said) ? { state: 'none', near: [] } : findPerson(said, exactly)
    found.set(said, now)
    return now
  }
}

/** Says whom a section is about; `undefined` when the words are no names. The same words name the same people. */
function addresseeReader(known: NameReading['known']): (words: string) => Naming[] | undefined {
  const read = new Map<string, Naming[] | undefined>()
  return (words) => {
    if (!read.has(words)) read.set(words, addresseesIn(words, known))
    return read.get(words)
  }
}

/** Things people look for are written with capitals too, in German all of them: somebody new has to be named elsewhere. */
const THINGS: ReadonlySet<Heading> = new Set(['offers', 'needs'])

function namesReader(addresseesOf: (words: string) => Naming[] | undefined): IsNames {
  return (words, heading, before) => {
    const namings = addresseesOf(words)
    if (!namings || !THINGS.has(heading) || words.includes('@')) return namings !== undefined
    return namings.every(({ found, name }) => found.state !== 'none' || before.includes(name))
  }
}

function addresseesIn(words: string, known: NameReading['known']): Naming[] | undefined {
  const plain = words.trim().replace(/^(?:to|for|from|an|für)\s+/i, '')
  const text = known(plain).state === 'none' ? plain.replace(/^von\s+/i, '') : plain
  const tokens = tokensOf(text)
  const { namings, next } = readNames({ text, tokens, known, taken: () => false }, 0, 'capital')
  return namings.length > 0 && next === tokens.length ? namings : undefined
}

function refuseImpossible(text: string, dates: DateSettings): void {
  const said = impossibleDate(text, dates)
  if (said) throw badInput('the date', said, 'is not in the calendar', 'Write it as 2026-11-03, or say --on.')
}

function dayOf(
  flags: EntryFlags,
  read: { on: CivilDate | undefined; guessed: boolean; said: string } | undefined,
  today: CivilDate,
) {
  const on = flags.on ?? read?.on ?? today
  if (on > today && !flags.planned)
    throw badInput(
      'the date',
      flags.on ?? read?.said,
      'lies in the future',
      'Say --planned for something still to come, or --on for the day it was.',
    )
  const kind = read?.on ? ('date' as const) : ('no-day' as const)
  const guesses = !flags.on && read?.guessed ? [{ kind, said: read.said, on }] : []
  return { on, guesses }
}

function nothingSaid(flags: EntryFlags) {
  const tells = [
    flags.gave,
    flags.got,
    flags.todo,
    flags.they,
    flags.learned,
    flags.offers,
    flags.needs,
  ].some((values) => values?.some((value) => value.trim()))
  return tells
    ? badInput('the entry', undefined, 'names nobody', 'Say who it was with, for example --with Ada.')
    : badInput('the entry', undefined, 'is empty', 'Say what happened, for example: Coffee with Ada.')
}
