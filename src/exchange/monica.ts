import { BIRTHDAY } from '../domain/contact-card.ts'
import type { Reach, SpecialDate } from '../domain/contacts.ts'
import { type CivilDate, isCivilDate, type PartialDate } from '../domain/dates.ts'
import {
  type ForeignContact,
  type ForeignJournal,
  type ForeignMeeting,
  foreignContact,
  foreignJournal,
} from './foreign.ts'

type Json = Record<string, any>

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const propertiesOf = (record: unknown): Json => asObject(asObject(record).properties)

/** The records of one type among the collections of an account or a contact. */
const recordsOf = (owner: unknown, type: string): unknown[] =>
  asList(asObject(owner).data).flatMap((each) =>
    asObject(each).type === type ? asList(asObject(each).values) : [],
  )

/** The day of a moment as Monica writes it: 2019-04-03, 2019-04-03T10:00:00Z. */
function dayIn(value: unknown): CivilDate | null {
  const day = asText(value).slice(0, 10)
  return isCivilDate(day) ? day : null
}

/**
 * What a Monica account tells (github.com/monicahq/monica, version 4, "export as JSON"); lines are the places of people in it.
 * @returns `undefined` when it is no such export
 */
export function readMonica(text: string): ForeignJournal | undefined {
  const account = accountIn(text)
  if (!account) return undefined
  const read = foreignJournal()
  const fieldTypes = new Map(
    asList(asObject(account.instance).contact_field_types).map((each) => [
      asText(asObject(each).uuid),
      propertiesOf(each),
    ]),
  )
  const met = new Map<string, string[]>()
  recordsOf(account, 'contact').forEach((record, at) => {
    const contact = contactIn(record, at + 1, fieldTypes)
    if (!contact) {
      read.unread.push({ line: at + 1, reason: 'no-name' })
      return
    }
    read.contacts.push(contact)
    addDetails(read, record, contact.sourceId ?? contact.name)
    for (const uuid of recordsOf(record, 'activity').map(asText))
      met.set(uuid, [...(met.get(uuid) ?? []), contact.sourceId ?? contact.name])
  })
  for (const activity of recordsOf(account, 'activity')) {
    const meeting = meetingIn(activity, met)
    if (meeting) read.meetings.push(meeting)
  }
  return read
}

function accountIn(text: string): Json | undefined {
  try {
    const { account, app_version } = asObject(JSON.parse(text))
    return account !== undefined && app_version !== undefined ? asObject(account) : undefined
  } catch {
    return undefined
  }
}

function contactIn(record: unknown, line: number, fieldTypes: Map<string, Json>): ForeignContact | undefined {
  const properties = propertiesOf(record)
  const word = (key: string) => asText(properties[key])
  const name = [word('first_name'), word('middle_name'), word('last_name')].filter(Boolean).join(' ')
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

const written = (record: unknown) => ({
  sourceId: asText(asObject(record).uuid) || null,
  on: dayIn(asObject(record).created_at),
})

/** What hangs on a contact: calls, notes, tasks, who brought them. */
function addDetails(read: ForeignJournal, record: unknown, person: string): void {
  const { first_met_through: through } = propertiesOf(record)
  if (asText(through)) read.introductions.push({ person, by: asText(through) })
  for (const call of recordsOf(record, 'call')) {
    const { called_at, content } = propertiesOf(call)
    const on = dayIn(called_at)
    if (on)
      read.meetings.push({
        sourceId: asText(asObject(call).uuid) || null,
        on,
        kind: 'call',
        text: asText(content),
        people: [person],
        place: null,
        tags: [],
        line: 0,
      })
  }
  for (const note of recordsOf(record, 'note')) {
    const text = asText(propertiesOf(note).body)
    if (text) read.notes.push({ ...written(note), text, people: [person] })
  }
  for (const task of recordsOf(record, 'task')) {
    const { title, completed } = propertiesOf(task)
    if (asText(title) && !completed)
      read.tasks.push({ ...written(task), text: asText(title), people: [person] })
  }
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
