import { daysBetween } from '../../../domain/dates.ts'
import type { Period } from '../../../domain/periods.ts'
import type { CsvColumns } from '../../csv.ts'
import type { Style, View } from '../../output.ts'
import { wrap } from '../../text.ts'
import type { Block, Figure, SectionView, Telling } from './blocks.ts'
import { escaped, markdownLines } from './markdown.ts'
import { periodName, spanName } from './periods.ts'
import { blockLines } from './terminal.ts'

/** A report: the time it covers, and under its key what each section found. */
export interface Report {
  period: Period
  previous: Period
  [section: string]: unknown
}

/** The sections by their keys, in the order they are told. */
export type SectionViews = Record<string, SectionView<any>>

const telling = ({ previous }: Report, today: string): Telling => ({ today, before: periodName(previous) })

const told = (report: Report, views: SectionViews, today: string): { title: string; blocks: Block[] }[] =>
  Object.entries(views)
    .map(([key, { title, blocks }]) => ({ title, blocks: blocks(report[key], telling(report, today)) }))
    .filter(({ blocks }) => blocks.length > 0)

function heading({ period }: Report, today: string): string {
  const name = periodName(period)
  if (period.to <= today)
    return period.kind === 'quarter' ? `${name}: ${spanName(period).slice(0, -5)}` : name
  const [day, all] = [daysBetween(period.from, today) + 1, daysBetween(period.from, period.to) + 1]
  return `${name} so far, day ${day} of ${all}`
}

/** For a terminal: bars and lines within its width. */
export const reportView =
  (views: SectionViews, today: string): View<Report> =>
  (report, style) =>
    [
      ...wrap(heading(report, today), style.width).map((line) => style.chalk.bold(line)),
      ...told(report, views, today).flatMap(({ title, blocks }) => [
        '',
        ...sectionLines(title, blocks, style),
      ]),
    ].join('\n')

function sectionLines(title: string, blocks: Block[], style: Style): string[] {
  const parts = blocks.map((block) => blockLines(block, style))
  // Drawings need air around them, sentences and lists do not.
  const spaced = parts.flatMap((lines, at) => {
    const drawn = (index: number) => ['mirror', 'curve', 'bars'].includes(blocks[index]?.kind ?? '')
    return at > 0 && drawn(at) && drawn(at - 1) ? ['', ...lines] : lines
  })
  return [...wrap(title, style.width).map((line) => style.chalk.bold(line)), ...spaced]
}

/** For a wiki. */
export const reportMarkdown =
  (views: SectionViews, today: string): View<Report> =>
  (report) =>
    [
      `# ${escaped(heading(report, today))}`,
      ...told(report, views, today).flatMap(({ title, blocks }) => [
        `## ${escaped(title)}`,
        ...blocks.map((block) => markdownLines(block).join('\n')),
      ]),
    ].join('\n\n')

export interface FigureRow extends Figure {
  section: string
}

/** Every figure of a report as one flat list. */
export const figuresOf = (report: Report, views: SectionViews): FigureRow[] =>
  Object.entries(views).flatMap(([section, { figures }]) =>
    figures(report[section]).map((figure) => ({ section, ...figure })),
  )

export const figuresCsv: CsvColumns<FigureRow> = [
  ['section', ({ section }) => section],
  ['key', ({ key }) => key],
  ['value', ({ value }) => value],
  ['before', ({ before }) => before],
]

export const nothingToReport: View<Period> = (period, { chalk }) =>
  `Nothing is written down for ${periodName(period)} yet.\n${chalk.dim('"net log" writes down encounters, "net gave" and "net got" favours; --quarter or --year looks at another time.')}`
