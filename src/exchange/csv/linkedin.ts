import { type ForeignContact, foreignContact, type LeftOut, type Unread } from '../foreign.ts'
import { nameOf } from '../zip.ts'
import { dateWithMonthName } from './month-names.ts'
import { type Row, tableOf } from './table.ts'

/** The columns of Connections.csv in English, German and French; the address came in October 2023. */
const COLUMNS = {
  first: ['first name', 'vorname', 'prénom'],
  last: ['last name', 'nachname', 'nom'],
  url: ['url'],
  email: ['email address', 'e-mail-adresse', 'adresse e-mail'],
  company: ['company', 'unternehmen', 'entreprise'],
  position: ['position', 'poste'],
  connected: ['connected on', 'verbunden am', 'date de connexion'],
}

const has = (columns: string[], names: string[]) => names.some((name) => columns.includes(name))
const isHeader = (columns: string[]): boolean =>
  has(columns, COLUMNS.first) && has(columns, COLUMNS.last) && has(columns, COLUMNS.connected)

export interface Connections {
  contacts: ForeignContact[]
  unread: Unread[]
}

/** LinkedIn's Connections.csv. @returns `undefined` when it is something else */
export function readConnections(text: string): Connections | undefined {
  const table = tableOf(text, isHeader)
  if (!table) return undefined
  const read: Connections = { contacts: [], unread: [...table.unread] }
  for (const row of table.rows) {
    const contact = connection(row)
    if (contact) read.contacts.push(contact)
    else read.unread.push({ line: row.line, reason: 'no-name' })
  }
  return read
}

/** Members who hide themselves have nothing but the day. */
function connection({ cells, line }: Row): ForeignContact | undefined {
  const cell = (names: string[]) => names.map((name) => cells.get(name)).find(Boolean) ?? null
  const [last, ...titles] = (cell(COLUMNS.last) ?? '').split(',')
  const name = [cell(COLUMNS.first), last?.trim()].filter(Boolean).join(' ')
  if (name === '') return undefined
  const url = cell(COLUMNS.url)
  const email = cell(COLUMNS.email)
  const connected = cell(COLUMNS.connected)
  return {
    ...foreignContact(name, line),
    sourceId: url && profileOf(url),
    org: cell(COLUMNS.company),
    role: cell(COLUMNS.position),
    metOn: (connected && dateWithMonthName(connected)) || null,
    metAt: connected && 'LinkedIn',
    aliases: titles.length > 0 ? [`${name},${titles.join(',')}`] : [],
    reach: [
      ...(email ? [{ kind: 'email' as const, label: null, value: email }] : []),
      ...(url ? [{ kind: 'url' as const, label: 'linkedin', value: url }] : []),
    ],
  }
}

/** As browsers have it. */
const LONGEST_ADDRESS = 2000

/** A profile's address as it identifies a person: however it is encoded, and with or without "www." and a last slash. */
export function profileOf(url: string): string {
  const plain = url
    .slice(0, LONGEST_ADDRESS)
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^https?:\/\/(?:\w+\.)?(?=linkedin\.com)/i, '')
  try {
    return decodeURIComponent(plain).normalize('NFC').toLowerCase()
  } catch {
    return plain.toLowerCase()
  }
}

/** Other tables of the archive that tell of people, by how their names begin. */
const OTHER_TABLES: [start: string, what: string][] = [
  ['messages', 'messages'],
  ['invitations', 'invitations'],
  ['recommendations', 'recommendations'],
  ['endorsement', 'endorsements'],
  ['notes', 'notes'],
]

/** What stands in LinkedIn's archive beside the connections, and is not looked at: what people wrote each other stays there. */
export function otherTables(paths: readonly string[]): LeftOut[] {
  const tables = paths.map(nameOf).filter((name) => name.endsWith('.csv') && name !== 'connections.csv')
  const whatIn = (name: string) => OTHER_TABLES.find(([start]) => name.startsWith(start))?.[1]
  const told = new Set(
    OTHER_TABLES.map(([, what]) => what).filter((what) => tables.some((name) => whatIn(name) === what)),
  )
  const others = tables.filter((name) => whatIn(name) === undefined).length
  return [
    ...[...told].map((what) => ({ what, count: null })),
    ...(others > 0 ? [{ what: 'other table', count: others }] : []),
  ]
}
