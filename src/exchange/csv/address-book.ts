import { BIRTHDAY } from '../../domain/contact-card.ts'
import type { Reach, ReachKind, SpecialDate } from '../../domain/contacts.ts'
import {
  type ForeignContact,
  type ForeignNote,
  foreignContact,
  personOnLine,
  type Unread,
} from '../foreign.ts'
import { exportedDate } from './dates.ts'
import { ADDRESS_PARTS, ADDRESSES, inEnglish, REACH_COLUMNS, WORTH_KNOWING } from './outlook-columns.ts'
import { type Row, tableOf } from './table.ts'

export type AddressBook = 'google' | 'outlook'

export interface AddressBookRead {
  format: AddressBook
  contacts: ForeignContact[]
  /** What is told of them beside: relations, fields of the user's own. */
  notes: ForeignNote[]
  unread: Unread[]
}

/** Google's two generations of columns, and Outlook's; which one it is, is told by columns that only it has. */
const isGoogle = (columns: string[]): boolean =>
  columns.includes('e-mail 1 - value') ||
  (columns.includes('given name') && columns.includes('family name')) ||
  (columns.includes('organization name') && columns.includes('first name'))
const isOutlook = (columns: string[]): boolean =>
  columns.includes('first name') &&
  columns.includes('last name') &&
  (columns.includes('e-mail address') || columns.includes('job title'))

/** A table of people as Google Contacts or Outlook export it. @returns `undefined` when it is something else */
export function readAddressBook(text: string): AddressBookRead | undefined {
  const table = tableOf(text, (columns) => isGoogle(columns) || isOutlook(columns), inEnglish)
  if (!table) return undefined
  const format = isGoogle(table.columns) ? 'google' : 'outlook'
  const read: AddressBookRead = { format, contacts: [], notes: [], unread: [...table.unread] }
  for (const row of table.rows) {
    const contact = contactIn(row, format)
    if (contact) {
      read.contacts.push(contact)
      read.notes.push(...notesIn(row))
    } else read.unread.push({ line: row.line, reason: 'no-name' })
  }
  return read
}

function contactIn(row: Row, format: AddressBook): ForeignContact | undefined {
  const cell = (...names: string[]) => names.map((name) => row.cells.get(name)).find(Boolean)
  // Outlook's "Title" is the honorific.
  const parts = [
    cell('name prefix', ...(format === 'outlook' ? ['title'] : [])),
    cell('first name', 'given name'),
    cell('middle name', 'additional name'),
    cell('last name', 'family name'),
    cell('name suffix', 'suffix'),
  ]
  const org = cell('organization name', 'organization 1 - name', 'company')
  const reach = reachIn(row)
  const named = cell('name') ?? parts.filter(Boolean).join(' ')
  const name = named || cell('file as', 'nickname') || org || reach[0]?.value
  if (!name) return undefined
  return {
    ...foreignContact(name.replace(/\s+/g, ' '), row.line),
    org: org === undefined || org === name ? null : org,
    role: cell('organization title', 'organization 1 - title', 'job title') ?? null,
    place: cell('address 1 - city', 'home city', 'business city') ?? null,
    note: cell('notes') ?? '',
    aliases: valuesOf(cell('nickname')).filter((alias) => alias !== name),
    tags: tagsIn(row),
    reach,
    dates: datesIn(row),
  }
}

/** Several values share a cell in Google's exports. */
const valuesOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(' ::: ')
    .map((value) => value.trim())
    .filter(Boolean)

/** Labels and groups; those with a star are Google's own. */
function tagsIn({ cells }: Row): string[] {
  const google = valuesOf(cells.get('labels') ?? cells.get('group membership'))
  const outlook = (cells.get('categories') ?? '').split(/[;,]/).map((tag) => tag.trim())
  return [...new Set([...google, ...outlook])].filter((tag) => tag !== '' && !tag.startsWith('*'))
}

/** "E-mail 1 - Value", "Phone 2 - Value": their label stands in a column beside them. */
const NUMBERED: [start: string, kind: ReachKind, what: string][] = [
  ['e-mail', 'email', 'value'],
  ['phone', 'phone', 'value'],
  ['website', 'url', 'value'],
  ['address', 'address', 'formatted'],
  ['im', 'handle', 'value'],
]

function reachIn({ cells }: Row): Reach[] {
  const found: Reach[] = []
  for (const [start, kind, what] of NUMBERED) {
    for (const [column, cell] of cells) {
      const number = new RegExp(`^${start} (\\d+) - ${what}$`).exec(column)?.[1]
      if (!number) continue
      const label = cells.get(`${start} ${number} - label`) ?? cells.get(`${start} ${number} - type`)
      for (const value of valuesOf(cell)) found.push({ kind, label: labelIn(label), value: oneLine(value) })
    }
  }
  for (const [column, kind, label] of REACH_COLUMNS) {
    const value = cells.get(column)
    if (value) found.push({ kind, label, value: oneLine(value) })
  }
  for (const [start, label] of ADDRESSES) {
    const parts = ADDRESS_PARTS.map((part) => oneLine(cells.get(`${start} ${part}`) ?? ''))
    // A town alone is where somebody lives, and no address.
    if (parts.some((part, at) => part !== '' && ADDRESS_PARTS[at] !== 'city'))
      found.push({ kind: 'address', label, value: parts.filter(Boolean).join(', ') })
  }
  return found.filter(
    ({ kind, value }, at) => found.findIndex((each) => each.kind === kind && each.value === value) === at,
  )
}

/** Relations and fields of the user's own stand in numbered columns; both with a label, which may be missing. */
function notesIn({ cells, line }: Row): ForeignNote[] {
  const numbered = [...cells].flatMap(([column, value]): [string, string][] => {
    const [, start, number] = /^(relation|custom field) (\d+) - value$/.exec(column) ?? []
    const label = start && (cells.get(`${start} ${number} - label`) ?? cells.get(`${start} ${number} - type`))
    return start ? [[labelIn(label) ?? start, value]] : []
  })
  const named = WORTH_KNOWING.flatMap((column): [string, string][] => {
    const value = cells.get(column)
    return value ? [[column.replace(/^organization (1 - )?/, ''), value]] : []
  })
  const people = [personOnLine(line)]
  return [...named, ...numbered].map(([label, value]) => ({
    sourceId: null,
    on: null,
    text: `${label}: ${oneLine(value)}`,
    people,
  }))
}

const oneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ')

/** "* Home" is the label Google has marked as the first. */
const labelIn = (label: string | undefined): string | null =>
  (label ?? '').replace(/^\*\s*/, '').toLowerCase() || null

function datesIn({ cells }: Row): SpecialDate[] {
  const dates: [string, string | undefined][] = [
    [BIRTHDAY, cells.get('birthday')],
    ['anniversary', cells.get('anniversary')],
    ...[...cells].flatMap(([column, value]): [string, string][] => {
      const number = /^event (\d+) - value$/.exec(column)?.[1]
      const label =
        number && labelIn(cells.get(`event ${number} - label`) ?? cells.get(`event ${number} - type`))
      return number ? [[label || 'date', value]] : []
    }),
  ]
  return dates.flatMap(([label, text]): SpecialDate[] => {
    const date = exportedDate(text ?? '')
    return date ? [{ label, date }] : []
  })
}
