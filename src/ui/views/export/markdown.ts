import type { CivilDate } from '../../../domain/dates.ts'
import type { JournalRecords } from '../../../domain/journal-records.ts'
import { escaped } from '../report/markdown.ts'
import { happenings } from './happenings.ts'
import { personLines } from './person-markdown.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A journal to be read without any program, as Markdown (CommonMark): people with what is known of them, then what happened, by
 * year and month.
 */
export function* markdownJournal(records: JournalRecords, today: CivilDate): Generator<string> {
  yield `# Networking journal\n\nAs of ${today}.\n`
  yield* people(records)
  yield* mine(records)
  yield* years(records)
}

function* people(records: JournalRecords): Generator<string> {
  let linesOf: ReturnType<typeof personLines> | undefined
  for (const contact of records.contacts) {
    if (!linesOf) yield '\n## People\n'
    linesOf ??= personLines(records)
    yield `\n### ${escaped(contact.name)}\n\n${linesOf(contact).join('\n')}\n`
  }
}

/** What I can do and might need, and who speaks for me. */
function* mine({ offerings, endorsements }: JournalRecords): Generator<string> {
  const lines = [
    ...[...offerings]
      .filter(({ who, closedOn }) => who === null && closedOn === null)
      .map(({ kind, what }) => `- ${kind === 'offer' ? 'I can do' : 'I look for'}: ${escaped(what)}`),
    ...[...endorsements]
      .filter((each) => each.for === null)
      .map(({ by, topic, story }) => {
        const told = [topic, story].filter((part) => part !== null).join(': ')
        return `- ${escaped(by.name)} speaks for me${told && `: ${escaped(told)}`}`
      }),
  ]
  if (lines.length > 0) yield `\n## Me\n\n${lines.join('\n')}\n`
}

function* years(records: JournalRecords): Generator<string> {
  let [year, month] = ['', '']
  for (const { on, told } of happenings(records)) {
    if (on.slice(0, 4) !== year) {
      year = on.slice(0, 4)
      yield `\n## ${year}\n`
    }
    if (on.slice(0, 7) !== month) {
      month = on.slice(0, 7)
      yield `\n### ${MONTHS[Number(month.slice(5)) - 1]} ${year}\n\n`
    }
    yield `- **${on}** ${told}\n`
  }
}
