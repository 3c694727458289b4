import { BIRTHDAY, type ContactCard } from '../../domain/contact-card.ts'
import type { Reach } from '../../domain/contacts.ts'
import type { ContentLine } from './content-line.ts'
import { physicalLines } from './convert.ts'
import { contactOf } from './read.ts'
import type { VCardVersion } from './text.ts'

/** What of a card stays, and what these lines say, so that it is not written again. */
export interface Kept {
  /** Physical lines. */
  lines: string[]
  /** The names of properties. */
  names: ReadonlySet<string>
  /** Of lines in groups. */
  groups: ReadonlySet<string>
  reach: Reach[]
  /** Labels of days. */
  dates: ReadonlySet<string>
  place: string | null
}

/** About the card itself, or ours. */
const NEVER = /^(BEGIN|END|VERSION|UID|REV|PRODID|X-NET-[A-Z]+)$/
const REACH = /^(EMAIL|TEL|URL|ADR|IMPP|SOCIALPROFILE|X-SOCIALPROFILE)$/
const DATE = /^(BDAY|ANNIVERSARY|X-ANNIVERSARY|X-ABDATE)$/
/** There is only one of these on a card (RFC 6350 §3.3). */
const SINGLE = /^(KIND|GENDER|BDAY|ANNIVERSARY|X-ANNIVERSARY|PHOTO|LOGO)$/

/** Fields that stand in lines of these names. */
const FIELD_OF: Record<string, keyof ContactCard> = {
  FN: 'name',
  N: 'name',
  ORG: 'org',
  TITLE: 'role',
  ROLE: 'role',
  NOTE: 'note',
  NICKNAME: 'aliases',
  CATEGORIES: 'tags',
}

/**
 * The lines of the cards a person came from that still hold: what a journal has no place for, and what says the same as the journal.
 * Of a card of the wanted version they stay letter by letter.
 * @param originals the properties of each card; of a second one only what the first does not have
 */
export function keptOf(
  card: ContactCard,
  originals: readonly (readonly ContentLine[])[],
  version: VCardVersion,
): Kept {
  const staying = originals.flatMap((original, at) => {
    const from = original.find(({ name }) => name === 'VERSION')?.value.trim() ?? version
    const holds = whatHolds(card, original, from === version)
    const mine = original.filter(holds)
    return mine.map((line) => ({ line: { ...line, group: groupOf(line, at) }, from, at }))
  })
  const first = staying.filter(({ at }) => at === 0).map(({ line }) => line)
  const chosen = staying.filter(
    ({ line, at }) =>
      at === 0 ||
      !(line.name in FIELD_OF || (SINGLE.test(line.name) && first.some(({ name }) => name === line.name))),
  )
  const told = tellingOf(chosen.map(({ line }) => line))
  return {
    lines: distinctProperties(chosen.map(({ line, from, at }) => physicalLines(line, from, version, at > 0))),
    names: new Set(chosen.map(({ line }) => line.name)),
    groups: new Set(chosen.flatMap(({ line }) => line.group?.toLowerCase() ?? [])),
    reach: told?.reach ?? [],
    dates: new Set(told?.dates.map(({ label }) => label)),
    place: told?.place ?? null,
  }
}

/** A group of a second card must not be one of the first. */
const groupOf = ({ group }: ContentLine, at: number): string | null =>
  group === null || at === 0 ? group : `card${at + 1}${group}`

const distinctProperties = (properties: string[][]): string[] =>
  [...new Map(properties.map((lines) => [lines.join('\n'), lines])).values()].flat()

/** A name, so that any properties make a card. */
const NAMED: ContentLine = { group: null, name: 'FN', params: [], value: 'x', raw: [], line: 1, cut: false }

function tellingOf(properties: readonly ContentLine[]) {
  const told = contactOf({ line: 1, finished: true, properties: [NAMED, ...properties] })
  return typeof told === 'string' ? undefined : told
}

/** Tells which lines of a card say what the journal still says, or what it has no place for. */
function whatHolds(
  card: ContactCard,
  original: readonly ContentLine[],
  sameVersion: boolean,
): (line: ContentLine) => boolean {
  const whole = contactOf({ line: 1, finished: true, properties: [...original] })
  const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const inAnyOrder = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)
  const isSame = (field: keyof ContactCard) =>
    typeof whole !== 'string' && alike(inAnyOrder(whole[field]), inAnyOrder(card[field]))
  const holds = (line: ContentLine): boolean => {
    if (line.name === '' || NEVER.test(line.name)) return false
    const field = FIELD_OF[line.name]
    if (field) return isSame(field)
    if (line.name === 'X-ABLABEL') {
      const labelled = original.find((each) => each !== line && each.group === line.group)
      return labelled === undefined || holds(labelled)
    }
    const group = original.filter((each) => line.group !== null && each.group === line.group)
    const told = tellingOf([line, ...group.filter(({ name }) => name === 'X-ABLABEL')])
    // A day that the calendar does not have is nothing to a journal.
    if (DATE.test(line.name) && !told?.dates.length)
      return line.name !== 'BDAY' || card.dates.every(({ label }) => label !== BIRTHDAY)
    if (DATE.test(line.name))
      // Versions write days in their own ways.
      return sameVersion && Boolean(told?.dates.some((date) => card.dates.some((each) => alike(each, date))))
    if (REACH.test(line.name)) {
      // A town alone is no way to reach anybody: the place comes of it.
      if (told?.reach.length === 0) return line.name === 'ADR' && isSame('place')
      return Boolean(told?.reach.some((reach) => hasReach(card.reach, reach)))
    }
    // A messenger of its own name, X-SKYPE: gone when it was taken off.
    return !told?.reach.length || told.reach.some((reach) => hasReach(card.reach, reach))
  }
  return holds
}

export const hasReach = (all: readonly Reach[], wanted: Reach): boolean =>
  all.some(({ kind, value }) => kind === wanted.kind && value === wanted.value)
