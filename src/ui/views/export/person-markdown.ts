import type { ContactRecord, JournalRecords } from '../../../domain/journal-records.ts'
import { every, partialDate } from '../../dates.ts'
import { capitalised } from '../../text.ts'
import { escaped } from '../report/markdown.ts'

/** What else is known of people, by their number. */
type ById<T> = Map<number, T[]>

function byId<T>(rows: readonly T[], idsOf: (row: T) => (number | undefined)[]): ById<T> {
  const map: ById<T> = new Map()
  for (const row of rows)
    for (const id of idsOf(row)) {
      if (id === undefined) continue
      const known = map.get(id)
      if (known) known.push(row)
      else map.set(id, [row])
    }
  return map
}

/** @returns of a person the lines of Markdown that tell what is known */
export function personLines(records: JournalRecords): (contact: ContactRecord) => string[] {
  const facts = byId(records.facts, ({ people }) => people.map(({ id }) => id))
  const offerings = byId(records.offerings, ({ who, closedOn }) => [closedOn === null ? who?.id : undefined])
  const ties = byId(records.ties, ({ a, b }) => [a.id, b.id])
  const endorsements = byId(records.endorsements, (each) => [each.for?.id])
  return (contact) => {
    const { id } = contact
    const known = (ties.get(id) ?? []).map(({ a, b }) => escaped(a.id === id ? b.name : a.name))
    return [
      ...recordLines(contact),
      ...(offerings.get(id) ?? []).map(
        ({ kind, what }) => `- ${kind === 'offer' ? 'Can do' : 'Looks for'}: ${escaped(what)}`,
      ),
      ...(facts.get(id) ?? []).map(({ on, what }) => `- Learned on ${on}: ${escaped(what)}`),
      ...(endorsements.get(id) ?? []).map(
        ({ by, topic, story }) =>
          `- ${escaped(by.name)} speaks for them: ${escaped([topic, story].filter(Boolean).join(': '))}`,
      ),
      ...labelled('Knows', known),
      ...noteLines(contact.note),
    ]
  }
}

function recordLines(contact: ContactRecord): string[] {
  const { role, org, place, aliases, circles, tags, reach, dates } = contact
  const job = [role, org].filter((word) => word !== null).join(' at ')
  const head = [job, place ?? ''].filter(Boolean).join(' · ')
  const met = [
    contact.metOn === null ? '' : partialDate(contact.metOn),
    contact.metAt === null ? '' : `at ${escaped(contact.metAt)}`,
  ].filter(Boolean)
  return [
    ...(head === '' ? [] : [atStart(head), '']),
    ...labelled('Also called', aliases.map(escaped)),
    ...reach.map(({ kind, label, value }) => {
      const how = label === null ? '' : ` (${escaped(label)})`
      return `- ${kind === 'url' ? 'Web' : capitalised(kind)}${how}: ${escaped(value)}`
    }),
    ...dates.map(({ label, date }) => `- ${escaped(capitalised(label))}: ${partialDate(date)}`),
    ...labelled('Circles', circles.map(escaped)),
    ...labelled(
      'Tags',
      tags.map((tag) => `\\#${escaped(tag)}`),
    ),
    ...labelled('First met', met.length > 0 ? [met.join(' ')] : []),
    ...labelled('Last met', contact.lastOn === null ? [] : [contact.lastOn]),
    ...labelled('In touch', contact.cadenceDays === null ? [] : [every(contact.cadenceDays)]),
    ...labelled('Added', [contact.addedOn]),
    ...labelled('Without reminders since', contact.letGoOn === null ? [] : [contact.letGoOn]),
  ]
}

const labelled = (label: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`- ${label}: ${values.join(', ')}`]

/** Text at the start of a line, where more would be read as a mark: of a list, a heading, a rule. */
const atStart = (text: string): string =>
  escaped(text)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

/** A quotation, so that a note of many lines stays together. */
const noteLines = (note: string): string[] =>
  note === ''
    ? []
    : [
        '',
        ...note
          .split('\n')
          .map((line) => `> ${atStart(line)}`.trimEnd())
          // Lines of one paragraph stay lines.
          .map((line, at, all) => (line !== '>' && (all[at + 1] ?? '>') !== '>' ? `${line}\\` : line)),
      ]
