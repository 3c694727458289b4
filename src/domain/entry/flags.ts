import type { CivilDate } from '../dates.ts'
import { badInput, NetError } from '../errors.ts'
import type { EncounterKind } from './entry.ts'
import { ENCOUNTER_KINDS } from './entry.ts'
import { readKind } from './kind.ts'
import type { NameReading, Naming } from './name-phrase.ts'
import { cleanName } from './name-phrase.ts'
import type { Heading, IsNames, Section } from './sections.ts'
import { addressed } from './sections.ts'
import { TITLES } from './words.ts'

/** What flags say of an encounter: the same as a sentence, and merged with it. */
export interface EntryFlags {
  with?: string[]
  /** Already read. */
  on?: CivilDate
  kind?: string
  place?: string
  event?: string
  gave?: string[]
  got?: string[]
  todo?: string[]
  they?: string[]
  learned?: string[]
  offers?: string[]
  needs?: string[]
  tag?: string[]
  /** Names close to known ones are new people. */
  new?: boolean
  planned?: boolean
}

const SECTION_FLAGS: Heading[] = ['gave', 'got', 'todo', 'they', 'learned', 'offers', 'needs']

/** The sections that flags stand for. */
export const flaggedSections = (flags: EntryFlags, isNames: IsNames): Section[] =>
  SECTION_FLAGS.flatMap((heading) =>
    (flags[heading] ?? []).map((text) => ({
      heading,
      ...addressed(text, (addressee) => isNames(addressee, heading, (flags.with ?? []).join('\n'))),
    })),
  )

const APART = /,|\s(?:and|und|&)\s/i

/** Whom `--with` names: one person or a list, however they are written. A number is a contact's. */
export function flaggedPeople(values: string[] | undefined, known: NameReading['known']): Naming[] {
  return (values ?? []).flatMap((value) => {
    const whole = flaggedPerson(value, known)
    return whole && whole.found.state === 'none' && APART.test(value)
      ? value.split(APART).flatMap((part) => flaggedPerson(part, known) ?? [])
      : (whole ?? [])
  })
}

function flaggedPerson(value: string, known: NameReading['known']): Naming | undefined {
  const said = cleanName(value)
    .replace(/^@/, '')
    .replace(/^["“„](.*)["”“]$/, '$1')
    .trim()
  if (!said) return undefined
  const isId = /^#?\d+$/.test(said)
  const found = known(isId ? `#${said.replace('#', '')}` : said)
  if (found.state !== 'none') return { said, name: said, found }
  if (isId) throw new NetError({ kind: 'not-found', what: 'contact', wanted: said, suggestions: [] })
  const words = said.split(' ')
  const name = words.slice(words.findIndex((word) => !TITLES.has(word.toLowerCase()))).join(' ')
  return { said, name, found: name === said ? found : known(name) }
}

/** @throws bad-input when it is no kind of encounter */
export function flaggedKind(kind: string | undefined): EncounterKind | undefined {
  if (kind === undefined) return undefined
  const read = readKind(kind)
  if (!read)
    throw badInput('--kind', kind, 'is no kind of encounter', `Use one of: ${ENCOUNTER_KINDS.join(', ')}`)
  return read
}
