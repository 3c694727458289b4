import type { Birthday } from '../../domain/birthdays.ts'
import { type DatedText, distinct, type Question } from '../../domain/brief.ts'
import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate, PartialDate } from '../../domain/dates.ts'
import type { Meeting } from '../../domain/encounters.ts'
import type { OriginLink } from '../../domain/origins.ts'
import { fromToday, partialDate, shortDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { counted, cut, listedUpTo, oneLine, pad, widthOf } from '../text.ts'
import { birthdayText, dueText } from './reasons.ts'

/** What to recall of somebody before meeting them. */
export interface Brief extends PersonRef {
  role: string | null
  org: string | null
  place: string | null
  metOn: PartialDate | null
  metAt: string | null
  /** Through whom and where I came to know them, back to the first link. */
  origin: OriginLink[]
  lastOn: CivilDate | null
  /** Only when it is near. */
  birthday: Birthday | null
  /** The last three. */
  encounters: Meeting[]
  facts: DatedText[]
  promises: Record<'mine' | 'theirs', { id: number; what: string; due: CivilDate | null }[]>
  offers: DatedText[]
  needs: DatedText[]
  ties: PersonRef[]
  ask: (Question & { text: string })[]
}

/** The most lines of each; with the rest they come to a screen of 24, the shell's own line among them. */
const FACTS = 3
const PROMISES = 2
const ASK = 3
/** The last meeting has a line more than the others. */
const LAST_MEETING_LINES = 2
const PEOPLE = 6
const LABEL = 11

/** A person on one screen; nothing is wrapped that could be cut. */
export const briefView =
  (today: CivilDate): View<Brief> =>
  (brief, style) => {
    const { chalk, width } = style
    const { name, id, facts, promises, offers, needs, ties, ask } = brief
    const first = oneLine(name).split(' ')[0]!
    const rows = [
      ...row('first met', [firstMet(brief)], style),
      ...row('last met', meetings(brief, today, style), style),
      ...row('birthday', [brief.birthday ? birthdayText(brief.birthday, today) : ''], style),
      ...few('cares', distinct(facts), FACTS, ({ what, on }) => dated(what, on, today), style),
      ...few('you said', promises.mine, PROMISES, promised(today), style),
      ...few(`${first} said`, promises.theirs, PROMISES, promised(today), style),
      ...row('can do', [offers.map(({ what }) => what).join(' · ')], style),
      ...row('looks for', [needs.map(({ what }) => what).join(' · ')], style),
      ...row('knows', [listedUpTo(namesOf(ties), PEOPLE)], style),
      ...row(
        'ask',
        ask.slice(0, ASK).map(({ text }) => text),
        style,
      ),
    ]
    return [
      `${chalk.bold(cut(oneLine(name), width - 8))} ${chalk.dim(`#${id}`)}`,
      ...[work(brief)].filter(Boolean).map((line) => cut(line, width)),
      '',
      ...(rows.length > 0 ? rows : [nothingYet(brief, style)]),
    ].join('\n')
  }

const nothingYet = ({ name }: Brief, { chalk }: Style): string =>
  chalk.dim(`Nothing is written down yet. After you meet: net log "Coffee with ${name}. learned: …"`)

const namesOf = (people: PersonRef[]): string[] => people.map(({ name }) => oneLine(name))

const work = ({ role, org, place }: Brief): string =>
  oneLine([role && org ? `${role} at ${org}` : (role ?? org), place].filter(Boolean).join(' · '))

/** Lines beside a label, which stands before the first; the last says how many more there are. */
function row(label: string, lines: string[], { chalk, width }: Style, more = 0): string[] {
  const lead = pad(cut(label, LABEL - 1), LABEL)
  const told = lines.filter((line) => line !== '')
  return told.map((line, at) => {
    const tail = more > 0 && at === told.length - 1 ? ` (${more} more)` : ''
    const room = Math.max(10, width - LABEL - widthOf(tail))
    return `${at === 0 ? chalk.dim(lead) : ' '.repeat(LABEL)}${cut(oneLine(line), room)}${chalk.dim(tail)}`
  })
}

/** The first of them, one line each. */
const few = <T>(label: string, all: T[], most: number, text: (one: T) => string, style: Style): string[] =>
  row(label, all.slice(0, most).map(text), style, all.length - most)

const dated = (what: string, on: CivilDate, today: CivilDate): string => `${shortDate(on, today)}: ${what}`

const promised =
  (today: CivilDate) =>
  ({ what, due }: { what: string; due: CivilDate | null }): string =>
    due === null ? what : `${what} (${dueText(due, today)})`

/** "3 Mar 2024, through Lin (through Grace, at the Breakfast)". */
function firstMet({ metOn, metAt, origin }: Brief): string {
  const links = origin.map(({ kind, name }) => (kind === 'event' ? `at ${name}` : `through ${name}`))
  const [nearest, ...before] = links
  const way = nearest && (before.length > 0 ? `${nearest} (${before.join(', ')})` : nearest)
  const isSaid = metAt !== null && origin.some(({ kind, name }) => kind === 'event' && name === metAt)
  return [metOn && partialDate(metOn), metAt && !isSaid && metAt, way].filter(Boolean).join(', ')
}

function meetings({ encounters }: Brief, today: CivilDate, { width }: Style): string[] {
  return encounters.flatMap(({ on, kind, place, event, text }, at) => {
    const said = oneLine(text) || [kind, event ?? place].filter(Boolean).join(', ')
    const line = `${at === 0 ? fromToday(on, today) : shortDate(on, today)}: ${said}`
    return at === 0 ? upToLines(line, LAST_MEETING_LINES, Math.max(10, width - LABEL)) : [line]
  })
}

/** Broken at spaces; the last line takes what is left, to be cut. */
function upToLines(text: string, most: number, width: number): string[] {
  if (most === 1 || widthOf(text) <= width) return [text]
  const words = text.split(' ')
  let count = 0
  while (count < words.length && widthOf(words.slice(0, count + 1).join(' ')) <= width) count++
  if (count === 0) return [text]
  return [words.slice(0, count).join(' '), ...upToLines(words.slice(count).join(' '), most - 1, width)]
}

/** A question as one would ask it. What I noted stands in it as I wrote it. */
export function questionText(question: Question): string {
  if (question.kind === 'introduction') return `How did it go with ${question.person.name}?`
  const what = oneLine(question.what).replace(/[.!?…]+$/, '')
  switch (question.kind) {
    case 'fact':
      return isUnderWay(what) ? `How is it going with ${what}?` : `Any news: ${what}?`
    case 'need':
      return `Still looking for ${what}?`
    case 'kept':
      return `Was it of use: ${what}?`
    case 'theirs':
      return `How far did this get: ${what}?`
  }
}

/** "moving to Lisbon", "her marathon", "the grant": what "with" may stand before; a sentence it may not. */
const isUnderWay = (what: string): boolean =>
  /^[a-z]+ing\b/.test(what) || (/^(?:the|her|his|their|a|an|new) /.test(what) && what.split(' ').length <= 4)

/** Everybody who may be at an event. */
export interface EventBrief {
  event: { id: number; name: string; series: string | null; on: CivilDate | null; place: string | null }
  /** Whether they are expected, or were met at the last visits. */
  from: 'guests' | 'visits'
  people: Brief[]
}

/** Two to four lines for each. */
export const eventBriefView =
  (today: CivilDate): View<EventBrief> =>
  ({ event, from, people }, style) => {
    const { chalk, width } = style
    const when = event.on === null ? '' : `${partialDate(event.on)}, ${fromToday(event.on, today)}`
    const who =
      from === 'guests'
        ? `${counted(people.length, 'person', 'people')} expected`
        : `nobody is noted as expected; you met ${counted(people.length, 'person', 'people')} at the last visits`
    const head = [oneLine(event.name), when, event.place && `at ${oneLine(event.place)}`].filter(Boolean)
    return [
      cut(`${chalk.bold(head[0]!)}${head.length > 1 ? `, ${head.slice(1).join(', ')}` : ''}`, width + 9),
      chalk.dim(cut(who, width)),
      ...people.map((person) => ['', ...inShort(person, today, style)].join('\n')),
    ].join('\n')
  }

function inShort(brief: Brief, today: CivilDate, { chalk, width }: Style): string[] {
  const { id, promises, facts, needs, ask, birthday } = brief
  const name = cut(oneLine(brief.name), width - 8)
  const about = work(brief)
  const room = width - widthOf(`${name} #${id} · `)
  const [last] = brief.encounters
  const met = last ? `Met ${fromToday(last.on, today)}` : 'Not met yet'
  const said = last
    ? oneLine(last.text) || [last.kind, last.event ?? last.place].filter(Boolean).join(', ')
    : ''
  const open = [
    ...promises.mine.slice(0, 1).map((it) => `you said: ${promised(today)(it)}`),
    ...promises.theirs.slice(0, 1).map((it) => `they said: ${promised(today)(it)}`),
    ...needs.slice(0, 1).map(({ what }) => `looks for ${what}`),
    ...facts.slice(0, 1).map(({ what }) => what),
  ].slice(0, 2)
  return [
    `${chalk.bold(name)} ${chalk.dim(`#${id}`)}${about && room > 10 ? ` · ${cut(about, room)}` : ''}`,
    `  ${cut([met + (said ? `: ${said}` : ''), birthday && `birthday ${birthdayText(birthday, today)}`].filter(Boolean).join(' · '), width - 2)}`,
    ...(open.length > 0 ? [`  ${cut(open.map(oneLine).join(' · '), width - 2)}`] : []),
    ...ask.slice(0, 1).map(({ text }) => `  ${chalk.cyan(cut(oneLine(text), width - 2))}`),
  ]
}

export const nobodyExpected: View<{ name: string }> = ({ name }) =>
  `Nobody is noted as expected at ${oneLine(name)}, and nobody was met there before.\nSay who will come: net event expect "${oneLine(name)}" Ada`
