import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Pause } from '../../domain/pauses.ts'
import type { CsvColumns } from '../csv.ts'
import { dayTold, fromToday, partialDate } from '../dates.ts'
import type { View } from '../output.ts'
import { type Column, filledColumns, table } from '../table.ts'
import { capitalised, listed } from '../text.ts'

/** A pause that may have a reason. */
interface Rest extends Pause {
  why: string | null
}

const who = (contact: PersonRef | null) => contact?.name ?? 'the whole journal'
export interface Paused {
  operation: number | null
  /** `null`: the whole journal. */
  contact: PersonRef | null
  pause: Rest
}

export const paused =
  (today: CivilDate): View<Paused> =>
  ({ contact, pause }, { chalk }) => {
    const { from, until, why } = pause
    const rests = from > today ? 'will rest' : until !== null && until < today ? 'rested' : 'rests'
    const days = [
      from === today ? '' : `from ${partialDate(from)}`,
      until === null ? `until you take ${contact ? 'them' : 'it'} up again` : `until ${partialDate(until)}`,
    ]
    const line = `${chalk.bold(capitalised(who(contact)))} ${rests} ${days.filter(Boolean).join(' ')}${why ? ` (${why})` : ''}`
    const again = contact ? `net resume "${contact.name}"` : 'net resume --all'
    return [
      `${chalk.green('✓')} ${line}.`,
      chalk.dim(`  These days don't count, and nothing reminds you. ${again} ends it.`),
    ].join('\n')
  }

/** Somebody who rests or will, or the whole journal. */
type Resting = Rest & Pick<Paused, 'contact'>

export const pausesView =
  (today: CivilDate): View<Resting[]> =>
  (pauses, style) => {
    if (pauses.length === 0) return ''
    const columns: Column<Resting>[] = [
      { heading: 'Who', cell: ({ contact }) => capitalised(who(contact)), flexible: true },
      { heading: 'From', cell: ({ from }) => dayTold(from, today, style) },
      { heading: 'Until', cell: ({ until }) => (until === null ? 'open' : dayTold(until, today, style)) },
      { heading: 'Why', cell: ({ why }) => why ?? '', flexible: true },
    ]
    return table(pauses, filledColumns(pauses, columns, style), style)
  }

export const pausesCsv: CsvColumns<Resting> = [
  ['contactId', ({ contact }) => contact?.id ?? null],
  ['contact', ({ contact }) => contact?.name ?? null],
  ['from', ({ from }) => from],
  ['until', ({ until }) => until],
  ['why', ({ why }) => why],
]

export const noPauses: View<undefined> = () =>
  'Nobody rests.\n"net pause Ada --until 2027-01-15" lets somebody rest, "net pause --all" everybody.'

export interface Resumed {
  operation: number | null
  contact: PersonRef | null
  ended: { pauses: Rest[]; letGoOn: CivilDate | null; snoozedUntil: CivilDate | null }
  /** Whether the whole journal goes on resting. */
  allPaused: boolean
}

export const resumed =
  (today: CivilDate): View<Resumed> =>
  ({ operation, contact, ended, allPaused }, { chalk }) => {
    const still =
      contact !== null && allPaused
        ? [chalk.dim('  The whole journal is resting; "net resume --all" ends that.')]
        : []
    if (operation === null) return [`${capitalised(who(contact))} is not resting.`, ...still].join('\n')
    const { pauses, letGoOn, snoozedUntil } = ended
    const planned = pauses.length > 0 && pauses.every(({ from }) => from > today)
    const what = [
      pauses.length > 0 && (planned ? 'the pause that was planned is off' : 'the pause is over'),
      letGoOn !== null && 'no longer let go',
      snoozedUntil !== null && 'the snooze is off',
    ].filter((part) => part !== false)
    return [
      `${chalk.green('✓')} ${chalk.bold(capitalised(who(contact)))}: ${listed(what)}.`,
      ...(pauses.length > 0 && !planned
        ? [chalk.dim('  From today the days count again; those of the pause never will.')]
        : []),
      ...(pauses.length > 0 && !planned && contact === null
        ? [chalk.dim('  After a long pause, what waits comes up a little each week.')]
        : []),
      ...still,
    ].join('\n')
  }

export interface LetGone {
  operation: number | null
  contact: PersonRef
  letGoOn: CivilDate
}

export const letGone: View<LetGone> = ({ operation, contact, letGoOn }, { chalk }) =>
  operation === null
    ? `${contact.name} is let go already, since ${partialDate(letGoOn)}.`
    : [
        `${chalk.green('✓')} ${chalk.bold(contact.name)} is let go.`,
        chalk.dim(
          `  Everything stays in your journal, and nothing reminds you. net resume "${contact.name}" takes them up again.`,
        ),
      ].join('\n')

export interface Snoozed {
  operation: number | null
  contact: PersonRef
  snoozedUntil: CivilDate
}

export const snoozed =
  (today: CivilDate): View<Snoozed> =>
  ({ contact, snoozedUntil }, { chalk }) =>
    `${chalk.green('✓')} ${chalk.bold(contact.name)} comes back on ${partialDate(snoozedUntil)} (${fromToday(snoozedUntil, today)}).`
