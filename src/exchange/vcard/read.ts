import { BIRTHDAY } from '../../domain/contact-card.ts'
import type { Reach, ReachKind, SpecialDate } from '../../domain/contacts.ts'
import { type ForeignContact, foreignContact, type UnreadReason } from '../foreign.ts'
import type { Card } from './cards.ts'
import { type ContentLine, paramOf, partsOf, typesOf, unescaped } from './content-line.ts'
import { vcardDate } from './dates.ts'

const ANNIVERSARY = 'anniversary'

/** The person a card tells of, or why it tells of none. */
export function contactOf(card: Card): ForeignContact | UnreadReason {
  const { properties } = card
  if (properties.some(({ cut }) => cut)) return 'too-long'
  if (!card.finished) return 'unfinished'
  if (isGroup(properties)) return 'a-group'
  const name = nameOn(properties)
  if (name === '') return 'no-name'
  const all = (wanted: string) => properties.filter((each) => each.name === wanted)
  const first = (wanted: string) =>
    all(wanted)
      .map(({ value }) => unescaped(value))
      .find(Boolean) ?? null
  const lists = (wanted: string) =>
    all(wanted)
      .flatMap(({ value }) => partsOf(value, ','))
      .filter(Boolean)
  return {
    ...foreignContact(name, card.line),
    sourceId: first('UID') ?? first('X-ABUID'),
    org: orgOn(properties),
    role: first('TITLE') ?? first('ROLE'),
    place: placeOn(properties),
    note: all('NOTE')
      .map(({ value }) => unescaped(value))
      .filter(Boolean)
      .join('\n\n'),
    metOn: first('X-NET-METON'),
    metAt: first('X-NET-METAT'),
    circles: distinct(all('X-NET-CIRCLE').map(({ value }) => unescaped(value))).filter(Boolean),
    cadenceDays: Number(first('X-NET-CADENCE')) || null,
    aliases: distinct(lists('NICKNAME')).filter((alias) => alias !== name),
    tags: distinct(lists('CATEGORIES').filter((tag) => !tag.startsWith('*'))),
    reach: reachOn(properties),
    dates: datesOn(properties),
  }
}

const distinct = (values: string[]): string[] => [...new Set(values)]

/** Lists of people are cards, too: 4.0's KIND, Apple's property before it. */
const isGroup = (properties: ContentLine[]): boolean =>
  properties.some(
    ({ name, value }) =>
      /^(KIND|X-ADDRESSBOOKSERVER-KIND)$/.test(name) && value.trim().toLowerCase() === 'group',
  )

/** The name as it is to be shown, else put together from its parts, else what else may stand for it. */
function nameOn(properties: ContentLine[]): string {
  const value = (name: string) => properties.find((each) => each.name === name && each.value.trim())?.value
  const shown = unescaped(value('FN') ?? '')
  if (shown !== '') return oneLine(shown)
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = partsOf(value('N') ?? '', ';')
  const composed = [prefix, given, middle, family, suffix].filter(Boolean).join(' ')
  const other =
    composed ||
    (partsOf(value('NICKNAME') ?? '', ',')[0] ?? '') ||
    (partsOf(value('ORG') ?? '', ';')[0] ?? '')
  return oneLine(other || (value('EMAIL') ?? ''))
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A company's own card has its name in both places; it is no employer of itself. */
function orgOn(properties: ContentLine[]): string | null {
  const [company = ''] = partsOf(properties.find(({ name }) => name === 'ORG')?.value ?? '', ';')
  return company === '' || company === nameOn(properties) ? null : company
}

/** The town, of the address at home before others (RFC 6350 §6.3.1: box, extended, street, locality, …). */
function placeOn(properties: ContentLine[]): string | null {
  const addresses = properties.filter(({ name }) => name === 'ADR')
  const home = addresses.filter((line) => typesOf(line).includes('home'))
  for (const { value } of [...home, ...addresses]) {
    const town = partsOf(value, ';')[3]
    if (town) return oneLine(town)
  }
  return null
}

const REACH_OF: Record<string, ReachKind> = {
  EMAIL: 'email',
  TEL: 'phone',
  URL: 'url',
  ADR: 'address',
  IMPP: 'handle',
  'X-SOCIALPROFILE': 'handle',
  SOCIALPROFILE: 'handle',
}

/** Messengers as older cards name them: X-SKYPE, X-JABBER. */
const MESSENGER =
  /^X-(SKYPE|JABBER|AIM|ICQ|MSN|YAHOO|QQ|GTALK|GOOGLE-TALK|TWITTER|MASTODON|MATRIX)(?:-USERNAME)?$/

function reachOn(properties: ContentLine[]): Reach[] {
  const seen = new Set<string>()
  return properties.flatMap((line): Reach[] => {
    const messenger = MESSENGER.exec(line.name)?.[1]
    const kind = messenger ? 'handle' : REACH_OF[line.name]
    const value = kind === undefined ? '' : reachValue(kind, line)
    if (kind === undefined || value === '' || seen.has(`${kind} ${value}`)) return []
    seen.add(`${kind} ${value}`)
    return [{ kind, label: messenger?.toLowerCase() ?? labelOf(line, properties), value }]
  })
}

function reachValue(kind: ReachKind, { value }: ContentLine): string {
  if (kind === 'address') {
    const parts = partsOf(value, ';').map(oneLine)
    // A town alone is where somebody lives, and no address.
    return parts.every((part, at) => part === '' || at === 3) ? '' : parts.filter(Boolean).join(', ')
  }
  const text = oneLine(unescaped(value))
  return kind === 'phone'
    ? text.replace(/^tel:/i, '')
    : kind === 'email'
      ? text.replace(/^mailto:/i, '')
      : text
}

/** Types that every line of a kind has, or that tell nothing to a person. */
export const SAYS_NOTHING = new Set([
  'internet',
  'pref',
  'voice',
  'x-internet',
  'text',
  'uri',
  'pref=1',
  'other',
])

/** What a way to reach somebody is called: the group's label on Apple's cards, else its type. */
function labelOf({ group, params }: ContentLine, properties: ContentLine[]): string | null {
  const named = properties.find((each) => group !== null && each.group === group && each.name === 'X-ABLABEL')
  const label = unescaped(named?.value ?? '').replace(/^_\$!<(.*)>!\$_$/, '$1')
  if (label !== '') return oneLine(label)
  return typesOf({ params }).find((type) => type !== '' && !SAYS_NOTHING.has(type)) ?? null
}

function datesOn(properties: ContentLine[]): SpecialDate[] {
  const dates = properties.flatMap((line): SpecialDate[] => {
    const label = dateLabel(line, properties)
    const omitted = Number(paramOf(line, 'X-APPLE-OMIT-YEAR')[0])
    const date = label === undefined ? undefined : vcardDate(unescaped(line.value), omitted || undefined)
    return label === undefined || date === undefined ? [] : [{ label, date }]
  })
  return dates.filter(({ label }, at) => dates.findIndex((each) => each.label === label) === at)
}

function dateLabel(line: ContentLine, properties: ContentLine[]): string | undefined {
  if (line.name === 'BDAY') return BIRTHDAY
  if (line.name === 'ANNIVERSARY' || line.name === 'X-ANNIVERSARY') return ANNIVERSARY
  if (line.name === 'X-ABDATE') return labelOf(line, properties)?.toLowerCase() ?? 'date'
  return undefined
}
