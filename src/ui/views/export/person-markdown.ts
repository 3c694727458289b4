import type { ContactRecord, JournalRecords } from '../../../domain/journal-records.ts'
import { every, partialDate } from '../../dates.ts'
import { capitalised } from '../../text.ts'
import { escaped } from '../report/markdown.ts'

/** What else is known of people, told, by their number. */
type Told = Map<number, string[]>

/** @param tell what of a row is told of whom */
function toldOf<T>(rows: Iterable<T>, tell: (row: T) => [id: number | undefined, told: string][]): Told {
  const map: Told = new Map()
  for (const row of rows)
    for (const [id, told] of tell(row)) {
      if (id === undefined) continue
      const known = map.get(id)
      if (known) known.push(told)
      else map.set(id, [told])
    }
  return map
}

/** @returns of a person the lines of Markdown that tell what is known */
export function personLines(records: JournalRecords): (contact: ContactRecord) => string[] {
  const facts = toldOf(records.facts, ({ on, what, people }) =>
    people.map(({ id }) => [id, `- Learned on ${on}: ${escaped(what)}`]),
  )
  const offerings = toldOf(records.offerings, ({ kind, what, who, closedOn }) =>
    closedOn === null ? [[who?.id, `- ${kind === 'offer' ? 'Can do' : 'Looks for'}: ${escaped(what)}`]] : [],
  )
  const known = toldOf(records.ties, ({ a, b }) => [
    [a.id, escaped(b.name)],
    [b.id, escaped(a.name)],
  ])
  const endorsements = toldOf(records.endorsements, ({ by, for: whom, topic, story }) => [
    [
      whom?.id,
      `- ${escaped(by.name)} speaks for them: ${escaped([topic, story].filter(Boolean).join(': '))}`,
    ],
  ])
  return (contact) => [
    ...recordLines(contact),
    ...[offerings, facts, endorsements].flatMap((told) => told.get(contact.id) ?? []),
    ...labelled('Knows', known.get(contact.id) ?? []),
    ...noteLines(contact.note),
  ]
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
    ...labelled(
      'Read from',
      contact.sources.map(({ format, readOn }) => `${format} (${readOn})`),
    ),
    ...labelled(
      'Paused',
      contact.pauses.map(({ from, until, why }) => {
        const reason = why === null ? '' : ` (${escaped(why)})`
        return `${from} to ${until ?? 'whenever it is ended'}${reason}`
      }),
    ),
    ...labelled('Snoozed until', contact.snoozedUntil === null ? [] : [contact.snoozedUntil]),
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
