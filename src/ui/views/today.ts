import type { BirthdayOf } from '../../domain/birthdays.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { IntroductionTold } from '../../domain/introductions.ts'
import { shortDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, counted, cut, listed, oneLine, pad, widthOf, wrap } from '../text.ts'
import { eventName } from './events/words.ts'
import { waitsFor, waitsOn } from './introductions.ts'
import { birthdayText, dueText } from './reasons.ts'
import { timeAgain } from './report/next.ts'
import { periodName } from './report/periods.ts'
import type { StaleRow } from './stale.ts'

export interface DuePromise {
  id: number
  what: string
  due: CivilDate
  /** `rested`: it fell due while the whole journal rested. */
  state: 'overdue' | 'soon' | 'rested'
  people: PersonRef[]
}

/** Today at a glance. */
export interface Today {
  today: CivilDate
  /** Whether there is any contact in the journal. */
  begun: boolean
  /** Events of late that are not reviewed yet; `isLast`: its name alone means this one. */
  reviews: { id: number; name: string; on: CivilDate | null; isLast: boolean }[]
  promises: { mine: DuePromise[]; theirs: DuePromise[] }
  /** Those that wait for an answer, for being made, for a word of thanks. */
  introductions: IntroductionTold[]
  see: StaleRow[]
  birthdays: BirthdayOf[]
  /** What comes up over the weeks after a rest of the whole journal. */
  later: { people: number; promises: number }
  quarter: {
    kind: 'quarter' | 'year' | 'span'
    label: string
    from: CivilDate
    to: CivilDate
    encounters: number
    people: number
    gave: number
    got: number
  }
}

const WELCOME = [
  ['net log "coffee with Ada yesterday. got: tip on the grant"', 'write down an encounter'],
  ['net stale', 'see who is going cold'],
  ['net report', 'look back on a quarter'],
] as const

type Line = [who: string, what: string]

interface Section {
  title: string
  lines: Line[]
  /** The command that shows all of them. */
  all: string
}

/** More is no glance any more. */
const LINES_SHOWN = 5

export const todayView: View<Today> = (data, style) => {
  if (!data.begun) return welcome(style)
  const { today, promises, see, birthdays } = data
  const promised = ({ people, what, due, state }: DuePromise): Line => [
    listed(people.map(({ name }) => name)),
    `${oneLine(what)} (${dueText(due, today)}${state === 'rested' ? ', in your pause' : ''})`,
  ]
  const sections: Section[] = [
    { title: 'You promised', lines: promises.mine.map(promised), all: 'net todo' },
    { title: 'Promised to you', lines: promises.theirs.map(promised), all: 'net todo' },
    {
      title: 'Introductions',
      lines: data.introductions.map((each): Line => [waitsOn(each), waitsFor(each)]),
      all: 'net intro list --open',
    },
    {
      title: 'How was it?',
      lines: data.reviews.map((event): Line => [eventName(event, today), reviewCommand(event)]),
      all: 'net event list',
    },
    {
      title: 'Birthdays',
      lines: birthdays.map((each): Line => [each.name, birthdayText(each, today)]),
      all: 'net --json',
    },
    {
      title: 'Who to see',
      lines: see.map(({ name, reason, lastOn }): Line => [name, reason ?? timeAgain(lastOn!, today)]),
      all: 'net stale',
    },
  ]
  const told = sections.filter(({ lines }) => lines.length > 0)
  const names = Math.min(
    Math.floor(style.width / 3),
    Math.max(0, ...told.flatMap(({ lines }) => lines.slice(0, LINES_SHOWN).map(([who]) => widthOf(who)))),
  )
  return [
    ...told.flatMap(({ title, lines, all }) => [
      style.chalk.bold(title),
      ...lines
        .slice(0, LINES_SHOWN)
        .flatMap(([who, what]) => beside(`  ${pad(cut(who, names), names)}  `, what, style.width)),
      ...(lines.length > LINES_SHOWN
        ? [style.chalk.dim(`  … and ${lines.length - LINES_SHOWN} more: ${all}`)]
        : []),
      '',
    ]),
    ...(told.length === 0 ? ['Nothing is due, and nobody is going cold.', ''] : []),
    ...laterLines(data, style),
    ...wrap(quarterText(data), style.width).map((line) => style.chalk.dim(line)),
  ].join('\n')
}

/** By its name, where that is one for a command line and means this event; else by its number. */
const reviewCommand = ({ id, name, isLast }: Today['reviews'][number]): string => {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u.test(name)
  return `net event review ${isLast && plain ? name : id}`
}

function laterLines({ later: { people, promises } }: Today, { chalk, width }: Style): string[] {
  const what = [
    people > 0 && counted(people, 'more person', 'more people'),
    promises > 0 && counted(promises, 'more promise'),
  ].filter((part) => part !== false)
  if (what.length === 0) return []
  const text = `${listed(what)} ${people + promises === 1 ? 'comes' : 'come'} up over the next weeks, after your pause.`
  return [...wrap(text, width).map((line) => chalk.dim(line)), '']
}

function quarterText({ quarter, today }: Today): string {
  const { encounters, people, gave, got, from } = quarter
  return [
    `${periodName(quarter)}, since ${shortDate(from, today)}: ${counted(encounters, 'encounter')}`,
    `with ${counted(people, 'person', 'people')}, ${counted(gave, 'favour')} given, ${got} received.`,
  ].join(' ')
}

function welcome({ width, chalk }: Style): string {
  const commands = Math.max(...WELCOME.map(([command]) => widthOf(command)))
  const beside = commands + 4 + Math.max(...WELCOME.map(([, does]) => widthOf(does))) <= width
  return [
    'Your journal is empty. To begin:',
    ...WELCOME.map(([command, does]) =>
      beside ? `  ${pad(command, commands)}  ${chalk.dim(does)}` : `  ${command}\n    ${chalk.dim(does)}`,
    ),
  ].join('\n')
}
