import { nextBirthday } from '../../domain/birthdays.ts'
import { BIRTHDAY } from '../../domain/contact-card.ts'
import type { PersonRef, Reach, SpecialDate } from '../../domain/contacts.ts'
import { type CivilDate, firstMeeting, type PartialDate } from '../../domain/dates.ts'
import type { IntroductionTold } from '../../domain/introductions.ts'
import type { OriginLink } from '../../domain/origins.ts'
import type { TracedOutcome } from '../../domain/outcomes.ts'
import { every, fromToday, partialDate } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, listed, listedUpTo, oneLine, pad, widthOf, wrap } from '../text.ts'
import { introductionsOfPerson } from './introductions.ts'
import { outcomesOfPerson } from './outcomes.ts'
import { encounters, favours, learned, notes, type PersonHistory, promises } from './person-history.ts'
import { goodWords, offered, type PersonInNetwork } from './person-network.ts'
import { type PersonStage, stageTold } from './stages.ts'

/** All that is known of a person: what `net show --json` answers, and what its view draws. */
export interface Person extends PersonRef, PersonHistory, PersonInNetwork {
  uid: string
  aliases: string[]
  org: string | null
  role: string | null
  place: string | null
  circles: string[]
  tags: string[]
  cadenceDays: number | null
  /** The shortest of their circles'. */
  circleCadenceDays: number | null
  lastOn: CivilDate | null
  addedOn: CivilDate
  letGoOn: CivilDate | null
  snoozedUntil: CivilDate | null
  /** Whether the report may name them where it speaks of one-sidedness. */
  oneSidedHints: boolean
  paused: boolean
  /** The last day of the rest that today lies in; `null` when none or without a known end. */
  pausedUntil: CivilDate | null
  pauses: { from: CivilDate; until: CivilDate | null; why: string | null; everyone: boolean }[]
  stage: string | null
  /** The earliest first. */
  stages: PersonStage[]
  /** Those they had a part in, or that were for them; the newest first. */
  outcomes: TracedOutcome[]
  introducedBy: PersonRef | null
  /** Back from them: who introduced them to me, who introduced those, at last where I met the first. */
  origin: OriginLink[]
  /** In which they have a part, newest first. */
  introductions: IntroductionTold[]
  metOn: PartialDate | null
  metAt: string | null
  reach: Reach[]
  ties: (PersonRef & { sinceOn: CivilDate | null })[]
  dates: SpecialDate[]
}

/** The screen holds some of what there may be much of; the JSON has all. */
const TIES = 12
const LABEL = 11

/** One person on one screen. */
export const personView =
  (today: CivilDate): View<Person> =>
  (person, style) => {
    const [met, planned] = [upTo(today, person), after(today, person)]
    return [
      header(person, style),
      facts(person, today, style),
      section('Promises', promises(person, today, style), style),
      section('Learned', learned(person, style), style),
      section('Planned', encounters(planned, style), style),
      section(
        met.encounters.length === 1 ? 'Met once' : `Met ${met.encounters.length} times`,
        encounters(met, style),
        style,
      ),
      section('Can do', offered(person.offers, style), style),
      section('Looks for', offered(person.needs, style), style),
      section('Good words', goodWords(person, style), style),
      section('What came of it', outcomesOfPerson(person, style), style),
      section('Introductions', introductionsOfPerson(person.introductions, style), style),
      section('Favours', favours(person, style), style),
      section('Notes', notes(person, style), style),
    ]
      .filter((part) => part !== '')
      .join('\n\n')
  }

const upTo = (today: CivilDate, person: Person): Person => ({
  ...person,
  encounters: person.encounters.filter(({ on }) => on <= today),
})
const after = (today: CivilDate, person: Person): Person => ({
  ...person,
  encounters: person.encounters.filter(({ on }) => on > today),
})

function header({ id, name, aliases, role, org, place }: Person, { chalk, width }: Style): string {
  const work = role && org ? `${role} at ${org}` : (role ?? org)
  const below = [work, place].filter(Boolean).join(' · ')
  return [
    ...wrap(`${name} #${id}`, width).map((line) =>
      line.endsWith(`#${id}`)
        ? `${chalk.bold(line.slice(0, -`#${id}`.length))}${chalk.dim(`#${id}`)}`
        : chalk.bold(line),
    ),
    ...(below ? wrap(oneLine(below), width) : []),
    ...(aliases.length > 0 ? wrap(`also ${listed(aliases)}`, width).map((line) => chalk.dim(line)) : []),
  ].join('\n')
}

/** What is said in a line or two each, beside its label. */
function facts(person: Person, today: CivilDate, style: Style): string {
  const { letGoOn, snoozedUntil, lastOn } = person
  const lines: [label: string, text: string][] = [
    ...person.reach.map(({ kind, label, value }): [string, string] => [
      kind,
      label ? `${value} (${label})` : value,
    ]),
    ['circles', circles(person)],
    ['stage', stageTold(person.stages)],
    ['tags', person.tags.map((tag) => `#${tag}`).join(' ')],
    ['first met', firstMet(upTo(today, person))],
    ['last met', lastOn ? `${partialDate(lastOn)}, ${fromToday(lastOn, today)}` : ''],
    ['knows', knows(person)],
    ...person.dates.map(({ label, date }): [string, string] => [label, special(label, date, today)]),
    ['resting', rest(person)],
    ['snoozed', snoozedUntil ? `until ${partialDate(snoozedUntil)}` : ''],
    ['report', person.oneSidedHints ? '' : 'left out where it speaks of one-sidedness'],
    ['let go', letGoOn ? `since ${partialDate(letGoOn)}; "net resume" takes them up again` : ''],
  ]
  return lines
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => {
      const lead = pad(label, Math.max(LABEL, widthOf(label) + 1))
      return beside(style.chalk.dim(lead), oneLine(text), style.width)
    })
    .join('\n')
}

function circles({ circles, cadenceDays, circleCadenceDays }: Person): string {
  const days = cadenceDays ?? circleCadenceDays
  return [circles.join(', '), every(days)].filter(Boolean).join(' · ')
}

function knows({ ties }: Person): string {
  return listedUpTo(
    ties.map(({ name }) => name),
    TIES,
  )
}

function firstMet({ metOn, metAt, origin, encounters }: Person): string {
  const on = firstMeeting(metOn, encounters.at(-1)?.on ?? null)
  return [on ? partialDate(on) : '', metAt ? (on ? `(${metAt})` : metAt) : '', cameThrough(origin, metAt)]
    .filter(Boolean)
    .join(' ')
}

/** "through Ada, who came through Lin, met at the Breakfast": back to the first link. */
function cameThrough(origin: OriginLink[], metAt: string | null): string {
  const people = origin.filter(({ kind }) => kind === 'contact').map(({ name }) => name)
  const event = origin.find(({ kind }) => kind === 'event')?.name
  if (people.length === 0) return event !== undefined && metAt === null ? `at ${event}` : ''
  const first = event === undefined ? '' : `, met at ${event}`
  return `through ${people.join(', who came through ')}${first}`
}

function special(label: string, date: PartialDate, today: CivilDate): string {
  const next = label === BIRTHDAY ? nextBirthday(date, today) : undefined
  if (!next) return partialDate(date)
  const turns = next.turns === null ? '' : `, turning ${next.turns}`
  return `${partialDate(date)} (${fromToday(next.on, today)}${turns})`
}

const rest = ({ pauses }: Person): string =>
  pauses
    .map(({ from, until, why, everyone }) => {
      const days =
        until === null ? `from ${partialDate(from)} on` : `${partialDate(from)} to ${partialDate(until)}`
      return `${days}${everyone ? ', with everyone' : ''}${why ? ` (${why})` : ''}`
    })
    .join('; ')

const section = (heading: string, lines: string[], { chalk }: Style): string =>
  lines.length === 0 ? '' : [chalk.bold(heading), ...lines].join('\n')
