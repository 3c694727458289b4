import { BIRTHDAY } from '../../../domain/contact-card.ts'
import type { PersonRef, ReachKind } from '../../../domain/contacts.ts'
import type { ContactRecord, JournalRecords, RecordKind, RecordOf } from '../../../domain/journal-records.ts'
import { type CsvColumns, csvLines } from '../../csv.ts'
import { amountText } from '../../money.ts'

/** Several values in one cell. */
const joined = (values: readonly string[]): string => values.join('; ')

const names = (people: readonly PersonRef[]): string => joined(people.map(({ name }) => name))
const ids = (people: readonly PersonRef[]): string => joined(people.map(({ id }) => String(id)))

/** Whoever has no contact of their own there is me. */
const nameOrMe = (person: PersonRef | null): string => person?.name ?? 'me'

/** As a spreadsheet reads it, in the major unit. */
const amount = (value: number | null, currency: string | null): string | null =>
  value === null || currency === null ? null : amountText(value, currency).replaceAll(',', '')

const reach =
  (kind: ReachKind) =>
  (contact: ContactRecord): string =>
    joined(contact.reach.filter((each) => each.kind === kind).map(({ value }) => value))

const contacts: CsvColumns<ContactRecord> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['aliases', ({ aliases }) => joined(aliases)],
  ['org', ({ org }) => org],
  ['role', ({ role }) => role],
  ['place', ({ place }) => place],
  ['emails', reach('email')],
  ['phones', reach('phone')],
  ['urls', reach('url')],
  ['addresses', reach('address')],
  ['handles', reach('handle')],
  ['birthday', ({ dates }) => dates.find(({ label }) => label === BIRTHDAY)?.date],
  [
    'dates',
    ({ dates }) =>
      joined(dates.filter(({ label }) => label !== BIRTHDAY).map(({ label, date }) => `${label} ${date}`)),
  ],
  ['circles', ({ circles }) => joined(circles)],
  ['tags', ({ tags }) => joined(tags)],
  ['cadenceDays', ({ cadenceDays }) => cadenceDays],
  ['metOn', ({ metOn }) => metOn],
  ['metAt', ({ metAt }) => metAt],
  ['lastOn', ({ lastOn }) => lastOn],
  ['addedOn', ({ addedOn }) => addedOn],
  ['letGoOn', ({ letGoOn }) => letGoOn],
  ['note', ({ note }) => note],
]

/** A table as CSV, line by line, of records as they come. */
function table<Kind extends RecordKind>(kind: Kind, columns: CsvColumns<RecordOf<Kind>>) {
  return {
    kind,
    csv: (records: JournalRecords, onRow: () => void): Iterable<string> =>
      csvLines(counted(records[kind] as Iterable<RecordOf<Kind>>, onRow), columns),
  }
}

function* counted<T>(rows: Iterable<T>, onRow: () => void): Generator<T> {
  for (const row of rows) {
    onRow()
    yield row
  }
}

/** The tables by what a user calls them, each drawn as CSV. */
export const EXPORTED_TABLES = {
  contacts: table('contacts', contacts),
  encounters: table('encounters', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['kind', ({ kind }) => kind],
    ['people', ({ people }) => names(people)],
    ['peopleIds', ({ people }) => ids(people)],
    ['place', ({ place }) => place],
    ['event', ({ event }) => event],
    ['tags', ({ tags }) => joined(tags)],
    ['text', ({ text }) => text],
  ]),
  favours: table('favours', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['direction', ({ direction }) => direction],
    ['what', ({ what }) => what],
    ['kind', ({ kind }) => kind],
    ['weight', ({ weight }) => weight],
    ['people', ({ people }) => names(people)],
    ['peopleIds', ({ people }) => ids(people)],
  ]),
  'follow-ups': table('followUps', [
    ['id', ({ id }) => id],
    ['whose', ({ whose }) => whose],
    ['what', ({ what }) => what],
    ['people', ({ people }) => names(people)],
    ['peopleIds', ({ people }) => ids(people)],
    ['madeOn', ({ madeOn }) => madeOn],
    ['due', ({ due }) => due],
    ['state', ({ state }) => state],
    ['doneOn', ({ doneOn }) => doneOn],
  ]),
  facts: table('facts', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['people', ({ people }) => names(people)],
    ['peopleIds', ({ people }) => ids(people)],
    ['what', ({ what }) => what],
  ]),
  introductions: table('introductions', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['introducer', ({ introducer }) => nameOrMe(introducer)],
    ['a', ({ a }) => a.name],
    ['b', ({ b }) => nameOrMe(b)],
    ['made', ({ made }) => String(made)],
    ['purpose', ({ purpose }) => purpose],
    ['declinedOn', ({ declinedOn }) => declinedOn],
    ['result', ({ result }) => result],
    ['resultOn', ({ resultOn }) => resultOn],
    ['thankedOn', ({ thankedOn }) => thankedOn],
  ]),
  ties: table('ties', [
    ['id', ({ id }) => id],
    ['a', ({ a }) => a.name],
    ['aId', ({ a }) => a.id],
    ['b', ({ b }) => b.name],
    ['bId', ({ b }) => b.id],
    ['since', ({ since }) => since],
  ]),
  events: table('events', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['name', ({ name }) => name],
    ['series', ({ series }) => series],
    ['format', ({ format }) => format],
    ['place', ({ place }) => place],
    ['cost', ({ cost, currency }) => amount(cost, currency)],
    ['currency', ({ currency }) => currency],
    ['minutes', ({ minutes }) => minutes],
    ['people', ({ people }) => names(people)],
    ['contacts', ({ review }) => review && String(review.contacts)],
    ['insight', ({ review }) => review && String(review.insight)],
    ['fun', ({ review }) => review && String(review.fun)],
    ['note', ({ review }) => review?.note],
  ]),
  outcomes: table('outcomes', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['title', ({ title }) => title],
    ['value', ({ value, currency }) => amount(value, currency)],
    ['currency', ({ currency }) => currency],
    ['fromNetwork', ({ fromNetwork }) => String(fromNetwork)],
    ['via', ({ via }) => via?.name],
    ['customer', ({ customer }) => customer?.name],
    ['event', ({ event }) => event?.name],
    ['note', ({ note }) => note],
  ]),
  'offers-and-needs': table('offerings', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['kind', ({ kind }) => kind],
    ['who', ({ who }) => nameOrMe(who)],
    ['what', ({ what }) => what],
    ['closedOn', ({ closedOn }) => closedOn],
  ]),
  endorsements: table('endorsements', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['by', ({ by }) => by.name],
    ['for', ({ for: whom }) => nameOrMe(whom)],
    ['topic', ({ topic }) => topic],
    ['story', ({ story }) => story],
  ]),
  stages: table('stages', [
    ['id', ({ id }) => id],
    ['on', ({ on }) => on],
    ['contact', ({ contact }) => contact.name],
    ['contactId', ({ contact }) => contact.id],
    ['stage', ({ stage }) => stage],
  ]),
}

export type ExportedTable = keyof typeof EXPORTED_TABLES
