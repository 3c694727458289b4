import type { PersonRef } from '../../domain/contacts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Offering } from '../../domain/offerings.ts'
import type { CsvColumns } from '../csv.ts'
import { fromToday } from '../dates.ts'
import type { Style, View } from '../output.ts'
import { beside, counted, cut, inShell, wrap } from '../text.ts'
import { evidencePhrase, evidenceTold } from './who.ts'

interface ShownHelper {
  /** `null`: I could help. */
  who: PersonRef | null
  knowEachOther: boolean
  why: Evidence[]
}

/** A need, and who could help with it. */
export interface MatchRow {
  need: Offering
  helpers: ShownHelper[]
}

/** The screen holds the strongest of what speaks for it; the JSON has all. */
const SHOWN = 2
const LONGEST = 200

export const matchesView =
  (today: CivilDate): View<MatchRow[]> =>
  (rows, style) =>
    rows.map((row) => matchLines(row, today, style).join('\n')).join('\n\n')

function matchLines({ need, helpers }: MatchRow, today: CivilDate, style: Style): string[] {
  const { chalk, width } = style
  const whose = need.who ? `${chalk.bold(need.who.name)} looks for` : 'You might need'
  const since = chalk.dim(`(#${need.id}, ${fromToday(need.on, today)})`)
  return [
    ...wrap(`${whose} ${cut(need.what, LONGEST)} ${since}`, width),
    ...helpers.flatMap((helper) => helperLines(helper, style)),
    ...introduction(need, helpers, style),
  ]
}

function helperLines({ who, knowEachOther, why }: ShownHelper, { chalk, width }: Style): string[] {
  const told = why
    .slice(0, SHOWN)
    // What speaks for me is what I said that I offer.
    .map((each) => cut(who ? evidencePhrase(each) : `offer ${each.text}`, LONGEST))
    .join('; ')
  const known = knowEachOther ? chalk.dim(' – they know each other: worth a mention') : ''
  return beside('  ', `${chalk.bold(who?.name ?? 'You')}: ${told}${known}`, width)
}

/** What to do about the first of them who don't know each other yet. */
function introduction({ who, what }: Offering, helpers: ShownHelper[], { chalk, width }: Style): string[] {
  const helper = helpers.find(({ knowEachOther }) => !knowEachOther)?.who
  if (!who || !helper) return []
  return beside(
    '  ',
    chalk.dim(`net intro ${inShell(who.name)} ${inShell(helper.name)} --for ${inShell(cut(what, 60))}`),
    width,
  )
}

/** One row for each two. */
export const matchesCsv: CsvColumns<{ need: Offering } & ShownHelper> = [
  ['needId', ({ need }) => need.id],
  ['need', ({ need }) => need.what],
  ['by', ({ need }) => need.who?.name ?? 'me'],
  ['helper', ({ who }) => who?.name ?? 'me'],
  ['knowEachOther', ({ knowEachOther }) => String(knowEachOther)],
  ['why', ({ why }) => why.map((each) => `${each.kind}: ${evidenceTold(each)}`).join('; ')],
]

export const noMatches: View<{ needs: number }> = ({ needs }) =>
  needs === 0
    ? 'No needs are written down yet. What people look for goes into the log line ("… needs Ada: a designer"), or in by itself:\nnet need Ada "a designer"'
    : `Nobody known so far fits what is looked for (${counted(needs, 'need')}). What people can do: net offer Grace "UX design"`

export const moreMatches: View<{ limit: number }> = ({ limit }, { chalk }) =>
  chalk.dim(`There is more: "--limit ${limit * 5}" shows up to ${limit * 5}.`)
