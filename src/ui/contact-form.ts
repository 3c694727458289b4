import { BIRTHDAY, type ContactCard, emptyCard } from '../domain/contact-card.ts'
import { REACH_KINDS, type ReachKind } from '../domain/contacts.ts'
import { badInput } from '../domain/errors.ts'
import { asLine, readLine, readName, readTag } from '../domain/labels.ts'
import { readPartialDate } from '../domain/read-date.ts'

const HEADING = `# Change what you like, then save and close; close without a change to leave
# all as it is. Lines that begin with # are not read.
# One value a line. A field may stand several times: alias, circle, tag, email,
# phone, url, address, handle, date.
# "email (work): …" gives a value a label, "date (wedding): 2015-06-20" names a
# day to remember. All that stands under "note:" is the note.
`
const NOTE = 'note:'

/** A record as a text to edit by hand; `readForm` reads it back. */
export function writeForm(card: ContactCard): string {
  const many = (key: string, values: string[]) =>
    (values.length > 0 ? values : ['']).map((value) => line(key, value))
  const birthday = card.dates.find(({ label }) => label === BIRTHDAY)
  return [
    HEADING,
    line('name', card.name),
    ...many('alias', card.aliases),
    line('org', card.org),
    line('role', card.role),
    line('place', card.place),
    ...many('circle', card.circles),
    ...many('tag', card.tags),
    line('cadence', card.cadenceDays === null ? '' : String(card.cadenceDays)),
    line('met', card.metOn),
    line('met at', card.metAt),
    line(BIRTHDAY, birthday?.date ?? ''),
    ...card.dates
      .filter((each) => each !== birthday)
      .map(({ label, date }) => line(`date (${escaped(label)})`, date)),
    ...REACH_KINDS.flatMap((kind) => {
      const values = card.reach.filter((each) => each.kind === kind)
      if (values.length === 0) return [line(kind, '')]
      return values.map(({ label, value }) => line(label ? `${kind} (${escaped(label)})` : kind, value))
    }),
    '',
    NOTE,
    card.note,
    '',
  ].join('\n')
}

/** A value may hold what a line can't: line breaks and backslashes are written as \\n and \\\\. */
const line = (key: string, value: string | null): string => `${key}: ${escaped(value ?? '')}`.trimEnd()
const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const unescaped = (value: string): string =>
  value.replace(/\\([\\n])/g, (_, letter: string) => (letter === 'n' ? '\n' : '\\'))

type Reader = (card: ContactCard, value: string, label: string | null) => void

const READERS: Record<string, Reader> = {
  name: (card, value) => {
    card.name = readName('the name', value)
  },
  alias: (card, value) => card.aliases.push(readName('the alias', value)),
  org: (card, value) => {
    card.org = asLine(value) || null
  },
  role: (card, value) => {
    card.role = asLine(value) || null
  },
  place: (card, value) => {
    card.place = asLine(value) || null
  },
  circle: (card, value) => card.circles.push(readLine('the circle', value)),
  tag: (card, value) => card.tags.push(readTag(value)),
  cadence: (card, value) => {
    if (!/^[1-9]\d{0,4}$/.test(value)) throw badInput('cadence', value, 'is no number of days')
    card.cadenceDays = Number(value)
  },
  met: (card, value) => {
    card.metOn = dateIn('met', value)
  },
  'met at': (card, value) => {
    card.metAt = asLine(value) || null
  },
  [BIRTHDAY]: (card, value) => card.dates.push({ label: BIRTHDAY, date: dateIn(BIRTHDAY, value) }),
  date: (card, value, label) => {
    if (label === null) throw badInput('date', value, 'has no name', 'Write "date (wedding): 2015-06-20".')
    card.dates.push({ label, date: dateIn(`date (${label})`, value) })
  },
  ...Object.fromEntries(
    REACH_KINDS.map((kind): [ReachKind, Reader] => [
      kind,
      (card, value, label) => card.reach.push({ kind, label, value }),
    ]),
  ),
}
/** Fields of which there is one: said twice, one of them would be lost. */
const ONCE = ['name', 'org', 'role', 'place', 'cadence', 'met', 'met at', BIRTHDAY]

function dateIn(what: string, value: string): string {
  const date = readPartialDate(value)
  if (date === undefined)
    throw badInput(what, value, 'is no date', 'Write it as 2019-05-17, 2019-05, 2019 or 17 May.')
  return date
}

/**
 * Reads an edited record.
 * @throws NetError that names the line it could not read; nothing is passed over
 */
export function readForm(text: string): ContactCard {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const noteAt = lines.findIndex((each) => each.trim().toLowerCase() === NOTE)
  const card = {
    ...emptyCard(''),
    note:
      noteAt < 0
        ? ''
        : lines
            .slice(noteAt + 1)
            .join('\n')
            .trimEnd(),
  }
  const seen = new Set<string>()
  for (const [index, each] of lines.slice(0, noteAt < 0 ? undefined : noteAt).entries()) {
    if (each.trim() === '' || each.startsWith('#')) continue
    const [, key = '', label, value = ''] = /^\s*([\p{L} ]+?)\s*(?:\((.*?)\))?\s*:(.*)$/u.exec(each) ?? []
    const field = key.toLowerCase()
    const reader = Object.hasOwn(READERS, field) ? READERS[field] : undefined
    if (!reader)
      throw badInput(
        `line ${index + 1}`,
        each,
        'is no field that net knows',
        'Put free text under "note:", or # before the line.',
      )
    if (value.trim() === '') continue
    if (ONCE.includes(field) && seen.has(field))
      throw badInput(`line ${index + 1}`, each, 'says that a second time', `There is one ${field} only.`)
    seen.add(field)
    reader(card, unescaped(value.trim()), unescaped(label?.trim() ?? '') || null)
  }
  if (card.name === '') throw badInput('the name', undefined, 'is missing', 'Leave a line "name: …".')
  return card
}
