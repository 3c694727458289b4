import { BIRTHDAY } from '../../domain/contact-card.ts'
import type { Reach, SpecialDate } from '../../domain/contacts.ts'
import type { PartialDate } from '../../domain/dates.ts'
import {
  type ForeignContact,
  type ForeignJournal,
  type ForeignMeeting,
  foreignContact,
  foreignJournal,
} from '../foreign.ts'
import { detailReader } from './details.ts'
import {
  asList,
  asObject,
  asText,
  dayIn,
  type Json,
  leaveOutOthers,
  propertiesOf,
  recordsOf,
  written,
} from './record.ts'

/**
 * What a Monica account tells (github.com/monicahq/monica, version 4, "export as JSON"); lines are the places of people in it.
 * @returns `undefined` when it is no such export
 */
export function readMonica(text: string): ForeignJournal | undefined {
  const account = accountIn(text)
  if (!account) return undefined
  const read = foreignJournal()
  const people = new Map(
    recordsOf(account, 'contact').map((each) => [asText(asObject(each).uuid), propertiesOf(each)]),
  )
  const fieldTypes = instanceOf(account, 'contact_field_types')
  const details = detailReader(read, fieldTypes, instanceOf(account, 'life_event_types'))
  const met = new Map<string, string[]>()
  recordsOf(account, 'contact').forEach((record, at) => {
    // Who only stands for somebody's child or partner is told of there.
    if (propertiesOf(record).is_partial === true) return
    const contact = contactIn(record, at + 1, fieldTypes)
    if (!contact) {
      read.unread.push({ line: at + 1, reason: 'no-name' })
      return
    }
    read.contacts.push(contact)
    const person = contact.sourceId ?? contact.name
    details(record, person)
    for (const uuid of recordsOf(record, 'activity').map(asText))
      met.set(uuid, [...(met.get(uuid) ?? []), person])
  })
  for (const activity of recordsOf(account, 'activity')) {
    const meeting = meetingIn(activity, met)
    if (meeting) read.meetings.push(meeting)
  }
  for (const relationship of recordsOf(account, 'relationship')) addRelationship(read, relationship, people)
  const entries = asList(propertiesOf(account).journal_entries).length
  if (entries > 0) read.leftOut.push({ what: 'journal_entry', count: entries })
  leaveOutOthers(read, account, ACCOUNT_TYPES)
  return read
}

const instanceOf = (account: Json, key: string): Map<string, Json> =>
  new Map(
    asList(asObject(account.instance)[key]).map((each) => [asText(asObject(each).uuid), propertiesOf(each)]),
  )

/** "Ada is the partner of Grace" is something to know of Grace; where both are contacts, they are tied. */
function addRelationship(read: ForeignJournal, relationship: unknown, people: Map<string, Json>): void {
  const { type, contact_is, of_contact } = propertiesOf(relationship)
  const [one, other] = [people.get(asText(contact_is)), people.get(asText(of_contact))]
  if (!one || !other || other.is_partial === true) return
  const named = nameIn(one)
  if (named === '') return
  read.notes.push({
    ...written(relationship),
    sourceId: `${asText(contact_is)} ${asText(type)} ${asText(of_contact)}`,
    text: `${asText(type).replaceAll('_', ' ')}: ${named}`,
    people: [asText(of_contact)],
  })
  if (one.is_partial !== true) read.ties.push({ a: asText(contact_is), b: asText(of_contact) })
}

/** Of an account what is read, and what belongs to the program and not to the people. */
const ACCOUNT_TYPES = [
  'contact',
  'activity',
  'relationship',
  'user',
  'addressbook',
  'address_book',
  'addressbook_subscription',
  'address_book_subscription',
]

function accountIn(text: string): Json | undefined {
  try {
    const { account, app_version } = asObject(JSON.parse(text))
    return account !== undefined && app_version !== undefined ? asObject(account) : undefined
  } catch {
    return undefined
  }
}

const nameIn = (properties: Json): string =>
  ['first_name', 'middle_name', 'last_name']
    .map((key) => asText(properties[key]))
    .filter(Boolean)
    .join(' ')

function contactIn(record: unknown, line: number, fieldTypes: Map<string, Json>): ForeignContact | undefined {
  const properties = propertiesOf(record)
  const word = (key: string) => asText(properties[key])
  const name = nameIn(properties)
  if (name === '') return undefined
  const town = recordsOf(record, 'address')
    .map((each) => asText(propertiesOf(each).city))
    .find(Boolean)
  const described = [word('description'), word('food_preferences')].filter(Boolean)
  return {
    ...foreignContact(name, line),
    sourceId: asText(asObject(record).uuid) || null,
    org: word('company') || null,
    role: word('job') || null,
    place: town ?? null,
    note: described.join('\n\n'),
    metOn: specialDate(properties.first_met_date) ?? null,
    metAt: word('first_met_additional_info') || null,
    cadenceDays: Number.isInteger(properties.stay_in_touch_frequency)
      ? properties.stay_in_touch_frequency || null
      : null,
    aliases: word('nickname') ? [word('nickname')] : [],
    tags: asList(properties.tags).map(asText).filter(Boolean),
    reach: reachIn(record, fieldTypes),
    dates: datesIn(properties),
  }
}

function reachIn(record: unknown, fieldTypes: Map<string, Json>): Reach[] {
  const fields = recordsOf(record, 'contact_field').flatMap((each): Reach[] => {
    const { data, type } = propertiesOf(each)
    const { name, type: sort } = asObject(fieldTypes.get(asText(type)))
    const value = asText(data)
    const kind = sort === 'email' || sort === 'phone' ? sort : /^https?:/.test(value) ? 'url' : 'handle'
    const label = sort === 'email' || sort === 'phone' ? null : asText(name).toLowerCase() || null
    return value === '' ? [] : [{ kind, label, value }]
  })
  const addresses = recordsOf(record, 'address').flatMap((each): Reach[] => {
    const { street, postal_code, city, province, country, name } = propertiesOf(each)
    const value = [street, postal_code, city, province, country].map(asText).filter(Boolean).join(', ')
    return value === '' ? [] : [{ kind: 'address', label: asText(name).toLowerCase() || null, value }]
  })
  return [...fields, ...addresses]
}

const datesIn = (properties: Json): SpecialDate[] => {
  const birthday = specialDate(properties.birthdate)
  return birthday ? [{ label: BIRTHDAY, date: birthday }] : []
}

/** One worked out from an age is no more than a year. */
function specialDate(value: unknown): PartialDate | undefined {
  const { date, is_year_unknown, is_age_based } = asObject(value)
  const day = dayIn(date)
  if (!day) return undefined
  if (is_age_based) return day.slice(0, 4)
  return is_year_unknown ? `--${day.slice(5)}` : day
}

function meetingIn(activity: unknown, met: Map<string, string[]>): ForeignMeeting | undefined {
  const uuid = asText(asObject(activity).uuid)
  const { summary, description, happened_at } = propertiesOf(activity)
  const on = dayIn(happened_at)
  if (!on) return undefined
  return {
    sourceId: uuid || null,
    on,
    kind: null,
    text: [asText(summary), asText(description)].filter(Boolean).join('\n'),
    people: met.get(uuid) ?? [],
    place: null,
    tags: [],
    line: 0,
  }
}
